import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { listModuleFiles, readModuleFile } from '../../build/module/module-files.ts';
import { findField, listFields } from '../../build/module/module-settings.ts';
import { parseConfiguration } from '../../src/configuration/parse-configuration.ts';
import { WIDGET_SETTINGS, writeOptions } from './widget-settings.ts';

const FIELDS = listFields();

/** No key, no selector and no colour. */
const WRONG = 'pk_1 [';

/** The class without its namespace. */
const nameCheck = (backend: string): string => backend.split('\\').at(-1) ?? '';

/** What Magento's `lib/web/mage/validation.js` has of what is used here; the last takes its numbers from its name. */
const VALIDATIONS =
  /^(required-entry|no-whitespace|validate-alphanum|validate-digits|validate-digits-range|digits-range-\d+-\d+)$/;

test.each(FIELDS.filter(({ backend }) => backend))(
  '$path: the check before saving is a class that there is',
  ({ backend }) => {
    const file = `${backend.replace('BackInStock\\Klaviyo\\', '').replaceAll('\\', '/')}.php`;
    expect(backend).toMatch(/^BackInStock\\Klaviyo\\Model\\Config\\Backend\\\w+$/);
    expect(readModuleFile(file)).toContain(`class ${nameCheck(backend)} extends CheckedValue`);
  },
);

test('every check is in use', () => {
  const folder = 'Model/Config/Backend';
  const checks = listModuleFiles('.php').filter(
    (path) => path.startsWith(folder) && !path.endsWith('/CheckedValue.php'),
  );
  const used = FIELDS.map(({ backend }) => `${folder}/${nameCheck(backend)}.php`);
  expect(checks.filter((path) => !used.includes(path))).toEqual([]);
});

describe('what the widget would not start with', () => {
  beforeAll(() => {
    const window = new Window({ url: 'https://shop.example/' });
    vi.stubGlobal('document', window.document);
    vi.stubGlobal('location', window.location);
    vi.stubGlobal('CSS', { supports: (_: string, value: string) => value !== WRONG });
    vi.spyOn(console, 'error').mockReturnValue();
  });

  afterAll(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  test('is checked before it is saved', () => {
    const unchecked = FIELDS.filter(({ path, type, backend }) => {
      const setting = WIDGET_SETTINGS[path];
      if (type === 'select' || !setting) return false;
      const options = [{ apiKey: 'ABC123', store: '1' }, writeOptions(setting, WRONG)];
      return !parseConfiguration(options) && ['', 'RequiredText'].includes(nameCheck(backend));
    });
    expect(unchecked.map(({ path }) => path)).toEqual([]);
    // The key, the selector, the newsletter's list, the days and each of the colours.
    expect(console.error).toHaveBeenCalledTimes(9);
  });
});

test('what cannot be empty is so for the browser, for the server and in its comment', () => {
  for (const { path, validation, backend, comment } of FIELDS) {
    const isRequired = [
      'RequiredText',
      'RequestsPerMinute',
      'ForwardsAtOnce',
      'RememberDays',
    ].includes(nameCheck(backend));
    expect(validation.includes('required-entry'), path).toBe(isRequired);
    expect(comment.includes('It cannot be empty'), path).toBe(isRequired);
  }
});

// Magento's sentence about letters and numbers would stop the form before the module could say that a key is a private one.
test.each(['general/api_key', 'form/newsletter_list'])(
  '%s: the browser checks nothing, so that the server can say what is wrong',
  (path) => {
    const { backend, validation } = findField(path);
    expect(validation).toEqual([]);
    expect(['PublicApiKey', 'ListId']).toContain(nameCheck(backend));
  },
);

test('what the browser checks is known to Magento, and agrees with the server', () => {
  const unknown = FIELDS.flatMap(({ validation }) => validation).filter(
    (name) => !VALIDATIONS.test(name),
  );
  expect(unknown).toEqual([]);
  expect(findField('general/requests_per_minute').validation).toContain('digits-range-1-600');
  expect(readModuleFile('Model/Config/Backend/RequestsPerMinute.php')).toContain('MAXIMUM = 600;');
  expect(findField('general/forwards_at_once').validation).toContain('digits-range-1-20');
  expect(readModuleFile('Model/Config/Backend/ForwardsAtOnce.php')).toContain('MAXIMUM = 20;');
  expect(findField('form/remember_days').validation).toContain('digits-range-0-365');
  expect(readModuleFile('Model/Config/Backend/RememberDays.php')).toContain('MAXIMUM = 365;');
});
