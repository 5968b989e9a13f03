import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../src/configuration/options.ts';

// Editors show these comments to merchants' developers, who have no other source for the defaults.
const MEMBER = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*readonly (\w+):/g;
const DEFAULT = /Default: (?:`([^`]*)`|empty|nothing)/;

/** What the comments of an interface promise: setting and default, in the order of the file. */
function readDocumented(file: string, name: string): [string, string][] {
  const source = readFileSync(new URL(`../../src/configuration/${file}`, import.meta.url), 'utf8');
  const declaration = new RegExp(`export interface ${name} {([^]*?)\\n}`).exec(source)?.[1] ?? '';
  return [...declaration.matchAll(MEMBER)].flatMap(([, comment = '', setting = '']) => {
    // A sentence may go on in the next line.
    const found = DEFAULT.exec(comment.replaceAll(/\s*\n\s*\* /g, ' '));
    return found ? [[setting, found[1] ?? '']] : [];
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
