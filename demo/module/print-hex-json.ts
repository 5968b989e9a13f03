import { raw } from 'hono/html';

const ESCAPED: Readonly<Record<string, string>> = { '/': '\\/', '<': '\\u003C', '>': '\\u003E' };

function toCodeUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** JSON as Magento's `JsonHexTag` prints it: pure ASCII, in which no text can end the element it stands in. */
export function printHexJson(value: unknown) {
  const json = JSON.stringify(value);
  return raw(
    json.replaceAll(
      /[/<>\u0080-\uffff]/g,
      (character) => ESCAPED[character] ?? toCodeUnit(character),
    ),
  );
}
