import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import { type Question, recordQuestions } from './graphql-questions.ts';
import { readEvents, recordEvents } from './shop-window.ts';
import { waitForAnswer } from './wait-for-answer.ts';

const KNOWN = 'sam.known@example.com';
const SESSION = 'sam.session@example.com';
const ASKED = { options: JSON.stringify({ customerEmail: true, timeout: 1000 }) };

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

test('it is sent like a typed one, and stands in no address and no event', async ({
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

test('what was typed meanwhile stays', AT_LENGTH, async ({ page, openProduct, widget, shop }) => {
  const answered = waitForAnswer(page, '/graphql');
  await openProduct('camp-lantern', {
    customer: 'session',
    graphql: 'slow',
    options: '{"customerEmail":true}',
  });
  await widget.button.click();
  await widget.email.fill('other@example.com');
  await answered;
  await widget.submit.click();
  await expect
    .poll(() => shop.sandbox.events.map(({ email }) => email))
    .toEqual(['other@example.com']);
});

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
  'a guest: an empty field, and nothing is asked',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    const questions = recordQuestions(page);
    await openProduct('camp-lantern');
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    await expect(widget.email).toHaveValue('');
    expect(questions).toEqual([]);
  },
);

/** What may be kept of somebody who is not logged in; the first is what the demo's pages keep. */
const GUESTS: Record<string, string | undefined> = {
  'of an empty storage': '{}',
  'with a section without a name': '{"customer":{"data_id":1795338000}}',
  'of whom nothing is kept': undefined,
};

for (const [name, storage] of Object.entries(GUESTS)) {
  test(
    `with the setting a guest ${name} is not asked about either: Magento would log an exception`,
    AT_LENGTH,
    async ({ page, openProduct, widget }) => {
      const questions = recordQuestions(page);
      await page.addInitScript((kept) => {
        document.addEventListener('readystatechange', () => {
          if (kept === undefined) localStorage.removeItem('mage-cache-storage');
          else localStorage['mage-cache-storage'] = kept;
        });
      }, storage);
      await openProduct('camp-lantern', ASKED);
      await widget.button.click();
      await expect(widget.email).toBeFocused();
      await expect(widget.email).toHaveValue('');
      expect(questions).toEqual([]);
    },
  );
}

test(
  'with the setting a session that has ended is asked about, and its refusal is no matter',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    const answers: string[] = [];
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch();
      answers.push(await response.text());
      await route.fulfill({ response });
    });
    await page.addInitScript(() => {
      document.addEventListener('readystatechange', () => {
        localStorage['mage-cache-storage'] = '{"customer":{"fullname":"Sam Session"}}';
      });
    });
    const answered = waitForAnswer(page, '/graphql');
    await openProduct('camp-lantern', ASKED);
    await widget.button.click();
    await answered;
    expect(answers).toEqual([expect.stringContaining("isn't authorized")]);
    await expect(widget.email).toHaveValue('');
  },
);

for (const graphql of ['error', 'html', 'hang']) {
  test(
    `GraphQL in trouble (${graphql}): an empty field that works`,
    AT_LENGTH,
    async ({ page, openProduct, widget, shop }) => {
      const ended = waitForAnswer(page, '/graphql');
      await openProduct('camp-lantern', { customer: 'session', graphql, ...ASKED });
      await widget.button.click();
      await ended;
      await expect(widget.email).toHaveValue('');
      await widget.email.fill('sam@example.com');
      await widget.submit.click();
      await expect.poll(() => shop.sandbox.events).toHaveLength(1);
    },
  );
}

/** Browsers in which what Magento keeps of the shopper cannot be read. */
const STORAGES: Record<string, () => void> = {
  blocked: () => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Access is denied.', 'SecurityError');
      },
    });
  },
  'of broken JSON': () => {
    document.addEventListener('readystatechange', () => {
      localStorage['mage-cache-storage'] = '{"customer":{"email":"sam.known';
    });
  },
  'of other shapes': () => {
    document.addEventListener('readystatechange', () => {
      localStorage['mage-cache-storage'] = '{"customer":{"email":{"toString":1}}}';
    });
  },
  'without a customer': () => {
    document.addEventListener('readystatechange', () => {
      localStorage['mage-cache-storage'] = 'null';
    });
  },
};

for (const [name, prepare] of Object.entries(STORAGES)) {
  test(
    `storage ${name}: an empty field that works`,
    AT_LENGTH,
    async ({ page, openProduct, widget, shop, complaints }) => {
      await page.addInitScript(prepare);
      await openProduct('camp-lantern', { customer: 'klaviyo' });
      // That Magento's own script cannot do without it is not our matter.
      if (name === 'blocked') await takeComplaints(complaints, ['Access is denied.']);
      await widget.button.click();
      await expect(widget.email).toBeFocused();
      await expect(widget.email).toHaveValue('');
      await widget.email.fill('sam@example.com');
      await widget.submit.click();
      await expect.poll(() => shop.sandbox.events).toHaveLength(1);
    },
  );
}
