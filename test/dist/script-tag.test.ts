import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { readBundle } from '../../build/bundles.ts';

// Places with JavaScript and hardly anything else: no window, no module system.

/** A document of a page that is still being parsed, as it is for a script in its head. */
const createDocument = () => ({
  readyState: 'loading',
  currentScript: null,
  addEventListener() {},
  querySelector: () => null,
});

/** Everything that is global there. */
function listGlobals(context: object): (string | symbol)[] {
  return runInContext('Reflect.ownKeys(globalThis)', context) as (string | symbol)[];
}

/** Runs the script among these globals, and returns those that it has added. */
function runScript(globals: object) {
  const context = createContext({ ...globals });
  const before = new Set(listGlobals(context));
  runInContext(readBundle('back-in-stock.js'), context);
  const added = listGlobals(context).filter((name) => !before.has(name));
  return { context, added };
}

describe('at the beginning of a page, the script', () => {
  test('adds one global, which has init and nothing else', () => {
    const { context, added } = runScript({ document: createDocument() });
    expect(added).toEqual(['BackInStock']);
    expect(runInContext('Object.keys(BackInStock)', context)).toEqual(['init', 'registerAdapter']);
  });

  test('does no harm when it is there twice', () => {
    const { context } = runScript({ document: createDocument() });
    expect(() => runInContext(readBundle('back-in-stock.js'), context)).not.toThrow();
  });

  test('calls no loader that is there', () => {
    const define = () => {
      throw new Error('Mismatched anonymous define()');
    };
    const loader = Object.assign(define, { amd: {} });
    const { added } = runScript({ document: createDocument(), define: loader, require: define });
    expect(added).toEqual(['BackInStock']);
  });
});

describe('without a page, the script', () => {
  test('runs and adds the same global', () => {
    expect(runScript({}).added).toEqual(['BackInStock']);
  });

  test('gives a handle that does nothing', async () => {
    const { context } = runScript({});
    const opened = runInContext(
      `const handle = BackInStock.init({ apiKey: 'DEMO01', store: '1' });
      handle.refresh();
      handle.destroy();
      handle.open()`,
      context,
    );
    expect(await opened).toBe(false);
  });
});
