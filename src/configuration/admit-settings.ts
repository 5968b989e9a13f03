import { tell } from '../guard.ts';
import { at } from '../product/doubtful.ts';
import { CLIENT_ENDPOINT, FRONT_END_ENDPOINT } from '../subscribe/endpoints.ts';

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
  tell(
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
