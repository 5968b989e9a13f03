import { readFile } from 'node:fs/promises';

/** The components of a product page, each after those that it needs. */
const MODULES = [
  'luma/product-options',
  'luma/swatch-renderer',
  'luma/configurable',
  'luma/catalog-add-to-cart',
];

/** Takes the components in the way in which RequireJS would; what they need of jQuery is the bundle's own. */
const HEAD = `const engine = window.jQuery.noConflict(true);
const made = new Map([['jquery', engine]]);
const takeAs = (name) => (needs, make) => {
  const isAlone = typeof needs === 'function';
  made.set(name, isAlone ? needs() : make(...needs.map((need) => made.get(need))));
};
`;

const readScript = (name: string): Promise<string> =>
  readFile(new URL(`../public/${name}.js`, import.meta.url), 'utf8');

/**
 * One file, as Breeze serves it. Its components do here what Luma's do, so they are made of the same files; the
 * `define` around them is the bundle's own, and the page has none.
 */
export async function bundleScripts(): Promise<string> {
  const modules = await Promise.all(
    MODULES.map(
      async (name) => `{\nconst define = takeAs('${name}');\n${await readScript(name)}}\n`,
    ),
  );
  return `(() => {\n${HEAD}${modules.join('')}${await readScript('breeze/start')}})();\n`;
}
