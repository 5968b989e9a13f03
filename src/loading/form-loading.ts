import type { Dispose } from '../dispose.ts';
import type { FormFile } from '../form.ts';
import { guard, tell } from '../guard.ts';
import { pauseAfter } from '../subscribe/retry.ts';

/**
 * Loads the form file once; each way of use has its own. Rejects when the file does not come, with an address and a
 * remedy for the merchant.
 *
 * @param formUrl The setting `formUrl`; empty: beside the start.
 * @param signal Ends it, and leaves nothing of it on the page.
 */
export type LoadForm = (formUrl: string, signal: AbortSignal) => Promise<FormFile>;

/** The form file on its way. */
export interface FormLoading {
  /** Loads the file ahead of a press, unless that has failed already. */
  prepare(): void;
  /** Loads the file now. Resolves with undefined when it gives up. Never rejects. */
  load(): Promise<FormFile | undefined>;
  destroy: Dispose;
}

/** So often the file is asked for before the loading gives up. */
const ATTEMPTS = 4;

/** The first pause is at most this long, in milliseconds; each later one may be twice as long. */
const FIRST_PAUSE = 1000;

const LONGEST_PAUSE = 8000;

/**
 * Makes the loading. It tries again by itself: after growing pauses, as soon as the browser is online again, and, once
 * it has given up, when the browser comes online or `load` is called.
 *
 * @param onLoaded Called each time that the file has come.
 */
export function createFormLoading(
  loadOnce: (signal: AbortSignal) => Promise<FormFile>,
  onLoaded: (file: FormFile) => void,
): FormLoading {
  const leaving = new AbortController();
  let loading: Promise<FormFile | undefined> | undefined;
  let hasGivenUp = false;

  async function loadWithRetries(): Promise<FormFile | undefined> {
    const { signal } = leaving;
    let last: Attempt = {};
    for (let count = 0; count < ATTEMPTS && !last.isFinal && !signal.aborted; count += 1) {
      if (count) await waitForNetwork(pauseAfter(count - 1, FIRST_PAUSE, LONGEST_PAUSE), signal);
      last = await attempt(() => loadOnce(signal));
    }
    if (signal.aborted) return undefined;
    if (last.file) onLoaded(last.file);
    else giveUp(last.problem);
    return last.file;
  }

  function giveUp(problem: unknown): void {
    loading = undefined;
    hasGivenUp = true;
    tell(`the form cannot be loaded. ${problem}`);
    addEventListener('online', retry, { once: true });
  }

  function load() {
    if (!loading) {
      hasGivenUp = false;
      loading = loadWithRetries();
    }
    return loading;
  }

  const retry = guard(load);

  return {
    load,
    prepare() {
      if (!hasGivenUp) void load();
    },
    destroy() {
      leaving.abort();
      removeEventListener('online', retry);
    },
  };
}

interface Attempt {
  readonly file?: FormFile;
  readonly problem?: unknown;
  /** Whether another attempt would end in the same way. */
  readonly isFinal?: boolean;
}

/** An old file may come from a cache. What the two say to one another may have changed since. */
async function attempt(loadOnce: () => Promise<FormFile>): Promise<Attempt> {
  try {
    const file = await loadOnce();
    const own = import.meta.env.VITE_VERSION;
    if (file.version === own) return { file, isFinal: true };
    const problem = `It is of version ${file.version}, and the script of ${own}. Publish both files of one version, and clear the caches.`;
    return { problem, isFinal: true };
  } catch (problem) {
    return { problem };
  }
}

/** Resolves after the pause; earlier when the browser comes online, and when the widget ends. */
function waitForNetwork(pause: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, pause);
    addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
