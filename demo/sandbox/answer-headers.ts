/** What every answer has, unless it is about not having it. */
export const ANSWER_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  // Scripts of another origin see few headers without being allowed to, and this one tells when to come back.
  'Access-Control-Expose-Headers': 'Retry-After',
  'Cache-Control': 'no-store',
  // Browsers silently repeat a request that fails on a connection used before, which would show
  // as two requests in the mode "offline".
  Connection: 'close',
} as const;
