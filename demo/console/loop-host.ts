import type { ReadStock } from '../catalogue/stock.ts';
import { type Action, actionSchema, type Outcome } from '../loop/actions.ts';
import type { Entry } from '../loop/diary.ts';
import type { StockItem } from '../loop/inventory.ts';
import { type KeptLoop, openLoop } from '../loop/keep-loop.ts';
import type { Loop } from '../loop/loop.ts';
import type { EventRecord, Recorded, SandboxEvent } from '../sandbox/event-record.ts';
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
export class LoopHost implements EventRecord {
  readonly #kept: KeptLoop;
  readonly #listeners = new Set<() => void>();

  constructor({ folder, readRealTime }: LoopHostOptions = {}) {
    const variants = listShopVariants();
    this.#kept = openLoop({ folder, variants, ...(readRealTime && { readRealTime }) });
  }

  /** With everything done that is due by now. */
  get loop(): Pick<Loop, 'state' | 'findNextBatch'> {
    this.#kept.catchUp();
    return this.#kept;
  }

  /** What a merchant must be told of how it was opened. */
  get openingNotice(): string | undefined {
    return this.#kept.notice;
  }

  get events(): readonly SandboxEvent[] {
    return this.#kept.state.diary.flatMap((entry) =>
      entry.kind === 'subscribed' ? describeEvent(entry) : [],
    );
  }

  readonly readStock: ReadStock = (id) => {
    const item = this.#kept.state.inventory.find(id);
    return item && item.quantity > 0;
  };

  /** The virtual time: the real one, and what was skipped on the console. */
  now(): number {
    return this.#kept.now();
  }

  /** The variant with this id or SKU, if the shop sells it. */
  find(idOrSku: string): StockItem | undefined {
    this.#listMissing([idOrSku]);
    return this.#kept.state.inventory.find(idOrSku);
  }

  perform(action: Action): Performed {
    // What is due at this moment comes before the action, and is none of its effects.
    this.#kept.catchUp();
    this.#listMissing(listVariantsOf(action));
    const { length } = this.#kept.state.diary;
    const outcome = this.#kept.perform(action);
    this.#notify();
    return { outcome, entries: this.#kept.state.diary.slice(length) };
  }

  subscribe(event: SandboxEvent): Recorded {
    const action: Action = { kind: 'subscribe', ...event };
    // A file with an action in it that is refused at the next start would be set aside as a whole.
    if (!actionSchema.safeParse(action).success) return 'too-long';
    const { outcome } = this.perform(action);
    return outcome.ok ? 'created' : outcome.reason;
  }

  reset(): void {
    this.#kept.reset();
    this.#notify();
  }

  /** Calls the listener after every change, also after a reset. Returns what stops it. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  close(): void {
    this.#kept.close();
  }

  /** Takes into the loop what it lacks of these, as far as the shop sells it. */
  #listMissing(wanted: readonly string[]): void {
    const missing = [...new Set(wanted)]
      .filter((variant) => !this.#kept.state.inventory.find(variant))
      .flatMap((variant) => findShopVariant(variant) ?? []);
    if (missing.length > 0) this.#kept.perform({ kind: 'list', variants: missing });
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The variants that an action is about, by their ids or SKUs. */
function listVariantsOf(action: Action): readonly string[] {
  if (action.kind === 'import') return action.subscribers.map(({ variant }) => variant);
  return 'variant' in action ? [action.variant] : [];
}

function describeEvent({ profile, variant, store }: Entry & { kind: 'subscribed' }) {
  return { email: profile.email, variant, ...(store !== undefined && { store }) };
}
