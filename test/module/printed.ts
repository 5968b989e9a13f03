import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { CATALOGUE } from '../../demo/catalogue/catalogue.ts';
import { childImageAddress, imageAddress, type Product } from '../../demo/catalogue/product.ts';
import { ROOT, run } from './php.ts';

/** The folder in which is kept what PHP has printed, so that it can be tested without PHP. */
const FOLDER = new URL('printed/', import.meta.url);

/** The file beside it with a hash of each source that it was printed from. */
const SOURCES = 'sources.json';

/** What to do where it is not what it should be. */
export const RENEW =
  'printed/ is not what the module prints now: install PHP and run npm run build:printed';

/** What PHP reads beside its own files. */
const CONFIGURATION_FILES = [
  'magento/etc/config.xml',
  'magento/etc/di.xml',
  'magento/view/frontend/layout/default.xml',
  'magento/view/frontend/layout/catalog_product_view.xml',
];

/**
 * What the module prints into each page of the demo's catalogue, by the page's name, and of which sources: where all
 * product pages get the script, unless something else is said.
 */
export function printPages(
  stock: 'hidden' | 'shown',
  scriptPages: 'sold_out' | 'products' = 'products',
) {
  const printed = run(
    'php',
    ['test/module/print-pages.php', stock, scriptPages],
    JSON.stringify(CATALOGUE.map(nameImages)),
  );
  const { pages, sources } = JSON.parse(printed) as {
    readonly pages: Readonly<Record<string, string>>;
    readonly sources: readonly string[];
  };
  return { pages, sources: [...sources, ...CONFIGURATION_FILES].sort() };
}

/** The product with the files of its images, as Magento keeps them. */
function nameImages(product: Product) {
  const nameFile = (address: string) => address.replace('/media/catalog/product', '');
  const named = { ...product, smallImage: nameFile(imageAddress(product)) };
  if (product.type !== 'configurable') return named;
  const children = product.children.map((child) => ({
    ...child,
    smallImage: nameFile(childImageAddress(product, child)),
  }));
  return { ...named, children };
}

/** The hash of a file as it is now; undefined where there is none. */
function hash(file: string): string | undefined {
  if (!existsSync(`${ROOT}${file}`)) return undefined;
  return createHash('sha256')
    .update(readFileSync(`${ROOT}${file}`))
    .digest('hex')
    .slice(0, 16);
}

const readKept = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

export const readPage = (page: string): string => readKept(`${page}.html`);

const readSources = (): Readonly<Record<string, string>> => JSON.parse(readKept(SOURCES));

/** The sources of which the pages were printed. */
export const listSources = (): readonly string[] => Object.keys(readSources());

/** Those of them that have changed since. */
export const listChangedSources = (): readonly string[] =>
  Object.entries(readSources()).flatMap(([file, kept]) => (kept === hash(file) ? [] : [file]));

/** The pages that are kept. */
export const listPages = (): readonly string[] =>
  readdirSync(FOLDER).flatMap((name) => (name === SOURCES ? [] : [name.replace('.html', '')]));

/** Prints all of it anew. */
export function writePrinted(): void {
  const { pages, sources } = printPages('hidden');
  for (const page of listPages()) rmSync(new URL(`${page}.html`, FOLDER));
  for (const [page, tags] of Object.entries(pages)) {
    writeFileSync(new URL(`${page}.html`, FOLDER), tags);
  }
  const hashes = Object.fromEntries(sources.map((file) => [file, hash(file)]));
  writeFileSync(new URL(SOURCES, FOLDER), `${JSON.stringify(hashes, null, 2)}\n`);
}
