import { listModuleFiles, parseModuleXml, readModuleFile } from './module/module-files.ts';
import { readDefaults, readSection } from './module/module-settings.ts';

// `__('…')`: what Magento translates. A phrase in other quotes, or put together, is not found, so there must be none.
const CALL = /(?<![\w$>:])__\(\s*(?:\/\/[^\n]*\s*)*/g;
const LITERAL = /^'((?:[^'\\]|\\.)*)'\s*[,)]/s;

/** The phrases in PHP and templates, in their order. `__($variable)` translates what another file holds. */
function listLiterals(path: string): readonly string[] {
  const source = readModuleFile(path);
  return [...source.matchAll(CALL)].flatMap(({ index, 0: call }) => {
    const argument = source.slice(index + call.length);
    const literal = LITERAL.exec(argument)?.[1];
    if (literal !== undefined) return [literal.replaceAll(/\\(['\\])/g, '$1')];
    if (argument.startsWith('$')) return [];
    throw new Error(`${path}: write the phrase after "__(" in single quotes, in one piece.`);
  });
}

/** The texts of the configuration that a shopper reads, by the calls that translate them. */
function listConfiguredTexts(): readonly string[] {
  const source = readModuleFile('Model/WidgetConfiguration.php');
  const defaults = readDefaults();
  return [...source.matchAll(/->translate\('([^']+)'\)/g)].map(([, path = '']) => {
    const text = defaults[path];
    if (text === undefined) throw new Error(`etc/config.xml has no ${path}.`);
    return text;
  });
}

/** The texts of the module's page in the admin. */
function listAdminTexts(): readonly string[] {
  const { label, groups } = readSection();
  const texts = groups.flatMap((group) => [
    group.label,
    group.comment,
    ...group.fields.flatMap((field) => [
      field.label,
      field.comment,
      ...field.options.map(([, option]) => option),
    ]),
  ]);
  return [label, ...texts, ...listTitles(parseModuleXml('etc/acl.xml').config.acl.resources)];
}

interface Resource {
  readonly '@title'?: string;
  readonly resource?: readonly Resource[];
}

const listTitles = ({ '@title': title, resource = [] }: Resource): readonly string[] => [
  ...(title ? [title] : []),
  ...resource.flatMap(listTitles),
];

/** Every phrase of the module, each once: first what shoppers read, then what merchants read. */
export function listPhrases(): readonly string[] {
  const files = listModuleFiles('.php', '.phtml');
  const isForMerchants = (path: string) => /^(Model\/Config|Block\/Adminhtml)\//.test(path);
  const phrases = [
    ...listConfiguredTexts(),
    ...files.filter((path) => !isForMerchants(path)).flatMap(listLiterals),
    ...listAdminTexts(),
    ...files.filter(isForMerchants).flatMap(listLiterals),
  ];
  return [...new Set(phrases)].filter(Boolean);
}

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** `i18n/en_US.csv`: every phrase, and itself as its translation. */
export function printPhrases(): string {
  return listPhrases()
    .map((phrase) => `${quote(phrase)},${quote(phrase)}\n`)
    .join('');
}

const ROW = /"((?:[^"]|"")*)","((?:[^"]|"")*)"\n/gy;

/** The rows of such a file: phrase and translation. */
export function readPhrases(csv: string): readonly (readonly [string, string])[] {
  const rows = [...csv.matchAll(ROW)];
  const length = rows.reduce((sum, [row]) => sum + row.length, 0);
  if (length !== csv.length) throw new Error(`no row: ${csv.slice(length).split('\n', 1)}`);
  return rows.map(([, ...texts]) => texts.map((text) => text.replaceAll('""', '"')) as never);
}
