import { html } from 'hono/html';
import type { Markup } from '../page/markup.ts';
import { LIST_GROUP, SPECIAL_GROUP } from './case-groups.ts';
import { LUMA_GROUPS } from './luma-groups.ts';
import type { PageGroup, PageLink, ThemeLink } from './page-group.ts';
import { requestsPanel } from './requests-panel.ts';
import { shopControls } from './shop-controls.ts';
import { HYVA_GROUP, MODULE_GROUP, STOREFRONT_GROUP } from './theme-groups.ts';

const PAGE_GROUPS: readonly PageGroup[] = [
  ...LUMA_GROUPS,
  MODULE_GROUP,
  HYVA_GROUP,
  LIST_GROUP,
  STOREFRONT_GROUP,
  SPECIAL_GROUP,
];

/** The page for merchants: the pages of the shop at one side, what Klaviyo receives at the other. */
export function frontPage(endpoint: string): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Back in stock for Magento 2 - demo shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Try the Notify me when available button on product pages like Magento's.">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/front/front.css">
<script type="module" src="/static/front/shop-frame.js"></script>
<script type="module" src="/static/front/requests-panel.js"></script>
</head>
<body>
<header class="top" aria-label="About this demo">
  <img src="/favicon.svg" width="32" height="32" alt="">
  <div>
    <h1>Back in stock for Magento 2 <span class="top-kind">demo shop</span></h1>
    <p>Product pages as Magento prints them, and a sandbox in the place of Klaviyo. Nothing leaves this computer.</p>
  </div>
  <a class="top-link" href="/gallery">Gallery</a>
  <a class="top-link" href="/loop">What Klaviyo does then</a>
</header>
<div class="layout">
  <nav class="pages" aria-label="Product pages">
    <details open>
      <summary><h2>Product pages</h2></summary>
      ${PAGE_GROUPS.map(pageGroup)}
    </details>
  </nav>
  <main class="stage" aria-label="The shop">
    ${shopControls()}
    <div class="frame-box"><iframe name="shop" title="Shop page" src="about:blank"></iframe></div>
  </main>
  ${requestsPanel(endpoint)}
</div>
</body>
</html>`;
}

function pageGroup({ title, note, links }: PageGroup): Markup {
  return html`<h3>${title}</h3>${note ? html`<p class="page-note">${note}</p>` : ''}<ul>${links.map(pageLink)}</ul>`;
}

function pageLink(link: PageLink): Markup {
  const themes = link.themes?.map((theme) => themeLink(link, theme));
  return html`<li>
    <a class="page-link" ${describeLink(link)}>
      <span class="page-link-title">${link.title}</span>
      <span class="page-link-text">${link.shown}</span>
    </a>
    ${themes ? html`<p class="page-themes">Also in ${themes}</p>` : ''}
  </li>`;
}

function themeLink(link: PageLink, { theme, longTheme, folder, parameters }: ThemeLink): Markup {
  const longTitle = `${link.longTitle ?? link.title}, in ${longTheme}`;
  const inTheme = { ...link, longTitle, folder, parameters: { ...link.parameters, ...parameters } };
  return html`<a class="page-link is-theme" aria-label="${longTitle}" ${describeLink(inTheme)}>${theme}</a>`;
}

/** The address of a link, and what the page's script needs to know of it. */
function describeLink(link: PageLink): Markup {
  const { shown, older = shown, hidden = shown, module = hidden, unanswered = '' } = link;
  const parameters = new URLSearchParams(link.parameters);
  return html`href="/${link.folder ?? 'shop'}/${link.page}?${parameters.toString()}" target="shop" data-title="${link.longTitle ?? link.title}" data-shown="${shown}" data-older="${older}" data-hidden="${hidden}" data-module="${module}" data-unanswered="${unanswered}"`;
}
