import { html } from 'hono/html';
import { TEMPLATE_VARIABLES, type TemplateVariable } from '../loop/message.ts';
import type { Markup } from '../page/markup.ts';
import type { PrintedView } from './console-view.ts';

/** Shown until somebody has subscribed. */
const NOBODY = 'shopper@example.com';

const DOCUMENTED: Readonly<Record<TemplateVariable['documentedAs'], string>> = {
  'catalog lookup tag': "Klaviyo's catalog lookup tag",
  personalization: "Klaviyo's personalization",
  'preview panel': "The preview panel of the flow's message tells the true name",
};

/** The message as a shopper gets it, and the template that makes it. */
export function printMessage(view: PrintedView): Markup {
  const description = view.item && view.describe(view.item.id);
  return html`<section class="card message" id="message" data-part aria-labelledby="message-title">
    <h2 id="message-title">The message</h2>
    ${description ? printPreview(description.id, description.productName, findRecipient(view)) : html`<p class="soft">The catalogue does not describe this variant any more.</p>`}
    <p class="downloads"><a class="button" href="/loop/message-template" download>Take the template to Klaviyo</a></p>
    <details id="variables"><summary>Klaviyo's variables in it</summary>${printVariables()}</details>
  </section>`;
}

function printPreview(variant: string, productName: string, email: string): Markup {
  const address = `/loop/message?${new URLSearchParams({ variant, email })}`;
  return html`<dl class="mail-head"><div><dt>To</dt><dd class="email">${email}</dd></div><div><dt>Subject</dt><dd>${productName} is back in stock</dd></div></dl>
    <iframe class="mail" src="${address}" title="The e-mail to ${email}" sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy"></iframe>
    <p><a href="${address}" target="_blank">Open it in its own tab</a></p>`;
}

/** Who gets it next, or got it last. */
function findRecipient({ item }: PrintedView): string {
  const queue = item?.queue;
  const next = queue?.list()[0] ?? queue?.history.at(-1);
  return next?.profile.email ?? NOBODY;
}

function printVariables(): Markup {
  const rows = TEMPLATE_VARIABLES.map(
    ({ name, shows, documentedAs }) =>
      html`<tr><th scope="row"><code>${name}</code></th><td>${shows}</td><td>${DOCUMENTED[documentedAs]}</td></tr>`,
  );
  return html`<table>
      <caption class="visually-hidden">Variables and tags of the template</caption>
      <thead><tr><th scope="col">In the template</th><th scope="col">Shows</th><th scope="col">Documented as</th></tr></thead>
      <tbody>${rows}</tbody>
    </table>`;
}
