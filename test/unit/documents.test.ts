import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DOCUMENTS } from '../support/examples.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A page that takes longer to read than a minute is not read. */
const MOST_BYTES = 9000;

const read = (path: string) => readFileSync(path, 'utf8');

/** The text of a document without its examples, in which brackets and hashes mean something else. */
const readProse = (path: string) =>
  read(path)
    .replaceAll(/^ *```[\s\S]*?^ *```/gm, '')
    .replaceAll(/`[^`\n]*`/g, (code) => code.replaceAll(/[[\]()]/g, ' '));

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
  expect(readFileSync(resolve(ROOT, 'README.md')).length).toBeLessThanOrEqual(MOST_BYTES);
});

test.each(DOCUMENTS)('%s: every link leads somewhere', (document) => {
  const path = resolve(ROOT, document);
  const links = [...readProse(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  const broken = links.filter((link) => {
    if (/^(https?:|mailto:|\/)/.test(link)) return false;
    const [file = '', anchor] = link.split('#');
    const target = file ? resolve(dirname(path), file) : path;
    return !existsSync(target) || (anchor !== undefined && !listAnchors(target).includes(anchor));
  });
  expect(broken).toEqual([]);
});

test('README leads to every page of docs/', () => {
  const readme = read(resolve(ROOT, 'README.md'));
  const pages = DOCUMENTS.filter((path) => /^docs\/[\w-]+\.md$/.test(path));
  expect(pages.length).toBeGreaterThan(10);
  expect(pages.filter((path) => !readme.includes(`](${path}`))).toEqual([]);
});
