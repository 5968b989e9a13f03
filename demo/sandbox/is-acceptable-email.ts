import { REFUSED_EMAIL } from './refused-email.ts';

/** Whether the sandbox takes an e-mail address for one. */
export function isAcceptableEmail(email: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) && email.toLowerCase() !== REFUSED_EMAIL;
}
