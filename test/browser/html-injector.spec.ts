import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import {
  FOREIGN_HOST,
  injectElements,
  injectHtml,
  listForeignRequests,
  settingsTag,
} from './injected-html.ts';
import { EMAIL, subscribeByButton } from './subscription.ts';
import { listPosts } from './transports.ts';

// What somebody may want who can put harmless-looking HTML on a page (a review, a block of content), but no script.

const FOREIGN_ENDPOINT = `https://${FOREIGN_HOST}/take`;
const LANTERN = { offered: [], variant: '2045' };

/** Elements whose name takes the place of a member of the document. */
const named = (name: string, attributes = '') => [
  `<img name="${name}" alt="" ${attributes}>`,
  `<form name="${name}" ${attributes}></form>`,
  `<object id="${name}" ${attributes}></object>`,
  `<embed name="${name}" ${attributes}>`,
  `<iframe name="${name}" srcdoc="" ${attributes}></iframe>`,
];

for (const way of ['script', 'script-json', 'script-async', 'script-end', 'module']) {
  for (const html of named(
    'currentScript',
    `data-endpoint="${FOREIGN_ENDPOINT}" data-api="onsite" data-api-key="EVIL99" data-store="9"`,
  )) {
    test(
      `wants the addresses sent to his host, or signed up under his key: ${way}, ${html.split(' ')[0]}>`,
      atLengthUnless(way === 'script-json' && html.startsWith('<img')),
      async ({ page, openProduct, widget, shop, complaints }) => {
        await injectHtml(page, html);
        await openProduct('camp-lantern', { way });
        await subscribeByButton(widget, shop, LANTERN);
        // A script of the demo shop's own is caught by the frame.
        if (html.startsWith('<iframe')) takeOut(complaints, 'document.currentScript.dataset');
      },
    );
  }
}

/** Takes out what the pages' own scripts complain of. */
function takeOut(complaints: string[], part: string): void {
  const others = complaints.filter((complaint) => !complaint.includes(part));
  complaints.splice(0, complaints.length, ...others);
}

test.describe('wants another tag to give the settings', () => {
  const foreign = { apiKey: 'EVIL99', store: '9', texts: { trigger: 'Evil' } };

  for (const place of ['start', 'end'] as const) {
    test(
      `${place} of a page with the module: the module's own counts, and the console says so`,
      atLengthUnless(place === 'start'),
      async ({ page, openProduct, widget, shop, complaints }) => {
        await injectHtml(page, settingsTag({ ...foreign, endpoint: FOREIGN_ENDPOINT }), place);
        await openProduct('camp-lantern', { way: 'module' });
        await subscribeByButton(widget, shop, LANTERN);
        await takeComplaints(complaints, ['data-back-in-stock-config counts only with data-mark']);
      },
    );

    test(
      `${place} of a page whose own tag has no mark: none counts, and the console says so`,
      AT_LENGTH,
      async ({ page, openProduct, complaints }) => {
        await injectHtml(page, settingsTag(foreign), place);
        await openProduct('camp-lantern', { way: 'script-json' });
        await takeComplaints(complaints, ['several data-back-in-stock-config differ']);
        await expect(page.locator('.back-in-stock')).toHaveCount(0);
      },
    );
  }

  test(
    'by a copy of the mark: none counts, and the console says so',
    AT_LENGTH,
    async ({ page, openProduct, complaints }) => {
      await injectHtml(page, settingsTag(foreign, 'data-mark="shop"'));
      await openProduct('camp-lantern', { way: 'script-json', options: '{"mark":"shop"}' });
      await takeComplaints(complaints, ['several data-back-in-stock-config differ']);
      await expect(page.locator('.back-in-stock')).toHaveCount(0);
    },
  );

  test(
    'with a mark in the theme: the one that carries it counts',
    AT_LENGTH,
    async ({ page, openProduct, widget, shop, complaints }) => {
      await injectHtml(page, settingsTag(foreign));
      await openProduct('camp-lantern', { way: 'script-json', options: '{"mark":"shop"}' });
      await subscribeByButton(widget, shop, LANTERN);
      await takeComplaints(complaints, ['data-back-in-stock-config counts only with data-mark']);
    },
  );

  for (const [name, around] of [
    ['a picture', (tag: string) => `<svg>${tag}</svg>`],
    ['a formula', (tag: string) => `<math>${tag}</math>`],
    ['a template', (tag: string) => `<template>${tag}</template>`],
    ['a frame', (tag: string) => `<iframe srcdoc='${tag}'></iframe>`],
  ] as const) {
    test(
      `inside of ${name}: it is no tag of the page`,
      AT_LENGTH,
      async ({ page, openProduct, widget, shop }) => {
        await injectHtml(page, around(settingsTag(foreign)));
        await openProduct('camp-lantern', { way: 'script-json' });
        await subscribeByButton(widget, shop, LANTERN);
      },
    );
  }

  test(
    'later, where the shop has them on the script alone: nothing is read any more',
    AT_LENGTH,
    async ({ page, openProduct, widget, shop }) => {
      await openProduct('camp-lantern', { way: 'script' });
      await expect(widget.button).toBeVisible();
      const product = { id: '2045', name: 'Evil', type: 'simple', variants: [] };
      await page.evaluate(
        (html) => {
          document.querySelector('main')?.insertAdjacentHTML('afterbegin', html);
          const running = Reflect.get(document, Symbol.for('magento-back-in-stock'));
          (running as { handle: { refresh(): void } }).handle.refresh();
        },
        settingsTag({ product, listing: true }),
      );
      await subscribeByButton(widget, shop, LANTERN);
    },
  );

  test(
    'later, by what the page loads: the settings are read once',
    AT_LENGTH,
    async ({ page, openProduct, widget, shop }) => {
      await openProduct('camp-lantern', { way: 'script-json' });
      await expect(widget.button).toBeVisible();
      await page.evaluate((html) => {
        document.querySelector('main')?.insertAdjacentHTML('afterbegin', html);
        document.body.classList.add('changed');
      }, settingsTag(foreign));
      await subscribeByButton(widget, shop, LANTERN);
    },
  );
});

test.describe('wants to start the widget before the shop does', () => {
  for (const settings of [{}, { mark: 'shop' }]) {
    const name = JSON.stringify(settings);
    test(
      `by a tag with a key of his own, where the shop calls init with ${name}`,
      atLengthUnless('mark' in settings),
      async ({ page, openProduct, widget, shop, complaints }) => {
        await injectHtml(page, settingsTag({ apiKey: 'EVIL99', store: '9' }));
        await openProduct('camp-lantern', {
          way: 'script-init',
          options: JSON.stringify({ ...settings, store: '1' }),
        });
        await subscribeByButton(widget, shop, LANTERN);
        takeOut(complaints, 'counts only with data-mark="shop"');
      },
    );
  }

  test(
    'by data-mage-init, which the shop’s own call follows',
    AT_LENGTH,
    async ({ page, openProduct, widget, shop, complaints }) => {
      const settings = { apiKey: 'EVIL99', endpoint: FOREIGN_ENDPOINT };
      await injectHtml(
        page,
        `<div data-mage-init='${JSON.stringify({ backInStock: settings })}'></div>`,
      );
      await openProduct('camp-lantern', { way: 'require' });
      await subscribeByButton(widget, shop, LANTERN);
      takeOut(complaints, 'endpoint cannot be');
    },
  );
});

test.describe('wants the addresses sent to his host', () => {
  test(
    'by the only JSON tag of a page whose script has its settings on its tag',
    AT_LENGTH,
    async ({ page, openProduct, complaints }) => {
      await injectHtml(page, settingsTag({ endpoint: FOREIGN_ENDPOINT }));
      await openProduct('camp-lantern', { way: 'script' });
      await takeComplaints(complaints, [`endpoint cannot be "${FOREIGN_ENDPOINT}"`]);
      await expect(page.locator('.back-in-stock')).toHaveCount(0);
    },
  );

  for (const endpoint of [
    'https://a.klaviyo.com/onsite/components/back-in-stock/subscribe?g=EVIL',
    'https://a.klaviyo.com/client/subscriptions/?company_id=EVIL99',
    'https://a.klaviyo.com.evil.example/',
    'https://a.klaviyo.com@evil.example/',
    '//evil.example/take',
    '\\\\evil.example/take',
  ]) {
    test(
      `by an address that looks like Klaviyo’s or the shop’s: ${endpoint}`,
      AT_LENGTH,
      async ({ page, openProduct, complaints }) => {
        await injectHtml(page, settingsTag({ endpoint }));
        await openProduct('camp-lantern', { way: 'script' });
        await takeComplaints(complaints, [`endpoint cannot be "${endpoint}"`]);
        await expect(page.locator('.back-in-stock')).toHaveCount(0);
      },
    );
  }

  test('by data-mage-init', AT_LENGTH, async ({ page, openProduct, complaints }) => {
    const settings = { apiKey: 'EVIL99', endpoint: FOREIGN_ENDPOINT };
    await injectHtml(
      page,
      `<div data-mage-init='${JSON.stringify({ backInStock: settings })}'></div>`,
    );
    await openProduct('camp-lantern', { way: 'none' });
    await takeComplaints(complaints, [`endpoint cannot be "${FOREIGN_ENDPOINT}"`]);
    await expect(page.locator('.back-in-stock')).toHaveCount(0);
  });

  test(
    'by a script tag that no browser runs',
    AT_LENGTH,
    async ({ page, openProduct, widget, shop }) => {
      const attributes = `data-api-key="EVIL99" data-endpoint="${FOREIGN_ENDPOINT}"`;
      await injectHtml(
        page,
        `<script type="text/plain" src="back-in-stock.js" ${attributes}></script>`,
      );
      await openProduct('camp-lantern', { way: 'script' });
      await subscribeByButton(widget, shop, LANTERN);
    },
  );

  test(
    'by <base>, from a relay of the shop',
    AT_LENGTH,
    async ({ page, openProduct, widget, shop, complaints }) => {
      const foreign = await listForeignRequests(page);
      await injectHtml(page, `<base href="https://${FOREIGN_HOST}/">`, 'end');
      await openProduct('camp-lantern', { way: 'script-json', options: '{"api":"relay"}' });
      await widget.subscribe('sam@example.com');
      await expect(widget.status).toContainText('Thank you');
      expect(listPosts(shop.sandbox)).toHaveLength(1);
      expect(foreign.filter((request) => request.startsWith('POST'))).toEqual([]);
      // The page's own pictures went there.
      complaints.length = 0;
    },
  );
});

test(
  'wants to know what shoppers look at: <base> does not move the questions to GraphQL',
  AT_LENGTH,
  async ({ page, openProduct, widget, complaints }) => {
    const foreign = await listForeignRequests(page);
    await injectHtml(page, `<base href="https://${FOREIGN_HOST}/">`, 'end');
    await openProduct('storm-shell', { way: 'script-json' });
    await expect(widget.button).toBeVisible();
    expect(foreign.filter((request) => request.startsWith('POST'))).toEqual([]);
    complaints.length = 0;
  },
);

test.describe('wants the button of a tile to run a script or to lead to his shop', () => {
  const tile = (address: string) => `<ol><li class="item product product-item" id="foreign">
    <a class="product-item-link" href="${address}">Storm Shell</a>
    <div class="stock unavailable"><span>Out of stock</span></div></li></ol>`;

  for (const address of [
    'javascript:document.title=1',
    ' java&#10;script:document.title=1',
    'data:text/html,x',
    `https://${FOREIGN_HOST}/storm-shell.html`,
    `//${FOREIGN_HOST}/storm-shell.html`,
    'mailto:sam@example.com',
  ]) {
    test(
      `${address}: it gets none`,
      atLengthUnless(address.startsWith(' java')),
      async ({ page, openPage }) => {
        await injectHtml(page, tile(address));
        await openPage('/category/all', { options: '{"listing":true}' });
        await expect(page.locator('.product-item .back-in-stock').first()).toBeVisible();
        await expect(page.locator('#foreign .back-in-stock')).toHaveCount(0);
      },
    );
  }
});

test.describe('wants the shop to have no button, by names that the code looks up', () => {
  const ofDocument = [
    'querySelector',
    'querySelectorAll',
    'documentElement',
    'addEventListener',
    'activeElement',
    'dispatchEvent',
    'readyState',
    'defaultView',
    'adoptedStyleSheets',
  ];

  for (const name of ofDocument) {
    test(
      `document.${name}`,
      atLengthUnless(name === 'querySelector'),
      async ({ page, openProduct, widget, shop, complaints }) => {
        await injectHtml(page, `<img name="${name}" alt="">`, 'end');
        await openProduct('camp-lantern', { way: 'script-json' });
        await subscribeByButton(widget, shop, LANTERN);
        // The theme's own scripts fail by it.
        takeOut(complaints, 'Error: ');
      },
    );
  }

  const ofWindow = [
    'checkout',
    'CURRENT_STORE_CODE',
    'BASE_URL',
    'jQuery',
    '$',
    'Alpine',
    'BackInStock',
    'Klaviyo',
  ];

  for (const name of ofWindow) {
    test(`window.${name}`, AT_LENGTH, async ({ page, openProduct, widget, shop }) => {
      await injectElements(page, name, ['storeId', 'call', 'registry', 'fn', '$data', 'init']);
      await openProduct('trail-runner', {
        way: 'script-json',
        options: '{"store":"1"}',
        csp: 'strict',
        checkout: 'none',
      });
      await subscribeByButton(widget, shop, {
        offered: ['Red / 42', 'Blue / 40', 'Blue / 41', 'Blue / 42', 'Blue / 43'],
        label: 'Blue / 41',
        variant: '2010',
      });
    });
  }

  test(
    'a frame of another host in the place of checkout',
    AT_LENGTH,
    async ({ page, openPage, widget, shop, complaints }) => {
      const foreign = await listForeignRequests(page);
      await injectHtml(page, `<iframe name="checkout" src="https://${FOREIGN_HOST}/"></iframe>`);
      await openPage('/hyva/camp-lantern', { way: 'script-json', options: '{"store":"1"}' });
      await subscribeByButton(widget, shop, LANTERN);
      // The frame itself.
      expect(foreign).toEqual([`GET https://${FOREIGN_HOST}/`]);
      complaints.length = 0;
    },
  );

  test(
    'an image named querySelectorAll, where the settings name a place',
    AT_LENGTH,
    async ({ page, openProduct, widget, shop, complaints }) => {
      await injectHtml(page, '<img name="querySelectorAll" alt="">', 'end');
      const options = JSON.stringify({
        stockLabel: '.sold-out',
        trigger: { anchor: '.product-info-price' },
      });
      await openProduct('camp-lantern', { way: 'script-json', options });
      await subscribeByButton(widget, shop, LANTERN);
      takeOut(complaints, 'Error: ');
    },
  );

  test('fields that hide what a form can do', AT_LENGTH, async ({ page, openProduct, shop }) => {
    const fields = [
      'closest',
      'matches',
      'contains',
      'querySelector',
      'parentElement',
      'dataset',
      'id',
    ]
      .map((name) => `<input name="${name}">`)
      .join('');
    await injectHtml(
      page,
      `<div class="product-info-main"><form id="x_product_addtocart_form">${fields}<p class="stock unavailable">x</p></form></div>`,
      'end',
    );
    await openProduct('camp-lantern', { way: 'script-json' });
    // An assertion of Playwright's that does not hold at once describes the page, and is caught in that form for ever.
    const dialog = page.locator('dialog[open]');
    await page.locator('.back-in-stock button').click();
    await dialog.locator('[name=email]').fill(EMAIL);
    await dialog.locator('.submit').click();
    await expect
      .poll(() => dialog.locator('[role=status]').textContent())
      .toBe(DEFAULT_TEXTS.success);
    expect(await dialog.locator('[name=variant]').count()).toBe(0);
    expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant: LANTERN.variant, store: '1' }]);
  });
});

test.describe('wants shoppers signed up for something else', () => {
  const tag = (attributes = '') => {
    const data = {
      id: '2045',
      name: 'Camp Lantern',
      type: 'simple',
      variants: [{ id: '6666', sku: 'EVIL', salable: false }],
    };
    return `<script type="application/json" data-back-in-stock-product ${attributes}>${JSON.stringify(data)}</script>`;
  };

  for (const around of [(html: string) => html, (html: string) => `<dialog>${html}</dialog>`]) {
    test(
      `by product data of his own, on a page with the module: ${around('')}`,
      atLengthUnless(around('') === ''),
      async ({ page, openProduct, widget, shop, complaints }) => {
        await injectHtml(page, around(tag()));
        await openProduct('camp-lantern', { way: 'module' });
        await subscribeByButton(widget, shop, LANTERN);
        takeOut(complaints, 'data-back-in-stock-product of a page counts only with data-mark');
      },
    );
  }

  test(
    'by product data beside the theme’s own: the page itself counts, and the console says so',
    AT_LENGTH,
    async ({ page, openPage, widget, shop, complaints }) => {
      await injectHtml(page, tag());
      await openPage('/shop/camp-lantern', { way: 'script-json', data: 'tag' });
      await subscribeByButton(widget, shop, LANTERN);
      await takeComplaints(complaints, ['say different things about product 2045']);
    },
  );

  test(
    'by product data for a tile, on a list of a shop with the module',
    AT_LENGTH,
    async ({ page, openPage, widget, shop, complaints }) => {
      await injectHtml(
        page,
        tag().replace('data-back-in-stock-product', 'data-back-in-stock-product="tile"'),
      );
      await openPage('/category/all', { way: 'module', options: '{"listing":true}' });
      await page
        .locator('.product-item', { hasText: 'Camp Lantern' })
        .locator('.back-in-stock button')
        .click();
      await widget.email.fill('sam@example.com');
      await widget.submit.click();
      await expect(widget.status).toContainText('Thank you');
      expect(shop.sandbox.events).toEqual([
        { email: 'sam@example.com', variant: '2045', store: '1' },
      ]);
      await takeComplaints(complaints, ['data-back-in-stock-product of a page counts only with']);
    },
  );

  test(
    'by product data inside of a picture',
    AT_LENGTH,
    async ({ page, openProduct, widget, shop }) => {
      await injectHtml(page, `<svg>${tag()}</svg>`);
      await openProduct('camp-lantern', { way: 'script-json' });
      await subscribeByButton(widget, shop, LANTERN);
    },
  );
});

test(
  'wants a form of his own sent by our button, with the address in it',
  AT_LENGTH,
  async ({ page, openProduct, widget, shop }) => {
    await listForeignRequests(page);
    await injectHtml(
      page,
      `<form action="https://${FOREIGN_HOST}/take" id="foreign"><div data-back-in-stock></div><input name="email" type="email"></form>`,
    );
    await openProduct('camp-lantern', { way: 'script-json' });
    await widget.button.click();
    await widget.email.fill('sam@example.com');
    await widget.email.press('Enter');
    await expect(widget.status).toContainText('Thank you');
    expect(shop.sandbox.events).toEqual([
      { email: 'sam@example.com', variant: '2045', store: '1' },
    ]);
    expect(await page.locator('#foreign input').inputValue()).toBe('');
    expect(new URL(page.url()).pathname).toBe('/shop/camp-lantern');
  },
);

test('wants his own form over ours, by CSS: what is behind the open form cannot be reached', async ({
  page,
  openProduct,
  widget,
}) => {
  await injectHtml(
    page,
    `<form id="foreign" style="position:fixed;inset:0;z-index:2147483647;background:white"><input type="email" aria-label="Foreign"></form>
     <style>back-in-stock-modal { opacity: 0; transform: scale(0) }</style>`,
    'end',
  );
  await openProduct('camp-lantern', { way: 'script-json' });
  await page.evaluate(() => document.querySelector<HTMLElement>('.back-in-stock button')?.click());
  await expect(widget.email).toBeFocused();
  await widget.email.click();
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('back-in-stock-modal');
});
