import { tell } from '../guard.ts';

/** Settings, and what may be a misspelt one; other tools put attributes of their own on script tags. */
const OURS =
  /^(api|store|endpoint|timeout|retries|outbox|catalogue|newsletter|variant|stockLabel|soldOut|listing|graphql|check|customer)/;

/** The settings on a script tag, for example `data-api-key`. */
export function readAttributes(tag: HTMLOrSVGElement | null): object {
  return Object.fromEntries(
    Object.entries({ ...tag?.dataset })
      .filter(([name]) => OURS.test(name))
      .map(([name, value]) => [name, value === 'true' || (value !== 'false' && value)]),
  );
}

/** The settings in `<script type="application/json" data-back-in-stock-config>`; undefined when there are none. */
export function readJsonTag(page: Document): unknown {
  const tag = page.querySelector('script[data-back-in-stock-config]');
  try {
    return tag && JSON.parse(tag.textContent ?? '');
  } catch {
    tell('data-back-in-stock-config is no valid JSON.');
    return undefined;
  }
}
