import { log } from '../guard.ts';
import { isScript } from '../page/document.ts';
import { at, readText } from '../product/product-data.ts';
import { CLIENT_ENDPOINT, FRONT_END_ENDPOINT } from '../subscribe/transport.ts';
import type { Options } from './options.ts';

/** All settings of a page, from code and from the page itself. */
export interface PageSettings {
  /** The mark that identifies the shop's own JSON tags; empty when the shop has none. */
  readonly mark: string;
  /** Whether the key comes from code, not from the page's HTML. */
  readonly hasOwnKey: boolean;
  /** Returns all settings; later ones override earlier ones. */
  read(): readonly unknown[];
  /** Adds the texts of the page's language, which all other settings override. */
  translate(texts: object): void;
  /** Whether a tag of the page was refused. It may contain the text for the consent, so nothing is offered without it. */
  isRefused(): boolean;
}

/**
 * Gives access to the settings. Reads the page's own settings once, so that later content, such as reviews, cannot change
 * them. Reads them again only while there is no key and no valid tag.
 */
export function createPageSettings(page: Document, options: Options | undefined): PageSettings {
  const mark = readText(at(options, 'mark'));
  const hasOwnKey = Boolean(at(options, 'apiKey'));
  let printed: unknown;
  let translated: object | undefined;
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
      return [translated, printed, options];
    },
    translate(texts) {
      translated = { texts };
    },
    isRefused: () => isRefused,
  };
}

/** Matches settings and likely misspellings of them; other tools put attributes of their own on script tags. */
const OURS =
  /^(api|store|endpoint|timeout|retries|outbox|catalogue|newsletter|variant|stockLabel|soldOut|listing|graphql|check|customer|remember|(mark|formUrl|locale|multiple)$)/;

/** The selector of the tag with settings. */
export const JSON_TAG = 'script[data-back-in-stock-config]';

/** Reads the settings on a script tag, for example `data-api-key`; undefined when there are none. */
export function readAttributes(tag: HTMLScriptElement | undefined): object | undefined {
  let settings: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries({ ...tag?.dataset })) {
    if (!OURS.test(name)) continue;
    settings ??= {};
    settings[name] = value === 'true' || (value !== 'false' && value);
  }
  return settings;
}

/** Lists the tags with settings that may be the shop's own: with a mark, only the tags that have it. */
export function listJsonTags(page: Document, mark: string): HTMLScriptElement[] {
  const tags = [...page.querySelectorAll(JSON_TAG)].filter(isScript);
  return mark ? tags.filter((tag) => tag.dataset.mark === mark) : tags;
}

/**
 * Reads the settings in `<script type="application/json" data-back-in-stock-config>`. Returns undefined where there are
 * none, and where they cannot be trusted: JSON does not run, so a review or a content block may have added the tag.
 *
 * @param mark The value of `data-mark` on the shop's own tag; empty when the shop has no mark.
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
      'several data-back-in-stock-config differ, and nothing shows which is the shop’s own: none counts. Give the script’s tag and the shop’s own JSON tag the same data-mark.',
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
 * Returns the settings from the page's HTML, unless they would send shoppers' addresses elsewhere than to one of Klaviyo's
 * documented endpoints or to the shop, or choose the script that runs: people who can put HTML on the page must not decide
 * that. Such an `endpoint`, and `formUrl`, belong on the script's own tag, or in a call of `init`.
 *
 * @param source Where the settings come from, for the log.
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

/** Whether a host name means the browser's own computer. */
export const isLoopback = (host: string) => /^(localhost|127(\.\d+){3}|\[::1])$/.test(host);

/** Whether an address is Klaviyo's or this shop's. A shop on a loopback address may send to any loopback address. */
function isNear(endpoint: unknown): boolean {
  try {
    const { href, origin, hostname } = new URL(String(endpoint), location.href);
    const isHere = isLoopback(hostname) && isLoopback(location.hostname);
    // The whole address must match: a query could name another account or list than the fields do.
    return isHere || origin === location.origin || KLAVIYOS.includes(href);
  } catch {
    // The check of the settings logs a value that is no address.
    return true;
  }
}
