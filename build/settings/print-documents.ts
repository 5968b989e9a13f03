import { listSettings, type Setting } from './list-settings.ts';
import { replaceOnce } from './replace-once.ts';

const SETTINGS = listSettings();

const inGroup = (...groups: readonly string[]): readonly Setting[] =>
  SETTINGS.filter(({ group }) => groups.includes(group));

/** What the documents have between these markers: `<!-- settings -->…<!-- /settings -->`. */
const PRINTED = {
  settings: () =>
    printTable(
      ['setting', 'default', 'what it does'],
      inGroup('', 'trigger', 'modal').map((setting) => [
        `\`${setting.path}\``,
        printDefault(setting),
        printText(setting),
      ]),
    ),
  events: () =>
    printTable(
      ['`on.…`', 'event', 'when'],
      inGroup('on').map((setting) => [
        `\`${setting.name}\``,
        `\`back-in-stock:${setting.name}\``,
        printText(setting),
      ]),
    ),
  texts: () =>
    printTable(
      ['text', 'default', 'where and when'],
      inGroup('texts').map((setting) => [
        `\`${setting.name}\``,
        String(setting.value) || `*(${printDefault(setting)})*`,
        printText(setting),
      ]),
    ),
  attributes: () => inGroup('').filter(canBeAttribute).map(printAttribute).join(', '),
} as const;

type Marker = keyof typeof PRINTED;

function printTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `\n\n${lines.join('\n')}\n\n`;
}

/** A value as JSON writes it; what the widget does without a value, in words. */
function printDefault({ value, standard }: Setting): string {
  if (value !== undefined && value !== '') return `\`${JSON.stringify(value)}\``;
  return standard.replace(/^empty, /, 'empty: ').replace(/\.$/, '');
}

/** The links of a comment begin at the root of the package, those of a document beside it. */
function printText({ text, links }: Setting): string {
  return links ? `${text} See ${links.replaceAll('](docs/', '](')}.` : text;
}

/** Attributes hold texts, so no object, function or group. */
const canBeAttribute = ({ value }: Setting): boolean => value !== undefined;

const printAttribute = ({ name }: Setting): string =>
  `\`data-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}\``;

/** Renews what a document has between these markers. */
export const renewDocument =
  (...markers: readonly Marker[]) =>
  (document: string): string =>
    markers.reduce(
      (text, marker) => replaceOnce(text, between(marker), PRINTED[marker]()),
      document,
    );

const between = (marker: Marker): RegExp =>
  new RegExp(`(?<=<!-- ${marker} -->)[\\s\\S]*?(?=<!-- /${marker} -->)`);
