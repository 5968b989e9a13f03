import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { type Context, Hono } from 'hono';
import { attributes } from './catalogue/configurables.ts';

/** The folder in which a shop has the module's files after their deployment. */
export const MODULE_FILES = '/static/frontend/Magento/luma/en_US/BackInStock_Klaviyo';

const PUBLIC = new URL('public/', import.meta.url);
const DIST = new URL('../dist/', import.meta.url);
/** The files that are committed in the module, which need not be those of the last build. */
const MODULE = new URL('../magento/view/frontend/web/', import.meta.url);

const { resolve } = createRequire(import.meta.url);

/** The files of the shop: its own, the widget's, the module's, two libraries, and the pictures of products. */
export function createStaticFiles(): Hono {
  const files = new Hono();
  files.get('/media/catalog/product/:file', async (context) => {
    const image = await readProductImage(context.req.param('file'));
    if (image === undefined) return context.notFound();
    return context.body(image, 200, { 'Content-Type': 'image/svg+xml' });
  });
  files.get('/static/require.js', (context) => sendScript(context, 'requirejs/require.js'));
  files.get('/static/jquery.js', (context) => sendScript(context, 'jquery'));
  files.get(`${MODULE_FILES}/*`, serveFolder(MODULE, MODULE_FILES));
  files.get('/static/*', serveFolder(PUBLIC, '/static'));
  files.get('/favicon.svg', serveFolder(PUBLIC, ''));
  files.get('/favicon.ico', (context) => context.redirect('/favicon.svg'));
  files.get('/dist/*', serveFolder(DIST, '/dist'));
  return files;
}

/** Answers with a script of a library, by the name under which Node finds it. */
async function sendScript(context: Context, name: string): Promise<Response> {
  return context.body(await readFile(resolve(name), 'utf8'), 200, { 'Content-Type': SCRIPT });
}

const SCRIPT = 'text/javascript; charset=utf-8';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': SCRIPT,
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': SCRIPT,
  '.svg': 'image/svg+xml',
};

/** Answers with the files of one folder, whatever the working directory of the process is. */
function serveFolder(folder: URL, prefix: string) {
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

/** The colours of pictures that are not options of any product. */
const OTHER_COLOURS: Readonly<Record<string, string>> = { sand: '#c4a878', teal: '#4f8c8f' };

/** The grey of the cloth in the drawings. Another colour replaces it in the pictures of that colour. */
const CLOTH = '#8a8f98';

/** Reads the picture of a product, such as `shoe.svg` or `shoe-red.svg`. Undefined: there is none. */
async function readProductImage(file: string): Promise<string | undefined> {
  const [, name, label] = /^([a-z]+)(?:-([a-z]+))?\.svg$/.exec(file) ?? [];
  if (name === undefined) return undefined;
  const option = attributes.threeColours.options.find(
    (entry) => entry.label.toLowerCase() === label,
  );
  const colour = option?.colour ?? OTHER_COLOURS[label ?? ''] ?? CLOTH;
  try {
    const drawing = await readFile(new URL(`images/${name}.svg`, PUBLIC), 'utf8');
    return drawing.replaceAll(CLOTH, colour);
  } catch {
    return undefined;
  }
}
