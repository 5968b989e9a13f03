import type { Locator } from '@playwright/test';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { BROKEN } from '../support/klaviyo-answers.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { EMAIL, takeLogged } from './fault-checks.ts';
import { expect, test } from './fixtures.ts';
import { readStorage } from './kept-entries.ts';
import { goToPage, openPage } from './open-page.ts';
import { routeKlaviyo } from './route-klaviyo.ts';
import { SENT_ONCE } from './sent-once.ts';
import { shortenPauses } from './shorten-pauses.ts';
import { listPosts, TRANSPORTS } from './transports.ts';
import type { Widget } from './widget.ts';

// The boxes for the newsletter and for the consent, in every transport.

const LIST = 'LIST01';
const FORM =
  'a=DEMO01&email=sam%2Bsecret%40mail.example.com&variant=2045&platform=magento_two&store=1';
const PROFILE = '"type":"profile","attributes":{"email":"sam+secret@mail.example.com"';
const ALERT = `{"data":{"type":"back-in-stock-subscription","attributes":{"channels":["EMAIL"],"profile":{"data":{${PROFILE}}}}},"relationships":{"variant":{"data":{"type":"catalog-variant","id":"$magento_two:::$default:::2045"}}}}}`;
const MARKETING = '"subscriptions":{"email":{"marketing":{"consent":"SUBSCRIBED"}}}';
const NEWSLETTER = `{"data":{"type":"subscription","attributes":{"profile":{"data":{${PROFILE},${MARKETING}}}}},"relationships":{"list":{"data":{"type":"list","id":"LIST01"}}}}}`;

/** What is sent, byte for byte, without and with a tick in the box for the newsletter. */
const BYTES = {
  onsite: { plain: [FORM], ticked: [`${FORM}&g=LIST01&subscribe_for_newsletter=true`] },
  client: { plain: [ALERT], ticked: [ALERT, NEWSLETTER] },
  relay: { plain: [FORM], ticked: [`${FORM}&g=LIST01&subscribe_for_newsletter=true`] },
} as const;

const CONSENT = 'I agree to the [privacy policy](/privacy).';

const findNewsletter = ({ dialog }: Widget): Locator =>
  dialog.getByRole('checkbox', { name: DEFAULT_TEXTS.newsletter, exact: true });

const findConsent = ({ dialog }: Widget): Locator =>
  dialog.getByRole('checkbox', { name: 'I agree to the privacy policy.', exact: true });

for (const { api } of TRANSPORTS) {
  const options = { api, newsletterList: LIST, retries: 1 };
  const parameters = { csp: 'strict', options };

  test(
    `${api}: the box for the newsletter is empty, and left so only the alert is subscribed to`,
    AT_LENGTH,
    async ({ page, shop, widget }) => {
      await openPage(page, shop, '/shop/camp-lantern', parameters);
      await widget.button.click();
      await expect(findNewsletter(widget)).not.toBeChecked();
      await expect(findNewsletter(widget)).not.toHaveAttribute('required');
      await widget.email.fill(EMAIL);
      await widget.email.press('Enter');
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      await expect(findNewsletter(widget)).toHaveCount(0);
      expect(listPosts(shop.sandbox).map(({ body }) => body)).toEqual(BYTES[api].plain);
      expect(shop.sandbox.newsletters).toEqual([]);
    },
  );

  test(
    `${api}: ticked, the shopper gets both`,
    atLengthUnless(api === 'client'),
    async ({ page, shop, widget }) => {
      await openPage(page, shop, '/shop/camp-lantern', parameters);
      await widget.button.click();
      await widget.email.fill(EMAIL);
      await findNewsletter(widget).check();
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      await expect.poll(() => shop.sandbox.newsletters).toEqual([{ email: EMAIL, list: LIST }]);
      expect(shop.sandbox.events).toHaveLength(1);
      expect(listPosts(shop.sandbox).map(({ body }) => body)).toEqual(BYTES[api].ticked);
    },
  );

  test(
    `${api}: what is kept is kept with its tick`,
    AT_LENGTH,
    async ({ page, context, shop, widget, complaints }) => {
      await openPage(page, shop, '/shop/camp-lantern', parameters);
      await widget.button.click();
      await widget.email.fill(EMAIL);
      await findNewsletter(widget).check();
      await context.setOffline(true);
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.keptOffline);
      await takeLogged(complaints, ['net::ERR_INTERNET_DISCONNECTED']);
      await page.goto('about:blank');
      await context.setOffline(false);

      // The merchant may have closed the list to new shoppers since, or the page may have no form at all.
      await goToPage(page, shop.origin, '/shop/enamel-mug', {
        csp: 'strict',
        options: JSON.stringify({ api }),
      });
      await expect.poll(() => shop.sandbox.newsletters).toEqual([{ email: EMAIL, list: LIST }]);
      await expect.poll(() => readStorage(page)).toEqual([]);
      expect(listPosts(shop.sandbox).map(({ body }) => body)).toEqual(BYTES[api].ticked);
    },
  );

  test(
    `${api}: without the consent nothing is sent; with it, nothing of it is sent`,
    atLengthUnless(api === 'onsite'),
    async ({ page, shop, widget }) => {
      await openPage(page, shop, '/shop/camp-lantern', {
        csp: 'strict',
        options: { ...options, texts: { consent: CONSENT } },
      });
      await widget.button.click();
      const consent = findConsent(widget);
      await expect(consent).not.toBeChecked();
      await expect(consent).toHaveAttribute('required');
      await expect(consent).toHaveAttribute('aria-invalid', 'false');
      await widget.email.fill(EMAIL);
      await widget.submit.click();
      await expect(consent).toBeFocused();
      await expect(consent).toHaveAttribute('aria-invalid', 'true');
      await expect(consent).toHaveAccessibleDescription(DEFAULT_TEXTS.consentMissing);
      await expect(widget.dialog.getByText(DEFAULT_TEXTS.consentMissing)).toBeVisible();
      await expect(widget.status).toHaveText('');
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.submit);
      expect(listPosts(shop.sandbox)).toHaveLength(0);
      expect(await readStorage(page)).toEqual([]);

      await page.keyboard.press('Space');
      await expect(consent).toBeChecked();
      await expect(consent).toHaveAttribute('aria-invalid', 'false');
      await expect(widget.dialog.getByText(DEFAULT_TEXTS.consentMissing)).toHaveCount(0);
      await page.keyboard.press('Enter');
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(listPosts(shop.sandbox).map(({ body }) => body)).toEqual(BYTES[api].plain);
    },
  );
}

for (const { name, reply, logged } of [
  { name: 'fails', reply: BROKEN, logged: '500' },
  { name: 'cannot be reached', reply: 'unreachable', logged: 'net::ERR_CONNECTION_REFUSED' },
] as const) {
  test(
    `client: success, although the newsletter ${name}; it is sent again without a word`,
    AT_LENGTH,
    async ({ page, shop, widget, complaints }) => {
      const requests = await routeKlaviyo(page, '**/client/subscriptions?*', reply);
      const listPosted = () => requests.map((request) => request.postData());
      const options = { api: 'client', newsletterList: LIST, retries: 2 };
      await openPage(page, shop, '/shop/camp-lantern', { csp: 'strict', options });
      await shortenPauses(page, 2);
      await widget.button.click();
      await widget.email.fill(EMAIL);
      await findNewsletter(widget).check();
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.done);
      await expect.poll(listPosted).toEqual(Array(3).fill(NEWSLETTER));
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(shop.sandbox.events).toHaveLength(1);
      await takeLogged(complaints, [logged]);
    },
  );
}

test('client: nobody waits for the newsletter', AT_LENGTH, async ({ page, shop, widget }) => {
  await routeKlaviyo(page, '**/client/subscriptions?*', 'silent');
  const options = { api: 'client', newsletterList: LIST };
  await openPage(page, shop, '/shop/camp-lantern', { csp: 'strict', options });
  await widget.button.click();
  await widget.email.fill(EMAIL);
  await findNewsletter(widget).check();
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await widget.submit.click();
  await expect(widget.dialog).toHaveCount(0);
  expect(shop.sandbox.events).toHaveLength(1);
  expect(await readStorage(page)).toEqual([]);
});

test(
  'client: the newsletter goes although the shopper leaves as soon as it says success',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    const options = { api: 'client', newsletterList: LIST };
    await openPage(page, shop, '/shop/camp-lantern', { csp: 'strict', options });
    await widget.button.click();
    await widget.email.fill(EMAIL);
    await findNewsletter(widget).check();
    await page.evaluate(() => {
      document.addEventListener('back-in-stock:subscribed', () => location.assign('/privacy'));
    });
    await widget.submit.click();
    await expect(page).toHaveURL(/privacy/);
    await expect.poll(() => shop.sandbox.newsletters).toEqual([{ email: EMAIL, list: LIST }]);
  },
);

const BOTH = { newsletterList: LIST, texts: { consent: CONSENT } };

test('all that is missing is said at once, and the focus goes to the first of it', async ({
  page,
  shop,
  widget,
}) => {
  await openPage(page, shop, '/shop/trail-runner', { options: BOTH });
  await widget.button.click();
  await widget.submit.click();
  await expect(widget.variant).toBeFocused();
  await expect(widget.variant).toHaveAccessibleDescription(DEFAULT_TEXTS.variantMissing);
  await expect(widget.email).toHaveAccessibleDescription(DEFAULT_TEXTS.emailMissing);
  await expect(findConsent(widget)).toHaveAccessibleDescription(DEFAULT_TEXTS.consentMissing);
  await expect(findNewsletter(widget)).toHaveAttribute('aria-invalid', 'false');
  await expect(findNewsletter(widget)).toHaveAccessibleDescription('');
  expect(shop.sandbox.requests).toHaveLength(0);

  // Each sentence goes with its own field only.
  await widget.variant.selectOption('Red / 42');
  await expect(findConsent(widget)).toHaveAttribute('aria-invalid', 'true');
  await widget.email.fill(EMAIL);
  await expect(findConsent(widget)).toHaveAttribute('aria-invalid', 'true');
  await widget.submit.click();
  await expect(findConsent(widget)).toBeFocused();
});

test('the whole form by the keyboard, in its order', async ({ page, shop, widget }) => {
  await openPage(page, shop, '/shop/trail-runner', { options: BOTH });
  await widget.button.press('Enter');
  await expect(widget.variant).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type(EMAIL);
  await page.keyboard.press('Tab');
  await expect(findNewsletter(widget)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(findNewsletter(widget)).toBeChecked();
  await page.keyboard.press('Tab');
  // The link comes before its box, although the box is drawn first.
  const link = widget.dialog.getByRole('link', { name: 'privacy policy', exact: true });
  const consent = findConsent(widget);
  const order = [link, consent];
  for (const part of order) {
    await expect(part).toBeFocused();
    await page.keyboard.press('Tab');
  }
  await expect(widget.submit).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await expect(consent).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  expect(shop.sandbox.newsletters).toHaveLength(1);
});

test('the sentence beside a box ticks it; the link in it opens another tab, and does not', async ({
  page,
  context,
  shop,
  widget,
}) => {
  await openPage(page, shop, '/shop/camp-lantern', { csp: 'strict', options: BOTH });
  await widget.button.click();
  const consent = findConsent(widget);
  const link = widget.dialog.getByRole('link', { name: 'privacy policy', exact: true });
  const opened = context.waitForEvent('page');
  await link.click();
  const privacy = await opened;
  await expect(privacy).toHaveURL(`${shop.origin}/privacy`);
  await expect(privacy.getByRole('heading', { name: 'Privacy policy', level: 1 })).toBeVisible();
  expect(await privacy.evaluate(() => opener)).toBeNull();
  await privacy.close();
  await expect(widget.dialog).toBeVisible();
  await expect(consent).not.toBeChecked();

  const again = context.waitForEvent('page');
  await link.focus();
  await page.keyboard.press('Enter');
  await (await again).close();
  await expect(consent).not.toBeChecked();
  expect(shop.sandbox.requests).toHaveLength(0);

  await widget.dialog.getByText('I agree to the').click({ position: { x: 5, y: 5 } });
  await expect(consent).toBeChecked();
  await widget.dialog.getByText(DEFAULT_TEXTS.newsletter).click();
  await expect(findNewsletter(widget)).toBeChecked();
});

test('ticks outlive a failure, and nothing else: opened again, both boxes are empty', async ({
  page,
  shop,
  widget,
  complaints,
}) => {
  const options = { ...SENT_ONCE, ...BOTH };
  await openPage(page, shop, '/shop/camp-lantern', { csp: 'strict', options });
  shop.sandbox.setMode('500', 1);
  await widget.button.click();
  await widget.email.fill(EMAIL);
  await findNewsletter(widget).check();
  await findConsent(widget).check();
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.serverError);
  await expect(findNewsletter(widget)).toBeChecked();
  await expect(findConsent(widget)).toBeChecked();
  await takeLogged(complaints, ['500']);
  await page.keyboard.press('Escape');
  await expect(widget.dialog).toHaveCount(0);

  await widget.button.click();
  await expect(findNewsletter(widget)).not.toBeChecked();
  await expect(findConsent(widget)).not.toBeChecked();
  await expect(widget.email).toHaveValue(EMAIL);
  await findConsent(widget).check();
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await widget.submit.click();
  await widget.button.click();
  await expect(findConsent(widget)).not.toBeChecked();
});

test('boxes cannot be ticked while it is sent', AT_LENGTH, async ({ page, shop, widget }) => {
  const options = { newsletterList: LIST };
  await openPage(page, shop, '/shop/camp-lantern', { csp: 'strict', options });
  shop.sandbox.setMode('slow');
  await widget.subscribe(EMAIL);
  await expect(widget.submit).toHaveText(DEFAULT_TEXTS.sending);
  // By the keyboard: what a shopper presses must not look as if it still counted.
  await findNewsletter(widget).press('Space');
  await expect(findNewsletter(widget)).not.toBeChecked();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  expect(shop.sandbox.newsletters).toEqual([]);
});

test(
  'only addresses of the shop and secure ones become links',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    const texts = {
      consent: '[one](javascript:alert(1)) [two](/privacy) [three](https://example.com/a)',
      newsletter: '[four](data:text/html,x) {product_name}',
      footer: '[five](mailto:sam@example.com) [six]',
    };
    await openPage(page, shop, '/shop/camp-lantern', {
      // A name is not a merchant's text.
      name: '[seven](/evil)',
      options: { newsletterList: LIST, texts },
    });
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    const links = await widget.dialog
      .getByRole('link')
      .evaluateAll((found) => found.map((link) => [link.textContent, link.getAttribute('href')]));
    expect(links).toEqual([
      ['two', `${shop.origin}/privacy`],
      ['three', 'https://example.com/a'],
    ]);
    for (const text of ['[one](javascript:alert(1))', '[four](data:text/html,x) [seven](/evil)']) {
      await expect(widget.dialog.getByText(text)).toBeVisible();
    }
  },
);
