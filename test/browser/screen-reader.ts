import type { Page } from '@playwright/test';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';

/** What a screen reader gets from the browser. */
export interface ScreenReader {
  /** What live regions have said since the last call. */
  takeHeard(): Promise<string[]>;
  /** The same without the sentence about the sending, which an answer may overtake. */
  takeResults(): Promise<string[]>;
  /** The element with the focus: its role, name, description and states. */
  readFocused(): Promise<string>;
  /** The same of the open dialog. */
  readDialog(): Promise<string>;
}

/** A node of the browser's accessibility tree, as far as it is read here. */
interface TreeNode {
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly description?: { readonly value?: string };
  readonly properties?: readonly { readonly name: string; readonly value: { value?: unknown } }[];
}

/** The states that are read, in this order. Chromium's protocol tells of `required` for text fields alone. */
const STATES = ['hasPopup', 'modal', 'required', 'invalid', 'disabled', 'checked'];

/** As in `textbox "E-mail address" (Please enter your e-mail address.) required, invalid`. */
function describe({ role, name, description, properties = [] }: TreeNode): string {
  const states = STATES.flatMap((state) => {
    const value = properties.find((property) => property.name === state)?.value.value;
    if (!value || value === 'false') return [];
    return value === true || value === 'true' ? [state] : [`${state}: ${value}`];
  });
  const described = description?.value ? ` (${description.value})` : '';
  return `${role?.value} "${name?.value ?? ''}"${described} ${states.join(', ')}`.trim();
}

/** Begins to listen. Call it before the page is opened. */
export async function listenToPage(page: Page): Promise<ScreenReader> {
  await page.addInitScript(recordLiveRegions);
  const session = await page.context().newCDPSession(page);
  const readTree = async () => {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    return nodes as readonly TreeNode[];
  };
  const takeHeard = () => page.evaluate(takeAfterFrames);
  return {
    takeHeard,
    async takeResults() {
      return (await takeHeard()).filter((said) => !said.includes(DEFAULT_TEXTS.sending));
    },
    async readFocused() {
      const isFocused = ({ properties = [] }: TreeNode) =>
        properties.some(({ name, value }) => name === 'focused' && value.value === true);
      const focused = (await readTree()).filter(isFocused).at(-1);
      return focused ? describe(focused) : 'nothing';
    },
    async readDialog() {
      const dialog = (await readTree()).find(({ role }) => role?.value === 'dialog');
      return dialog ? describe(dialog) : 'none';
    },
  };
}

/** Runs in the page. Waits until the browser has drawn everything, and so has told the screen reader. */
async function takeAfterFrames(): Promise<string[]> {
  for (let frame = 0; frame < 3; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const { heard } = window as unknown as { heard: string[] };
  return heard.splice(0);
}

/**
 * Runs in the page. Records what live regions say, as screen readers hear it: they get the text that a region has when the
 * browser draws, and not what comes and goes before. A region that enters the page together with its text is silent, an alert is
 * not.
 */
function recordLiveRegions(): void {
  const heard: string[] = [];
  Object.assign(window, { heard });
  const roots: (Document | ShadowRoot)[] = [document];
  const known = new WeakMap<Element, string>();
  const added: Node[] = [];
  const readAll = () => {
    const regions = roots.flatMap((root) => [
      ...root.querySelectorAll('[role=status], [role=alert], [aria-live]:not([aria-live=off])'),
    ]);
    for (const region of regions) {
      const text = region.checkVisibility() ? (region.textContent ?? '').trim() : '';
      const live = region.getAttribute('role') ?? region.getAttribute('aria-live');
      const said = `${live}: ${text}`;
      const isSilent = live !== 'alert' && added.some((node) => node.contains(region));
      if (text && !isSilent && known.get(region) !== said) heard.push(said);
      known.set(region, said);
    }
  };
  let isAsked = false;
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) added.push(...addedNodes);
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(() => {
      isAsked = false;
      readAll();
      added.length = 0;
    });
  });
  const all = { attributes: true, characterData: true, childList: true, subtree: true };
  observer.observe(document, all);
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function attach(settings) {
    const root = attachShadow.call(this, settings);
    roots.push(root);
    observer.observe(root, all);
    return root;
  };
}
