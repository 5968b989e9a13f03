/** A passage of a library's source, from its beginning to its end, and what stands there in the bundle. */
export interface Trim {
  readonly from: string;
  /** Where the passage ends, itself included. Default: the end of `from`. */
  readonly to?: string;
  /** Default: nothing. */
  readonly becomes?: string;
}

/**
 * Leaves out of a library's source what the storefront cannot reach. Every passage must be there, so that
 * another version of the library stops the build instead of being trimmed by halves.
 */
export function trim(file: string, code: string, trims: readonly Trim[]): string {
  return trims.reduce((rest, { from, to = '', becomes = '' }) => {
    const begin = rest.indexOf(from);
    const end = rest.indexOf(to, begin + from.length);
    if (begin < 0 || end < 0) throw new Error(`${file} has changed: where is ${from} … ${to}?`);
    return rest.slice(0, begin) + becomes + rest.slice(end + to.length);
  }, code);
}
