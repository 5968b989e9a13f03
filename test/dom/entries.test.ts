import { within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Handle } from '../../src/back-in-stock.ts';
import { watchConsole } from '../support/console.ts';
import { serveFormScript } from '../support/form-script.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import { CLIENT_ACCEPTED } from '../support/klaviyo-answers.ts';
import { showProductPage } from '../support/luma-page.ts';
import { findButtons, SETTINGS, settle, waitForButton, waitForDialog } from '../support/widget.ts';

const started: Handle[] = [];

afterEach(() => {
  vi.restoreAllMocks();
  for (const handle of started.splice(0)) handle.destroy();
});

/** Puts a JSON tag with settings at the end of the page. */
function addJsonTag(settings: object): void {
  const tag = document.createElement('script');
  tag.type = 'application/json';
  tag.setAttribute('data-back-in-stock-config', '');
  tag.textContent = JSON.stringify(settings);
  document.body.append(tag);
}

/** Runs the script of the script tag as if it were on the page with these attributes. */
async function runScriptTag(attributes: Record<string, string>) {
  const tag = document.createElement('script');
  for (const [name, value] of Object.entries({ src: '/js/back-in-stock.js', ...attributes })) {
    tag.setAttribute(name, value);
  }
  vi.spyOn(Object.getPrototypeOf(document), 'currentScript', 'get').mockReturnValue(tag);
  vi.resetModules();
  serveFormScript();
  return await import('../../src/entries/script-tag.ts');
}

/** The widget that runs on this page; where none does, one that knows no key. */
async function findRunning(): Promise<Handle> {
  const { init } = await import('../../src/entries/script-tag.ts');
  const handle = init();
  started.push(handle);
  return handle;
}

describe('the script tag', () => {
  test('starts the widget with its attributes', async () => {
    await showProductPage('camp-lantern', { storeId: null });
    await runScriptTag({ 'data-api-key': 'DEMO01', 'data-store': '1' });
    await waitForButton();
    await findRunning();
  });

  test('starts the widget with the settings of the JSON tag', async () => {
    await showProductPage('camp-lantern');
    addJsonTag({ ...SETTINGS, texts: { trigger: 'From the JSON tag' } });
    await runScriptTag({});
    await waitForButton('From the JSON tag');
    await findRunning();
  });

  test('takes both, and its attributes win', async () => {
    await showProductPage('camp-lantern', { storeId: null });
    addJsonTag({ apiKey: 'TAG', store: 'wrong', texts: { trigger: 'From the JSON tag' } });
    await runScriptTag({ 'data-api-key': 'DEMO01', 'data-store': '2' });
    await waitForButton('From the JSON tag');
    await findRunning();
  });

  test('waits for the page’s own script to call init where there are no settings', async () => {
    await showProductPage('camp-lantern');
    const { messages } = watchConsole();
    const { init } = await runScriptTag({ src: 'back-in-stock.js', 'data-cfasync': 'false' });
    const handle = init(SETTINGS);
    started.push(handle);
    await waitForButton();
    expect(messages).toEqual([]);
  });

  test('gives way to the shop’s own call of init, where a JSON tag of somebody else’s has started first', async () => {
    await showProductPage('camp-lantern');
    addJsonTag({ ...SETTINGS, apiKey: 'EVIL99', texts: { trigger: 'Evil' } });
    const { init } = await runScriptTag({ src: 'back-in-stock.js' });
    await waitForButton('Evil');
    const handle = init({ ...SETTINGS, texts: { trigger: 'The shop' } });
    started.push(handle);
    await waitForButton('The shop');
    expect(document.querySelectorAll('.back-in-stock button')).toHaveLength(1);
  });

  test('is not kept from starting by a JSON tag that came after its own settings', async () => {
    await showProductPage('enamel-mug');
    await runScriptTag({ 'data-api-key': 'DEMO01', 'data-store': '1' });
    await settle(await findRunning());
    await showProductPage('camp-lantern');
    addJsonTag({ texts: { trigger: 'Evil' } });
    await waitForButton();
    expect(findButtons()).toHaveLength(1);
  });

  test('reads no JSON tag without the mark of its own tag, also when init is called', async () => {
    await showProductPage('camp-lantern');
    addJsonTag({ ...SETTINGS, apiKey: 'EVIL99', texts: { trigger: 'Evil' } });
    const { init } = await runScriptTag({ 'data-mark': 'shop' });
    const handle = init(SETTINGS);
    started.push(handle);
    await waitForButton();
    expect(findButtons()).toHaveLength(1);
  });

  test('starts when the JSON tag comes beside a form whose fields have the names of its members', async () => {
    await showProductPage('camp-lantern');
    await runScriptTag({});
    const form = document.createElement('form');
    // As a browser does it for `<input name="matches">`.
    for (const name of ['matches', 'querySelector']) {
      Object.defineProperty(form, name, { value: document.createElement('input') });
    }
    document.body.append(form);
    addJsonTag({ ...SETTINGS, texts: { trigger: 'From the JSON tag' } });
    await waitForButton('From the JSON tag');
    await findRunning();
  });

  test('starts when the JSON tag comes after the script, as tag managers put it in', async () => {
    await showProductPage('camp-lantern');
    const { messages } = watchConsole();
    await runScriptTag({});
    addJsonTag({ ...SETTINGS, texts: { trigger: 'From the JSON tag' } });
    await waitForButton('From the JSON tag');
    expect(messages).toEqual([]);
    await findRunning();
  });

  test('starts when the text of the JSON tag comes later than the tag', async () => {
    await showProductPage('camp-lantern');
    await runScriptTag({});
    const tag = document.createElement('script');
    tag.type = 'application/json';
    tag.setAttribute('data-back-in-stock-config', '');
    const holder = document.createElement('div');
    holder.append(tag);
    document.body.append(holder);
    await Promise.resolve();
    tag.textContent = JSON.stringify(SETTINGS);
    await waitForButton();
    await findRunning();
  });

  test.each([
    ['src', 'text/javascript', '/static/version1/frontend/js/back-in-stock.js'],
    ['data-rocketsrc', 'text/rocketscript', '/js/back-in-stock.min.js?v=1'],
    ['data-src', 'text/delayed', 'back-in-stock.js'],
  ])(
    'finds its attributes where a loader has run it by itself: %s',
    async (name, type, address) => {
      await showProductPage('camp-lantern', { storeId: null });
      const tag = document.createElement('script');
      // happy-dom would load what has a type that it knows.
      tag.type = type === 'text/javascript' ? 'text/plain' : type;
      tag.setAttribute(name, address);
      tag.setAttribute('data-api-key', 'DEMO01');
      tag.setAttribute('data-store', '1');
      document.body.append(tag);
      vi.spyOn(Object.getPrototypeOf(document), 'currentScript', 'get').mockReturnValue(null);
      vi.resetModules();
      await import('../../src/entries/script-tag.ts');
      await waitForButton();
      await findRunning();
    },
  );

  test('takes no settings from the tag of another script', async () => {
    await showProductPage('camp-lantern', { storeId: null });
    const tag = document.createElement('script');
    tag.type = 'text/plain';
    tag.setAttribute('data-src', '/js/my-back-in-stock.js');
    tag.setAttribute('data-api-key', 'OTHER1');
    document.body.append(tag);
    const { messages } = watchConsole();
    await runScriptTag({});
    await vi.waitFor(() => expect(messages).toHaveLength(1), { timeout: 5000 });
    expect(findButtons()).toEqual([]);
  });

  test('says once in the console that there are no settings, and starts when they come', async () => {
    await showProductPage('camp-lantern');
    const { messages, errors } = watchConsole();
    await runScriptTag({});
    await vi.waitFor(() => expect(messages).toHaveLength(1), { timeout: 5000 });
    expect(errors).toEqual([]);
    expect(messages[0]).toContain('data-api-key');
    expect(messages[0]).toContain('data-back-in-stock-config');
    expect(messages[0]).toContain('BackInStock.init');
    document.body.append(document.createElement('div'));
    addJsonTag(SETTINGS);
    await waitForButton();
    expect(messages).toHaveLength(1);
    await findRunning();
  });

  test('sends a subscription as its attributes say', async () => {
    await showProductPage('camp-lantern');
    const requests = startKlaviyo(CLIENT_ACCEPTED);
    await runScriptTag({
      'data-api-key': 'DEMO01',
      'data-api': 'client',
      'data-retries': '0',
      'data-outbox': 'false',
      'data-catalogue': '1-1',
      'data-newsletter-list': 'XyZ123',
    });
    const handle = await findRunning();
    await waitForButton();
    await handle.open();
    const form = within(await waitForDialog());
    const shopper = userEvent.setup();
    await shopper.type(form.getByRole('textbox'), 'sam@example.com');
    await shopper.click(form.getByRole('checkbox'));
    await shopper.click(form.getByRole('button', { name: 'Notify me' }));
    await vi.waitFor(() => expect(requests).toHaveLength(2));
    expect(requests[0]?.address).toContain('/client/back-in-stock-subscriptions?company_id=DEMO01');
    expect(requests[0]?.body).toContain('"$magento_two:::1-1:::2045"');
    expect(requests[1]?.address).toContain('/client/subscriptions?company_id=DEMO01');
    expect(requests[1]?.body).toContain('"XyZ123"');
  });

  test('says what is wrong where the key is misspelt', async () => {
    await showProductPage('camp-lantern');
    const { messages } = watchConsole();
    await runScriptTag({ 'data-apikey': 'DEMO01' });
    await settle(await findRunning());
    expect(findButtons()).toEqual([]);
    expect(messages.join()).toContain('apikey');
    expect(messages.join()).toContain('apiKey is missing');
  });
});

describe('the RequireJS module', () => {
  async function load() {
    vi.resetModules();
    const { backInStock } = await import('../../src/entries/amd.ts');
    return backInStock;
  }

  test('is called with settings and an element, as data-mage-init does', async () => {
    await showProductPage('camp-lantern');
    const element = document.createElement('div');
    document.body.append(element);
    const component = await load();
    started.push(component(SETTINGS, element));
    const button = await waitForButton();
    expect(element.contains(button)).toBe(true);
  });

  test('is called without an element, as for the selector "*"', async () => {
    await showProductPage('camp-lantern');
    const component = await load();
    started.push(component(SETTINGS, undefined));
    await waitForButton();
    expect(findButtons()).toHaveLength(1);
  });

  test('has init, and both are the same widget', async () => {
    await showProductPage('camp-lantern');
    const component = await load();
    const handle = component(SETTINGS);
    started.push(handle);
    expect(component.init()).toBe(handle);
  });

  test('for several elements is one widget with several buttons', async () => {
    await showProductPage('camp-lantern');
    const elements = [1, 2].map(() => document.createElement('div'));
    document.body.append(...elements);
    const component = await load();
    const handles = elements.map((element) => component(SETTINGS, element));
    started.push(...handles);
    expect(handles[1]).toBe(handles[0]);
    await vi.waitFor(() => expect(findButtons()).toHaveLength(2));
    for (const element of elements) expect(element.querySelectorAll('button')).toHaveLength(1);
  });
});
