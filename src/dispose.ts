/** Undoes what the function that returned it began. Calling it again does nothing. */
export type Dispose = () => void;

/** One disposal for several, run in reverse order of their beginning. */
export function disposeAll(disposals: Dispose[]): Dispose {
  return () => {
    for (let dispose = disposals.pop(); dispose; dispose = disposals.pop()) dispose();
  };
}
