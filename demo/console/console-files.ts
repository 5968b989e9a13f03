import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { MESSAGE_TEMPLATE, renderMessage } from '../loop/message.ts';
import { renderReportMail } from '../loop/report-mail.ts';
import { reportActivity, writeActivityCsv, writeQueueCsv } from '../loop/reports.ts';
import type { LoopHost } from './loop-host.ts';
import { createDescribeVariant } from './shop-variants.ts';

const SHOP = 'Fernweh Supply';

/** What can be taken from the console: tables, the template of the message, and the e-mails as they would arrive. */
export function createConsoleFiles(host: LoopHost): Hono {
  const files = new Hono();
  files.get('/activity.csv', (context) => {
    const activity = reportActivity(host.loop.state, readDescribe(context));
    return download(context, 'back-in-stock-activity.csv', CSV, writeActivityCsv(activity));
  });
  files.get('/queue.csv', (context) => {
    const queue = writeQueueCsv(host.loop.state, readDescribe(context));
    return download(context, 'back-in-stock-queue.csv', CSV, queue);
  });
  files.get('/message-template', (context) =>
    download(context, 'back-in-stock-message.html', HTML, MESSAGE_TEMPLATE),
  );
  files.get('/message', (context) => answerMessage(context, host));
  files.get('/reports/:number', (context) => answerReport(context, host));
  return files;
}

const CSV = 'text/csv; charset=utf-8; header=present';
const HTML = 'text/html; charset=utf-8';

function download(context: Context, name: string, type: string, content: string): Response {
  return context.body(content, 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  });
}

function readOrigin(context: Context): string {
  return new URL(context.req.url).origin;
}

function readDescribe(context: Context) {
  return createDescribeVariant(readOrigin(context));
}

const messageQuery = z.object({ variant: z.string(), email: z.string().min(1).max(1000) });

/** The notification as this shopper would get it about this variant. */
function answerMessage(context: Context, host: LoopHost): Response {
  const { data } = messageQuery.safeParse(context.req.query());
  const item = data && host.find(data.variant);
  const variant = item && readDescribe(context)(item.id);
  if (!data || !variant) {
    return context.text('A message needs a variant of the shop and an e-mail address.', 404);
  }
  return answerMail(context, renderMessage(data.email, variant, SHOP).html);
}

/** A mail that was sent, by its number, counted from 1. */
function answerReport(context: Context, { loop }: LoopHost): Response {
  const mail = loop.state.reports.mails[Number(context.req.param('number')) - 1];
  if (!mail) return context.text('No such report has been sent.', 404);
  return answerMail(context, renderReportMail(mail, loop.state, readDescribe(context)));
}

/** Mails have styles of their own and pictures of the shop. Nothing in them runs, whatever a shopper has typed. */
function answerMail(context: Context, mail: string): Response {
  context.header(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'unsafe-inline'; img-src ${readOrigin(context)}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`,
  );
  context.header('Cache-Control', 'no-store');
  // Links open in a tab of their own, as they do from a mailbox: the console shows the mail in a frame.
  return context.html(mail.replace('<head>', '<head>\n<base target="_blank">'));
}
