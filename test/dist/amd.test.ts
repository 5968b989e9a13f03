import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { ROOT, readBundle } from '../../build/bundles.ts';
import type { backInStock } from '../../src/entries/amd.ts';
import { findParts, nameOf, parseBundle, textOf } from '../support/dist.ts';

type Component = typeof backInStock;

interface RequireJs {
  (
    names: readonly string[],
    onLoad: (...values: unknown[]) => void,
    onError: (error: unknown) => void,
  ): void;
  config(settings: object): RequireJs;
}

test('the module is one anonymous define that asks where it is, and nothing beside it', () => {
  const program = parseBundle('back-in-stock.amd.js');
  const calls = findParts(program, 'CallExpression').filter(
    ({ callee }) => nameOf(callee) === 'define',
  );
  expect(calls).toHaveLength(1);
  expect(program.body.filter(({ type }) => type !== 'EmptyStatement')).toHaveLength(1);
  const [dependencies, factory, ...rest] = (calls[0]?.arguments ?? []) as unknown as {
    type: string;
    elements?: unknown[];
  }[];
  // A name would make RequireJS give undefined to whoever asks for the file by its path.
  expect(dependencies?.type).toBe('ArrayExpression');
  expect(dependencies?.elements?.map(textOf)).toEqual(['module']);
  expect(factory?.type).toMatch(/^(Arrow)?FunctionExpression$/);
  expect(rest).toEqual([]);
});

test('a loader gets a function with init, and no global', () => {
  const defined: unknown[][] = [];
  const context = createContext({ define: (...values: unknown[]) => defined.push(values) });
  runInContext(readBundle('back-in-stock.amd.js'), context);
  expect(Object.keys(context)).toEqual(['define']);
  const [dependencies, factory] = defined[0] as [string[], (module: object) => Component];
  // `module` comes from the loader itself: no file is loaded for it.
  expect([...dependencies]).toEqual(['module']);
  const component = factory({ id: 'backInStock', uri: '/js/back-in-stock.amd.js' });
  expect(Object.keys(context)).toEqual(['define']);
  expect(typeof component).toBe('function');
  expect(typeof component.init).toBe('function');
});

test('RequireJS itself loads it by its path, under any name, and under one name once', async () => {
  const requirejs = createRequire(import.meta.url)('requirejs') as RequireJs;
  const load = requirejs.config({
    context: 'test',
    baseUrl: ROOT,
    map: { '*': { backInStock: 'dist/back-in-stock.amd' } },
  });
  const [byName, byPath] = await new Promise<unknown[]>((resolve, reject) => {
    load(['backInStock', 'dist/back-in-stock.amd'], (...values) => resolve(values), reject);
  });
  expect(byName).toBe(byPath);
  const component = byName as Component;
  expect(typeof component.init).toBe('function');
  // As Magento calls it for the selector "*", here without a page.
  const handle = component({ apiKey: 'DEMO01' }, undefined);
  expect(await handle.open()).toBe(false);
});
