import type { ReadStock } from '../catalogue/stock.ts';
import { type Action, actionSchema, type Outcome } from '../loop/actions.ts';
import type { Entry } from '../loop/diary.ts';
import type { StockItem } from '../loop/inventory.ts';
import { openLoop } from '../loop/keep-loop.ts';
import type { Loop } from '../loop/loop.ts';
import type { EventRecord } from '../sandbox/event-record.ts';
import { findShopVariant, listShopVariants } from './shop-variants.ts';

export interface LoopHostOptions {
  /** Where the loop is kept. Default: it is forgotten when the shop closes. */
  readonly folder?: string | undefined;
  /** Default: the time of the computer. */
  readonly readRealTime?: () => number;
}

/** What an action did, and the entries of the diary that came with it. */
export interface Performed {
  readonly outcome: Outcome;
  readonly entries: readonly Entry[];
}

/** The loop of one running demo: the sandbox puts events into it, the console acts on it, the pages ask it for stock. */
export interface LoopHost extends EventRecord {
  /** With everything done that is due by now. */
  readonly loop: Pick<Loop, 'state' | 'findNextBatch'>;
  /** What a merchant must be told of how it was opened. */
  readonly openingNotice: string | undefined;
  readonly readStock: ReadStock;
  /** The virtual time: the real one, and what was skipped on the console. */
  now(): number;
  /** The variant with this id or SKU, if the shop sells it. */
  find(idOrSku: string): StockItem | undefined;
  perform(action: Action): Performed;
  /** Calls the listener after every change, also after a reset. Returns what stops it. */
  listen(listener: () => void): () => void;
  close(): void;
}

export function openLoopHost({ folder, readRealTime }: LoopHostOptions = {}): LoopHost {
  const kept = openLoop({
    folder,
    variants: listShopVariants(),
    ...(readRealTime && { readRealTime }),
  });
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };

  function perform(action: Action): Performed {
    // What is due at this moment comes before the action, and is none of its effects.
    kept.catchUp();
    listMissing(listVariantsOf(action));
    const { length } = kept.state.diary;
    const outcome = kept.perform(action);
    notify();
    return { outcome, entries: kept.state.diary.slice(length) };
  }

  /** Takes into the loop what it lacks of these, as far as the shop sells it. */
  function listMissing(wanted: readonly string[]): void {
    const missing = [...new Set(wanted)]
      .filter((variant) => !kept.state.inventory.find(variant))
      .flatMap((variant) => findShopVariant(variant) ?? []);
    if (missing.length > 0) kept.perform({ kind: 'list', variants: missing });
  }

  return {
    get loop() {
      kept.catchUp();
      return kept;
    },
    openingNotice: kept.notice,
    readStock: (id) => {
      const item = kept.state.inventory.find(id);
      return item && item.quantity > 0;
    },
    now: () => kept.now(),
    find(idOrSku) {
      listMissing([idOrSku]);
      return kept.state.inventory.find(idOrSku);
    },
    perform,
    get events() {
      return kept.state.diary.flatMap((entry) =>
        entry.kind === 'subscribed' ? describeEvent(entry) : [],
      );
    },
    subscribe(event) {
      const action: Action = { kind: 'subscribe', ...event };
      // A file with an action in it that is refused at the next start would be set aside as a whole.
      if (!actionSchema.safeParse(action).success) return 'too-long';
      const { outcome } = perform(action);
      return outcome.ok ? 'created' : outcome.reason;
    },
    reset() {
      kept.reset();
      notify();
    },
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => kept.close(),
  };
}

/** The variants that an action is about, by their ids or SKUs. */
function listVariantsOf(action: Action): readonly string[] {
  if (action.kind === 'import') return action.subscribers.map(({ variant }) => variant);
  return 'variant' in action ? [action.variant] : [];
}

function describeEvent({ profile, variant, store }: Entry & { kind: 'subscribed' }) {
  return { email: profile.email, variant, ...(store !== undefined && { store }) };
}
