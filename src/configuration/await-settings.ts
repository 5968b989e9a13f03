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

/** After the page has loaded, settings are waited for this long before the console says that there are none, in milliseconds. */
const PATIENCE = 1000;

/** The tag of a script that runs; undefined where a loader runs it by itself. Known only while the script runs. */
export function findOwnTag(page: Document): HTMLScriptElement | undefined {
  const { currentScript } = page;
  return isScript(currentScript) ? currentScript : undefined;
}

/** Settings that say where something is, and start nothing by themselves; they hold for a call of `init` too. */
export interface Whereabouts {
  /** The mark by which the shop's own JSON tags are known. */
  readonly mark?: string;
  readonly formUrl?: string;
}

/**
 * Starts the widget as soon as the page has settings for it: on the script's own tag, or in the JSON tag, which may come
 * later by a tag manager. Where none come, the console says so once.
 *
 * @param tag The script's own tag.
 * @param start Starts the widget, with the settings that stand on the script's tag.
 * @param hasStarted Whether the page's own script, or another copy of this one, has started it.
 * @returns What the script's tag says of marks and addresses.
 */
export function awaitSettings(
  page: Document,
  tag: HTMLScriptElement | undefined,
  start: (attributes: object) => void,
  hasStarted: () => boolean,
): Whereabouts {
  const own = readAttributes(tag);
  const { mark = '', formUrl, ...others } = (own ?? {}) as Whereabouts;
  const hasOwn = Object.keys(others).length > 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let observer: MutationObserver | undefined;

  /** Starts the widget if it has settings now; false when they are still to come. */
  function look(): boolean {
    if (hasStarted()) return true;
    if (hasOwn) {
      start(own ?? {});
      return true;
    }
    const tags = listJsonTags(page, mark);
    const loaded = tag || tags.length ? undefined : readLoadedTag(page);
    // A tag manager may put in the tag first and its text later.
    const hasText = tags.some(({ textContent }) => textContent?.trim());
    if (!loaded && !(hasText && readJsonTag(page, mark) !== undefined)) return false;
    start(own ?? loaded ?? {});
    return true;
  }

  function end(): void {
    observer?.disconnect();
    removeEventListener('load', startTimer);
    clearTimeout(timer);
  }

  function watch(): void {
    observer = new MutationObserver((changes) => {
      const isTag = changes.some(({ addedNodes }) => [...addedNodes].some(mayBeTag));
      if (hasStarted() || (isTag && look())) end();
    });
    observer.observe(page.documentElement, { childList: true, subtree: true });
  }

  function startTimer(): void {
    timer = setTimeout(() => {
      if (hasStarted()) return end();
      // What is wrong with a tag is told by the reading.
      if (listJsonTags(page, mark).length && readJsonTag(page, mark) === undefined) return;
      // They may still come, but a merchant who looks for the button looks into the console.
      log(
        'no settings yet: neither attributes such as data-api-key on the script tag, nor <script type="application/json" data-back-in-stock-config>, nor a call of BackInStock.init.',
        'warn',
      );
    }, PATIENCE);
  }

  void whenParsed(page).then(
    guard(() => {
      if (look()) return;
      watch();
      if (page.readyState === 'complete') startTimer();
      else addEventListener('load', startTimer);
    }),
  );
  return { ...(mark && { mark }), ...(formUrl && { formUrl }) };
}

/** Tag managers put in an element with all that it holds, or its text later. */
function mayBeTag(node: Node): boolean {
  if (!(node instanceof Element)) return node.parentElement?.matches(JSON_TAG) ?? false;
  return node.matches(JSON_TAG) || node.querySelector(JSON_TAG) !== null;
}

function readLoadedTag(page: Document): object | undefined {
  const tag = findLoadedTag(page);
  return tag && admitSettings(readAttributes(tag), "the script's tag");
}

/**
 * The tag of this script where a loader has run the script by itself, so that the browser names no tag: it leaves the tag
 * on the page, with the address in an attribute of its own such as `data-src`. Of several such tags none counts, since a
 * tag that no browser runs may come from anybody who can put HTML on the page.
 */
function findLoadedTag(page: Document): HTMLScriptElement | undefined {
  const tags = [...page.querySelectorAll('script')].filter(isScript).filter(readAddress);
  return tags.length === 1 ? tags[0] : undefined;
}

/** The address of that tag, where the shop's own server has the script: anybody's address must not be run. */
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
