import { needsShop } from '../product/offer.ts';
import type { Product } from '../product/product.ts';

/** Answers of the shop's GraphQL for what the page does not contain. Each product is queried once. */
export interface Shop {
  /**
   * Returns the product with all known variants; undefined while GraphQL has not answered, and when an incomplete product
   * was not found.
   */
  completeOrAsk(product: Product): Product | undefined;
  /** Returns the product from GraphQL; undefined when it gives no answer. Never rejects. */
  find(product: Product): Promise<Product | undefined>;
  /** Allows failed queries to be made again. */
  forgetFailures(): void;
}

/**
 * Creates the access to the shop.
 *
 * @param ask Queries one product, and never rejects.
 * @param isChecked Whether GraphQL also checks variants that the page marks as sold out.
 * @param onAnswer Called when an answer has come and `completeOrAsk` may return more.
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
        // `find` may retry a failed query; `completeOrAsk` does so only after `forgetFailures`.
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

/** A page may contain only the SKU, and a tile only its address. */
const keyOf = ({ id, sku, url }: Product) => [id, sku, url].join();

/** Marks restocked variants as salable: a page from the full-page cache may still show them as sold out. */
function restock(product: Product, current: Product | undefined): Product {
  const now = current?.variants.filter((variant) => variant.salable);
  const salable = new Set(now?.map(({ id }) => id));
  const variants = product.variants.map((variant) =>
    salable.has(variant.id) ? { ...variant, salable: true } : variant,
  );
  return { ...product, variants };
}
