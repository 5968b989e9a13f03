import type { FormFile } from '../form.ts';
import { type Dispose, guard, log } from '../guard.ts';
import { pauseAfter, wait } from '../subscribe/retry.ts';

/**
 * Loads the form file once; each way of use has its own function. Rejects with the address when the file does not load.
 *
 * @param formUrl The setting `formUrl`; when empty, the file is beside the start.
 * @param signal Ends the loading when it times out, or when the widget ends.
 */
export type LoadForm = (formUrl: string, signal: AbortSignal) => Promise<FormFile>;

/** The loading of the form file. */
export interface FormLoading {
  /** Loads the file ahead of a press, unless the loading has failed already. */
  prepare(): void;
  /** Loads the file now. Resolves with undefined when it gives up. Never rejects. */
  load(): Promise<FormFile | undefined>;
  destroy: Dispose;
}

/** The number of requests for the file before the loading gives up. */
const ATTEMPTS = 4;

/** The first pause is at most this long, in milliseconds; each later one may be twice as long. */
const FIRST_PAUSE = 1000;

/** No pause is longer, in milliseconds. */
const LONGEST_PAUSE = 4000;

/** A request times out after this time, and no request starts later than this after the first, in milliseconds. */
const PATIENCE = 30_000;

/** What the loading needs and has reached. */
interface LoadingState {
  readonly loadOnce: (signal: AbortSignal) => Promise<FormFile>;
  readonly onLoaded: (file: FormFile) => void;
  /** Aborts when the widget ends. */
  readonly signal: AbortSignal;
  /** Called when the browser is online again after the loading has given up. */
  readonly retry: () => unknown;
  /** The file that has loaded or is on its way; undefined before the first request, false after giving up. */
  file?: Promise<FormFile | undefined> | false;
}

/**
 * Creates the loading. It retries by itself after growing pauses, and as soon as the browser is online again. Once it has
 * given up, it starts anew when the browser comes online or `load` is called.
 *
 * @param onLoaded Called once the file has loaded.
 */
export function createFormLoading(
  loadOnce: LoadingState['loadOnce'],
  onLoaded: LoadingState['onLoaded'],
): FormLoading {
  const leaving = new AbortController();
  const { signal } = leaving;
  const state: LoadingState = { loadOnce, onLoaded, signal, retry: guard(() => load(state)) };
  return {
    load: () => load(state),
    prepare() {
      if (state.file !== false) void load(state);
    },
    destroy: () => leaving.abort(),
  };
}

function load(state: LoadingState): Promise<FormFile | undefined> {
  state.file ||= loadWithRetries(state);
  return state.file;
}

async function loadWithRetries(state: LoadingState): Promise<FormFile | undefined> {
  const { signal } = state;
  const end = Date.now() + PATIENCE;
  let problem: string | undefined;
  for (let count = 0; isDue(count, end) && !signal.aborted; count += 1) {
    if (count) await wait(pauseAfter(count - 1, FIRST_PAUSE, LONGEST_PAUSE), signal, 'online');
    if (signal.aborted) break;
    try {
      const file = await loadInTime(state.loadOnce, signal, PATIENCE);
      problem = findMismatch(file);
      if (!problem) return accept(state, file);
      break;
    } catch (error) {
      problem = `${error}. Put the form's file beside the script, or give its address in "formUrl".`;
    }
  }
  giveUp(state, problem);
  return undefined;
}

/** Whether the file may be requested (again). */
const isDue = (count: number, end: number) => !count || (count < ATTEMPTS && Date.now() < end);

/** Loads a file once; stops after a time-out, in milliseconds, and when the widget ends. */
export async function loadInTime<Content>(
  loadOnce: (signal: AbortSignal) => Promise<Content>,
  leaving: AbortSignal,
  patience: number,
): Promise<Content> {
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, patience);
  leaving.addEventListener('abort', end);
  try {
    return await loadOnce(ending.signal);
  } finally {
    clearTimeout(timer);
    leaving.removeEventListener('abort', end);
  }
}

/**
 * Compares the versions of the two files. A cache may serve an old file, and `formUrl` may lead to another one; the
 * interface between the two files may differ then.
 */
function findMismatch(file: FormFile | undefined): string | undefined {
  const version = file?.version;
  const own = import.meta.env.VITE_VERSION;
  return version === own
    ? undefined
    : `It is of version ${version}, and the script of ${own}. Publish both files of one version, and clear the caches.`;
}

function accept({ signal, onLoaded }: LoadingState, file: FormFile): FormFile | undefined {
  if (signal.aborted) return undefined;
  guard(onLoaded)(file);
  return file;
}

function giveUp(state: LoadingState, problem: string | undefined): void {
  const { signal } = state;
  state.file = false;
  if (signal.aborted) return;
  log(`the form cannot be loaded. ${problem}`);
  // The browser adds one function only once, however often the loading gives up.
  addEventListener('online', state.retry, { once: true, signal });
}
