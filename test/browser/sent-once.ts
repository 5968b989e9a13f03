/**
 * Settings for tests of a single answer: nothing is sent again, and nothing is kept for later, so the shopper gets the
 * sentence of that answer.
 */
export const SENT_ONCE = { retries: 0, outbox: false } as const;
