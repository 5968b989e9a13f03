import { html } from 'hono/html';
import type { Markup } from '../page/markup.ts';
import { type ConsoleView, type PrintedView, prepareView } from './console-view.ts';
import { printClock } from './print-clock.ts';
import { printDiary } from './print-diary.ts';
import { printFlow } from './print-flow.ts';
import { printGuide } from './print-guide.ts';
import { printImport } from './print-import.ts';
import { printMessage } from './print-message.ts';
import { printPlot } from './print-plot.ts';
import { printProfiles } from './print-profiles.ts';
import { printReports } from './print-reports.ts';
import { printSettings } from './print-settings.ts';
import { printShop } from './print-shop.ts';

export type { ConsoleView } from './console-view.ts';

/**
 * The console, a page for merchants: the clock on top, the shop left, what Klaviyo sees right, the loop below.
 *
 * Every control is a form or a link and works without script. The page's script sends them without loading the page anew,
 * and replaces each element with `data-part` that has changed. What belongs to the last action stands in elements with
 * `data-said`; it stays when the script only looks what has changed meanwhile.
 */
export function printConsole(view: ConsoleView): string {
  const page = prepareView(view);
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>What Klaviyo does then - back in stock for Magento 2</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/static/console/console.css">
<link rel="stylesheet" href="/static/console/shop.css">
<link rel="stylesheet" href="/static/console/klaviyo.css">
<link rel="stylesheet" href="/static/console/loop.css">
<script type="module" src="/static/console/console.js"></script>
</head>
<body>
${printTop()}
<main>
${printClock(page)}
${printSetAside(page)}
${printGuide(page)}
<div class="sides">
  ${printShop(page)}
  ${printKlaviyo(page)}
</div>
${printLoop(page)}
${printNotice(page)}
</main>
</body>
</html>`);
}

function printTop(): Markup {
  return html`<header class="top">
  <img src="/favicon.svg" width="32" height="32" alt="">
  <div>
    <h1>What Klaviyo does then <span class="top-kind">demo console</span></h1>
    <p>From sold out to the e-mail, in virtual time. Nothing leaves this computer.</p>
  </div>
  <a class="button" href="/">The demo shop</a>
</header>`;
}

function printSetAside({ setAside }: PrintedView): Markup {
  return html`<div id="set-aside" data-part>${setAside === undefined ? '' : html`<p class="set-aside">${setAside}</p>`}</div>`;
}

/** The region is always there: one that came into being together with its text would not be read out. */
function printNotice({ notice = '', isRefused }: PrintedView): Markup {
  return html`<p id="notice" class="${isRefused ? 'is-refusal' : ''}" data-said role="status">${notice}</p>`;
}

function printKlaviyo(page: PrintedView): Markup {
  return html`<section class="klaviyo" aria-labelledby="klaviyo-title">
    <h2 id="klaviyo-title">What Klaviyo sees</h2>
    ${printFlow(page)}
    ${printSettings(page)}
    ${printProfiles(page)}
  </section>`;
}

function printLoop(page: PrintedView): Markup {
  return html`<div class="loop">
  ${printPlot(page)}
  ${printDiary(page)}
  ${printReports(page)}
  ${printMessage(page)}
  ${printImport(page)}
</div>`;
}
