import { readFile } from 'node:fs/promises';
import { attributes } from './catalogue/attributes.ts';

/** Colours that are no options of any product. */
const OTHER_COLOURS: Readonly<Record<string, string>> = { sand: '#c4a878', teal: '#4f8c8f' };

/** The grey of the cloth in the drawings; a picture of a colour has that in its place. */
const CLOTH = '#8a8f98';

/** Reads the drawing of a product, such as `shoe.svg` or `shoe-red.svg`; undefined when there is none. */
export async function readProductImage(file: string): Promise<string | undefined> {
  const [, name, label] = /^([a-z]+)(?:-([a-z]+))?\.svg$/.exec(file) ?? [];
  if (name === undefined) return undefined;
  const option = attributes.threeColours.options.find(
    (entry) => entry.label.toLowerCase() === label,
  );
  const colour = option?.colour ?? OTHER_COLOURS[label ?? ''] ?? CLOTH;
  try {
    const drawing = await readFile(new URL(`public/images/${name}.svg`, import.meta.url), 'utf8');
    return drawing.replaceAll(CLOTH, colour);
  } catch {
    return undefined;
  }
}
