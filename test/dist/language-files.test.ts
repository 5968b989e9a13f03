import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { LANGUAGE_FILES, readBundle } from '../../build/bundles.ts';
import { LOCALES } from '../../build/locales.ts';
import { HANDED_OVER } from '../../src/loading/classic-script.ts';

interface Passed {
  readonly type: string;
  readonly detail: unknown;
}

/** Runs a file on a page with this script as the current one, and gives what is global then. */
function run(code: string, script: object | null): readonly string[] {
  class Document {
    get currentScript() {
      return script;
    }
  }
  class CustomEvent implements Passed {
    readonly detail: unknown;
    readonly type: string;
    constructor(type: string, { detail }: Passed) {
      this.type = type;
      this.detail = detail;
    }
  }
  // An image of this name, which a page may have, hides the document's own member.
  const document = Object.defineProperty(new Document(), 'currentScript', { value: {} });
  const context = createContext({ Document, CustomEvent, document });
  const before = Object.keys(context);
  runInContext(code, context);
  return Object.keys(context).filter((name) => !before.includes(name));
}

describe.each(LANGUAGE_FILES.map((name, index) => [name, Object.values(LOCALES)[index]] as const))(
  '%s',
  (name, texts) => {
    const code = readBundle(name);

    test('passes the texts to the element that has loaded it, and leaves nothing', () => {
      const passed: Passed[] = [];
      const added = run(code, { dispatchEvent: (event: Passed) => passed.push(event) });
      const copy = JSON.parse(JSON.stringify(passed.map(({ type, detail }) => ({ type, detail }))));
      expect(copy).toEqual([{ type: HANDED_OVER, detail: texts }]);
      expect(added).toEqual([]);
    });

    test('does nothing where nobody has loaded it', () => {
      expect(run(code, null)).toEqual([]);
    });

    test('names its licence first', () => {
      expect(code).toMatch(/^\/\*! magento-back-in-stock \d/);
    });
  },
);
