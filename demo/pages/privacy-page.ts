import { html } from 'hono/html';
import type { Markup } from './markup.ts';
import { siteHeader } from './site-header.ts';

/** What a shopper reads who follows the link beside the consent. */
export function privacyPage(): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Privacy policy</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/luma/luma.css">
</head>
<body>
${siteHeader()}
<main class="page-main">
  <h1>Privacy policy</h1>
  <p>Who asks to be told when a product is back leaves an e-mail address. We use it for that, and for our newsletter where the box was ticked.</p>
  <p>This is a demo shop: the address goes to a sandbox on this computer, which forgets it when it is stopped.</p>
</main>
</body>
</html>`;
}
