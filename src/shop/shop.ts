import { needsShop } from '../product/offer.ts';
import type { Product } from '../product/product.ts';

/** What the shop's GraphQL knows beyond the page; it is asked once for each product. */
export interface Shop {
  /**
   * The product with all that is known of its variants; undefined as long as they are not, and when they
   * cannot be found out.
   */
  completeOrAsk(product: Product): Product | undefined;
  /** The product as GraphQL has it; undefined when that gives no answer. Never rejects. */
  find(product: Product): Promise<Product | undefined>;
  /** Lets what has failed be asked again. */
  forgetFailures(): void;
}

/**
 * Makes the access to the shop.
 *
 * @param ask Asks for one product, and never rejects.
 * @param isChecked Whether what the page says to be sold out is doubted too.
 * @param onAnswer Called when `completeOrAsk` knows more.
 */
export function createShop(ask: Shop['find'], isChecked: boolean, onAnswer: () => void): Shop {
  const asked = new Map<unknown, Promise<Product | undefined>>();
  const answers = new Map<unknown, Product | undefined>();

  function find(product: Product): Promise<Product | undefined> {
    const key = keyOf(product);
    let answer = asked.get(key);
    if (!answer) {
      answer = ask(product);
      asked.set(key, answer);
      void answer.then((found) => {
        // What failed may be asked again, but not by itself.
        if (!found) asked.delete(key);
        answers.set(key, found);
        onAnswer();
      });
    }
    return answer;
  }

  return {
    find,
    forgetFailures() {
      for (const [key, answer] of answers) if (!answer) answers.delete(key);
    },
    completeOrAsk(product) {
      if (!needsShop(product, isChecked)) return product;
      const key = keyOf(product);
      if (!answers.has(key)) {
        void find(product);
        return undefined;
      }
      const answer = answers.get(key);
      return product.isIncomplete ? answer : restock(product, answer);
    },
  };
}

/** A page may tell the SKU alone, and a tile nothing but its address. */
const keyOf = ({ id, sku, url }: Product) => [id, sku, url].join();

/** The full-page cache may show what has been restocked since as sold out. */
function restock(product: Product, current: Product | undefined): Product {
  const now = current?.variants.filter((variant) => variant.salable);
  const salable = new Set(now?.map(({ id }) => id));
  const variants = product.variants.map((variant) =>
    salable.has(variant.id) ? { ...variant, salable: true } : variant,
  );
  return { ...product, variants };
}
