import { at, readText } from '../product/doubtful.ts';
import type { Options } from './options.ts';
import { JSON_TAG, listJsonTags, readJsonTag } from './read-tags.ts';

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
