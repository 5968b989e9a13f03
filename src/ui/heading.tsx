// biome-ignore lint/correctness/noUnusedImports: JSX becomes calls of h.
import { Fragment, h } from 'preact';
import { variantLabel } from '../product/offer.ts';
import type { Product, Variant } from '../product/product.ts';
import { onlyText } from './written-text.tsx';

/** The images of the product that an opening of the form is about. */
export interface Images {
  /** The image that the page shows of the product; empty where there is none, or the merchant wants none. */
  readonly page: string;
  /** Whether the merchant wants an image. */
  readonly areShown: boolean;
  /** The addresses that did not load at earlier openings. */
  readonly broken: ReadonlySet<string>;
  /** Called with an address that did not load; the next opening leaves it out. */
  readonly onBroken: (address: string) => void;
}

interface HeadingProperties {
  readonly product: Product;
  /** Empty: no headline. */
  readonly headline: string;
  /** The variants whose options are named; none as long as the shopper has a choice. */
  readonly named: readonly Variant[];
  /** What is said before the choice: the options that all variants have; empty where there is nothing to say. */
  readonly shared: string;
  /** The variants that may be meant: the chosen one, or all that are offered. */
  readonly meant: readonly Variant[];
  readonly images: Images;
}

/** Draws what the form is about: a small image, the headline, the options of the variant. Draws nothing without any. */
export function Heading(properties: HeadingProperties) {
  const { product, headline, meant, images } = properties;
  const image = findImage(product, meant, images);
  const names = Names(properties);
  if (!image && !headline && !names) return null;
  return (
    <div class="about">
      {image && (
        // A new element for each address, so that no old image stands beside the name of a new variant.
        <img
          key={image}
          src={image}
          alt=""
          width={72}
          height={72}
          onError={({ currentTarget }) => {
            images.onBroken(image);
            // Its box stays until the form is closed, so that nothing moves.
            currentTarget.style.setProperty('visibility', 'hidden');
          }}
        />
      )}
      <div>
        {headline && <h2 id="headline" {...onlyText(headline)} />}
        {names}
      </div>
    </div>
  );
}

/** Names one variant by its options, several by their labels. */
function Names({ product, named: [first, ...others], shared }: HeadingProperties) {
  if (first && !others[0]) return <Options product={product} variant={first} />;
  const labels = [first, ...others].map((variant) => variant && variantLabel(product, variant));
  const text = first ? labels.join(', ') : shared;
  return text && <b id="chosen" {...onlyText(text)} />;
}

/** Draws the options of a variant, each with the name of its attribute; for a grouped product's member its name. */
function Options({ product, variant }: { readonly product: Product; readonly variant: Variant }) {
  const { attributes } = product;
  if (!attributes.length) return <b id="chosen" {...onlyText(variantLabel(product, variant))} />;
  return (
    <dl id="chosen">
      {attributes.map(({ id, label }) => (
        <Fragment key={id}>
          <dt {...onlyText(label)} />
          <dd {...onlyText(variant.options[id]?.label ?? '')} />
        </Fragment>
      ))}
    </dl>
  );
}

/** Returns the address of the image that all meant variants share, else the product's, else the page's. */
function findImage(
  { image }: Product,
  [first, ...others]: readonly Variant[],
  { page, areShown, broken }: Images,
): string | undefined {
  const shared = others.every((other) => other.image === first?.image) ? first?.image : '';
  const addresses = areShown ? [shared, image, page] : [];
  return addresses.find((address) => address && !broken.has(address) && isHarmless(address));
}

/** Whether nobody can read or change the image on the way, and its address runs no script. */
function isHarmless(address: string): boolean {
  try {
    const { protocol, origin } = new URL(address, location.href);
    return protocol === 'https:' || origin === location.origin;
  } catch {
    return false;
  }
}
