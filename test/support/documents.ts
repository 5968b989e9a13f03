import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { ROOT } from '../../build/bundles.ts';

/** The documents that are published or committed. */
export const DOCUMENTS = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((path) => existsSync(ROOT + path));

/** The text of a document. */
export const readDocument = (path: string): string => readFileSync(ROOT + path, 'utf8');

/** The text of a document without its examples, in which brackets and hashes have another meaning. */
export const readProse = (path: string): string =>
  readDocument(path)
    .replaceAll(/^ *```[\s\S]*?^ *```/gm, '')
    .replaceAll(/`[^`\n]*`/g, (code) => code.replaceAll(/[[\]()]/g, ' '));

/** Where the links of a document lead in the repository, from the folder of the document. */
export function listLinks(path: string): readonly string[] {
  const links = [...readProse(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => !/^(https?:|mailto:|\/)/.test(link));
}
