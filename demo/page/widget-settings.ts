import { PUBLIC_KEY } from '../sandbox/account.ts';
import type { PageRequest } from './page-request.ts';

export type Settings = Readonly<Record<string, unknown>>;

/**
 * The widget's settings on a page: what the demo needs, then what the page needs, then what the request asks for.
 * `endpoint` is the one for forms. Another transport gets the sandbox's endpoint for it.
 */
export function widgetSettings(
  { options }: PageRequest,
  endpoint: string,
  ofPage: Settings = {},
): Settings {
  const standard = { apiKey: PUBLIC_KEY, ...chooseEndpoint(options.api, endpoint), ...ofPage };
  return mergeDeeply(standard, options);
}

/** A relay needs no setting: it is where the widget looks for one, on the shop's own origin. */
function chooseEndpoint(api: unknown, endpoint: string): Settings {
  if (api === 'relay') return {};
  if (api !== 'client') return { endpoint };
  return { endpoint: new URL('/client/back-in-stock-subscriptions', endpoint).href };
}

/** Lays one object over another, key by key. `null` removes a key. */
function mergeDeeply(below: Settings, above: Settings): Settings {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const previous = merged[key];
    if (value === null) delete merged[key];
    else merged[key] = isGroup(previous) && isGroup(value) ? mergeDeeply(previous, value) : value;
  }
  return merged;
}

/** Whether a setting is a group of settings. */
export function isGroup(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
