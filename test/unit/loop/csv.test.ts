import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv, writeCsv } from '../../../demo/loop/csv.ts';

const cellsOf = (text: string) => readCsv(text).rows.map(({ cells }) => cells);

describe('written', () => {
  test('by RFC 4180', () => {
    const table = writeCsv(
      ['product', 'note'],
      [
        ['Mug, enamel', 'the "old"\none'],
        ['Tee', 5],
      ],
    );
    expect(table).toBe('product,note\r\n"Mug, enamel","the ""old""\none"\r\nTee,5\r\n');
  });

  test.each([
    ['=HYPERLINK("http://x","y")', "'=HYPERLINK"],
    ['+491234', "'+491234"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['＝1+1', "'＝1+1"],
    ["'=1", "''=1"],
  ])('%j is no formula any more', (cell, defused) => {
    const [, line = ''] = writeCsv(['cell'], [[cell]]).split('cell\r\n');
    expect(line.replace(/^"/, '')).toMatch(new RegExp(`^${defused.replace(/[+()]/g, '\\$&')}`));
  });

  test('numbers are left as they are', () => {
    expect(writeCsv(['units'], [[-5]])).toBe('units\r\n-5\r\n');
  });

  test('any text is read as it was written, apart from blanks around it and empty lines', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', "'", '"', '=', '+', '-', '@', ',', ';', '\n', 'ü') })
      .map((text) => text.trim());
    const row = fc.tuple(fc.constant('x'), cell, cell);
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        expect(cellsOf(writeCsv(['a', 'b', 'c'], rows)).slice(1)).toEqual(rows);
      }),
    );
  });
});

describe('read', () => {
  test('with the mark and the semicolons of a spreadsheet', () => {
    expect(cellsOf('\ufeffemail;variant\r\nsam@example.com;2005')).toEqual([
      ['email', 'variant'],
      ['sam@example.com', '2005'],
    ]);
  });

  test('with the line of each row', () => {
    const { rows } = readCsv('a,b\n\n"one\ntwo",2\n3,4');
    expect(rows.map(({ line }) => line)).toEqual([1, 4, 5]);
  });

  test('what is no table is reported, and the rest is read', () => {
    const { rows, refused } = readCsv('a,b\n1,b"c\n3,4\n5,"6\n7,8');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['3', '4'],
    ]);
    expect(refused).toEqual([
      { line: 2, reason: expect.stringContaining('Quote') },
      { line: 5, reason: expect.stringContaining('Quote Not Closed') },
    ]);
  });

  test.each(['', '\n\n', ' '])('%j is an empty table', (text) => {
    expect(readCsv(text)).toEqual({ rows: [], refused: [] });
  });
});
