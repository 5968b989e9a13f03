import { afterEach, expect, test, vi } from 'vitest';
import { runLocked } from '../../src/subscribe/tabs.ts';

afterEach(() => vi.unstubAllGlobals());

/** A browser whose locks answer in this way. */
function provideLocks(request: (run: (lock: object | null) => Promise<unknown>) => unknown): void {
  vi.stubGlobal('navigator', {
    locks: {
      request: async (
        _name: string,
        _options: object,
        run: (lock: object | null) => Promise<unknown>,
      ) => request(run),
    },
  });
}

test('what fails under a lock is run once, and fails', async () => {
  provideLocks((run) => run({}));
  const run = vi.fn(() => Promise.reject(new Error('full')));
  await expect(runLocked('a', 'exclusive', run)).rejects.toThrow('full');
  expect(run).toHaveBeenCalledTimes(1);
});

test('what another tab is at is not run, unless it only keeps the others out', async () => {
  provideLocks((run) => run(null));
  const run = vi.fn(async () => 'done');
  expect(await runLocked('a', 'exclusive', run)).toBeUndefined();
  expect(await runLocked('a', 'shared', run)).toBe('done');
  expect(run).toHaveBeenCalledTimes(1);
});

test('without locks it is run', async () => {
  provideLocks(() => {
    throw new Error('insecure');
  });
  expect(await runLocked('a', 'exclusive', async () => 'done')).toBe('done');
});
