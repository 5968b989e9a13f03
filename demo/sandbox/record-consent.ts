import type { SandboxStore } from './create-store.ts';
import type { NewsletterConsent } from './newsletter-consent.ts';

/** Records a consent, and says in a note whether it is new. */
export function recordConsent(consent: NewsletterConsent, store: SandboxStore): string {
  return store.consent(consent)
    ? 'newsletter consent recorded'
    : 'the newsletter consent was there already';
}
