import { describe, expect, test } from 'vitest';
import { trim } from '../../build/trim.ts';

const SOURCE = 'let used = 1;\nlet unused = 2;\nlet last = 3;\n';

describe('a passage of a library', () => {
  test('is left out, from its beginning to its end', () => {
    expect(trim('a.js', SOURCE, [{ from: 'let unused', to: ';\n' }])).toBe(
      'let used = 1;\nlet last = 3;\n',
    );
  });

  test('ends with its beginning where no end is given', () => {
    expect(trim('a.js', SOURCE, [{ from: 'let unused = 2;\n' }])).toBe(
      'let used = 1;\nlet last = 3;\n',
    );
  });

  test('makes room for what stands there instead', () => {
    expect(trim('a.js', SOURCE, [{ from: '1', becomes: '$& one' }])).toContain('used = $& one;');
  });

  test('ends at the first end after its beginning', () => {
    expect(trim('a.js', SOURCE, [{ from: 'unused', to: ';', becomes: 'x;' }])).toBe(
      'let used = 1;\nlet x;\nlet last = 3;\n',
    );
  });

  test('is looked for in what the passages before it have left', () => {
    const twice = [{ from: 'let ' }, { from: 'let ' }];
    expect(trim('a.js', SOURCE, twice)).toBe('used = 1;\nunused = 2;\nlet last = 3;\n');
  });
});

test('a file without passages stays as it is', () => {
  expect(trim('a.js', SOURCE, [])).toBe(SOURCE);
});

describe('the build stops, and says where,', () => {
  test.each([
    ['when the beginning is not there', { from: 'let gone', to: ';' }],
    ['when the beginning without an end is not there', { from: 'let gone' }],
    ['when the end is not there', { from: 'let unused', to: '}' }],
    ['when the end is only before the beginning', { from: 'let last', to: 'unused' }],
    ['when the end is only within the beginning', { from: 'let last = 3;\n', to: '3' }],
  ])('%s', (_name, passage) => {
    expect(() => trim('diff/index.js', SOURCE, [passage])).toThrow(/diff\/index\.js.*let /);
  });

  test('when a passage is there once only, and named twice', () => {
    const passage = { from: 'let unused', to: ';' };
    expect(() => trim('a.js', SOURCE, [passage, passage])).toThrow('a.js');
  });
});
