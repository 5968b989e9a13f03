import { describe, expect, test } from 'vitest';
import { backInStock } from '../../src/entries/amd.ts';
import * as esm from '../../src/entries/esm.ts';
import { watchConsole } from '../support/console.ts';

// On a server there is no page: importing the widget there must not break its rendering.
describe.each([
  ['esm', esm.init],
  ['amd', backInStock],
  ['amd .init', backInStock.init],
])('%s, where there is no page', (_name, init) => {
  test('gives a handle that does nothing, and says nothing', async () => {
    const { messages } = watchConsole();
    const handle = init({ apiKey: 'DEMO01', store: '1' });
    handle.refresh();
    expect(await handle.open()).toBe(false);
    expect(await handle.open('2003')).toBe(false);
    handle.destroy();
    handle.destroy();
    expect(messages).toEqual([]);
  });
});
