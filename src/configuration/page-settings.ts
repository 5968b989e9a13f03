import { log } from '../guard.ts';
import { isScript } from '../page/document.ts';
import { at, readText } from '../product/product-data.ts';
import { CLIENT_ENDPOINT, FRONT_END_ENDPOINT } from '../subscribe/transport.ts';
import type { Options } from './options.ts';

/** All that was set for a page, by code and by the page itself. */
export interface PageSettings {
  /** The mark by which the shop's own JSON tags are known; empty when the shop has none. */
  readonly mark: string;
  /** Whether code has given the key, and not the page's HTML. */
  readonly hasOwnKey: boolean;
  /** All that was set, the later over the earlier. */
  read(): readonly unknown[];
  /** Whether a tag of the page was refused. It may hold the text for the consent, so nothing can be offered without it. */
  isRefused(): boolean;
}

/**
 * Gives access to the settings. The page's own are read once: what comes into the page later, reviews for example, changes
 * none of them. Only as long as nobody has given a key, they are read again.
 */
export function createPageSettings(page: Document, options: Options | undefined): PageSettings {
  const mark = readText(at(options, 'mark'));
  const hasOwnKey = Boolean(at(options, 'apiKey'));
  let printed: unknown;
  let isRead = false;
  let isRefused = false;
  return {
    mark,
    hasOwnKey,
    read() {
      if (!isRead) {
        printed = readJsonTag(page, mark);
        isRefused =
          printed === undefined &&
          page.querySelector(JSON_TAG) !== null &&
          listJsonTags(page, mark).length > 0;
        isRead = printed !== undefined || hasOwnKey;
      }
      return [printed, options];
    },
    isRefused: () => isRefused,
  };
}

/** Settings, and what may be a misspelt one; other tools put attributes of their own on script tags. */
const OURS =
  /^(api|store|endpoint|timeout|retries|outbox|catalogue|newsletter|variant|stockLabel|soldOut|listing|graphql|check|customer|(mark|formUrl)$)/;

/** The tag with settings, by selector. */
export const JSON_TAG = 'script[data-back-in-stock-config]';

/** The settings on a script tag, for example `data-api-key`; undefined when there are none. */
export function readAttributes(tag: HTMLScriptElement | undefined): object | undefined {
  let settings: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries({ ...tag?.dataset })) {
    if (!OURS.test(name)) continue;
    settings ??= {};
    settings[name] = value === 'true' || (value !== 'false' && value);
  }
  return settings;
}

/** The tags with settings that may be the shop's own: with a mark, none but those that carry it. */
export function listJsonTags(page: Document, mark: string): HTMLScriptElement[] {
  const tags = [...page.querySelectorAll(JSON_TAG)].filter(isScript);
  return mark ? tags.filter((tag) => tag.dataset.mark === mark) : tags;
}

/**
 * The settings in `<script type="application/json" data-back-in-stock-config>`; undefined where there are none, and where
 * they cannot be trusted: JSON is no script, so a review or a block of content may have brought it in.
 *
 * @param mark What the shop's own tag carries in `data-mark`; empty when the shop has no mark.
 */
export function readJsonTag(page: Document, mark: string): unknown {
  const tags = listJsonTags(page, mark);
  if (mark && page.querySelectorAll(JSON_TAG).length > tags.length) {
    log(`data-back-in-stock-config counts only with data-mark="${mark}".`, 'warn');
  }
  const [text, ...others] = new Set(tags.map(({ textContent }) => textContent?.trim() ?? ''));
  if (text === undefined) return undefined;
  if (others.length) {
    log(
      'several data-back-in-stock-config differ, and nothing tells which is the shop’s own: none counts. Give the script’s tag and the shop’s own JSON tag the same data-mark.',
    );
    return undefined;
  }
  try {
    return admitSettings(JSON.parse(text), 'data-back-in-stock-config');
  } catch (error) {
    log(`data-back-in-stock-config is no valid JSON. ${error}`);
    return undefined;
  }
}

/**
 * Lets settings pass that stand in the page's HTML, unless they send shoppers' addresses elsewhere than to one of Klaviyo's
 * documented endpoints or to the shop, or say which script is run: whoever can put HTML on the page must not decide that.
 * Such an `endpoint`, and `formUrl`, have their place on the script's own tag, or in a call of `init`.
 *
 * @param source Where the settings stand, for the console.
 */
export function admitSettings<Settings>(settings: Settings, source: string): Settings | undefined {
  const endpoint = at(settings, 'endpoint');
  let refused: string | undefined;
  if (endpoint && !isNear(endpoint)) refused = 'endpoint';
  if (at(settings, 'formUrl')) refused = 'formUrl';
  if (!refused) return settings;
  log(
    `${source}: ${refused} cannot be "${at(settings, refused)}" here. Give it on the script's own tag, or in init.`,
  );
  return undefined;
}

const KLAVIYOS = [FRONT_END_ENDPOINT, CLIENT_ENDPOINT];

/** Whether a host is the computer itself. */
export const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[::1])$/.test(host);

/** Whether an address is Klaviyo's or this shop's. A shop on one's own computer may send to the same computer. */
function isNear(endpoint: unknown): boolean {
  try {
    const { href, origin, hostname } = new URL(String(endpoint), location.href);
    const isHere = isLoopback(hostname) && isLoopback(location.hostname);
    // With a query, Klaviyo could be told another account or list than the fields say.
    return isHere || origin === location.origin || KLAVIYOS.includes(href);
  } catch {
    // What is no address at all is told where the settings are checked.
    return true;
  }
}
