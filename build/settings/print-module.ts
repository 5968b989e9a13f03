import { XMLBuilder } from 'fast-xml-parser';
import { readDefaults } from '../module/module-settings.ts';
import { listSettings } from './list-settings.ts';
import { replaceOnce } from './replace-once.ts';

/** Longest line of PHP that Magento's coding standard allows. */
const LONGEST = 120;

/**
 * Sets the widget's defaults in `etc/config.xml`, and adds the fields that it lacks. Fields that only the server needs have
 * no setting of the widget: their defaults are written there by hand, and stay.
 */
export function renewConfigXml(xml: string): string {
  const groups: Record<string, Record<string, unknown>> = {};
  for (const [path, value] of Object.entries({ ...readDefaults(), ...listFieldDefaults() })) {
    const [group = '', field = ''] = path.split('/');
    groups[group] = { ...groups[group], [field]: value };
  }
  const builder = new XMLBuilder({ format: true, indentBy: '    ', suppressEmptyNode: true });
  const section: string = builder.build({ back_in_stock: groups });
  return replaceOnce(
    xml,
    /^ {8}<back_in_stock>[\s\S]*<\/back_in_stock>\n/m,
    section.replaceAll(/^(?=.)/gm, ' '.repeat(8)),
  );
}

const listFieldDefaults = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    listSettings()
      .filter(({ field }) => field)
      .map(({ field, value }) => [field, String(typeof value === 'boolean' ? +value : value)]),
  );

/** Lists the sentences that have no field in the admin in `Model/Texts.php`, so that Magento translates them. */
export function renewTexts(php: string): string {
  const sentences = listSettings().filter(
    ({ group, value, field }) => group === 'texts' && value && !field,
  );
  const lines = sentences.map(({ name, value }) => printPhrase(name, String(value)));
  return replaceOnce(php, /(?<=^ {8}return \[\n)(?: {12}.*\n)*(?= {8}\];$)/m, lines.join(''));
}

/** The call that `bin/magento i18n:collect-phrases` finds: its argument is one literal. */
function printPhrase(name: string, sentence: string): string {
  const literal = `'${sentence.replaceAll(/['\\]/g, '\\$&')}'`;
  const line = `            '${name}' => __(${literal}),\n`;
  if (line.length <= LONGEST) return line;
  const inner = `// phpcs:ignore Generic.Files.LineLength\n                ${literal}`;
  return `            '${name}' => __(\n                ${inner}\n            ),\n`;
}
