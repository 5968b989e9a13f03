import { describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../src/configuration/options.ts';
import { readStartSettings, START_DEFAULTS } from '../../src/configuration/start-settings.ts';

const read = (...sources: unknown[]) => readStartSettings(sources);

describe('what the start reads of the settings', () => {
  test('has the defaults of the whole configuration', () => {
    const { variantId, on, texts, ...others } = START_DEFAULTS;
    expect(DEFAULTS).toMatchObject(others);
    expect(DEFAULTS.texts).toMatchObject(texts);
    expect(variantId).toBeUndefined();
    expect(on).toEqual({ shown: undefined });
  });

  test('is what was set last', () => {
    const settings = read(
      { apiKey: 'TAG', store: 1, texts: { trigger: 'Tell me' } },
      { apiKey: 'OWN' },
    );
    expect(settings).toMatchObject({ apiKey: 'OWN', store: 1, texts: { trigger: 'Tell me' } });
    expect(settings.trigger).toEqual(START_DEFAULTS.trigger);
  });

  test('takes the SKU for the id of a variant', () => {
    expect(read({ variantId: 'sku' }).variantId).toBe('sku');
  });

  test('takes functions where there may be some', () => {
    const variantId = () => 'A';
    const shown = () => {};
    const product = () => null;
    expect(read({ variantId, on: { shown }, product })).toMatchObject({
      variantId,
      product,
      on: { shown },
    });
  });

  test.each([
    ['a text for a flag', { listing: 'yes' }],
    ['a list for a text', { texts: { trigger: ['Tell me'] } }],
    ['a function for a text', { texts: { trigger: () => 'Tell me' } }],
    ['a text for a group', { trigger: 'after' }],
    ['a flag for a selector', { stockLabel: true, trigger: { anchor: false } }],
    ['nothing', { texts: null, trigger: { classes: null } }],
    ['a field of Klaviyo’s catalogue that there is not', { variantId: 'entity_id' }],
  ])('leaves out %s, which the form names', (_, wrong) => {
    expect(read(wrong)).toEqual(START_DEFAULTS);
  });
});
