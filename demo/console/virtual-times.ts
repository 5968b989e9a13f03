import { DAY, HOUR, MINUTE } from '../loop/clock.ts';

/*
 * Times as the console tells them: in UTC, as the diary and the reports do, and with English names of days and months.
 */

function createFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
}

const DATE = createFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const TIME = createFormat({ hour: '2-digit', minute: '2-digit' });
const MOMENT = createFormat({ day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** Such as "Monday 5 January 2026". */
export function tellDate(at: number): string {
  return DATE.format(at).replace(',', '');
}

/** Such as "09:00". */
export function tellTimeOfDay(at: number): string {
  return TIME.format(at);
}

/** Such as "5 Jan, 09:00". */
export function tellMoment(at: number): string {
  return MOMENT.format(at);
}

/** Such as "6 hours", rounded up, so that nothing that lies ahead is told to be over. */
export function tellDuration(milliseconds: number): string {
  if (milliseconds >= 2 * DAY) return tellUnits(Math.ceil(milliseconds / DAY), 'day');
  if (milliseconds >= HOUR) return tellUnits(Math.ceil(milliseconds / HOUR), 'hour');
  return tellUnits(Math.ceil(milliseconds / MINUTE), 'minute');
}

export function tellUnits(number: number, unit: 'minute' | 'hour' | 'day'): string {
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(number);
}
