/** How the sandbox behaves, for trying what a shopper sees when Klaviyo is in trouble. */
export const SANDBOX_MODES = [
  'normal',
  // Too late.
  'slow',
  'drip',
  'hang',
  // The connection.
  'offline',
  'reset',
  'no-cors',
  // Busy or broken.
  '429',
  '429-date',
  '429-hidden',
  '500',
  '502',
  '503',
  '504',
  // Refused.
  'missing',
  '400',
  '401',
  '403',
  '404',
  '410',
  // Not an answer that is documented.
  '204',
  '301',
  'html',
  'empty',
  'truncated',
  'wrong-types',
  'huge',
] as const;

export type SandboxMode = (typeof SANDBOX_MODES)[number];

export function isSandboxMode(value: unknown): value is SandboxMode {
  return SANDBOX_MODES.some((mode) => mode === value);
}

type Label = readonly [mode: SandboxMode, label: string];

const NORMAL: readonly Label[] = [['normal', 'Normal']];

const LATE: readonly Label[] = [
  ['slow', 'Slow: answers after some seconds'],
  ['drip', 'Byte by byte, without an end'],
  ['hang', 'None, and the connection stays open'],
];

const CONNECTION: readonly Label[] = [
  ['offline', 'Offline: no answer at all'],
  ['reset', 'Breaks off in the middle of the answer'],
  ['no-cors', 'The browser may not read the answer (CORS)'],
];

const BUSY: readonly Label[] = [
  ['429', 'Too many requests (429)'],
  ['429-date', 'Too many requests, come back at a time (429)'],
  ['429-hidden', 'Too many requests, for a time that is not told (429)'],
  ['500', 'Server error (500)'],
  ['502', 'Bad gateway (502)'],
  ['503', 'Not available, for a second (503)'],
  ['504', 'Gateway time-out (504)'],
];

const REFUSED: readonly Label[] = [
  ['missing', 'A field is missing (400)'],
  ['400', 'Bad request (400)'],
  ['401', 'Not authenticated (401)'],
  ['403', 'Not allowed (403)'],
  ['404', 'Not found (404)'],
  ['410', 'This API is retired (410)'],
];

const SENSELESS: readonly Label[] = [
  ['204', 'No content (204)'],
  ['301', 'A redirect to a web page (301)'],
  ['html', 'An HTML page instead of JSON'],
  ['empty', 'An empty answer'],
  ['truncated', 'An answer that is cut off'],
  ['wrong-types', 'JSON with values of wrong types'],
  ['huge', '10 MB of JSON without an end'],
];

/** The modes of the sandbox in plain words, by what a shopper runs into. */
export const MODE_GROUPS: readonly (readonly [title: string, labels: readonly Label[]])[] = [
  ['No trouble', NORMAL],
  ['The answer comes too late', LATE],
  ['The connection fails', CONNECTION],
  ['Klaviyo is busy or broken', BUSY],
  ['Klaviyo refuses', REFUSED],
  ['The answer makes no sense', SENSELESS],
];
