import { describe, expect, test, vi } from 'vitest';
import { watchConsole } from '../support/console.ts';
import { stubCss } from '../support/css.ts';
import { showProductPage } from '../support/luma-page.ts';
import {
  findButtons,
  loadWidget,
  SETTINGS,
  settle,
  startWidget,
  waitForButton,
} from '../support/widget.ts';

describe('one page has one widget', () => {
  test('init twice gives the same handle and one button', async () => {
    await showProductPage('trail-runner');
    const init = await loadWidget();
    const handle = init(SETTINGS);
    expect(init({ apiKey: 'OTHER' })).toBe(handle);
    await settle(handle);
    expect(findButtons()).toHaveLength(1);
  });

  test('the console says once that the settings of another init do not count', async () => {
    await showProductPage('trail-runner');
    const { messages } = watchConsole();
    const init = await loadWidget();
    init(SETTINGS);
    init(SETTINGS);
    init();
    expect(messages).toEqual([]);
    init({ ...SETTINGS, texts: { trigger: 'Tell me' } });
    init({ ...SETTINGS, texts: { trigger: 'Tell me soon' } });
    expect(messages).toEqual([
      '[back-in-stock] is running already, so that the settings of another start do not count.',
    ]);
    await waitForButton();
  });

  test('a second copy of the script gives the same handle and one button', async () => {
    await showProductPage('trail-runner');
    const handle = await startWidget();
    expect(await startWidget()).toBe(handle);
    await settle(handle);
    expect(findButtons()).toHaveLength(1);
  });

  test('after destroy a new one can start', async () => {
    await showProductPage('trail-runner');
    const init = await loadWidget();
    const handle = init(SETTINGS);
    await waitForButton();
    handle.destroy();
    const next = init(SETTINGS);
    expect(next).not.toBe(handle);
    await waitForButton();
    // The old handle has nothing to do with the new widget.
    handle.destroy();
    handle.refresh();
    await settle(next);
    expect(findButtons()).toHaveLength(1);
    expect(await handle.open()).toBe(false);
    expect(init()).toBe(next);
  });
});

describe('the store view', () => {
  test('of the page is enough', async () => {
    await showProductPage('camp-lantern', { storeId: '3' });
    const { messages } = watchConsole();
    await startWidget();
    await waitForButton();
    expect(messages).toEqual([]);
  });

  test.each([
    ['that is nowhere', null],
    ['that is a code', 'default'],
    ['that is empty', ''],
    ['that is no id', {}],
  ])('%s gives no button and one message that names the setting', async (_name, storeId) => {
    await showProductPage('camp-lantern', { storeId });
    const { messages } = watchConsole();
    const handle = await startWidget();
    expect(await handle.open()).toBe(false);
    handle.refresh();
    await settle(handle);
    expect(findButtons()).toEqual([]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('[back-in-stock] store ');
  });

  test('from the settings is enough where the page has none', async () => {
    await showProductPage('camp-lantern', { storeId: null });
    const { messages } = watchConsole();
    await startWidget({ ...SETTINGS, store: 2 });
    await waitForButton();
    expect(messages).toEqual([]);
  });

  test('is not asked for as long as nothing is sold out', async () => {
    await showProductPage('enamel-mug', { storeId: null });
    const { messages } = watchConsole();
    await settle(await startWidget({}));
    expect(messages).toEqual([]);
  });
});

describe('a mistake in the settings', () => {
  test('gives no button and one message, however often the page changes', async () => {
    await showProductPage('camp-lantern');
    stubCss();
    const { messages } = watchConsole();
    const handle = await startWidget({ apiKey: 'pk_secret' });
    expect(await handle.open()).toBe(false);
    handle.refresh();
    await settle(handle);
    expect(findButtons()).toEqual([]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('apiKey');
  });

  test('of the strangest kind neither throws nor rejects', async () => {
    await showProductPage('camp-lantern');
    watchConsole();
    const circular: { self?: object } = {};
    circular.self = circular;
    const handle = await startWidget({ apiKey: circular as unknown as string });
    await expect(handle.open()).resolves.toBe(false);
    expect(() => handle.destroy()).not.toThrow();
  });

  test.each([null, 'DEMO01', 7, []])('options that are %j lack the key', async (options) => {
    await showProductPage('camp-lantern');
    const { messages } = watchConsole();
    const handle = await startWidget(options as never);
    expect(await handle.open()).toBe(false);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('apiKey is missing');
  });
});

test('the JSON tag fills in what init was not given, and nothing else', async () => {
  await showProductPage('camp-lantern', { storeId: null });
  document.body.insertAdjacentHTML(
    'beforeend',
    `<script type="application/json" data-back-in-stock-config>
      {"store": "4", "trigger": {"classes": "of-the-tag"}, "texts": {"trigger": "From the tag"}}</script>`,
  );
  await startWidget({ apiKey: 'CALL', texts: { trigger: 'From the call' } });
  const button = await waitForButton('From the call');
  expect(button.className).toBe('of-the-tag');
});

test.each(['dialog', 'adopted style sheets'])(
  'a browser without %s gets no button, no error and no message',
  async (feature) => {
    await showProductPage('camp-lantern');
    const { messages } = watchConsole();
    if (feature === 'dialog') vi.stubGlobal('HTMLDialogElement', undefined);
    else vi.stubGlobal('Document', class {});
    const handle = await startWidget();
    expect(await handle.open()).toBe(false);
    handle.destroy();
    vi.unstubAllGlobals();
    expect(findButtons()).toEqual([]);
    expect(messages).toEqual([]);
  },
);
