import { afterEach, describe, expect, test, vi } from 'vitest';
import { readCustomer } from '../../src/page/customer.ts';
import { watchConsole } from '../support/console.ts';
import { showProductPage } from '../support/luma-page.ts';
import { addSettingsTag } from '../support/product-tag.ts';
import { startShop } from '../support/shop.ts';
import { openDialog, SETTINGS, startWidget } from '../support/widget.ts';

const ASKING = { ...SETTINGS, customerEmail: true };
const ANSWER = { data: { customer: { email: 'kim@example.com' } } };

/** What Magento keeps in the browser; a text is kept as it is. */
function keep(storage: unknown): void {
  const text = typeof storage === 'string' ? storage : JSON.stringify(storage);
  localStorage.setItem('mage-cache-storage', text);
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
      false,
    ],
    ['without it', { customer: { fullname: 'Sam', firstname: 'Sam', websiteId: '1' } }, '', false],
    ['as a guest', { customer: { data_id: 1 } }, '', true],
    ['as a guest with an empty name', { customer: { fullname: '', data_id: 1 } }, '', true],
    ['with null for the address', { customer: { fullname: 'Sam', email: null } }, '', false],
    ['with an object for the address', { customer: { fullname: 'Sam', email: {} } }, '', false],
    ['as an empty text', '', '', false],
    ['as JSON that breaks off', '{"customer":{', '', false],
    ['as null', 'null', '', false],
  ])('%s', (_name, storage, email, isGuest) => {
    keep(storage);
    expect(readCustomer()).toEqual({ email, isGuest });
  });

  test('is nothing where there is no such storage', () => {
    expect(readCustomer()).toEqual({ email: '', isGuest: false });
  });

  test('is nothing where storage is blocked', () => {
    vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('Access is denied', 'SecurityError');
    });
    expect(readCustomer()).toEqual({ email: '', isGuest: false });
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
    const { questions } = startShop(ANSWER);
    await showProductPage('camp-lantern');
    const handle = await startWidget(ASKING);
    await handle.open('no such variant');
    expect(questions).toEqual([]);
  });

  test('is not asked for where Magento says that nobody is logged in', async () => {
    keep({ customer: { data_id: 1 } });
    const { questions } = startShop(ANSWER);
    const { handle } = await openForm(ASKING);
    await handle.open('no such variant');
    expect(questions).toEqual([]);
  });

  test('keeps what was typed while the answer was under way', async () => {
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
    ['a guest is told', { errors: [{}], data: { customer: null } }],
    ['a page comes back', '<!doctype html>'],
    ['HTML is the address', { data: { customer: { email: null } } }],
  ])('stays empty when %s, and nothing is said', async (_name, answer) => {
    const { messages } = watchConsole();
    const { questions } = startShop(answer);
    const { handle, email } = await openForm(ASKING);
    await vi.waitFor(() => expect(questions).toHaveLength(1));
    await handle.open('no such variant');
    expect(email.value).toBe('');
    expect(messages).toEqual([]);
  });

  test('is never a part of what is told to the merchant', async () => {
    keep({ customer: { fullname: 'Sam', email: 'sam@example.com' } });
    startShop(ANSWER);
    const told: unknown[] = [];
    const note = (detail: unknown) => told.push(detail);
    const { email } = await openForm({
      ...SETTINGS,
      on: { shown: note, opened: note, closed: note },
    });
    await vi.waitFor(() => expect(email.value).toBe('sam@example.com'));
    openDialog().close();
    await vi.waitFor(() => expect(told).toHaveLength(3));
    expect(JSON.stringify(told)).not.toContain('sam@example.com');
  });
});
