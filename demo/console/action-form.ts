import { html } from 'hono/html';
import type { Action } from '../loop/actions.ts';
import type { Markup } from '../page/markup.ts';
import type { ConsoleView } from './console-view.ts';

/** What a form can ask for: an action of the loop, or to let time pass. */
export type ActionName = Action['kind'] | 'skip' | 'skip-to-next-batch';

/**
 * A form that works without script: it is sent, and the console is shown again, with the variant that the merchant chose.
 * A button in it has the action as its value, or `action` names it for all of them.
 */
export function actionForm(
  view: ConsoleView,
  content: Markup,
  fields: Readonly<Record<string, string>> = {},
): Markup {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form class="action" method="post" action="${consoleAddress('/loop/actions', view)}">${hidden}${content}</form>`;
}

/** A form with nothing but a button. */
export function actionButton(
  view: ConsoleView,
  label: string | Markup,
  { action, ...fields }: Readonly<Record<string, string>> & { action: ActionName },
  isMain = false,
): Markup {
  const button = html`<button class="${isMain ? 'is-main' : ''}" name="action" value="${action}">${label}</button>`;
  return actionForm(view, button, fields);
}

/** An address of the console that keeps the chosen variant. */
export function consoleAddress(path: string, { selected }: ConsoleView): string {
  return selected === undefined ? path : `${path}?${new URLSearchParams({ variant: selected })}`;
}

/** The console about another variant. */
export function variantAddress(variant: string): string {
  return `/loop?${new URLSearchParams({ variant })}`;
}
