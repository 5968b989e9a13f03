import type { Frequency } from './actions.ts';
import { DAY } from './clock.ts';

/** Somebody who gets the report of the recent activity by e-mail. */
export interface ScheduledReport {
  readonly id: number;
  readonly email: string;
  readonly frequency: Frequency;
  readonly since: number;
}

/** A mail that was sent. What it says is made from the history, whenever somebody looks at it. */
export interface ReportMail {
  readonly report: ScheduledReport;
  /** The time that it is about. It was sent at the end of it. */
  readonly from: number;
  readonly to: number;
}

/** The same day of the next months, or their last day where they have no such day. */
function addMonths(at: number, months: number): number {
  const start = new Date(at);
  const next = new Date(at);
  next.setUTCMonth(start.getUTCMonth() + months, 1);
  const days = new Date(Date.UTC(next.getUTCFullYear(), next.getUTCMonth() + 1, 0)).getUTCDate();
  next.setUTCDate(Math.min(start.getUTCDate(), days));
  return next.getTime();
}

/** When the mail of this number is due, counted from 0, which is the moment at which the report was scheduled. */
export function findDueTime({ since, frequency }: ScheduledReport, number: number): number {
  if (frequency === 'monthly') return addMonths(since, number);
  return since + number * (frequency === 'daily' ? 1 : 7) * DAY;
}

/** Who gets the report how often, and the mails that were sent. */
export class ScheduledReports {
  readonly #byId = new Map<number, ScheduledReport>();
  readonly #mails: ReportMail[] = [];
  #lastId = 0;

  get mails(): readonly ReportMail[] {
    return this.#mails;
  }

  list(): IterableIterator<ScheduledReport> {
    return this.#byId.values();
  }

  find(id: number): ScheduledReport | undefined {
    return this.#byId.get(id);
  }

  add(email: string, frequency: Frequency, since: number): ScheduledReport {
    this.#lastId += 1;
    const report = { id: this.#lastId, email, frequency, since };
    this.#byId.set(report.id, report);
    return report;
  }

  remove(id: number): void {
    this.#byId.delete(id);
  }

  send(report: ScheduledReport, number: number): void {
    const [from, to] = [findDueTime(report, number - 1), findDueTime(report, number)];
    this.#mails.push({ report, from, to });
  }
}
