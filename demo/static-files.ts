import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Context } from 'hono';
import { attributes } from './catalogue/configurables.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Answers with files of one folder, whatever the working directory of the process is. */
export function serveFolder(folder: URL, prefix: string) {
  return async (context: Context): Promise<Response> => {
    const address = new URL(`.${context.req.path.slice(prefix.length)}`, folder);
    const type = TYPES[extname(address.pathname)];
    // An address with `..` in it would lead out of the folder.
    if (!type || !address.href.startsWith(folder.href)) return context.notFound();
    try {
      const content = await readFile(address);
      return context.body(new Uint8Array(content), 200, {
        'Content-Type': type,
        'Cache-Control': 'no-cache',
      });
    } catch {
      return context.notFound();
    }
  };
}

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

/** Where a shop has the module's files after their deployment. */
export const MODULE_FILES = '/static/frontend/Magento/luma/en_US/BackInStock_Klaviyo';

/** Answers with the files that are committed in the module, not with what is built. */
export const serveModule = serveFolder(
  new URL('../magento/view/frontend/web/', import.meta.url),
  MODULE_FILES,
);
