import { describe, expect, test } from 'vitest';
import { readDescriptions } from '../../build/settings/read-descriptions.ts';
import { DEFAULTS } from '../../src/configuration/options.ts';

// Editors show these comments to merchants' developers, who have no other source for the defaults.
const DEFAULT = /^(?:`([^`]*)`|empty|nothing)/;

/** What the comments of an interface promise: setting and default, in the order of the file. */
function readDocumented(file: string, name: string): [string, string][] {
  const source = new URL(`../../src/configuration/${file}`, import.meta.url);
  return (readDescriptions(source).get(name) ?? []).flatMap((setting): [string, string][] => {
    const found = DEFAULT.exec(setting.standard);
    return found ? [[setting.name, found[1] ?? '']] : [];
  });
}

const written = (defaults: object) =>
  Object.entries(defaults)
    .map(([name, value]): [string, string] => [name, String(value)])
    .sort();

describe('every comment names the default that the setting has', () => {
  test.each([
    ['texts.ts', 'Texts', DEFAULTS.texts],
    ['options.ts', 'TriggerOptions', DEFAULTS.trigger],
    ['options.ts', 'ModalOptions', DEFAULTS.modal],
  ])('%s: %s', (file, name, defaults) => {
    expect(readDocumented(file, name).sort()).toEqual(written(defaults));
  });

  test('options.ts: Configuration', () => {
    const { apiKey, product, trigger, modal, texts, on, ...others } = DEFAULTS;
    expect(readDocumented('options.ts', 'Configuration').sort()).toEqual(
      // The key has no default, the product's is what the page says, and the groups have their own comments.
      [...written(others), ['on', '']].sort(),
    );
  });
});
