import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../demo/catalogue/catalogue.ts';
import { hasSoldOut } from '../../demo/catalogue/stock.ts';
import { ROOT, run } from './php.ts';
import { findReasonWithout } from './php-tools.mjs';
import { listPages, listSources, printPages, RENEW, readPage } from './printed.ts';

// These need PHP, PHPUnit and PHP_CodeSniffer, which npm does not bring. Where they are not installed, the tests are
// skipped, and the summary says so; `.ci/run` installs them where it can.
const hasPhp = findReasonWithout('php') === undefined;
const hasPhpunit = findReasonWithout('phpunit') === undefined;
const hasPhpcs = findReasonWithout('phpcs') === undefined;

const FILES = ['magento', 'test/module'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(php|phtml)$/.test(file))
    .map((file) => `${folder}/${file}`),
);

describe.skipIf(!hasPhp)('php -l', () => {
  test.each(FILES)('%s', (file) => {
    expect(run('php', ['-l', file])).toContain('No syntax errors');
  });
});

interface TestCase {
  readonly name: string;
  readonly class: string;
  readonly failure?: unknown;
  readonly error?: unknown;
  readonly skipped?: unknown;
}

/** Every test of PHPUnit's report, however deep its suites are. */
function listCases(node: unknown): readonly TestCase[] {
  if (Array.isArray(node)) return node.flatMap(listCases);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    name === 'testcase' ? [value as TestCase | TestCase[]].flat() : listCases(value),
  );
}

/** PHPUnit runs all of its tests in a blink, so they run once, and their results become tests here. */
function runPhpunit() {
  if (!hasPhpunit) return { status: null, printed: '', cases: [] };
  const folder = mkdtempSync(join(tmpdir(), 'back-in-stock-'));
  try {
    const report = join(folder, 'report.xml');
    const { status, stdout, stderr } = spawnSync(
      'phpunit',
      ['-c', 'test/module/phpunit.xml', '--log-junit', report],
      { cwd: ROOT, encoding: 'utf8' },
    );
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
    // There is no report of tests that could not even be loaded.
    const cases = existsSync(report) ? listCases(parser.parse(readFileSync(report, 'utf8'))) : [];
    return { status, printed: stdout + stderr, cases };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const { status, printed, cases } = runPhpunit();

describe.skipIf(!hasPhpunit)('PHPUnit', () => {
  test('is content', () => {
    expect(status, printed).toBe(0);
    expect(cases.length, printed).toBeGreaterThan(0);
  });

  test.each(cases)('$class: $name', ({ failure, error, skipped }) => {
    expect({ failure, error, skipped }).toEqual({});
  });
});

describe.skipIf(!hasPhpcs)('PHP_CodeSniffer', () => {
  test('finds nothing', () => {
    run('phpcs', ['--standard=test/module/phpcs.xml']);
  });
});

describe.skipIf(!hasPhp)('what the module prints', () => {
  test('is what is kept in printed/, with which the widget is tested', () => {
    const { pages, sources } = printPages('hidden');
    const kept = listPages().map((page) => [page, readPage(page)]);
    expect(Object.fromEntries(kept), RENEW).toEqual(pages);
    expect(listSources(), RENEW).toEqual(sources);
  });

  test('is the same whether the shop hides sold-out products or shows them', () => {
    expect(printPages('shown').pages).toEqual(printPages('hidden').pages);
  });

  test('is by default the same where something is sold out, and nothing at all where nothing is', () => {
    for (const stock of ['hidden', 'shown'] as const) {
      const { pages } = printPages(stock, 'sold_out');
      for (const product of CATALOGUE) {
        const printed = pages[product.page];
        expect(printed?.trim()).toBe(hasSoldOut(product) ? readPage(product.page).trim() : '');
      }
    }
  });
});
