import { writeFileSync } from 'node:fs';
import { HANDED_OVER } from '../src/loading/classic-script.ts';
import { LANGUAGE_FILES, ROOT } from './bundles.ts';
import { describeLicences } from './licences.ts';
import { LOCALES } from './locales.ts';

/**
 * The script that passes these texts to the element that has loaded it. HTML of the page may hide the document's own
 * member `currentScript`, so the script reads it where it is defined.
 */
const printFile = (texts: object): string =>
  `${describeLicences([])}
Reflect.get(Document.prototype,"currentScript",document)?.dispatchEvent(new CustomEvent("${HANDED_OVER}",{detail:${JSON.stringify(texts)}}));
`;

/** Writes the file of every language into `dist/`. */
export function writeLanguageFiles(): void {
  for (const [index, texts] of Object.values(LOCALES).entries()) {
    writeFileSync(`${ROOT}dist/${LANGUAGE_FILES[index]}`, printFile(texts));
  }
}
