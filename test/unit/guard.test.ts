import { beforeEach, describe, expect, test, vi } from 'vitest';
import { watchConsole } from '../support/console.ts';

/** A guard that has not logged anything yet. */
async function loadGuard() {
  return await import('../../src/guard.ts');
}

beforeEach(() => {
  vi.resetModules();
});

describe('the log for the merchant', () => {
  test('names the widget, so that the merchant knows who speaks', async () => {
    const { log } = await loadGuard();
    const { errors, warnings } = watchConsole();
    log('store is missing.');
    log('unknown setting', 'warn');
    expect(errors).toEqual(['[back-in-stock] store is missing.']);
    expect(warnings).toEqual(['[back-in-stock] unknown setting']);
  });

  test('says the same only once', async () => {
    const { log } = await loadGuard();
    const { messages } = watchConsole();
    for (const text of ['one', 'one', 'two', 'one']) log(text);
    expect(messages).toEqual(['[back-in-stock] one', '[back-in-stock] two']);
  });
});

describe('a guarded function', () => {
  test('gives what the function gives', async () => {
    const { guard } = await loadGuard();
    const { messages } = watchConsole();
    expect(guard((one: number, other: number) => one + other)(1, 2)).toBe(3);
    expect(await guard(async () => 'later')()).toBe('later');
    expect(messages).toEqual([]);
  });

  test('never throws, and logs the error once', async () => {
    const { guard } = await loadGuard();
    const { errors } = watchConsole();
    const run = guard(() => {
      throw new TypeError('broken');
    });
    expect(run()).toBeUndefined();
    expect(run()).toBeUndefined();
    expect(errors).toEqual(['[back-in-stock] TypeError: broken']);
  });

  test.each([
    ['a text', 'broken'],
    ['nothing', undefined],
    ['null', null],
  ])('never throws when %s is thrown', async (_name, thrown) => {
    const { guard } = await loadGuard();
    const { errors } = watchConsole();
    const run = guard(() => {
      throw thrown;
    });
    expect(run).not.toThrow();
    expect(errors).toHaveLength(1);
  });

  test('contains what fails later, and logs the error once', async () => {
    const { guard } = await loadGuard();
    const { errors } = watchConsole();
    const run = guard(async () => {
      throw new TypeError('broken later');
    });
    // Nobody waits for these: a rejection that reached the page would fail the whole test run.
    void run();
    void run();
    await vi.waitFor(() => expect(errors).toEqual(['[back-in-stock] TypeError: broken later']));
  });
});
