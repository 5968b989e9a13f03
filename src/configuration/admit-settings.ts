import { tell } from '../guard.ts';
import { at } from '../product/doubtful.ts';
import { FRONT_END_ENDPOINT } from '../subscribe/endpoints.ts';

/**
 * Lets settings pass that stand in the page's HTML, unless they send shoppers' addresses to another host than Klaviyo's
 * or the shop's: whoever can put HTML on the page must not decide that. Such an `endpoint` has its place on the script's
 * own tag, or in a call of `init`.
 *
 * @param source Where the settings stand, for the console.
 */
export function admitSettings<Settings>(settings: Settings, source: string): Settings | undefined {
  const endpoint = at(settings, 'endpoint');
  if (endpoint == null || endpoint === '' || isNear(endpoint)) return settings;
  tell(
    `${source}: endpoint cannot be "${endpoint}". Another host than Klaviyo's or the shop's is allowed only in data-endpoint on the script's own tag, and in init.`,
  );
  return undefined;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1])$/;

/** Whether an address is one of Klaviyo or of this shop. A shop on one's own computer may send to the same computer. */
function isNear(endpoint: unknown): boolean {
  try {
    const { origin, hostname } = new URL(String(endpoint), location.href);
    const isHere = LOOPBACK.test(hostname) && LOOPBACK.test(location.hostname);
    return isHere || [location.origin, new URL(FRONT_END_ENDPOINT).origin].includes(origin);
  } catch {
    // What is no address at all is told where the settings are checked.
    return true;
  }
}
