import { describe, expect, test } from 'vitest';
import { parseModuleXml, readModuleFile } from '../../build/module/module-files.ts';
import {
  findField,
  listFields,
  readDefaults,
  readSection,
} from '../../build/module/module-settings.ts';
import { ADMIN_TEXTS } from './widget-settings.ts';

const FIELDS = listFields();

describe('what merchants read', () => {
  test.each(FIELDS)('$path: a label and a comment in whole sentences', ({ label, comment }) => {
    expect(label).toMatch(/^[A-Z]/);
    expect(comment).toMatch(/^[A-Z].{30,}\.$/);
    // Magento prints comments as HTML.
    expect(comment).not.toMatch(/<|&\w+;/);
  });

  test.each(FIELDS.filter(({ type }) => type !== 'select'))(
    '$path: an example, and what empty means',
    ({ comment }) => {
      expect(comment).toContain('for example ');
      expect(comment).toMatch(/\bEmpty: |It cannot be empty/);
    },
  );

  test.each(Object.keys(ADMIN_TEXTS))(
    '%s: the placeholders, at the field or once for its group',
    (path) => {
      const { group, comment } = findField(path);
      const above = readSection().groups.find(({ id }) => id === group)?.comment;
      for (const name of ['product_name', 'variant', 'attributes']) {
        expect(above + comment).toContain(`{${name}}`);
      }
    },
  );

  test('labels differ within a group', () => {
    for (const { fields } of readSection().groups) {
      expect(new Set(fields.map(({ label }) => label)).size).toBe(fields.length);
    }
  });
});

describe('the section', () => {
  const { attributes, tab, resource, groups } = readSection();

  test('is where the documents say, and its settings under its name', () => {
    const paths = Object.keys(readDefaults());
    expect(attributes.id).toBe('back_in_stock');
    expect(tab).toBe('catalog');
    expect(readModuleFile('Model/Settings.php')).toContain("SECTION = 'back_in_stock/'");
    expect(groups.map(({ id }) => id)).toEqual([
      ...new Set(paths.map((path) => path.split('/')[0])),
    ]);
  });

  test('is allowed by the resource that acl.xml has, beside those of other sections', () => {
    const path = [
      'Magento_Backend::admin',
      'Magento_Backend::stores',
      'Magento_Backend::stores_settings',
      'Magento_Config::config',
      resource,
    ];
    let level = parseModuleXml('etc/acl.xml').config.acl.resources;
    for (const id of path) {
      expect(level.resource).toHaveLength(1);
      [level] = level.resource;
      expect(level['@id']).toBe(id);
    }
    expect(level['@title']).toContain(readSection().label);
    expect(level.resource).toBeUndefined();
  });
});
