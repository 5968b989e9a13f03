import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../build/bundles.ts';
import { DOCUMENTS, listLinks, readDocument, readProse } from '../support/documents.ts';

/** A page that takes longer to read than a minute is not read. */
const MOST_BYTES = 9000;

/** The anchors of a document, as GitHub makes them of its headings. */
function listAnchors(path: string): string[] {
  const headings = readProse(path).matchAll(/^#+ (.*)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('README is one page', () => {
  expect(readDocument('README.md').length).toBeLessThanOrEqual(MOST_BYTES);
});

test.each(DOCUMENTS)('%s: every link leads somewhere', (document) => {
  const broken = listLinks(document).filter((link) => {
    const [file = '', anchor] = link.split('#');
    const target = file ? resolve('/', dirname(document), file).slice(1) : document;
    if (!existsSync(ROOT + target)) return true;
    return anchor !== undefined && !listAnchors(target).includes(anchor);
  });
  expect(broken).toEqual([]);
});

test('README leads to every page of docs/', () => {
  const readme = readDocument('README.md');
  const pages = DOCUMENTS.filter((path) => /^docs\/[\w-]+\.md$/.test(path));
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.filter((path) => !readme.includes(`](${path}`))).toEqual([]);
});
