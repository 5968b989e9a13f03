import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Context } from 'hono';

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
