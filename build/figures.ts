import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  BUNDLES,
  type Bundle,
  findBundle,
  LANGUAGE_FILES,
  type LanguageFile,
  measureBrotli,
} from './bundles.ts';

/** The figures of a built file. `integrity` is the value of the attribute of that name. */
export function readFigures(name: Bundle | LanguageFile) {
  const content = readFileSync(findBundle(name));
  const hash = createHash('sha384').update(content).digest('base64');
  return { bytes: content.length, brotli: measureBrotli(name), integrity: `sha384-${hash}` };
}

/** One line for each built file. */
export function printFigures(): string {
  const names = [...(Object.keys(BUNDLES) as Bundle[]), ...LANGUAGE_FILES];
  const longest = Math.max(...names.map((name) => name.length));
  const lines = names.map((name) => {
    const { bytes, brotli, integrity } = readFigures(name);
    const sizes = `${separate(bytes)} bytes, ${separate(brotli)} in brotli`;
    return `dist/${name.padEnd(longest)}  ${sizes.padEnd(30)}  ${integrity}`;
  });
  return lines.join('\n');
}

/** The figures that the documents name, by their markers: `<!-- size -->…<!-- /size -->`. */
const DOCUMENTED = {
  size: () => printSize('back-in-stock.js'),
  'size form': () => printSize('back-in-stock.form.js'),
  'integrity back-in-stock.js': () => `\`${readFigures('back-in-stock.js').integrity}\``,
  'integrity back-in-stock.mjs': () => `\`${readFigures('back-in-stock.mjs').integrity}\``,
  'integrity languages': printLanguageHashes,
} as const;

/** The rows of a table: each language's file, and its hash. */
function printLanguageHashes(): string {
  const rows = LANGUAGE_FILES.map((name) => `| \`${name}\` | \`${readFigures(name).integrity}\` |`);
  return `\n\n| file | \`data-locale-integrity\` |\n| --- | --- |\n${rows.join('\n')}\n\n`;
}

function printSize(name: Bundle): string {
  return `${separate(readFigures(name).brotli)} bytes brotli`;
}

export type Marker = keyof typeof DOCUMENTED;

/** What belongs between these markers, as dist is now. */
export function printFigure(marker: Marker): string {
  return DOCUMENTED[marker]();
}

/** What a text has between these markers, wherever it has them. */
export function readWritten(text: string, marker: Marker): string[] {
  return text.match(between(marker)) ?? [];
}

/** The same text with the figures as they are now. */
export function correctFigures(text: string): string {
  const markers = Object.keys(DOCUMENTED) as Marker[];
  return markers.reduce((all, marker) => all.replace(between(marker), printFigure(marker)), text);
}

/** The closing marker does without the name of the file. */
function between(marker: Marker): RegExp {
  const [kind] = marker.split(' ');
  return new RegExp(`(?<=<!-- ${marker} -->)[^]*?(?=<!-- /${kind} -->)`, 'g');
}

/** 14755 → 14,755, whatever language the computer speaks. */
function separate(count: number): string {
  return count.toLocaleString('en-US');
}
