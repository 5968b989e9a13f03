import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { streamSSE } from 'hono/streaming';
import { carryOut, importSubscribers, refuse, type Said } from './carry-out.ts';
import { createConsoleFiles } from './console-files.ts';
import { printConsole } from './console-page.ts';
import type { LoopHost } from './loop-host.ts';
import { readWish } from './read-action.ts';
import { createDescribeVariant } from './shop-variants.ts';
import { BEGAN_AGAIN, NOT_KEPT } from './tell-outcome.ts';

const MOST_BYTES = 20 * 1024 * 1024;

/** The console: its page, its forms, and what can be taken from it. */
export function createConsole(host: LoopHost): Hono {
  const page = createPage(host);
  const routes = new Hono();
  routes.get('/', page.show);
  routes.get('/stream', (context) => streamChanges(context, host));
  routes.route('/', createConsoleFiles(host));
  routes.route('/', createForms(host, page));
  routes.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    console.error(error);
    if (context.req.method === 'GET') return context.text('The console cannot be shown.', 500);
    return page.answer(context, refuse(NOT_KEPT));
  });
  return routes;
}

function createForms(host: LoopHost, page: ConsolePage): Hono {
  const forms = new Hono();
  // Pages of other origins can send forms as well.
  forms.use(csrf());
  forms.use(
    bodyLimit({
      maxSize: MOST_BYTES,
      onError: (context) => page.answer(context, refuse('The file is larger than 20 MB.')),
    }),
  );
  forms.post('/actions', async (context) => {
    const read = readWish(await readForm(context));
    const said = read.ok
      ? carryOut(host, read.wish, createDescribeVariant(readOrigin(context)))
      : refuse(read.mistake);
    return page.answer(context, said);
  });
  forms.post('/import', async (context) => {
    const { file } = await readForm(context);
    const isEmpty = !(file instanceof File) || file.size === 0;
    const said = isEmpty
      ? refuse('Choose a CSV file with subscribers.')
      : importSubscribers(host, await file.text());
    return page.answer(context, said);
  });
  forms.post('/reset', (context) => {
    host.reset();
    return page.answer(context, { notice: BEGAN_AGAIN });
  });
  return forms;
}

interface ConsolePage {
  show(context: Context): Response;
  /** Answers a form with the page that says what came of it. */
  answer(context: Context, said: Said): Response;
}

function createPage(host: LoopHost): ConsolePage {
  // What is said is kept until the browser has followed the redirect after a form.
  let kept: Said | undefined;

  function print(context: Context, said?: Said): Response {
    const selected = findSelected(context, host);
    const { loop, openingNotice: setAside } = host;
    const describe = createDescribeVariant(readOrigin(context));
    context.header('Cache-Control', 'no-store');
    return context.html(
      printConsole({ loop, describe, now: host.now(), setAside, selected, ...said }),
    );
  }

  return {
    show(context) {
      // A script that only looks what has changed must not take the words from the page that is about to say them.
      if (isAskedByScript(context)) return print(context);
      const said = kept;
      kept = undefined;
      return print(context, said);
    },
    answer(context, said) {
      // A script takes the page as it is. After a form, the page has an address that can be loaded again.
      if (isAskedByScript(context)) return print(context, said);
      kept = said;
      const variant = findSelected(context, host);
      const query = variant === undefined ? '' : `?${new URLSearchParams({ variant })}`;
      return context.redirect(`/loop${query}`, 303);
    },
  };
}

function isAskedByScript(context: Context): boolean {
  return context.req.header('sec-fetch-dest') === 'empty';
}

/** The id of the variant that the address of the page or of the form names. */
function findSelected(context: Context, host: LoopHost): string | undefined {
  const variant = context.req.query('variant');
  return variant === undefined ? undefined : host.find(variant)?.id;
}

function readOrigin(context: Context): string {
  return new URL(context.req.url).origin;
}

/** A body that is no form has no fields. */
async function readForm(context: Context): Promise<Record<string, unknown>> {
  try {
    return await context.req.parseBody();
  } catch {
    return {};
  }
}

/** Tells the page of every change, so that it can ask again. What has changed is not told. */
function streamChanges(context: Context, host: LoopHost): Response {
  return streamSSE(context, async (stream) => {
    const stopListening = host.listen(() => {
      stream.writeSSE({ event: 'change', data: '' }).catch(stopListening);
    });
    await new Promise<void>((resolve) => stream.onAbort(resolve));
    stopListening();
  });
}
