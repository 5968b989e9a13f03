import { readFileSync } from 'node:fs';

const DECLARATION = /const (\w+) = ([^;]+);/g;
const PIECE = /'((?:[^'\\]|\\.)*)'|self::(\w+)/g;

/** The constants of a PHP class that are texts, or are put together from texts. */
export function readConstants(file: URL): Readonly<Record<string, string>> {
  const constants: Record<string, string> = {};
  for (const [, name = '', value = ''] of readFileSync(file, 'utf8').matchAll(DECLARATION)) {
    const pieces = [...value.matchAll(PIECE)].map(([, text, other]) =>
      // In single quotes PHP knows two signs after a backslash, and leaves every other backslash alone.
      other === undefined ? text?.replaceAll(/\\(['\\])/g, '$1') : constants[other],
    );
    constants[name] = pieces.join('');
  }
  return constants;
}
