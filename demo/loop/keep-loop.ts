import type { Action, Outcome } from './actions.ts';
import { type Clock, createClock } from './clock.ts';
import type { ListedVariant } from './inventory.ts';
import { createLoop, type Loop } from './loop.ts';
import type { LoopState } from './loop-state.ts';
import { openStorage, type Storage, StorageInUse } from './storage.ts';

/*
 * Where the rest of the demo meets the loop. One loop is opened with the shop, and closed with it:
 *
 *   const loop = openLoop({ folder: 'demo/.state', variants });
 *
 * - Whoever accepts a subscription performs `subscribe`. An outcome that is not `ok` is for the note of the sandbox: the shopper
 *   is answered with success all the same. `variant` may be the id or the SKU.
 * - Whoever asks what is in stock calls `catchUp`, and reads `state.inventory.find(idOrSku).quantity`; `queue` beside it has who
 *   waits and until when. An action of the console goes through `actionSchema` before it is performed.
 * - `state.profiles` has the profiles with their events, `state.diary` what happened (`describeEntry` says it in words),
 *   `state.reports` the scheduled reports and their mails. The settings appear once `state.profiles.eventCount` is above 0.
 * - What is shown of it is made by pure functions: `listHistory` (for a plot), `reportActivity`, `writeActivityCsv`,
 *   `writeQueueCsv`, `renderReportMail`, `renderMessage`. They take what the catalogue says of a variant as an argument.
 * - A CSV file of subscribers: `prepareImport` gives the action to perform, and makes the report of its outcome.
 */

export interface KeptLoopOptions {
  /** Where it is kept; `undefined` forgets it when the process ends. */
  readonly folder: string | undefined;
  /** What the shop sells, with the stock that it begins with. */
  readonly variants: readonly ListedVariant[];
  /** Default: the time of the computer. */
  readonly readRealTime?: () => number;
}

/** A loop with a clock that outlives its process. */
export interface KeptLoop {
  /** Another object after a reset. */
  readonly state: Readonly<LoopState>;
  /** What a merchant must be told of how it was opened, in sentences. */
  readonly notice: string | undefined;
  /** The virtual time. */
  now(): number;
  /** Does something now, and keeps it before it is done. Throws if it cannot be kept, and nothing is done then. */
  perform(action: Action): Outcome;
  /** Does what has become due since the last action. Call it before the state is shown. */
  catchUp(): void;
  /** When the next batch is due, as things stand. */
  findNextBatch(): number | undefined;
  /** Forgets everything and begins again, with the stock that the shop began with and the time of the computer. */
  reset(): void;
  close(): void;
}

/** Keeps nothing. */
const NO_STORAGE: Storage = {
  kept: [],
  setAside: undefined,
  append: () => {},
  reset: () => {},
  close: () => {},
};

function open(folder: string | undefined): { storage: Storage; notice: string | undefined } {
  if (folder === undefined) return { storage: NO_STORAGE, notice: undefined };
  try {
    const storage = openStorage(folder);
    const { setAside } = storage;
    if (setAside === undefined) return { storage, notice: undefined };
    const notice = `The file of the loop could not be read. It was set aside as ${setAside}, and the loop begins anew.`;
    return { storage, notice };
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) {
      const notice = `The loop cannot be kept in ${folder} (${error.message}), so it is forgotten when the demo ends.`;
      return { storage: NO_STORAGE, notice };
    }
    if (!(error instanceof StorageInUse)) throw error;
    const notice = `Another process keeps its loop in the same folder, so this one is forgotten when it ends. If there is no other, delete ${error.message}.`;
    return { storage: NO_STORAGE, notice };
  }
}

/** Makes the loop again from what was kept. */
function replay(storage: Storage, readRealTime: () => number): { loop: Loop; clock: Clock } {
  const loop = createLoop();
  let skipped = 0;
  for (const { at, action } of storage.kept) {
    loop.perform(action, at);
    if (action.kind === 'wait') skipped += action.milliseconds;
  }
  return { loop, clock: createClock(readRealTime, loop.state.now, skipped) };
}

export function openLoop({ folder, variants, readRealTime = Date.now }: KeptLoopOptions): KeptLoop {
  const { storage, notice } = open(folder);
  let { loop, clock } = replay(storage, readRealTime);

  function perform(action: Action): Outcome {
    const at = clock.now();
    storage.append({ at, action });
    const outcome = loop.perform(action, at);
    if (action.kind === 'wait') clock.skip(action.milliseconds);
    return outcome;
  }

  function listNewVariants(): void {
    const added = variants.filter(({ id }) => loop.state.inventory.find(id)?.id !== id);
    if (added.length > 0) perform({ kind: 'list', variants: added });
  }

  listNewVariants();
  return {
    get state() {
      return loop.state;
    },
    notice,
    now: () => clock.now(),
    perform,
    catchUp() {
      if (loop.isDue(clock.now())) perform({ kind: 'wait', milliseconds: 0 });
    },
    findNextBatch: () => loop.findNextBatch(),
    reset() {
      storage.reset();
      loop = createLoop();
      clock = createClock(readRealTime);
      listNewVariants();
    },
    close: () => storage.close(),
  };
}
