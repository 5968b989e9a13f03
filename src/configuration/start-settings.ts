import { START_DEFAULTS } from './defaults.ts';
import { mergeOptions } from './merge-options.ts';

/** The settings that the start needs, before the form comes with the whole configuration. */
export type StartSettings = typeof START_DEFAULTS;

/**
 * Reads them without checking more than the kind of a value: what cannot be used counts as left out, until the form says
 * what is wrong with it.
 */
export function readStartSettings(sources: readonly unknown[]): StartSettings {
  return mergeOptions(START_DEFAULTS, sources, [], isOfKind) as StartSettings;
}

/** A text may be given as a number, and a number as a text. */
function isOfKind(value: unknown, standard: unknown): boolean {
  const isWritten = (given: unknown) => /^(string|number)$/.test(typeof given);
  return (
    standard === undefined ||
    typeof value === typeof standard ||
    (isWritten(value) && isWritten(standard))
  );
}
