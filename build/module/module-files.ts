import { readdirSync, readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';

const MODULE = new URL('../../magento/', import.meta.url);

/** The files of the Magento module whose names end so, by their paths inside of it, without its tests. */
export function listModuleFiles(...endings: readonly string[]): readonly string[] {
  return listAllFiles(endings).filter((path) => !path.startsWith('Test/'));
}

/** The module's tests: the files below `Test/`. */
export function listModuleTests(...endings: readonly string[]): readonly string[] {
  return listAllFiles(endings).filter((path) => path.startsWith('Test/'));
}

const listAllFiles = (endings: readonly string[]): readonly string[] =>
  readdirSync(MODULE, { recursive: true, encoding: 'utf8' })
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort();

export function readModuleFile(path: string): string {
  return readFileSync(new URL(path, MODULE), 'utf8');
}

/** Elements that may occur several times: they are always lists, attributes begin with "@", and all values are texts. */
const LISTS = [
  'group',
  'field',
  'option',
  'resource',
  'policy',
  'value',
  'module',
  'update',
  'referenceBlock',
  'referenceContainer',
  'move',
  'block',
  'argument',
];

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => LISTS.includes(name),
});

// biome-ignore lint/suspicious/noExplicitAny: what a file holds is what its schema and the tests say.
export function parseModuleXml(path: string): any {
  return parser.parse(readModuleFile(path));
}
