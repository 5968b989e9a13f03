import { describe, expect, test } from 'vitest';
import type { Frequency } from '../../../demo/loop/actions.ts';
import { DAY, HOUR } from '../../../demo/loop/clock.ts';
import { listHistory } from '../../../demo/loop/history.ts';
import type { VariantDescription } from '../../../demo/loop/inventory.ts';
import { renderReportMail } from '../../../demo/loop/report-mail.ts';
import {
  reportActivity,
  tellConversion,
  writeActivityCsv,
  writeQueueCsv,
} from '../../../demo/loop/reports.ts';
import { findDueTime } from '../../../demo/loop/scheduled-reports.ts';
import { MUG, restock, rules, SHOE, START, sell, startLoop } from './run-loop.ts';

const BOOT = '2006';

const basics = { url: '/shop/trail-runner', imageUrl: '/shoe.svg', price: '€ 96.00' };
const shoe = { ...basics, productId: '2013', productName: 'Trail Runner 2' };
const DESCRIPTIONS: readonly VariantDescription[] = [
  { ...shoe, id: SHOE, sku: 'TR2-RED-42', options: 'Red / 42' },
  { ...shoe, id: BOOT, sku: 'TR2-RED-43', options: 'Red / 43' },
];
const describeVariant = (id: string) => DESCRIPTIONS.find((each) => each.id === id);

/** Two variants of one product, and one that the catalogue does not describe any more. */
function playTwoDays() {
  const loop = startLoop();
  loop.do({ kind: 'list', variants: [{ id: BOOT, sku: 'TR2-RED-43', quantity: 0 }] });
  loop.subscribe(SHOE, 'a', 'b', 'c');
  loop.subscribe(BOOT, 'a');
  loop.do(rules({ waitHours: 24 }), restock(SHOE, 1));
  loop.wait(30);
  loop.subscribe(SHOE, 'a', 'd');
  loop.subscribe(MUG, 'm');
  return loop;
}

describe('the recent activity', () => {
  test('counts by product and by variant', () => {
    const { state } = playTwoDays();
    expect(reportActivity(state, describeVariant)).toEqual([
      {
        ...{ productId: '2013', productName: 'Trail Runner 2' },
        ...{ requests: 6, notified: 2, skipped: 0, waiting: 4, converted: 2 },
        variants: [
          expect.objectContaining({ variant: SHOE, requests: 5, notified: 2, waiting: 3 }),
          expect.objectContaining({ variant: BOOT, requests: 1, notified: 0, waiting: 1 }),
        ],
      },
      expect.objectContaining({ productId: MUG, productName: 'MUG-350', requests: 1, waiting: 1 }),
    ]);
  });

  test('of a period: what happened in it, and who waited at its end', () => {
    const { state } = playTwoDays();
    const report = (from: number, to: number) =>
      reportActivity(state, describeVariant, { from: START + from, to: START + to })[0]
        ?.variants[0];
    expect(report(0, 1)).toMatchObject({ requests: 3, notified: 1, waiting: 2, converted: 1 });
    expect(report(1, DAY)).toMatchObject({ requests: 0, notified: 0, waiting: 2, converted: 0 });
    expect(report(DAY, 2 * DAY)).toMatchObject({
      ...{ requests: 2, notified: 1, waiting: 3, converted: 0 },
    });
    expect(report(-DAY, 0)).toBeUndefined();
  });

  test('counts the skipped apart', () => {
    const loop = startLoop();
    loop.subscribe(SHOE, 'a');
    loop.subscribe(MUG, 'a');
    loop.do({ kind: 'set-smart-sending', smartSending: true }, restock(SHOE, 1), restock(MUG, 1));
    const [, mug] = reportActivity(loop.state, describeVariant);
    expect(mug).toMatchObject({ requests: 1, notified: 0, skipped: 1, waiting: 0, converted: 0 });
  });

  test('counts how many were converted from waiting to notified', () => {
    const counts = { requests: 3, notified: 9, skipped: 0, waiting: 2, converted: 1 };
    expect(tellConversion(counts)).toBe('33 %');
    expect(tellConversion({ ...counts, requests: 0, converted: 0 })).toBe('');
  });

  test('is written as CSV', () => {
    const { state } = playTwoDays();
    expect(writeActivityCsv(reportActivity(state, describeVariant)).split('\r\n')).toEqual([
      'product,product_id,variant,sku,options,requests,notified,skipped,waiting,converted',
      'Trail Runner 2,2013,2005,TR2-RED-42,Red / 42,5,2,0,3,2',
      'Trail Runner 2,2013,2006,TR2-RED-43,Red / 43,1,0,0,1,0',
      'MUG-350,2044,2044,MUG-350,,1,0,0,1,0',
      '',
    ]);
  });
});

test('everybody who waits is written as CSV, the oldest first', () => {
  const { state } = playTwoDays();
  expect(writeQueueCsv(state, describeVariant).split('\r\n')).toEqual([
    'email,variant,sku,product,options,position,subscribed_at',
    'c@example.com,2005,TR2-RED-42,Trail Runner 2,Red / 42,1,2026-01-05T09:00:00.000Z',
    'a@example.com,2005,TR2-RED-42,Trail Runner 2,Red / 42,2,2026-01-06T15:00:00.000Z',
    'd@example.com,2005,TR2-RED-42,Trail Runner 2,Red / 42,3,2026-01-06T15:00:00.000Z',
    'm@example.com,2044,MUG-350,,,1,2026-01-06T15:00:00.000Z',
    'a@example.com,2006,TR2-RED-43,Trail Runner 2,Red / 43,1,2026-01-05T09:00:00.000Z',
    '',
  ]);
});

describe('scheduled reports', () => {
  const schedule = (frequency: Frequency) =>
    ({ kind: 'schedule-report', email: 'shop@example.com', frequency }) as const;

  test.each([
    ['daily', [1, 2, 3]],
    ['weekly', [7, 14, 21]],
    ['monthly', [31, 59, 90]],
  ] as const)('are sent %s', (frequency, days) => {
    const loop = startLoop();
    loop.do(schedule(frequency));
    loop.wait(24 * 90);
    const ends = loop.state.reports.mails.map(({ to }) => (to - START) / DAY);
    expect(ends.slice(0, 3)).toEqual(days);
    const starts = loop.state.reports.mails.map(({ from }) => (from - START) / DAY);
    expect(starts.slice(0, 3)).toEqual([0, ...days.slice(0, 2)]);
  });

  test('of a month that has no such day, on its last one', () => {
    const since = Date.UTC(2027, 11, 31, 8);
    const report = { id: 1, email: '', frequency: 'monthly', since } as const;
    expect([1, 2, 3].map((number) => new Date(findDueTime(report, number)).toISOString())).toEqual([
      '2028-01-31T08:00:00.000Z',
      '2028-02-29T08:00:00.000Z',
      '2028-03-31T08:00:00.000Z',
    ]);
  });

  test('can be looked at as they were when they were sent', () => {
    const loop = startLoop();
    loop.do(schedule('daily'));
    loop.subscribe(SHOE, 'a', 'b');
    loop.wait(30);
    loop.do(restock(SHOE, 1));
    loop.wait(48);
    const rows = loop.state.reports.mails.map((mail) => {
      const text = renderReportMail(mail, loop.state, describeVariant);
      expect(text).toContain('<title>Back in stock: your daily report</title>');
      return text.match(/<td [^>]*>[^<]*/g)?.map((cell) => cell.replace(/^.*>/, ''));
    });
    expect(rows).toEqual([
      ['Trail Runner 2', '2', '0', '2', '0 %'],
      ['Trail Runner 2', '0', '2', '0', ''],
      undefined,
    ]);
  });

  test('take no name for HTML', () => {
    const loop = startLoop();
    loop.do(schedule('daily'));
    loop.subscribe(SHOE, 'a');
    loop.wait(24);
    const [mail] = loop.state.reports.mails;
    if (!mail) throw new Error('There is no mail.');
    const hostile = { ...shoe, id: SHOE, sku: '', options: '', productName: '<script>' };
    const text = renderReportMail(mail, loop.state, () => hostile);
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('<script>');
  });

  test('are sent no more once they are cancelled', () => {
    const loop = startLoop();
    loop.do(schedule('daily'));
    loop.wait(24);
    expect([...loop.state.reports.list()]).toHaveLength(1);
    loop.do({ kind: 'cancel-report', report: 1 });
    loop.wait(240);
    expect(loop.state.reports.mails).toHaveLength(1);
    const again = loop.perform({ kind: 'cancel-report', report: 1 }, loop.state.now);
    expect(again).toEqual({ ok: false, reason: 'unknown-report' });
  });
});

test('the history of a variant has a point for each moment at which its queue or its stock changed', () => {
  const loop = startLoop();
  loop.subscribe(SHOE, 'a', 'b');
  loop.wait(1);
  loop.do(rules(), restock(SHOE, 1));
  loop.wait(1);
  loop.do(sell(SHOE, 1));
  expect(listHistory(loop.state, SHOE)).toEqual([
    { at: START, waiting: 2, quantity: 0 },
    { at: START + HOUR, waiting: 1, quantity: 1 },
    { at: START + 2 * HOUR, waiting: 1, quantity: 0 },
  ]);
  expect(listHistory(loop.state, MUG)).toEqual([{ at: START, waiting: 0, quantity: 0 }]);
  expect(listHistory(loop.state, '9')).toEqual([]);
});
