import { guard, log } from '../guard.ts';
import { isScript, whenParsed } from '../page/document.ts';
import { resolveAddress } from '../request.ts';
import {
  admitSettings,
  JSON_TAG,
  listJsonTags,
  readAttributes,
  readJsonTag,
} from './page-settings.ts';

/** How long to wait for settings after the page has loaded, before logging that there are none, in milliseconds. */
const PATIENCE = 1000;

/**
 * Returns the tag of this script; undefined where a loader runs the script without a tag. The browser knows the tag only
 * while the script runs.
 */
export function findOwnTag(page: Document): HTMLScriptElement | undefined {
  const { currentScript } = page;
  return isScript(currentScript) ? currentScript : undefined;
}

/** Settings that say where something is, or its language, and do not start the widget; they apply to a call of `init` too. */
export interface Whereabouts {
  /** The mark that identifies the shop's own JSON tags. */
  readonly mark?: string;
  readonly formUrl?: string;
  readonly locale?: string;
}

/** A start of the widget that waits for settings. */
interface PendingStart {
  readonly page: Document;
  /** The script's own tag, and all settings on it. */
  readonly tag: HTMLScriptElement | undefined;
  readonly own: object | undefined;
  /** Whether the tag has settings that start the widget. */
  readonly hasOwn: boolean;
  readonly mark: string;
  /** Starts the widget with the settings on the script's tag. */
  readonly start: (attributes: object) => void;
  /** Whether the page's own script, or another copy of this one, has started it. */
  readonly hasStarted: () => boolean;
}

/**
 * Starts the widget as soon as the page has settings for it: on the script's own tag, or in the JSON tag, which a tag
 * manager may add later. Logs once when there are none.
 *
 * @param tag The script's own tag.
 * @param start Starts the widget with the settings on the script's tag.
 * @param hasStarted Whether the page's own script, or another copy of this one, has started it.
 * @returns The mark, the address of the form and the language on the script's tag.
 */
export function awaitSettings(
  page: Document,
  tag: HTMLScriptElement | undefined,
  start: (attributes: object) => void,
  hasStarted: () => boolean,
): Whereabouts {
  const own = readAttributes(tag);
  const { mark = '', formUrl, locale, ...others } = (own ?? {}) as Whereabouts;
  const hasOwn = Object.keys(others).length > 0;
  const pending: PendingStart = { page, tag, own, hasOwn, mark, start, hasStarted };
  void whenParsed(page, () => {
    if (!startIfSet(pending)) watchTags(pending);
  });
  return { ...(mark && { mark }), ...(formUrl && { formUrl }), ...(locale && { locale }) };
}

/** Starts the widget if the page has settings now; returns whether the widget has started. */
function startIfSet(pending: PendingStart): boolean {
  if (pending.hasStarted()) return true;
  const settings = findSettings(pending);
  if (settings) pending.start(settings);
  return Boolean(settings);
}

/** Returns the settings on the script's tag, if these settings or a JSON tag can start the widget now. */
function findSettings({ page, tag, own, hasOwn, mark }: PendingStart): object | undefined {
  if (hasOwn) return own;
  const tags = listJsonTags(page, mark);
  if (!tag && !tags.length) return readLoadedTag(page);
  // A tag manager may add the tag first and its text later.
  const hasText = tags.some(({ textContent }) => textContent?.trim());
  return hasText && readJsonTag(page, mark) !== undefined ? (own ?? {}) : undefined;
}

/** Watches the page until it has settings, and logs a while after its `load` event that there are none yet. */
function watchTags(pending: PendingStart): void {
  const { page, hasStarted } = pending;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const startTimer = () => {
    timer = setTimeout(() => {
      if (hasStarted()) end();
      else adviseOfNone(pending);
    }, PATIENCE);
  };
  const observer = new MutationObserver(
    guard((changes) => {
      if (hasStarted() || (changes.some(mayAddTag) && startIfSet(pending))) end();
    }),
  );
  const end = () => {
    observer.disconnect();
    removeEventListener('load', startTimer);
    clearTimeout(timer);
  };
  observer.observe(page.documentElement, { childList: true, subtree: true });
  if (page.readyState === 'complete') startTimer();
  else addEventListener('load', startTimer);
}

function adviseOfNone({ page, mark }: PendingStart): void {
  // `readJsonTag` logs the problem of a wrong tag itself.
  if (listJsonTags(page, mark).length && readJsonTag(page, mark) === undefined) return;
  // Settings may still come, but a merchant who misses the button looks into the console.
  log(
    'no settings yet: neither attributes such as data-api-key on the script tag, nor <script type="application/json" data-back-in-stock-config>, nor a call of BackInStock.init.',
    'warn',
  );
}

/** Whether a change may have added a JSON tag, or the text of one: tag managers add the text with the tag or later. */
function mayAddTag({ target, addedNodes }: MutationRecord): boolean {
  // Fields of a form may have the names of its members, so these functions come from the prototype.
  const { matches, querySelector } = Element.prototype;
  if (isScript(target as Element)) return true;
  return [...addedNodes].some(
    (node) =>
      node instanceof Element &&
      (matches.call(node, JSON_TAG) || querySelector.call(node, JSON_TAG) !== null),
  );
}

function readLoadedTag(page: Document): object | undefined {
  const tag = findLoadedTag(page);
  return tag && admitSettings(readAttributes(tag), "the script's tag");
}

/**
 * Finds the tag of this script where a loader has run the script, so that the browser names no tag. The loader leaves the
 * tag on the page, with the address in an attribute of its own such as `data-src`. If there are several such tags, all are
 * ignored: the browser does not run them, so anybody who can put HTML on the page may have added one.
 */
function findLoadedTag(page: Document): HTMLScriptElement | undefined {
  const tags = [...page.querySelectorAll('script')].filter(isScript).filter(readAddress);
  return tags.length === 1 ? tags[0] : undefined;
}

/**
 * Returns the address on that tag if it is on the shop's own origin, else an empty string: the browser must not run a
 * script from an address that anybody could have put on the page.
 */
export function findLoadedAddress(page: Document): string {
  const tag = findLoadedTag(page);
  const address = resolveAddress((tag && readAddress(tag)) ?? '');
  return tag && new URL(address).origin === location.origin ? address : '';
}

function readAddress({ attributes }: HTMLScriptElement): string | undefined {
  return [...attributes].find(
    ({ name, value }) =>
      name.endsWith('src') && /^([^?#]*\/)?back-in-stock(\.min)?\.js(?=$|[?#])/.test(value),
  )?.value;
}
