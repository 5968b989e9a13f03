import { resolveAddress } from '../request.ts';

/** The event by which a script passes its content to the element that has loaded it. */
export const HANDED_OVER = 'back-in-stock:loaded';

/** The address of a script, and the attributes that the page's security policies require. */
export interface ClassicScript {
  readonly address: string;
  /** The nonce of the start's tag, for a Content Security Policy. */
  readonly nonce?: string | undefined;
  /** The attribute `integrity`; none where the script is not to be checked. */
  readonly integrity?: string | undefined;
  /** The attribute `crossorigin` of the start's tag. */
  readonly crossOrigin?: string | null | undefined;
}

/**
 * Returns the address of the form's script beside the start:
 * `back-in-stock.min.js?v=1` → `back-in-stock.form.min.js?v=1`.
 */
export function findBeside(start: string): string {
  return start.replace(/(\.amd)?((\.min)?\.js)(?=$|[?#])/, '.form$2');
}

/**
 * Returns the address of a language's file beside the form's script:
 * `back-in-stock.form.min.js?v=1` → `back-in-stock.de.min.js?v=1`. Empty where the form's file has another name.
 */
export function findLanguageFile(form: string, language: string): string {
  const address = form.replace(/\.form(?=(\.min)?\.js($|[?#]))/, `.${language}`);
  return address === form ? '' : address;
}

/**
 * Loads a script of ours as a classic script, so that a static file server on another host needs no CORS header. Returns
 * what it passes, and leaves nothing on the page. Rejects with the address, also when the signal ends the loading.
 */
export async function loadClassicScript<Content>(
  page: Document,
  from: ClassicScript,
  signal: AbortSignal,
): Promise<Content> {
  if (!from.address) throw 'Nothing says where it is';
  const script = page.createElement('script');
  const address = resolveAddress(from.address);
  try {
    return await new Promise<Content>((resolve, reject) => {
      const fail = (problem: string) => () => reject(`${address} ${problem}`);
      script.addEventListener(HANDED_OVER, ({ detail }: CustomEventInit<Content>) => {
        if (detail) resolve(detail);
      });
      script.onload = fail('is another file');
      script.onerror = fail('does not load');
      signal.addEventListener('abort', fail('does not come'));
      if (from.nonce) script.nonce = from.nonce;
      if (from.crossOrigin != null) script.crossOrigin = from.crossOrigin;
      if (from.integrity) script.integrity = from.integrity;
      try {
        script.src = trust(address);
      } catch (error) {
        reject(`${address} is refused: ${error} Allow "trusted-types back-in-stock"`);
      }
      page.head.append(script);
    });
  } finally {
    script.remove();
  }
}

/** Turns an address into a value that a page accepts when it requires Trusted Types. */
interface Policy {
  createScriptURL(address: string): string;
}

let policy: Policy | undefined;

/** Applies the policy `back-in-stock`. A page that forbids it may have a default policy, which takes plain addresses. */
function trust(address: string): string {
  policy ??= createPolicy({ createScriptURL: (given) => given });
  return policy.createScriptURL(address);
}

function createPolicy(rules: Policy): Policy {
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
  };
  try {
    return trustedTypes?.createPolicy('back-in-stock', rules) ?? rules;
  } catch {
    return rules;
  }
}
