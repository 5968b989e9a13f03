/** The only public API key that the sandbox accepts. */
export const PUBLIC_KEY = 'DEMO01';

/** A well-formed address that the sandbox refuses, to show Klaviyo's answer to an invalid one. */
export const REFUSED_EMAIL = 'refused@example.com';

/** Whether the sandbox accepts an e-mail address. */
export function isAcceptableEmail(email: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.toLowerCase() !== REFUSED_EMAIL;
}
