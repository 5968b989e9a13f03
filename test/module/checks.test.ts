import { expect, test } from 'vitest';
import { readModuleFile } from '../../build/module/module-files.ts';
import { findField, listFields } from '../../build/module/module-settings.ts';

const FIELDS = listFields();

/** What Magento's `lib/web/mage/validation.js` has of what is used here; the last takes its numbers from its name. */
const VALIDATIONS =
  /^(required-entry|no-whitespace|validate-alphanum|validate-digits|validate-digits-range|digits-range-\d+-\d+)$/;

test.each(FIELDS.filter(({ backend }) => backend))(
  '$path: the check before saving is a class that there is',
  ({ backend }) => {
    const file = `${backend.replace('BackInStock\\Klaviyo\\', '').replaceAll('\\', '/')}.php`;
    const name = backend.split('\\').at(-1);
    expect(backend).toMatch(/^BackInStock\\Klaviyo\\Model\\Config\\Backend\\\w+$/);
    expect(readModuleFile(file)).toContain(`class ${name} extends CheckedValue`);
  },
);

test('a setting is checked if the widget would not start with a wrong one, or not do without one', () => {
  const backends = Object.fromEntries(
    FIELDS.filter(({ backend }) => backend).map(({ path, backend }) => [
      path,
      backend.split('\\').at(-1),
    ]),
  );
  expect(backends).toEqual({
    'general/api_key': 'PublicApiKey',
    'general/catalogue': 'RequiredText',
    'general/requests_per_minute': 'RequestsPerMinute',
    'button/text': 'RequiredText',
    'button/anchor': 'Selector',
    'button/classes': 'ClassNames',
    'form/headline': 'RequiredText',
    'form/success': 'RequiredText',
    'form/newsletter_list': 'ListId',
    'form/newsletter': 'RequiredText',
    'colours/accent': 'Colour',
    'colours/contrast': 'Colour',
    'colours/background': 'Colour',
    'colours/text': 'Colour',
    'colours/backdrop': 'Colour',
  });
});

test('what the browser checks is known to Magento, and agrees with the server', () => {
  for (const { path, validation, backend } of FIELDS) {
    expect(
      validation.filter((name) => !VALIDATIONS.test(name)),
      path,
    ).toEqual([]);
    const isRequired = /\\(RequiredText|RequestsPerMinute)$/.test(backend);
    expect(validation.includes('required-entry'), path).toBe(isRequired);
  }
  expect(findField('general/requests_per_minute').validation).toContain('digits-range-1-600');
  expect(readModuleFile('Model/Config/Backend/RequestsPerMinute.php')).toContain('MOST = 600;');
});
