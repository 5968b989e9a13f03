import AxeBuilder from '@axe-core/playwright';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { REFUSED } from '../support/klaviyo-answers.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { EMAIL, takeLogged } from './fault-checks.ts';
import { expect, type Page, test } from './fixtures.ts';
import { readKept, readStorage } from './kept-entries.ts';
import { goToPage, openPage } from './open-page.ts';
import { waitForForm } from './readiness.ts';
import { holdAnswers, routeKlaviyo } from './route-klaviyo.ts';
import { SENT_ONCE } from './sent-once.ts';
import { readEvents, recordEvents } from './shop-window.ts';
import { listPosts } from './transports.ts';
import type { Widget } from './widget.ts';

// With `multiple` a shopper ticks several sold-out variants: one request for each, and one calm result.

const MULTIPLE = { multiple: true };

const BODIES = ['2003', '2011'].map(
  (id) => `a=DEMO01&email=sam%40example.com&variant=${id}&platform=magento_two&store=1`,
);

const boxOf = ({ dialog }: Pick<Widget, 'dialog'>, name: string) =>
  dialog.getByRole('checkbox', { name, exact: true });

const count = (done: number, all: number) => `You are on the list for ${done} of ${all}.`;

/** Ticks two and sends the form. */
async function subscribeToTwo(widget: Widget, email = 'sam@example.com'): Promise<void> {
  await widget.button.click();
  await boxOf(widget, 'Red / 42').check();
  await boxOf(widget, 'Blue / 42').check();
  await widget.email.fill(email);
  await widget.submit.click();
}

/** Keeps what screen readers are given to say of the result, from now on. */
async function recordStatus({ status }: Widget): Promise<() => Promise<string[]>> {
  const said = await status.evaluateHandle((region) => {
    const texts: string[] = [];
    new MutationObserver(() => texts.push(region.textContent ?? '')).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return texts;
  });
  return () => said.jsonValue();
}

/** The results that were announced, with the variants that each is about. */
const readResults = async (page: Page) =>
  (await readEvents(page))
    .filter(({ name }) => name === 'subscribed' || name === 'failed')
    .map(({ name, detail }) => [name, ...detail.variants.map(({ id }) => id)].join(' '));

for (const theme of ['shop', 'hyva'] as const) {
  test(
    `${theme}: the whole way by keyboard, one request for each, one result`,
    atLengthUnless(theme === 'shop'),
    async ({ page, shop, widget }) => {
      await recordEvents(page);
      const parameters = theme === 'shop' ? { csp: 'strict' } : {};
      await openPage(page, shop, `/${theme}/trail-runner`, { ...parameters, options: MULTIPLE });
      await widget.button.press('Enter');
      await expect(boxOf(widget, 'Red / 42')).toBeFocused();
      await page.keyboard.press('Space');
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
      await expect(boxOf(widget, 'Blue / 42')).toBeFocused();
      await page.keyboard.press('Space');
      for (let step = 0; step < 2; step += 1) await page.keyboard.press('Tab');
      await expect(widget.email).toBeFocused();
      await page.keyboard.type('sam@example.com');
      const readSaid = await recordStatus(widget);
      await page.keyboard.press('Enter');
      await expect(widget.status).toHaveText(count(2, 2));
      await expect(widget.status).toHaveClass('success');
      expect(await readSaid()).toEqual([DEFAULT_TEXTS.sending, count(2, 2)]);
      await expect(widget.submit).toBeFocused();
      await expect(widget.dialog.getByText('Red / 42, Blue / 42', { exact: true })).toBeVisible();
      await expect(widget.dialog.getByRole('checkbox')).toHaveCount(0);
      expect(listPosts(shop.sandbox).map(({ body }) => body)).toEqual(BODIES);
      expect(await readResults(page)).toEqual(['subscribed 2003', 'subscribed 2011']);
      expect(await readStorage(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await expect(widget.button).toBeFocused();
    },
  );
}

test('what has failed is named, and sent again alone', async ({
  page,
  shop,
  widget,
  complaints,
}) => {
  await recordEvents(page);
  await openPage(page, shop, '/shop/trail-runner', { options: MULTIPLE });
  const requests = await routeKlaviyo(page, shop.endpoint, 'sandbox', REFUSED, 'sandbox');
  await subscribeToTwo(widget);
  await expect(widget.status).toHaveText(`${count(1, 2)} Blue / 42: ${DEFAULT_TEXTS.refused}`);
  await expect(widget.submit).toHaveText(DEFAULT_TEXTS.retry);
  await expect(widget.submit).toBeFocused();
  await expect(boxOf(widget, 'Red / 42')).toBeChecked();
  await takeLogged(complaints, ['refused']);
  await widget.submit.click();
  await expect(widget.status).toHaveText(count(2, 2));
  const [first, second] = BODIES;
  expect(requests.map((request) => request.postData())).toEqual([first, second, second]);
  expect(await readResults(page)).toEqual(['subscribed 2003', 'failed 2011', 'subscribed 2011']);
});

test(
  'offline, both are kept, and the one result follows what becomes of them',
  AT_LENGTH,
  async ({ page, context, shop, widget, complaints }) => {
    await recordEvents(page);
    await openPage(page, shop, '/shop/trail-runner', { options: MULTIPLE });
    await waitForForm(page);
    await context.setOffline(true);
    await subscribeToTwo(widget);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.keptOffline);
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.done);
    expect((await readKept(page)).map(({ subscription }) => subscription.variant).sort()).toEqual([
      '2003',
      '2011',
    ]);
    await takeLogged(complaints, ['net::ERR_INTERNET_DISCONNECTED']);
    await context.setOffline(false);
    await expect(widget.status).toHaveText(count(2, 2));
    await expect(widget.status).toHaveClass('success');
    expect(
      listPosts(shop.sandbox)
        .map(({ body }) => body)
        .sort(),
    ).toEqual(BODIES);
    expect((await readResults(page)).sort()).toEqual([
      'failed 2003',
      'failed 2011',
      'subscribed 2003',
      'subscribed 2011',
    ]);
    expect(await readStorage(page)).toEqual([]);
  },
);

test(
  'a part that cannot be sent now is kept, and so is all after it',
  AT_LENGTH,
  async ({ page, shop, widget, complaints }) => {
    await openPage(page, shop, '/shop/trail-runner', { options: { ...MULTIPLE, retries: 0 } });
    const requests = await routeKlaviyo(page, shop.endpoint, 'sandbox', 'unreachable');
    await widget.button.click();
    for (const name of ['Red / 42', 'Blue / 40', 'Blue / 41']) await boxOf(widget, name).check();
    await widget.email.fill('sam@example.com');
    await widget.submit.click();
    await expect(widget.status).toHaveText(
      `${count(1, 3)} Blue / 40, Blue / 41: ${DEFAULT_TEXTS.kept}`,
    );
    await expect(widget.status).not.toHaveClass(/error|success/);
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.done);
    expect(requests).toHaveLength(2);
    expect((await readKept(page)).map(({ subscription }) => subscription.variant).sort()).toEqual([
      '2009',
      '2010',
    ]);
    await takeLogged(complaints, ['net::ERR_CONNECTION_REFUSED']);
  },
);

test(
  'all that fail in the same way are one sentence',
  AT_LENGTH,
  async ({ page, shop, widget, complaints }) => {
    await openPage(page, shop, '/shop/trail-runner', { options: { ...MULTIPLE, ...SENT_ONCE } });
    shop.sandbox.setMode('500');
    await subscribeToTwo(widget);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.serverError);
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.retry);
    await takeLogged(complaints, ['500']);
    shop.sandbox.setMode('normal');
    await widget.submit.click();
    await expect(widget.status).toHaveText(count(2, 2));
  },
);

test(
  'mistakes are found once, before anything is sent',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    await openPage(page, shop, '/shop/trail-runner', {
      options: { ...MULTIPLE, newsletterList: 'LIST01', texts: { consent: 'I agree.' } },
    });
    await widget.button.click();
    await widget.submit.click();
    const first = boxOf(widget, 'Red / 42');
    await expect(first).toBeFocused();
    await expect(first).toHaveAccessibleDescription(DEFAULT_TEXTS.variantMissing);
    await expect(widget.dialog.getByText(DEFAULT_TEXTS.variantMissing)).toHaveCount(1);
    await first.check();
    await boxOf(widget, 'Blue / 42').check();
    await expect(first).toHaveAccessibleDescription('');
    await widget.email.fill('sam@');
    await widget.submit.click();
    await expect(widget.email).toBeFocused();
    await expect(widget.email).toHaveAccessibleDescription(DEFAULT_TEXTS.emailMalformed);
    await expect(widget.status).toHaveText('');
    expect(listPosts(shop.sandbox)).toEqual([]);
    await widget.email.fill('sam@example.com');
    await boxOf(widget, 'I agree.').check();
    await boxOf(widget, DEFAULT_TEXTS.newsletter).check();
    await widget.submit.click();
    await expect(widget.status).toHaveText(count(2, 2));
    // Both are subscribed to, and the newsletter is joined once.
    expect(shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2003', '2011']);
    expect(shop.sandbox.newsletters).toEqual([{ email: 'sam@example.com', list: 'LIST01' }]);
  },
);

test(
  '"Stop" ends all of them, and keeps nothing',
  AT_LENGTH,
  async ({ page, shop, widget, complaints }) => {
    await openPage(page, shop, '/shop/trail-runner', { options: MULTIPLE });
    shop.sandbox.setMode('503');
    await subscribeToTwo(widget);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.retrying);
    expect(await readKept(page)).toHaveLength(2);
    await widget.dialog.getByRole('button', { name: DEFAULT_TEXTS.stop, exact: true }).click();
    await expect(widget.status).toHaveText('');
    await expect(widget.submit).toBeFocused();
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.retry);
    await expect(boxOf(widget, 'Blue / 42')).toBeChecked();
    expect(await readStorage(page)).toEqual([]);
    expect(new Set(listPosts(shop.sandbox).map(({ body }) => body))).toEqual(new Set([BODIES[0]]));
    await takeLogged(complaints, ['503']);
  },
);

test('closing the form loses none of them', AT_LENGTH, async ({ page, shop, widget }) => {
  await openPage(page, shop, '/shop/trail-runner', { options: MULTIPLE });
  await holdAnswers(page, shop.endpoint);
  await subscribeToTwo(widget, EMAIL);
  await expect.poll(() => readKept(page)).toHaveLength(2);
  await page.keyboard.press('Escape');
  await expect(widget.dialog).toHaveCount(0);
  await page.unroute(shop.endpoint);
  await page.evaluate(() => {
    for (const [key, text] of Object.entries(localStorage)) {
      if (!key.startsWith('back-in-stock:[')) continue;
      localStorage.setItem(key, JSON.stringify({ ...JSON.parse(text), notBefore: 0 }));
    }
  });
  await goToPage(page, shop.origin, '/shop/enamel-mug');
  await expect.poll(() => readStorage(page)).toEqual([]);
  expect(shop.sandbox.events.map(({ variant }) => variant).sort()).toEqual(['2003', '2011']);
});

test(
  'assistive technology learns the group, and each box is large enough',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    await openPage(page, shop, '/shop/trail-runner', { options: MULTIPLE });
    await widget.button.click();
    await expect(widget.dialog).toMatchAriaSnapshot(`
    - group "Colour / Size":
      - checkbox "Red / 42"
      - checkbox "Blue / 40"
      - checkbox "Blue / 41"
      - checkbox "Blue / 42"
      - checkbox "Blue / 43"
    - textbox "E-mail address"
  `);
    for (const box of await widget.dialog.getByRole('checkbox').all()) {
      const { width = 0, height = 0 } = (await box.boundingBox()) ?? {};
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
    const find = async () => {
      const { violations } = await new AxeBuilder({ page })
        .include('back-in-stock-modal')
        .analyze();
      return violations;
    };
    expect(await find()).toEqual([]);
    await widget.submit.click();
    await expect(boxOf(widget, 'Red / 42')).toHaveAttribute('aria-invalid', 'true');
    expect(await find()).toEqual([]);
  },
);

test('what is chosen on the page is ticked', AT_LENGTH, async ({ page, shop, widget }) => {
  await openPage(page, shop, '/shop/trail-runner', { options: MULTIPLE });
  await page.getByRole('option', { name: '41', exact: true }).click();
  await page.getByRole('option', { name: 'Blue, sold out, notify me' }).click();
  await expect(boxOf(widget, 'Blue / 41')).toBeChecked();
  await expect(widget.dialog.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(widget.dialog.getByRole('checkbox')).toHaveCount(4);
});

test('a single sold-out variant has no box', AT_LENGTH, async ({ page, shop, widget }) => {
  await openPage(page, shop, '/shop/camp-lantern', { options: MULTIPLE });
  await widget.subscribe('sam@example.com');
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  expect(shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2045']);
});

test(
  'in a long list the selects narrow the boxes, and what is ticked stays in sight',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    await openPage(page, shop, '/shop/summit-boot', { options: MULTIPLE });
    await widget.button.click();
    const select = (name: string) => widget.dialog.getByRole('combobox', { name, exact: true });
    await expect(widget.dialog.getByRole('combobox')).toHaveCount(2);
    await expect(widget.dialog.getByRole('checkbox')).toHaveCount(0);
    await widget.submit.click();
    await expect(select('Colour')).toBeFocused();
    await expect(select('Colour')).toHaveAccessibleDescription(DEFAULT_TEXTS.variantMissing);
    await select('Size').selectOption('42');
    await select('Colour').selectOption('Red');
    await boxOf(widget, 'Red / 42 / Wide').check();
    await select('Colour').selectOption('Blue');
    await expect(boxOf(widget, 'Red / 42 / Wide')).toBeChecked();
    await boxOf(widget, 'Blue / 42 / Narrow').check();
    await expect(widget.dialog.getByRole('checkbox')).toHaveCount(4);
    await widget.email.fill('sam@example.com');
    await widget.submit.click();
    await expect(widget.status).toHaveText(count(2, 2));
    expect(shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2109', '2131']);
  },
);

test(
  'a ticked box that the selects no longer show can be emptied and ticked again by keyboard',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    await openPage(page, shop, '/shop/summit-boot', { options: MULTIPLE });
    await widget.button.click();
    const select = (name: string) => widget.dialog.getByRole('combobox', { name, exact: true });
    await select('Size').selectOption('42');
    await select('Colour').selectOption('Red');
    const box = boxOf(widget, 'Red / 42 / Wide');
    await box.check();
    await select('Colour').selectOption('Blue');
    await box.focus();
    await page.keyboard.press('Space');
    await expect(box).not.toBeChecked();
    await expect(box).toBeFocused();
    await page.keyboard.press('Space');
    await expect(box).toBeChecked();
    await expect(box).toBeFocused();
    await page.keyboard.press('Space');
    await boxOf(widget, 'Blue / 42 / Narrow').check();
    await widget.email.fill('sam@example.com');
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2131']);
  },
);
