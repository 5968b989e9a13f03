import { readFileSync } from 'node:fs';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { describe, expect, test } from 'vitest';
import { BUNDLES, type Bundle, findBundle, readBundle } from '../../build/bundles.ts';

/** A text that each built file contains once, and the file of `src/` that it comes from. */
const MARKERS: Readonly<Record<Bundle, readonly [text: string, source: string]>> = {
  'back-in-stock.js': ['apiKey is missing', '../src/session.ts'],
  'back-in-stock.amd.js': ['apiKey is missing', '../src/session.ts'],
  'back-in-stock.mjs': ['apiKey is missing', '../src/session.ts'],
  'back-in-stock.form.js': ['its box has no words', '../src/configuration/parse-configuration.ts'],
  'back-in-stock.form.mjs': ['its box has no words', '../src/configuration/parse-configuration.ts'],
  'subscribe.mjs': ['pk_', '../src/entries/subscribe.ts'],
};

describe.each(Object.keys(BUNDLES) as Bundle[])('%s', (name) => {
  const map = new TraceMap(readFileSync(`${findBundle(name)}.map`, 'utf8'));

  test('its map leads from the built code to the line of the source', () => {
    const [text, source] = MARKERS[name];
    const lines = readBundle(name).split('\n');
    const line = lines.findIndex((of) => of.includes(text));
    const column = lines[line]?.indexOf(text) ?? -1;
    const found = originalPositionFor(map, { line: line + 1, column });
    expect(found.source).toBe(source);
    const written = map.sourcesContent?.[map.sources.indexOf(source)] ?? '';
    expect(written.split('\n')[(found.line ?? 0) - 1]).toContain(text);
  });

  test('its map names files of the package and of libraries alone, by paths that are the same on every machine', () => {
    for (const source of map.sources) {
      expect(source).toMatch(/^(\.\.\/(src|node_modules)\/|\0)/);
    }
  });
});
