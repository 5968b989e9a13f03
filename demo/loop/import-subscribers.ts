import { validateSubscription } from '../../src/validation/subscription.ts';
import type { Action, ImportedSubscriber, Outcome } from './actions.ts';
import { LONGEST_TEXT, REFUSALS } from './actions.ts';
import { type CsvRow, readCsv } from './csv.ts';

/** A line of the file of which nothing came, and why. */
export interface RefusedLine {
  readonly line: number;
  /** Empty where the line has none. */
  readonly email: string;
  readonly reason: string;
}

export interface ImportReport {
  readonly subscribed: number;
  readonly refused: readonly RefusedLine[];
}

/** A file that was read: the action to perform, and the report to make of its outcome. */
export interface PreparedImport {
  readonly action: Action & { kind: 'import' };
  report(outcome: Outcome): ImportReport;
}

/** So many lines are read at most, so that a mistaken file does not stop the demo. */
export const MOST_LINES = 100_000;

/** Names of the columns, as they are found in exports. Capital letters and marks make no difference. */
const COLUMNS = {
  email: ['email', 'emailaddress', 'subscriber'],
  variant: ['variant', 'variantid', 'sku'],
};

function findColumn(header: readonly string[], names: readonly string[]): number {
  const columns = header.map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ''));
  return names.map((name) => columns.indexOf(name)).find((place) => place >= 0) ?? -1;
}

interface ReadLine extends ImportedSubscriber {
  readonly line: number;
}

/** What the form would take, an import takes as well. */
function readLine({ line, cells }: CsvRow, places: Places): ReadLine | RefusedLine {
  const [email = '', variant = ''] = [cells[places.email], cells[places.variant]];
  const { subscription, mistakes } = validateSubscription({
    a: 'import',
    email,
    variant,
    store: '1',
  });
  if (variant.length > LONGEST_TEXT) return { line, email, reason: REFUSALS['unknown-variant'] };
  if (subscription) return { line, email: subscription.email, variant: subscription.variant };
  const { email: mistake } = mistakes;
  if (mistake === undefined) return { line, email, reason: 'The variant is missing.' };
  if (mistake === 'malformed') return { line, email, reason: 'This is no e-mail address.' };
  return { line, email, reason: 'The e-mail address is missing.' };
}

interface Places {
  readonly email: number;
  readonly variant: number;
}

/**
 * Reads a CSV file of subscribers: a first line with the names of the columns, `email` and `variant` (id or SKU) among
 * them, and a line for each subscriber, the oldest first. They subscribe in that order when the action is performed.
 */
export function prepareImport(text: string): PreparedImport {
  const { rows, refused } = readCsv(text);
  const unreadable = refused.map(({ line, reason }) => ({ line, email: '', reason }));
  const [header, ...lines] = rows;
  const places = {
    email: findColumn(header?.cells ?? [], COLUMNS.email),
    variant: findColumn(header?.cells ?? [], COLUMNS.variant),
  };
  if (places.email < 0 || places.variant < 0) {
    const reason = 'The first line must name the columns "email" and "variant".';
    return prepare([], [...unreadable, { line: header?.line ?? 1, email: '', reason }]);
  }
  const tooMany = lines.slice(MOST_LINES, MOST_LINES + 1).map(({ line }) => {
    const reason = `This line and all after it are left out: a file may have ${MOST_LINES} lines.`;
    return { line, email: '', reason };
  });
  const read = lines.slice(0, MOST_LINES).map((row) => readLine(row, places));
  const accepted = read.filter((line): line is ReadLine => 'variant' in line);
  const wrong = read.filter((line): line is RefusedLine => 'reason' in line);
  return prepare(accepted, [...unreadable, ...wrong, ...tooMany]);
}

function prepare(
  accepted: readonly ReadLine[],
  refusedBefore: readonly RefusedLine[],
): PreparedImport {
  const subscribers = accepted.map(({ email, variant }) => ({ email, variant }));
  return {
    action: { kind: 'import', subscribers, unreadable: refusedBefore.length },
    report(outcome) {
      const outcomes = (outcome.ok && outcome.lines) || [];
      const refused = accepted.flatMap(({ line, email }, place): readonly RefusedLine[] => {
        const became = outcomes[place];
        return became && !became.ok ? [{ line, email, reason: REFUSALS[became.reason] }] : [];
      });
      const subscribed = outcomes.filter(({ ok }) => ok).length;
      const all = [...refusedBefore, ...refused].sort((a, b) => a.line - b.line);
      return { subscribed, refused: all };
    },
  };
}
