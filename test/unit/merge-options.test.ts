import { describe, expect, test } from 'vitest';
import { mergeOptions } from '../../src/configuration/start-settings.ts';

const DEFAULTS = {
  store: '',
  timeout: 10_000,
  trigger: { classes: 'action primary', width: 'auto' },
  on: { shown: undefined },
};

/** The settings that these sources give together, and the names of those that are none. */
function merge(...sources: unknown[]) {
  const unknown: string[] = [];
  return { settings: mergeOptions(DEFAULTS, sources, unknown), unknown };
}

describe('settings', () => {
  test('are the defaults where the merchant wrote nothing', () => {
    expect(merge()).toEqual({ settings: DEFAULTS, unknown: [] });
    expect(merge({}, undefined, null)).toEqual({ settings: DEFAULTS, unknown: [] });
  });

  test('of a later source win key by key, within groups too', () => {
    const tag = { store: '1', trigger: { classes: 'button', width: '100%' } };
    const call = { timeout: 2000, trigger: { classes: 'action' } };
    expect(merge(tag, call).settings).toEqual({
      ...DEFAULTS,
      store: '1',
      timeout: 2000,
      trigger: { classes: 'action', width: '100%' },
    });
  });

  test('that are null or undefined are not set, as PHP prints them', () => {
    const tag = { store: '1', trigger: { width: '100%' } };
    const call = { store: null, timeout: undefined, trigger: null };
    expect(merge(tag, call).settings).toEqual({
      ...DEFAULTS,
      ...tag,
      trigger: { classes: 'action primary', width: '100%' },
    });
  });

  test('that are empty or false are set', () => {
    expect(merge({ store: '1', timeout: 5 }, { store: '', timeout: 0 }).settings).toMatchObject({
      store: '',
      timeout: 0,
    });
  });

  test('are taken from no source that is not an object', () => {
    expect(merge('text', 1, true, () => {})).toEqual({ settings: DEFAULTS, unknown: [] });
  });

  test('keep functions', () => {
    const shown = () => {};
    expect(merge({ on: { shown } }).settings.on).toEqual({ shown });
  });

  test('never change the defaults or what the merchant wrote', () => {
    const written = { trigger: { classes: 'button' } };
    const before = structuredClone([DEFAULTS, written]);
    merge(written, { trigger: { width: '1px' } });
    expect([DEFAULTS, written]).toEqual(before);
  });
});

describe('keys that are no settings', () => {
  test('are left out and named with their path, each once', () => {
    const { settings, unknown } = merge(
      { apikey: 'a', trigger: { colour: 'red' } },
      { apikey: 'b', trigger: { colour: 'blue', padding: 0 }, on: { click: 1 } },
    );
    expect(settings).toEqual(DEFAULTS);
    expect(unknown.sort()).toEqual(['apikey', 'on.click', 'trigger.colour', 'trigger.padding']);
  });

  test.each(['constructor', 'toString', '__proto__', 'prototype'])('%s is one', (key) => {
    const { settings, unknown } = merge(JSON.parse(`{"${key}":{"store":"9","polluted":"yes"}}`));
    expect(settings).toEqual(DEFAULTS);
    expect(unknown).toEqual([key]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('within a group do not change what every other object is', () => {
    const { settings } = merge(JSON.parse('{"trigger":{"__proto__":{"polluted":"yes"}}}'));
    expect(settings).toEqual(DEFAULTS);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

test('an empty group, which PHP prints as a list, is a group in which nothing is set', () => {
  expect(merge({ trigger: [], on: [] }).settings).toEqual(DEFAULTS);
});
