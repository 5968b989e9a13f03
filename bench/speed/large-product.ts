import type { ProductData } from '../../src/product/product-data.ts';
import type { BenchShop } from './bench-shop.ts';

const TAG = /(<script type="application\/json" data-back-in-stock-product>)(.*?)(<\/script>)/s;

/** Puts a page into the shop whose product has so many variants, all sold out; gives its path. */
export async function putLargeProduct(shop: BenchShop, count: number): Promise<string> {
  const page = await shop.read('/shop/trail-runner?way=script&delay=50&data=tag');
  const [, , printed = '{}'] = TAG.exec(page) ?? [];
  const product = JSON.parse(printed) as ProductData;
  const variants = Array.from({ length: count }, (_, place) => ({
    id: 100_000 + place,
    sku: `LARGE-${place}`,
    options: {
      93: { id: place % 40, label: `Colour ${place % 40}` },
      144: { id: Math.floor(place / 40), label: `Size ${Math.floor(place / 40)}` },
    },
    salable: false,
  }));
  const attributes = [
    { id: 93, code: 'color', label: 'Colour' },
    { id: 144, code: 'size', label: 'Size' },
  ];
  const json = JSON.stringify({ ...product, attributes, variants });
  const path = `/bench-pages/large-${count}`;
  shop.put(
    path,
    page.replace(TAG, (_, begin, __, end) => `${begin}${json}${end}`),
  );
  return path;
}
