import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFormLoading } from '../../src/loading/form-loading.ts';
import { watchConsole } from '../support/console.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a loading that gives up again and again leaves one listener for the network', async () => {
  watchConsole();
  const listeners = new Set<unknown>();
  vi.spyOn(window, 'addEventListener').mockImplementation((type, listener) => {
    if (type === 'online') listeners.add(listener);
  });
  vi.spyOn(window, 'removeEventListener').mockImplementation((_type, listener) => {
    listeners.delete(listener);
  });
  const loading = createFormLoading(() => Promise.reject('gone.js'), vi.fn());
  for (let press = 0; press < 3; press += 1) {
    const loaded = loading.load();
    await vi.runAllTimersAsync();
    expect(await loaded).toBeUndefined();
  }
  expect(listeners.size).toBe(1);
});
