import type { Dispose } from '../dispose.ts';

/** While something is wanted again and again, it is done once in this time, in milliseconds. */
const PAUSE = 200;

/** Does something after it was wanted, once for all that wanted it meanwhile. */
export interface Gathering {
  want(): void;
  /** Whether it will be done anyway. */
  readonly isWanted: boolean;
  readonly end: Dispose;
}

/**
 * Gathers what wants something to be done that has just been done: the first is served in the next turn of the event
 * loop, those that follow soon in one. The last is served always, also in a tab that nobody sees, where no frame is drawn.
 */
export function gather(run: () => void): Gathering {
  let doneAt = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const serve = () => {
    gathering.isWanted = false;
    doneAt = performance.now();
    run();
  };
  const gathering = {
    isWanted: false,
    want() {
      if (gathering.isWanted) return;
      gathering.isWanted = true;
      timer = setTimeout(serve, doneAt + PAUSE - performance.now());
    },
    end: () => clearTimeout(timer),
  };
  return gathering;
}
