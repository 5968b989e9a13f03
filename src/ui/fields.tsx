import { type ComponentChildren, h } from 'preact';
import type { Texts } from '../configuration/texts.ts';
import { variantLabel } from '../product/offer.ts';
import type { Product } from '../product/product.ts';
import type { FormState } from './form-state.ts';
import { withLinks } from './links.tsx';

/** What the fields need to draw themselves. */
export interface FieldsProperties {
  readonly product: Product;
  readonly texts: Texts;
  /** Whether the box for the newsletter is there. */
  readonly hasNewsletter: boolean;
  readonly state: FormState;
  /** Puts the values of the product into a text. */
  readonly write: (text: string) => string;
}

/** What a shopper fills in: the choice of the variant, where there is one, the e-mail address, the boxes. */
export function Fields({ product, texts, hasNewsletter, state, write }: FieldsProperties) {
  const { variants, variant: chosen, email, mistakes } = state;
  const emailMistake = mistakes.email === 'missing' ? texts.emailMissing : texts.emailMalformed;
  const boxes = [hasNewsletter && 'newsletter', texts.consent && 'consent'] as const;
  return [
    variants.length > 1 && (
      <Field
        as="select"
        name="variant"
        value={chosen}
        label={write(texts.variantLabel)}
        mistake={mistakes.variant === 'missing' && write(texts.variantMissing)}
      >
        <option value="">{write(texts.variantPrompt)}</option>
        {variants.map((variant) => (
          <option key={variant.id} value={variant.id}>
            {variantLabel(product, variant)}
          </option>
        ))}
      </Field>
    ),
    <Field
      name="email"
      value={email}
      label={write(texts.emailLabel)}
      mistake={mistakes.email && write(emailMistake)}
      type="email"
      autocomplete="email"
      inputMode="email"
    />,
    boxes.map(
      (name) =>
        name && (
          <Field
            name={name}
            checked={state[name]}
            label={withLinks(texts[name], write)}
            mistake={mistakes[name as 'consent'] && write(texts.consentMissing)}
            type="checkbox"
            required={name === 'consent'}
          />
        ),
    ),
  ];
}

interface FieldProperties {
  /** Default: `input`. */
  readonly as?: 'select';
  readonly name: string;
  readonly label: ComponentChildren;
  /** What is wrong with the value, if anything. */
  readonly mistake?: string | false | undefined;
  readonly type?: string;
  readonly [attribute: string]: unknown;
}

/** A labelled field with its sentence when it is wrong. */
function Field({ as, label, mistake, type, ...attributes }: FieldProperties) {
  const id = `${attributes.name}-mistake`;
  return (
    <div>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: h() makes the control inside. */}
      <label class={type}>
        <span>{label}</span>
        {h(as ?? 'input', {
          required: true,
          type,
          ...attributes,
          'aria-invalid': Boolean(mistake),
          'aria-describedby': id,
        })}
      </label>
      <p role="alert" class="error" id={id}>
        {mistake}
      </p>
    </div>
  );
}
