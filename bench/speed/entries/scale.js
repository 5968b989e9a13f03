// What the scale table measures in a page: how long the widget's own code takes to find what is sold out in a
// configuration, beside the parsing of the same text.
import { configurableAdapter } from '../../../src/page/configurable.ts';
import { soldOutVariants } from '../../../src/product/offer.ts';

const IDENTITY = { id: '1', sku: 'PARENT', name: 'Parent' };

let json;
const adapter = configurableAdapter({ marker: '*', findConfiguration: () => json });

/** Milliseconds to parse the text, and to find the sold-out children in what it holds. */
export function measureOnce(text) {
  // What earlier runs have left is collected at nobody's expense.
  gc();
  const begin = performance.now();
  json = JSON.parse(text);
  const parsed = performance.now();
  const product = adapter.read(document.documentElement, {
    identity: IDENTITY,
    remember: (_key, make) => make(),
  });
  const soldOut = soldOutVariants(product).length;
  return { parse: parsed - begin, find: performance.now() - parsed, soldOut };
}
