import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import { type Question, recordQuestions } from './graphql-questions.ts';
import { readEvents, recordEvents } from './shop-window.ts';
import { waitForAnswer } from './wait-for-answer.ts';

const KNOWN = 'sam.known@example.com';
const SESSION = 'sam.session@example.com';
const ASKED = { options: JSON.stringify({ customerEmail: true, timeout: 3000 }) };

const aboutCustomer = (questions: readonly Question[]) =>
  questions.filter(({ query }) => query.includes('customer'));

for (const path of ['/shop/everyday-hoodie', '/hyva/camp-lantern', '/hyva-csp/trail-runner']) {
  test(
    `${path}: filled in from what Klaviyo's extension keeps, and not sent by itself`,
    atLengthUnless(path.startsWith('/hyva/')),
    async ({ page, openPage, widget, shop }) => {
      const questions = recordQuestions(page);
      // Asking would be allowed, but there is nothing to be asked.
      await openPage(path, { customer: 'klaviyo', ...ASKED });
      await widget.button.click();
      await expect(widget.email).toHaveValue(KNOWN);
      await page.keyboard.press('Escape');
      await expect(widget.dialog).toHaveCount(0);
      expect(questions).toEqual([]);
      expect(shop.sandbox.requests).toHaveLength(0);
    },
  );
}

test('it is sent like a typed one, and is in no address and no event', async ({
  page,
  openProduct,
  widget,
  shop,
}) => {
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await recordEvents(page);
  await openProduct('camp-lantern', { customer: 'klaviyo' });
  await widget.button.click();
  await expect(widget.email).toHaveValue(KNOWN);
  await widget.submit.click();
  await expect
    .poll(() => shop.sandbox.events)
    .toEqual([{ email: KNOWN, variant: '2045', store: '1' }]);
  await widget.submit.click();
  await expect
    .poll(async () => (await readEvents(page)).map(({ name }) => name))
    .toEqual(['shown', 'opened', 'subscribed', 'closed']);
  expect(decodeURIComponent(JSON.stringify(addresses))).not.toContain('sam.known');
  expect(JSON.stringify(await readEvents(page))).not.toContain('sam.known');
  expect(page.url()).not.toContain('sam.known');
});

test(
  'with the setting the session is asked once, at the first opening',
  AT_LENGTH,
  async ({ page, openProduct, widget, shop }) => {
    const questions = recordQuestions(page);
    await openProduct('camp-lantern', { customer: 'session', ...ASKED });
    await expect(widget.button).toBeVisible();
    expect(questions).toEqual([]);
    await widget.button.click();
    await expect(widget.email).toHaveValue(SESSION);
    await page.keyboard.press('Escape');
    await widget.button.click();
    await expect(widget.email).toHaveValue(SESSION);
    expect(questions).toEqual([
      {
        method: 'POST',
        url: `${shop.origin}/graphql`,
        store: undefined,
        query: '{customer{email}}',
        variables: undefined,
      },
    ]);
    expect(shop.sandbox.requests).toHaveLength(0);
  },
);

test(
  'without the setting the session is not asked',
  AT_LENGTH,
  async ({ page, openPage, widget }) => {
    const questions = recordQuestions(page);
    await openPage('/hyva/storm-shell', { customer: 'session' });
    await widget.button.click();
    await expect(widget.variant).toBeFocused();
    await expect(widget.email).toHaveValue('');
    expect(aboutCustomer(questions)).toEqual([]);
  },
);

test(
  'what was changed stays when the form is opened again',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await openProduct('camp-lantern', { customer: 'klaviyo' });
    await widget.button.click();
    await expect(widget.email).toHaveValue(KNOWN);
    await widget.email.fill('other@example.com');
    await page.keyboard.press('Escape');
    await widget.button.click();
    await expect(widget.email).toHaveValue('other@example.com');
  },
);

test(
  'an answer that comes after the form was closed opens nothing',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    const answered = waitForAnswer(page, '/graphql');
    await openProduct('camp-lantern', {
      customer: 'session',
      graphql: 'slow',
      options: '{"customerEmail":true}',
    });
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    await page.keyboard.press('Escape');
    await answered;
    await expect(widget.dialog).toHaveCount(0);
    await widget.button.click();
    await expect(widget.email).toHaveValue(SESSION);
  },
);

test(
  'GraphQL that never answers: an empty field that works',
  AT_LENGTH,
  async ({ page, openProduct, widget, shop }) => {
    const ended = waitForAnswer(page, '/graphql');
    await openProduct('camp-lantern', { customer: 'session', graphql: 'hang', ...ASKED });
    await widget.button.click();
    await ended;
    await expect(widget.email).toHaveValue('');
    await widget.email.fill('sam@example.com');
    await widget.submit.click();
    await expect.poll(() => shop.sandbox.events).toHaveLength(1);
  },
);

test(
  'a storage that is blocked: an empty field that works',
  AT_LENGTH,
  async ({ page, openProduct, widget, shop, complaints }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Access is denied.', 'SecurityError');
        },
      });
    });
    await openProduct('camp-lantern', { customer: 'klaviyo' });
    // Magento's own script needs the storage, which is not our matter.
    await takeComplaints(complaints, ['Access is denied.']);
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    await expect(widget.email).toHaveValue('');
    await widget.email.fill('sam@example.com');
    await widget.submit.click();
    await expect.poll(() => shop.sandbox.events).toHaveLength(1);
  },
);
