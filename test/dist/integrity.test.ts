import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BUNDLES, type Bundle, LANGUAGE_FILES, ROOT, readBundle } from '../../build/bundles.ts';
import { printFigure, readFigures, readWritten } from '../../build/figures.ts';

// A hash of other bytes than those that are published keeps the script from every page that has it.
test.each(['back-in-stock.js', 'back-in-stock.mjs'] as const)(
  'docs/security-policy.md names the integrity hash of dist/%s',
  (name) => {
    const written = readWritten(
      readFileSync(`${ROOT}docs/security-policy.md`, 'utf8'),
      `integrity ${name}`,
    );
    expect(
      written,
      `docs/security-policy.md is not about this dist/${name}: run npm run build:figures`,
    ).toEqual([printFigure(`integrity ${name}`)]);
  },
);

test('docs/security-policy.md names the integrity hash of every language', () => {
  const marker = 'integrity languages';
  const [written, ...others] = readWritten(
    readFileSync(`${ROOT}docs/security-policy.md`, 'utf8'),
    marker,
  );
  expect(others).toEqual([]);
  expect(written, 'run npm run build:figures').toBe(printFigure(marker));
  const hashes = LANGUAGE_FILES.map((name) => readFigures(name).integrity);
  expect(hashes.filter((hash) => !written?.includes(hash))).toEqual([]);
});

test('the script knows the hash of the form, and nothing else has it', () => {
  const { integrity } = readFigures('back-in-stock.form.js');
  const knowing = (Object.keys(BUNDLES) as Bundle[]).filter((name) =>
    readBundle(name).includes(integrity),
  );
  expect(knowing).toEqual(['back-in-stock.js']);
  expect(readBundle('back-in-stock.js').match(/sha\d+-/g)).toHaveLength(1);
});
