import { afterEach, describe, expect, test, vi } from 'vitest';
import { readCustomer } from '../../src/page/visit.ts';
import { watchConsole } from '../support/console.ts';
import { showProductPage } from '../support/luma-page.ts';
import { addSettingsTag } from '../support/product-tag.ts';
import { startShop } from '../support/shop.ts';
import { blockStorage } from '../support/storage.ts';
import { openDialog, SETTINGS, startWidget } from '../support/widget.ts';

const ASKING = { ...SETTINGS, customerEmail: true };
const ANSWER = { data: { customer: { email: 'kim@example.com' } } };

/** What Magento keeps in the browser; a text is kept as it is. */
function keep(storage: unknown): void {
  const text = typeof storage === 'string' ? storage : JSON.stringify(storage);
  localStorage.setItem('mage-cache-storage', text);
}

/** Magento keeps a name of those who are logged in, but no address. */
function logIn(): void {
  keep({ customer: { fullname: 'Kim', firstname: 'Kim', websiteId: '1' } });
}

async function openForm(options = SETTINGS as object) {
  await showProductPage('camp-lantern');
  const handle = await startWidget(options);
  await handle.open();
  const email = openDialog().querySelector('input');
  if (!email) throw new Error('The form has an e-mail field.');
  return { handle, email };
}

function type(email: HTMLInputElement, text: string): void {
  email.value = text;
  email.dispatchEvent(new Event('input', { bubbles: true }));
}

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('what the browser knows of the shopper', () => {
  test.each<[string, unknown, string, boolean]>([
    [
      'with Klaviyo’s extension',
      { customer: { fullname: 'Sam', email: 'sam@x.org' } },
      'sam@x.org',
      true,
    ],
    ['without it', { customer: { fullname: 'Sam', firstname: 'Sam', websiteId: '1' } }, '', true],
    ['as a guest', { customer: { data_id: 1 } }, '', false],
    ['as a guest with an empty name', { customer: { fullname: '', data_id: 1 } }, '', false],
    ['as a guest with an empty section', { customer: [] }, '', false],
    ['with a name that is none', { customer: { fullname: { length: 3 } } }, '', false],
    ['with null for the address', { customer: { fullname: 'Sam', email: null } }, '', true],
    ['with an object for the address', { customer: { fullname: 'Sam', email: {} } }, '', true],
    ['with other sections alone', { cart: { summary_count: 1 } }, '', false],
    ['as an empty object', {}, '', false],
    ['as an empty text', '', '', false],
    ['as JSON that breaks off', '{"customer":{', '', false],
    ['as null', 'null', '', false],
  ])('%s', (_name, storage, email, isLoggedIn) => {
    keep(storage);
    expect(readCustomer()).toEqual({ email, isLoggedIn });
  });

  test('is nothing where there is no such storage', () => {
    expect(readCustomer()).toEqual({ email: '', isLoggedIn: false });
  });

  test('is nothing where storage is blocked', () => {
    blockStorage();
    expect(readCustomer()).toEqual({ email: '', isLoggedIn: false });
  });
});

describe('the e-mail field', () => {
  test('is empty for a shopper of whom nothing is known, and nobody is asked', async () => {
    const { questions } = startShop(ANSWER);
    const { email } = await openForm();
    expect(email.value).toBe('');
    expect(questions).toEqual([]);
  });

  test('is filled in from what Klaviyo’s extension keeps, and nothing is asked or sent', async () => {
    keep({ customer: { fullname: 'Sam', email: 'sam@example.com' } });
    const { questions, subscriptions } = startShop(ANSWER);
    const { email } = await openForm(ASKING);
    await vi.waitFor(() => expect(email.value).toBe('sam@example.com'));
    expect(questions).toEqual([]);
    expect(subscriptions).toEqual([]);
  });

  test('is filled in from the shop’s answer where the merchant wants that, asked once', async () => {
    logIn();
    const { questions, subscriptions } = startShop(ANSWER);
    const { handle, email } = await openForm(ASKING);
    await vi.waitFor(() => expect(email.value).toBe('kim@example.com'));
    openDialog().close();
    await handle.open();
    expect(openDialog().querySelector('input')?.value).toBe('kim@example.com');
    expect(questions).toHaveLength(1);
    expect(subscriptions).toEqual([]);
  });

  test('may be asked for by the JSON tag', async () => {
    logIn();
    startShop(ANSWER);
    await showProductPage('camp-lantern');
    addSettingsTag({ customerEmail: true });
    const handle = await startWidget();
    await handle.open();
    await vi.waitFor(() =>
      expect(openDialog().querySelector('input')?.value).toBe('kim@example.com'),
    );
  });

  test('is not asked for before the form opens', async () => {
    logIn();
    const { questions } = startShop(ANSWER);
    await showProductPage('camp-lantern');
    const handle = await startWidget(ASKING);
    await handle.open('no such variant');
    expect(questions).toEqual([]);
  });

  // Asked about a guest, Magento writes an exception to its log.
  test.each<[string, () => void]>([
    ['keeps a section without a name', () => keep({ customer: { data_id: 1 } })],
    ['keeps other sections alone', () => keep({ cart: {} })],
    ['keeps an empty object', () => keep({})],
    ['keeps an empty text', () => keep('')],
    ['keeps what is no JSON', () => keep('{"customer":')],
    ['keeps nothing', () => {}],
    ['cannot keep anything', blockStorage],
  ])('is not asked for where the browser %s', async (_name, prepare) => {
    prepare();
    const { questions } = startShop(ANSWER);
    const { handle, email } = await openForm(ASKING);
    await handle.open('no such variant');
    expect(questions).toEqual([]);
    expect(email.value).toBe('');
  });

  test('keeps what was typed while the answer was under way', async () => {
    logIn();
    let answer = (_given: object) => {};
    const { questions } = startShop(
      () =>
        new Promise<object>((resolve) => {
          answer = resolve;
        }),
    );
    const { handle, email } = await openForm(ASKING);
    await vi.waitFor(() => expect(questions).toHaveLength(1));
    type(email, 's');
    answer(ANSWER);
    await handle.open('no such variant');
    expect(email.value).toBe('s');
  });

  test.each<[string, object | string]>([
    ['the shop says that it is a guest', { errors: [{}], data: { customer: null } }],
    ['a page comes back', '<!doctype html>'],
    ['HTML is the address', { data: { customer: { email: null } } }],
  ])('stays empty when %s, and nothing is said', async (_name, answer) => {
    logIn();
    const { messages } = watchConsole();
    const { questions } = startShop(answer);
    const { handle, email } = await openForm(ASKING);
    await vi.waitFor(() => expect(questions).toHaveLength(1));
    await handle.open('no such variant');
    expect(email.value).toBe('');
    expect(messages).toEqual([]);
  });

  test('is never a part of the events', async () => {
    keep({ customer: { fullname: 'Sam', email: 'sam@example.com' } });
    startShop(ANSWER);
    const details: unknown[] = [];
    const note = (detail: unknown) => details.push(detail);
    const { email } = await openForm({
      ...SETTINGS,
      on: { shown: note, opened: note, closed: note },
    });
    await vi.waitFor(() => expect(email.value).toBe('sam@example.com'));
    openDialog().close();
    await vi.waitFor(() => expect(details).toHaveLength(3));
    expect(JSON.stringify(details)).not.toContain('sam@example.com');
  });
});
