import type { Page } from '@playwright/test';
import { ACCEPTED } from '../support/klaviyo-answers.ts';
import { routeKlaviyo } from './route-klaviyo.ts';

/** The host of somebody who can put HTML on the shop's pages. */
export const FOREIGN_HOST = 'evil.example';

/**
 * Puts HTML into every page, before its first element, or behind all others before any deferred script runs. The pages are
 * those of the shop as they are served: one whose answer is changed on its way may not send to the sandbox (Chromium).
 */
export async function injectHtml(page: Page, html: string, place: 'start' | 'end' = 'start') {
  await page.addInitScript(
    ({ html, place }) => {
      // The page's own frames are no pages of the shop.
      if (window !== top) return;
      const insert = () => {
        if (!document.body) return;
        observer.disconnect();
        document.body.insertAdjacentHTML('afterbegin', html);
      };
      const observer = new MutationObserver(insert);
      if (place === 'start') {
        observer.observe(document, { childList: true, subtree: true });
        return;
      }
      const append = () => document.body.insertAdjacentHTML('beforeend', html);
      document.addEventListener('readystatechange', append, { once: true });
    },
    { html, place },
  );
}

/** Puts a form of this id with such fields, and a link of the same id, into every page, also where no HTML may be made of text. */
export async function injectElements(page: Page, id: string, fields: readonly string[]) {
  await page.addInitScript(
    ({ id, fields }) => {
      const observer = new MutationObserver(() => {
        if (!document.body) return;
        observer.disconnect();
        const form = document.createElement('form');
        form.append(
          ...fields.map((name) => Object.assign(document.createElement('input'), { name })),
        );
        const link = Object.assign(document.createElement('a'), { href: 'x:9' });
        for (const element of [form, link]) element.setAttribute('id', id);
        document.body.prepend(form, link);
      });
      observer.observe(document, { childList: true, subtree: true });
    },
    { id, fields },
  );
}

/** A tag with settings as the widget reads them. */
export function settingsTag(settings: object, attributes = ''): string {
  return `<script type="application/json" data-back-in-stock-config ${attributes}>${JSON.stringify(settings)}</script>`;
}

/** What goes to the foreign host: the test of a page fails for any request to it, and this answers none. */
export async function listForeignRequests(page: Page): Promise<string[]> {
  const requests: string[] = [];
  await routeKlaviyo(page, `https://${FOREIGN_HOST}/**`, (request) => {
    requests.push(`${request.method()} ${request.url()}`);
    return ACCEPTED;
  });
  return requests;
}
