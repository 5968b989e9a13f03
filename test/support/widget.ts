import { within } from '@testing-library/dom';
import { afterEach, vi } from 'vitest';
import type { Handle } from '../../src/back-in-stock.ts';
import type { Options } from '../../src/configuration/options.ts';

const started = new Set<Handle>();

/** Settings that are enough where the page prints its store view. */
export const SETTINGS = { apiKey: 'DEMO01' } as const;

/** The text of the button, or of the hint, as long as no setting changes it. */
export const TRIGGER_TEXT =
  /^(Notify me when available|You are on the list|.+ sold out\? Get notified)$/;

/** Loads the widget anew, as each page does: what it has logged on another page is forgotten. */
export async function loadWidget() {
  vi.resetModules();
  const { init } = await import('../../src/entries/esm.ts');
  return (options?: Options, element?: Element): Handle => {
    const handle = init(options, element);
    started.add(handle);
    return handle;
  };
}

/** Loads the widget and starts it on the page. */
export async function startWidget(options: Options = SETTINGS, element?: Element): Promise<Handle> {
  const init = await loadWidget();
  return init(options, element);
}

/** All buttons of the widget that are on the page. */
export function findButtons(text: string | RegExp = TRIGGER_TEXT): HTMLElement[] {
  return within(document.body).queryAllByText(text, { selector: 'button' });
}

/** The form's modules are made anew for each test, which takes a while on a busy machine. In milliseconds. */
const PATIENCE = { timeout: 15_000 };

/** Waits for the button. */
export function waitForButton(text: string | RegExp = TRIGGER_TEXT): Promise<HTMLElement> {
  return vi.waitFor(() => {
    const [button] = findButtons(text);
    if (!button) throw new Error('The button has not appeared.');
    return button;
  }, PATIENCE);
}

/** Waits until the modal is open, and gives it. */
export const waitForDialog = (): Promise<HTMLDialogElement> => vi.waitFor(openDialog, PATIENCE);

/** Waits until no button is there any more. */
export function waitForNoButton(): Promise<void> {
  return vi.waitFor(() => {
    if (findButtons().length) throw new Error('The button is still there.');
  }, PATIENCE);
}

/**
 * Waits until the widget has read the page and shown what it has to show, which is how a test knows
 * that nothing more will appear. No variant has this id, so nothing opens.
 */
export async function settle(handle: Handle): Promise<void> {
  await handle.open('no such variant');
}

/** Everything that a button offers now: the ids of the variants in its modal, which is closed again. */
export async function readOffer(handle: Handle): Promise<string[]> {
  let offered: string[] = [];
  const read = (event: Event) => {
    const { variants } = (event as CustomEvent<{ variants: readonly { id: string }[] }>).detail;
    offered = variants.map(({ id }) => id);
  };
  document.addEventListener('back-in-stock:opened', read);
  await handle.open();
  document.removeEventListener('back-in-stock:opened', read);
  findDialog()?.close();
  return offered;
}

/** The modal; undefined before it was opened for the first time. */
export function findDialog(): HTMLDialogElement | undefined {
  const dialog = document.querySelector('back-in-stock-modal')?.shadowRoot?.firstElementChild;
  return (dialog as HTMLDialogElement | null | undefined) ?? undefined;
}

/** The modal, which has to be open. */
export function openDialog(): HTMLDialogElement {
  const dialog = findDialog();
  if (!dialog?.open) throw new Error('The modal is not open.');
  return dialog;
}

afterEach(async () => {
  for (const handle of started) {
    handle.destroy();
    await settle(handle).catch(() => {});
  }
  started.clear();
  // What one test leaves unsent would be sent by the next, and its address would be filled in there.
  localStorage.clear();
  sessionStorage.clear();
});
