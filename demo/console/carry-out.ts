import { type ImportReport, prepareImport } from '../loop/import-subscribers.ts';
import { type DescribeVariant, nameVariant } from '../loop/inventory.ts';
import type { LoopHost } from './loop-host.ts';
import type { Wish } from './read-action.ts';
import { NO_BATCH_DUE, tellImport, tellPerformed } from './tell-outcome.ts';

/** What the page says of the last action. */
export interface Said {
  readonly notice: string;
  /** Whether nothing was done. */
  readonly isRefused?: boolean;
  readonly imported?: ImportReport;
}

/** Says why nothing was done. */
export function refuse(notice: string): Said {
  return { notice, isRefused: true };
}

/** Does what a form asks for, and tells what came of it. */
export function carryOut(host: LoopHost, wish: Wish, describe: DescribeVariant): Said {
  const action = wish.kind === 'skip-to-next-batch' ? findSkip(host) : wish;
  if (!action) return refuse(NO_BATCH_DUE);
  const performed = host.perform(action);
  const nameOf = (id: string): string => {
    const item = host.loop.state.inventory.find(id);
    return item ? nameVariant(item, describe) : id;
  };
  const notice = tellPerformed(action, performed, host.now(), nameOf);
  return { notice, isRefused: !performed.outcome.ok };
}

function findSkip(host: LoopHost) {
  const next = host.loop.findNextBatch();
  if (next === undefined) return undefined;
  return { kind: 'wait', milliseconds: Math.max(0, Math.ceil(next - host.now())) } as const;
}

/** Subscribes those in a CSV file, and reports whom it refused. */
export function importSubscribers(host: LoopHost, csv: string): Said {
  const { action, report } = prepareImport(csv);
  const imported = report(host.perform(action).outcome);
  return { notice: tellImport(imported), isRefused: imported.subscribed === 0, imported };
}
