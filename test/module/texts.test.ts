import { expect, test } from 'vitest';
import { readModuleFile } from '../../build/module/module-files.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { ADMIN_TEXTS } from './widget-settings.ts';

const ENTRY = /'(\w+)' => __\(\s*(?:\/\/[^\n]*\s*)*'((?:[^'\\]|\\.)*)'\s*\)/g;

// Another language translates the widget's sentences by these words, so a sentence that changes there changes here.
test('the module has every sentence of the widget for which the admin has no field, in the same words', () => {
  const own: readonly string[] = Object.values(ADMIN_TEXTS);
  const expected = Object.entries(DEFAULT_TEXTS).filter(
    ([name, text]) => text && !own.includes(name),
  );
  const found = [...readModuleFile('Model/Texts.php').matchAll(ENTRY)].map(
    ([, name, text = '']) => [name, text.replaceAll(/\\(['\\])/g, '$1')],
  );
  expect(found).toEqual(expected);
  expect(found.length).toBeGreaterThan(20);
});

test('what the admin has a field for goes under the widget’s name for it', () => {
  const source = readModuleFile('Model/WidgetConfiguration.php');
  const found = [...source.matchAll(/'(\w+)' => \$this->translate\('([^']+)'\)/g)];
  expect(Object.fromEntries(found.map(([, name, path]) => [path, name]))).toEqual(ADMIN_TEXTS);
});

test('the only sentence that neither has is the empty one', () => {
  const empty = Object.entries(DEFAULT_TEXTS).flatMap(([name, text]) => (text ? [] : [name]));
  expect(empty).toEqual(['consent', 'footer']);
});
