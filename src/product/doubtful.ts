// Reading data of which nothing is certain: PHP prints an empty map as a list and a list with gaps as a
// map, ids come as texts or numbers, and a module may print anything.

/** A value's own member; undefined for everything else, also for what every object inherits. */
export function at(value: unknown, key: string): unknown {
  return Object.hasOwn(Object(value), key) ? Object(value)[key] : undefined;
}

/** The members of a list or map; none of anything else. */
export function values(value: unknown): unknown[] {
  return Object.values(Object(value));
}

/** An id, label or other text; empty when it is neither text nor number. */
export function readText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
