import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CATALOGUE, findProduct } from '../../demo/catalogue/catalogue.ts';
import { hasSoldOut, isInStock } from '../../demo/catalogue/stock.ts';
import { relatedProducts } from '../../demo/luma/product-page.ts';
import { printHexJson } from '../../demo/module/module-tags.ts';
import { readPageRequest } from '../../demo/page/page-request.ts';
import { widgetTags } from '../../demo/page/widget-tags.ts';
import type { Configuration } from '../../src/configuration/options.ts';

const ENDPOINT = 'http://127.0.0.1:8081/onsite/components/back-in-stock/subscribe';

/** What the demo puts on a page for the module, by what is set in the admin; a page without a product is a list. */
function print(options: object, page?: string, stock = 'hidden', script = 'products') {
  const settings = JSON.stringify(options);
  const parameters = { way: 'module', data: 'broken', stock, script, options: settings };
  const request = readPageRequest(new URLSearchParams(parameters));
  const {
    head = '',
    belowForm = '',
    bodyEnd = '',
  } = widgetTags(request, ENDPOINT, findProduct(page));
  return { head: String(head), belowForm: String(belowForm), bodyEnd: String(bodyEnd) };
}

function readConfiguration(options: object): Configuration {
  const { bodyEnd } = print(options, 'camp-lantern');
  const [, json = ''] = /data-back-in-stock-config [^>]*>(.*)<\/script>/.exec(bodyEnd) ?? [];
  return JSON.parse(json);
}

/** What the module prints at the end of a page. The placeholder is elsewhere, and printed.test.ts compares it. */
const readPrintedByModule = (page: string): string =>
  withoutMark(
    readFileSync(new URL(`../module/printed/${page}.html`, import.meta.url), 'utf8'),
  ).replace(/<div class="back-in-stock-place"[\s\S]*<\/div>\n/, '');

/** The mark is a new word on each page. */
const withoutMark = (html: string) => html.replaceAll(/data-mark="[a-z\d]{16}"/g, 'data-mark');

describe('the demo’s page is that of the module', () => {
  test.each(CATALOGUE)('$page: the same tags at its end, byte by byte', ({ page }) => {
    const { bodyEnd } = print({ apiKey: 'ABC123' }, page);
    // Only the address of the sandbox is of the demo’s own.
    const without = bodyEnd.replace(`"endpoint":${printHexJson(ENDPOINT)},`, '');
    expect(without).not.toBe(bodyEnd);
    expect(withoutMark(without).trim()).toBe(readPrintedByModule(page).trim());
  });

  test.each(CATALOGUE)('$page: by default nothing of it where nothing is sold out', (product) => {
    const printed = (script: string) => {
      const tags = Object.entries(print({}, product.page, 'hidden', script));
      return Object.fromEntries(tags.map(([place, html]) => [place, withoutMark(html)]));
    };
    const nothing = { head: '', belowForm: '', bodyEnd: '' };
    expect(printed('')).toEqual(hasSoldOut(product) ? printed('products') : nothing);
    expect(printed('sold_out')).toEqual(printed(''));
    expect(printed('every')).toEqual(printed('products'));
  });

  test('the script, the settings and the product carry one mark, which is new on each page', () => {
    const listMarks = () => {
      const { head, bodyEnd } = print({}, 'trail-runner');
      return [...(head + bodyEnd).matchAll(/data-mark="(\w+)"/g)].map(([, mark]) => mark);
    };
    const marks = listMarks();
    expect(marks).toHaveLength(3);
    expect(new Set(marks).size).toBe(1);
    expect(listMarks()[0]).not.toBe(marks[0]);
  });

  test('a list gets script and settings where every page does', () => {
    const { head, bodyEnd } = print({}, undefined, 'hidden', 'every');
    expect(head).toContain('back-in-stock.min.js');
    expect(bodyEnd).toContain('"listing":false');
    expect(bodyEnd).not.toContain('data-back-in-stock-product');
  });

  test('script and stylesheet are in its head as Magento prints them, and nowhere else', () => {
    const { head, belowForm, bodyEnd } = print({}, 'trail-runner');
    expect(head).toMatch(
      /^<link {2}rel="stylesheet" type="text\/css" {2}media="all" href="\/static\/[^"]*\/BackInStock_Klaviyo\/css\/back-in-stock\.min\.css">\n<script {2}type="text\/javascript" {2}defer="true" data-mark="[\da-f]{16}" data-form-url="\/static\/[^"]*\/BackInStock_Klaviyo\/js\/back-in-stock\.form\.min\.js" src="\/static\/[^"]*\/BackInStock_Klaviyo\/js\/back-in-stock\.min\.js"><\/script>$/,
    );
    expect(belowForm).toBe('');
    expect(bodyEnd).not.toContain('src=');
  });

  test.each([
    ['client', { catalogue: '$default', endpoint: expect.stringContaining('/client/') }],
    ['relay', { endpoint: '/back-in-stock/subscribe/' }],
    ['onsite', { endpoint: ENDPOINT }],
  ])('the transport %s has what belongs to it, and not what belongs to others', (api, own) => {
    const { catalogue, endpoint } = readConfiguration({ api });
    expect({ ...(catalogue && { catalogue }), endpoint }).toEqual(own);
  });

  test('what is set in the admin is printed, and what is cleared is not, but for the one line', () => {
    const modal = { accent: '#0a7' };
    const texts = { trigger: '', body: '', consent: 'Yes' };
    const configuration = readConfiguration({ newsletterList: 'XyZ987', modal, texts });
    expect(configuration).toMatchObject({ newsletterList: 'XyZ987', modal });
    expect(configuration.texts).toMatchObject({ body: '', consent: 'Yes' });
    expect(configuration.texts).not.toHaveProperty('trigger');
    expect(Object.keys(configuration.modal)).toEqual(['image', 'accent']);
    // There is no field for it, so nobody has cleared it.
    expect(readConfiguration({ graphql: '' })).toHaveProperty('graphql', '');
  });

  test.each(CATALOGUE)(
    '$page: with buttons in lists, the sold-out related products are described too',
    (product) => {
      const request = readPageRequest(new URLSearchParams('stock=shown'));
      const tiles = String(relatedProducts(product, request));
      const related = CATALOGUE.filter(({ page }) => tiles.includes(`href="/shop/${page}"`));
      const soldOut = related.filter((other) => !isInStock(other)).map(({ id }) => id);
      expect(soldOut.length).toBeGreaterThan(0);
      const read = (options: object, stock: string) => {
        const { bodyEnd } = print(options, product.page, stock);
        const tags = bodyEnd.matchAll(/data-back-in-stock-product[^>]*>\{"id":"(\d+)"/g);
        return [...tags].map(([, id]) => id);
      };
      expect(read({ listing: true }, 'shown')).toEqual([product.id, ...soldOut]);
      expect(read({ listing: true }, 'hidden')).toEqual([product.id]);
      expect(read({ listing: false }, 'shown')).toEqual([product.id]);
    },
  );

  test('a list has nothing, unless its tiles get buttons: then everything but a product', () => {
    expect(print({})).toEqual({ head: '', belowForm: '', bodyEnd: '' });
    const { head, bodyEnd } = print({ listing: true });
    expect(head).toContain('back-in-stock.min.js');
    expect(bodyEnd).toContain('"listing":true');
    expect(bodyEnd).not.toContain('data-back-in-stock-product');
  });
});

describe('JSON as PHP prints it with JSON_HEX_TAG', () => {
  test.each([
    ['</script><!-- a/b', '"\\u003C\\/script\\u003E\\u003C!-- a\\/b"'],
    ['Größe 42 €, “new”', '"Gr\\u00f6\\u00dfe 42 \\u20ac, \\u201cnew\\u201d"'],
    ['\u2028 😀 \u0080', '"\\u2028 \\ud83d\\ude00 \\u0080"'],
    [`& ' " \\ \n \t \b \u001f \u007f`, '"& \' \\" \\\\ \\n \\t \\b \\u001f \u007f"'],
    [{ 93: [], yes: true }, '{"93":[],"yes":true}'],
  ])('%j', (value, printed) => {
    expect(String(printHexJson(value))).toBe(printed);
    expect(JSON.parse(printed)).toEqual(value);
  });
});
