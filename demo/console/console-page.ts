import { html } from 'hono/html';
import { describeEntry } from '../loop/diary.ts';
import type { ImportReport } from '../loop/import-subscribers.ts';
import { type DescribeVariant, nameVariant } from '../loop/inventory.ts';
import type { Loop } from '../loop/loop.ts';

export interface ConsoleView {
  readonly loop: Pick<Loop, 'state' | 'findNextBatch'>;
  readonly describe: DescribeVariant;
  /** The virtual time. */
  readonly now: number;
  /** What the last action did, or why it was refused. */
  readonly notice?: string | undefined;
  /** What must be told of how the loop was opened. */
  readonly setAside?: string | undefined;
  /** Id of the variant in the plot and the preview of the message. */
  readonly selected?: string | undefined;
  readonly imported?: ImportReport | undefined;
}

/** The whole page. */
export function printConsole({ loop, describe, now, notice, setAside, imported }: ConsoleView) {
  const { inventory, diary } = loop.state;
  const nameOf = (id: string) => {
    const item = inventory.find(id);
    return item ? nameVariant(item, describe) : id;
  };
  const rows = [...inventory.list()].map(
    ({ id, quantity, queue }) =>
      html`<tr><th scope="row">${nameOf(id)}</th><td>${quantity}</td><td>${queue.length}</td></tr>`,
  );
  const entries = diary.map((entry) => html`<li>${describeEntry(entry, nameOf)}</li>`);
  const refused = imported?.refused.map(
    ({ line, reason }) => html`<li>Line ${line}: ${reason}</li>`,
  );
  return String(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>What Klaviyo does then</title></head>
<body><main><h1>What Klaviyo does then</h1>
<p>${new Date(now).toISOString()}</p>
<p role="status">${notice ?? ''}</p>
<p>${setAside ?? ''}</p>
<ul>${refused ?? ''}</ul>
<table>${rows}</table>
<ol>${entries}</ol>
</main></body></html>`);
}
