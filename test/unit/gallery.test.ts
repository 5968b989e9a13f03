import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { createGallery } from '../../demo/gallery/gallery-page.ts';
import { GALLERY_STATES } from '../../demo/gallery/gallery-states.ts';

function makeFolder(): URL {
  return pathToFileURL(`${mkdtempSync(join(tmpdir(), 'gallery-'))}/`);
}

const read = async (folder: URL, path: string) =>
  (await createGallery(folder).request(path)).text();

test('without pictures the page names the command that takes them', async () => {
  const page = await read(new URL('missing/', makeFolder()), '/');
  expect(page).toContain('npm run gallery');
  expect(page).not.toContain('<img src="/gallery');
});

test('the page shows each picture with the name of its state, its look and its width', async () => {
  const folder = makeFolder();
  writeFileSync(new URL('hint-hyva-390.jpg', folder), 'picture');
  const page = await read(folder, '/');
  expect(page).toContain('src="/gallery/hint-hyva-390.jpg"');
  expect(page).toContain(`alt="${GALLERY_STATES[0]?.title}: Hyvä, 390 pixels"`);
  expect(page).not.toContain('hint-luma-390.jpg');
  expect(await read(folder, '/hint-hyva-390.jpg')).toBe('picture');
});

test('nothing but the pictures is given away', async () => {
  const folder = makeFolder();
  writeFileSync(new URL('../secret.jpg', folder), 'secret');
  for (const path of ['/secret.jpg', '/..%2Fsecret.jpg', '/../secret.jpg']) {
    expect((await createGallery(folder).request(path)).status).toBe(404);
  }
});
