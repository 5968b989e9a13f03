import { tell } from '../guard.ts';
import { isScript } from '../page/own-members.ts';
import { admitSettings } from './admit-settings.ts';

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
    tell(`data-back-in-stock-config counts only with data-mark="${mark}".`, 'warn');
  }
  const [text, ...others] = new Set(tags.map(({ textContent }) => textContent?.trim() ?? ''));
  if (text === undefined) return undefined;
  if (others.length) {
    tell(
      'several data-back-in-stock-config differ, and nothing tells which is the shop’s own: none counts. Give the script’s tag and the shop’s own JSON tag the same data-mark.',
    );
    return undefined;
  }
  try {
    return admitSettings(JSON.parse(text), 'data-back-in-stock-config');
  } catch (error) {
    tell(`data-back-in-stock-config is no valid JSON. ${error}`);
    return undefined;
  }
}
