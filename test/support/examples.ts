import { readDocument } from './documents.ts';

/** A block of code in a document. */
export interface Example {
  readonly document: string;
  readonly language: string;
  readonly code: string;
}

/** Where the tests find an example: its document, and a part of its code that no other example of this document has. */
interface Place {
  readonly document: string;
  readonly part: string;
}

const CHROMIUM = 'test/browser/examples.spec.ts';
const LAYOUT_SHIFT = 'test/browser/layout-shifts.ts';
const UNIT = 'test/unit/examples.test.ts';
const NODE = 'test/dist/examples.test.ts';
const MODULE = 'test/module/examples.test.ts';

/** Every example that a test runs, by the name under which the test reads it. */
export const RUN = {
  'script tag in README': { document: 'README.md', part: 'data-form-url', by: CHROMIUM },
  'script tag': { document: 'docs/script-tag.md', part: 'data-form-url', by: CHROMIUM },
  'attributes of the tag': { document: 'docs/script-tag.md', part: 'data-store', by: CHROMIUM },
  'start by a script': { document: 'docs/script-tag.md', part: 'BackInStock.init', by: CHROMIUM },
  'translated texts': { document: 'docs/script-tag.md', part: 'json_encode', by: CHROMIUM },
  'layout of the script tag': { document: 'docs/script-tag.md', part: '<page', by: MODULE },
  'settings in Hyvä': { document: 'docs/hyva.md', part: '"store": "1"', by: CHROMIUM },
  'store view in Hyvä': { document: 'docs/hyva.md', part: 'getCurrentStoreId', by: CHROMIUM },
  'requirejs-config.js': { document: 'docs/requirejs.md', part: 'var config', by: CHROMIUM },
  'x-magento-init': { document: 'docs/requirejs.md', part: 'x-magento-init', by: CHROMIUM },
  'data-mage-init': { document: 'docs/requirejs.md', part: 'data-mage-init', by: CHROMIUM },
  'require in a script': { document: 'docs/requirejs.md', part: 'require([', by: CHROMIUM },
  'ES module': { document: 'docs/esm-and-node.md', part: '<script type="module">', by: CHROMIUM },
  'ES module with a bundler': {
    document: 'docs/esm-and-node.md',
    part: "from 'magento-back-in-stock';",
    by: CHROMIUM,
  },
  'language with a bundler': { document: 'docs/languages.md', part: 'de.json', by: CHROMIUM },
  'language of the tag': { document: 'docs/languages.md', part: 'data-locale', by: CHROMIUM },
  'language in a JSON tag': { document: 'docs/languages.md', part: '"texts"', by: CHROMIUM },
  'subscribe in Node': { document: 'docs/esm-and-node.md', part: 'await subscribe', by: NODE },
  'headless shop': { document: 'docs/esm-and-node.md', part: 'handle.select', by: CHROMIUM },
  'markup of a theme': { document: 'docs/own-theme.md', part: 'class="pdp"', by: CHROMIUM },
  'place that is kept free': {
    document: 'docs/script-tag.md',
    part: 'back-in-stock-place" data',
    by: LAYOUT_SHIFT,
  },
  'styles of the place': {
    document: 'docs/script-tag.md',
    part: 'flow-root',
    by: LAYOUT_SHIFT,
  },
  'placeholder removed': {
    document: 'docs/module-output.md',
    part: 'placeholder.sold_out',
    by: MODULE,
  },
  'adapter of a theme': { document: 'docs/own-theme.md', part: 'registerAdapter', by: CHROMIUM },
  'product data': { document: 'docs/product-data.md', part: '<script', by: CHROMIUM },
  'simple product data': { document: 'docs/product-data.md', part: 'Lantern', by: UNIT },
  'nested settings': { document: 'docs/settings.md', part: '"trigger"', by: CHROMIUM },
  'newsletter and consent': { document: 'docs/sending.md', part: 'newsletterList', by: CHROMIUM },
  'event for analytics': { document: 'docs/settings.md', part: 'dataLayer', by: CHROMIUM },
  'custom properties': { document: 'docs/theming.md', part: ':root', by: CHROMIUM },
  'entry in csp_whitelist.xml': {
    document: 'docs/security-policy.md',
    part: '<csp_whitelist',
    by: MODULE,
  },
  'integrity of the script': {
    document: 'docs/security-policy.md',
    part: 'data-api-key="ABC123"></script>',
    by: CHROMIUM,
  },
  'integrity of a language': {
    document: 'docs/security-policy.md',
    part: 'data-locale-integrity="sha384-',
    by: CHROMIUM,
  },
  'integrity of the module': {
    document: 'docs/security-policy.md',
    part: 'importmap',
    by: CHROMIUM,
  },
  'mark of the tags': { document: 'docs/security-policy.md', part: 'data-mark', by: CHROMIUM },
  'settings in a layout': {
    document: 'docs/module-settings.md',
    part: 'customerEmail',
    by: MODULE,
  },
  'page left out': {
    document: 'docs/module-output.md',
    part: 'configuration" remove',
    by: MODULE,
  },
  'files kept out of bundles': {
    document: 'docs/module-output.md',
    part: '<item type',
    by: MODULE,
  },
  'description of a product type': { document: 'magento/README.md', part: '<type', by: MODULE },
  'values for config:set': { document: 'docs/module-settings.md', part: 'config:set', by: MODULE },
} as const satisfies Record<string, Place & { by: string }>;

export type ExampleName = keyof typeof RUN;

/** Every example that no test runs, and why. */
export const NOT_RUN: readonly (Place & { because: string })[] = [
  { document: 'README.md', part: 'npm start', because: 'the browser tests start the same server' },
  { document: 'README.md', part: 'npm test', because: 'it starts the tests' },
  { document: 'README.md', part: 'bin/magento', because: 'it takes a Magento installation' },
  {
    document: 'docs/install-module.md',
    part: 'composer require',
    because: 'it takes a Magento installation',
  },
  {
    document: 'docs/install-module.md',
    part: 'mkdir -p app/code',
    because: 'it takes a Magento installation',
  },
  {
    document: 'docs/install-module.md',
    part: 'setup:upgrade',
    because: 'it takes a Magento installation',
  },
  {
    document: 'docs/upgrading.md',
    part: 'module:disable',
    because: 'it takes a Magento installation',
  },
  { document: 'docs/security-policy.md', part: 'curl', because: 'it takes a host of files' },
  {
    document: 'magento/README.md',
    part: 'module:enable',
    because: 'it takes a Magento installation',
  },
  {
    document: 'magento/Test/README.md',
    part: 'dev/tests/unit',
    because: 'it takes a Magento installation',
  },
  {
    document: 'magento/Test/README.md',
    part: 'cd dev/tests/integration',
    because: 'it takes a Magento installation',
  },
];

/** The blocks of code of a document that name their language; the others are drawings. */
export function listExamples(document: string): readonly Example[] {
  const blocks = readDocument(document).matchAll(/^( *)```(\w+)\n([\s\S]*?)^ *```$/gm);
  return [...blocks].map(([, indent = '', language = '', code = '']) => ({
    document,
    language,
    code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}

/** The examples at a place. More than one or none is a mistake, which the test of the examples reports. */
export const findExamples = ({ document, part }: Place): readonly Example[] =>
  listExamples(document).filter(({ code }) => code.includes(part));

/** The code of an example. */
export function readExample(name: ExampleName): string {
  const [example, ...others] = findExamples(RUN[name]);
  if (!example || others.length) {
    throw new Error(`${RUN[name].document} must have one example with "${RUN[name].part}".`);
  }
  return example.code;
}
