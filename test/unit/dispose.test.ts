import { expect, test } from 'vitest';
import { disposeAll } from '../../src/guard.ts';

test('what began last ends first, and only once', () => {
  const ended: string[] = [];
  const dispose = disposeAll(['first', 'second', 'third'].map((name) => () => ended.push(name)));
  dispose();
  dispose();
  expect(ended).toEqual(['third', 'second', 'first']);
});
