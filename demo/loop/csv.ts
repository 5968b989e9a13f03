import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/**
 * What a spreadsheet takes for a formula, and the quotation marks that keep it from that. An address may begin with such a
 * mark itself; it gets one more, so that reading gives what was written.
 */
const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Writes a table by RFC 4180. What a spreadsheet would take for a formula is defused by a quotation mark before it. */
export function writeCsv(
  header: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const cells = [header, ...rows].map((row) => row.map(defuse));
  return stringify(cells, { record_delimiter: 'windows' });
}

function defuse(cell: string | number): string {
  const text = String(cell);
  return typeof cell === 'string' && FORMULA.test(text) ? `'${text}` : text;
}

function undoDefusing(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

export interface CsvRow {
  /** The line of the file in which it ends, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvTable {
  readonly rows: readonly CsvRow[];
  /** What could not be read, and why. */
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

/** What separates cells in the first line. Spreadsheets write semicolons where the comma is for decimals. */
function findDelimiter(text: string): string {
  const [firstLine = ''] = text.split(/[\r\n]/, 1);
  return [';', '\t'].find((mark) => !firstLine.includes(',') && firstLine.includes(mark)) ?? ',';
}

/** Reads a table with commas, semicolons or tabs. Empty lines are left out. */
export function readCsv(text: string): CsvTable {
  const rows: CsvRow[] = [];
  const refused: { line: number; reason: string }[] = [];
  const refuse = (error: CsvError | undefined): undefined => {
    const line = error?.lines;
    refused.push({ line: typeof line === 'number' ? line : 1, reason: error?.message ?? '' });
  };
  try {
    parse(text, {
      bom: true,
      delimiter: findDelimiter(text),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      trim: true,
      on_record: (record: string[], { lines }) => {
        rows.push({ line: lines, cells: record.map(undoDefusing) });
        return null;
      },
      on_skip: refuse,
    });
  } catch (error) {
    // A quotation that never ends takes all that follows with it.
    if (!(error instanceof CsvError)) throw error;
    refuse(error);
  }
  return { rows, refused };
}
