import { VirtualAbortController } from './abort-controller.ts';
import type { Task } from './time.ts';
import type { World } from './world.ts';

/**
 * Puts a world in the place of what browsers give to scripts. What belongs to a shopper is that of the page whose
 * code is running.
 *
 * @returns What puts everything back.
 */
export function installGlobals(world: World): () => void {
  const { time } = world;
  const values = {
    setTimeout(run: () => void, delay = 0) {
      const { page } = world;
      return time.after(delay, () => world.enter(page, run));
    },
    clearTimeout: (task: Task | undefined) => time.cancel(task),
    fetch: (address: string, { headers, body, signal }: RequestInit) =>
      world.fetch({ address, headers, body } as Parameters<World['fetch']>[0], signal),
    AbortController: VirtualAbortController,
    // Nobody goes offline here.
    addEventListener() {},
    removeEventListener() {},
  };
  const getters = {
    localStorage: () => world.page?.shopper.storage,
    navigator: () => ({ onLine: true, locks: world.page?.locks }),
  };
  const restorers = [
    replace(Date, 'now', { value: () => time.now }),
    replace(Math, 'random', { value: world.random }),
    ...Object.entries(values).map(([name, value]) => replace(globalThis, name, { value })),
    ...Object.entries(getters).map(([name, get]) => replace(globalThis, name, { get })),
  ];
  return () => {
    for (const restore of restorers) restore();
  };
}

function replace(object: object, name: string, by: PropertyDescriptor): () => void {
  const original = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { configurable: true, ...by });
  return () => {
    if (original) Object.defineProperty(object, name, original);
    else Reflect.deleteProperty(object, name);
  };
}
