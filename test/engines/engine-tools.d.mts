export type EngineName = 'firefox' | 'webkit';

/** The browser of an engine: its driver, and its path. */
export function findEngine(
  name: EngineName,
): { readonly driver: 'playwright' | EngineName; readonly path: string } | undefined;

/** Why the rows of an engine are skipped; undefined when it is there. */
export function findReasonWithoutEngine(name: string): string | undefined;

/** Each reason, of all engines. */
export function listMissingEngines(): string[];
