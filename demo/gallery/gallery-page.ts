import { readdir, readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Markup } from '../page/markup.ts';
import { GALLERY_LOOKS, GALLERY_SCREENS, pictureName } from './gallery-looks.ts';
import { GALLERY_STATES, type GalleryState } from './gallery-states.ts';

/** Where `npm run gallery` puts the pictures. Git ignores it. */
const PICTURES = new URL('../.gallery/', import.meta.url);

/** The page with a picture of every state in every look, and the pictures. */
export function createGallery(folder: URL = PICTURES): Hono {
  const gallery = new Hono();
  gallery.get('/', async (context) => context.html(galleryPage(await listFiles(folder))));
  gallery.get('/:file', async (context) => {
    const file = context.req.param('file');
    if (!(await listFiles(folder)).has(file)) return context.notFound();
    const picture = await readFile(new URL(file, folder));
    return context.body(new Uint8Array(picture), 200, { 'Content-Type': 'image/jpeg' });
  });
  return gallery;
}

async function listFiles(folder: URL): Promise<ReadonlySet<string>> {
  return new Set(await readdir(folder).catch(() => []));
}

function galleryPage(files: ReadonlySet<string>): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Gallery - Back in stock for Magento 2</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/gallery/gallery.css">
</head>
<body>
<header>
  <a href="/">Demo shop</a>
  <h1>Gallery</h1>
  <p>Every state of the widget, in each look, on a screen and on a phone.</p>
</header>
<main>${files.size ? pictures(files) : html`<p>There are no pictures yet. Take them by <code>npm run gallery</code>, which needs some minutes, and load this page again.</p>`}</main>
</body>
</html>`;
}

function pictures(files: ReadonlySet<string>): Markup {
  return html`<nav aria-label="States"><ul>
  ${GALLERY_STATES.map(({ name, title }) => html`<li><a href="#${name}">${title}</a></li>`)}
</ul></nav>
${GALLERY_STATES.map((state) => stateSection(state, files))}`;
}

function stateSection(state: GalleryState, files: ReadonlySet<string>): Markup {
  const shown = GALLERY_LOOKS.flatMap((look) =>
    GALLERY_SCREENS.map(({ width, height }) => ({
      file: pictureName(state.name, look.name, width),
      text: `${look.title}, ${width} pixels`,
      width,
      height,
    })),
  ).filter(({ file }) => files.has(file));
  return html`<section aria-labelledby="${state.name}">
  <h2 id="${state.name}">${state.title}</h2>
  <div class="pictures">
    ${shown.map(
      ({ file, text, width, height }) => html`<figure>
      <a href="/gallery/${file}"><img src="/gallery/${file}" width="${width}" height="${height}" alt="${state.title}: ${text}" loading="lazy"></a>
      <figcaption>${text}</figcaption>
    </figure>`,
    )}
  </div>
</section>`;
}
