import { PUBLIC_KEY } from '../sandbox/account.ts';
import type { PageRequest } from './page-request.ts';

type Settings = Readonly<Record<string, unknown>>;

/** A relay lies on the shop's own origin, at the address that the widget takes by itself. */
function sendTo(api: unknown, endpoint: string): Settings {
  if (api === 'relay') return {};
  if (api !== 'client') return { endpoint };
  return { endpoint: new URL('/client/back-in-stock-subscriptions', endpoint).href };
}

/**
 * The widget's settings on a page: those that the demo needs, then those of the page, then those that were asked for.
 * The endpoint is the one for forms; another transport gets the sandbox's own for it.
 */
export function widgetSettings(
  { options }: PageRequest,
  endpoint: string,
  ofPage: Settings = {},
): Settings {
  const standard = { apiKey: PUBLIC_KEY, ...sendTo(options.api, endpoint), ...ofPage };
  return mergeDeeply(standard, options);
}

function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lays one object over another one, key by key; `null` takes a key away. */
export function mergeDeeply(below: Settings, above: Settings): Settings {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const previous = merged[key];
    if (value === null) delete merged[key];
    else
      merged[key] =
        isSettings(previous) && isSettings(value) ? mergeDeeply(previous, value) : value;
  }
  return merged;
}
