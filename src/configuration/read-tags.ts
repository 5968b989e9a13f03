import { tell } from '../guard.ts';

/** Settings, and what may be a misspelt one; other tools put attributes of their own on script tags. */
const OURS =
  /^(api|store|endpoint|timeout|retries|outbox|catalogue|newsletter|variant|stockLabel|soldOut|listing|graphql|check|customer)/;

/** The tag with settings, by selector. */
export const JSON_TAG = 'script[data-back-in-stock-config]';

/** The settings on a script tag, for example `data-api-key`; undefined when there are none. */
export function readAttributes(tag: HTMLOrSVGElement | null | undefined): object | undefined {
  let settings: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries({ ...tag?.dataset })) {
    if (!OURS.test(name)) continue;
    settings ??= {};
    settings[name] = value === 'true' || (value !== 'false' && value);
  }
  return settings;
}

/** Whether the page has such a tag that is no JSON, so that its settings, a text for the consent for example, are lost. */
export function isJsonTagBroken(page: Document): boolean {
  return page.querySelector(JSON_TAG) !== null && readJsonTag(page) === undefined;
}

/** The settings in `<script type="application/json" data-back-in-stock-config>`; undefined when there are none. */
export function readJsonTag(page: Document): unknown {
  const tag = page.querySelector(JSON_TAG);
  try {
    return tag ? JSON.parse(tag.textContent ?? '') : undefined;
  } catch (error) {
    tell(`data-back-in-stock-config is no valid JSON. ${error}`);
    return undefined;
  }
}
