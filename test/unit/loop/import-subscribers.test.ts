import { expect, test } from 'vitest';
import { MOST_LINES, prepareImport } from '../../../demo/loop/import-subscribers.ts';
import { writeQueueCsv } from '../../../demo/loop/reports.ts';
import { listWaiting, MUG, restock, rules, SHOE, START, startLoop } from './run-loop.ts';

const HEADER = 'The first line must name the columns "email" and "variant".';

function importInto(loop: ReturnType<typeof startLoop>, text: string) {
  const prepared = prepareImport(text);
  return prepared.report(loop.perform(prepared.action, loop.state.now));
}

test('subscribers come in the order of the file, and what is refused is listed with the reason', () => {
  const loop = startLoop();
  loop.subscribe(SHOE, 'kim');
  const report = importInto(
    loop,
    [
      'Name,E-mail,Variant ID',
      `Sam,sam@example.com,${SHOE}`,
      `Kim,kim@example.com,${SHOE}`,
      'Ada,ada@example.com,TR2-RED-42',
      'Bob,bob@example,2005',
      'Eve,,2005',
      'Joe,joe@example.com',
      'Liv,liv@example.com,9999',
      `Sam,SAM@example.com,${SHOE}`,
      `Zoe, zoe@example.com ,${MUG},too,many`,
      'Max,max@example.com,20"05',
    ].join('\r\n'),
  );
  expect(report.subscribed).toBe(3);
  expect(listWaiting(loop, SHOE)).toEqual(['kim', 'sam', 'ada']);
  expect(listWaiting(loop, MUG)).toEqual(['zoe']);
  const already = 'This profile waits for this variant already, so no event is created.';
  expect(report.refused).toEqual([
    { line: 3, email: 'kim@example.com', reason: already },
    { line: 5, email: 'bob@example', reason: 'This is no e-mail address.' },
    { line: 6, email: '', reason: 'The e-mail address is missing.' },
    { line: 7, email: 'joe@example.com', reason: 'The variant is missing.' },
    {
      line: 8,
      email: 'liv@example.com',
      reason: 'No variant of the catalogue has this id or SKU, so no event is created.',
    },
    { line: 9, email: 'SAM@example.com', reason: already },
    { line: 11, email: '', reason: expect.stringContaining('Quote') },
  ]);
  // The diary counts the lines that the report lists.
  expect(loop.state.diary.at(-1)).toMatchObject({ kind: 'imported', subscribed: 3, refused: 7 });
});

test.each([
  ['', 1],
  ['sam@example.com,2005', 1],
  ['email;store\nsam@example.com;2005', 1],
  ['\n\nvariant\n2005', 3],
])('%j lacks a column', (text, line) => {
  const { action, report } = prepareImport(text);
  expect(action.subscribers).toEqual([]);
  expect(report({ ok: true, lines: [] })).toEqual({
    subscribed: 0,
    refused: [{ line, email: '', reason: HEADER }],
  });
});

test('a file that is too long is cut, and the result says so', () => {
  const lines = Array.from({ length: MOST_LINES + 2 }, (_, place) => `s${place}@example.com,2005`);
  const { action, report } = prepareImport(['email,variant', ...lines].join('\n'));
  expect(action.subscribers).toHaveLength(MOST_LINES);
  const { refused } = report({ ok: true, lines: [] });
  expect(refused).toEqual([
    { line: MOST_LINES + 2, email: '', reason: expect.stringContaining('left out') },
  ]);
});

test('the export of everybody who waits can be imported again', () => {
  const loop = startLoop();
  for (const email of ['+sam@example.com', "'-kim@example.com", 'müller@exämple.de']) {
    loop.do({ kind: 'subscribe', email, variant: SHOE });
  }
  loop.subscribe(MUG, 'sam');
  const file = writeQueueCsv(loop.state, () => undefined);
  expect(file).toContain("'+sam@example.com,2005");
  const other = startLoop();
  expect(importInto(other, file)).toEqual({ subscribed: 4, refused: [] });
  expect(listWaiting(other, SHOE)).toEqual(listWaiting(loop, SHOE));
  expect(listWaiting(other, MUG)).toEqual(['sam']);
});

test('the imported are notified as all others are', () => {
  const loop = startLoop();
  importInto(loop, `email,variant\nsam@example.com,${SHOE}\nkim@example.com,${SHOE}`);
  loop.do(rules(), restock(SHOE, 1));
  const [sam, kim] = loop.state.inventory.find(SHOE)?.queue.history ?? [];
  expect([sam?.endedAt, kim?.endedAt]).toEqual([START, undefined]);
});
