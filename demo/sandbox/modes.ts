/** The modes of the sandbox by what the shopper experiences, each with its name on the front page. */
const GROUPS = [
  ['No trouble', [['normal', 'Normal']]],
  [
    'The answer comes too late',
    [
      ['slow', 'Slow: answers after some seconds'],
      ['drip', 'Byte by byte, without an end'],
      ['hang', 'None, and the connection stays open'],
    ],
  ],
  [
    'The connection fails',
    [
      ['offline', 'Offline: no answer at all'],
      ['reset', 'Breaks off in the middle of the answer'],
      ['no-cors', 'The browser may not read the answer (CORS)'],
    ],
  ],
  [
    'Klaviyo is busy or broken',
    [
      ['429', 'Too many requests (429)'],
      ['429-date', 'Too many requests, come back at a time (429)'],
      ['429-hidden', 'Too many requests, for a time that is not told (429)'],
      ['500', 'Server error (500)'],
      ['502', 'Bad gateway (502)'],
      ['503', 'Not available, for a second (503)'],
      ['504', 'Gateway time-out (504)'],
    ],
  ],
  [
    'Klaviyo refuses',
    [
      ['missing', 'A field is missing (400)'],
      ['400', 'Bad request (400)'],
      ['401', 'Not authenticated (401)'],
      ['403', 'Not allowed (403)'],
      ['404', 'Not found (404)'],
      ['410', 'This API is retired (410)'],
    ],
  ],
  [
    'The answer makes no sense',
    [
      ['204', 'No content (204)'],
      ['301', 'A redirect to a web page (301)'],
      ['html', 'An HTML page instead of JSON'],
      ['empty', 'An empty answer'],
      ['truncated', 'An answer that is cut off'],
      ['wrong-types', 'JSON with values of wrong types'],
      ['huge', '10 MB of JSON without an end'],
    ],
  ],
] as const;

/** How the sandbox behaves, to show what shoppers see when Klaviyo does not work as it should. */
export type SandboxMode = (typeof GROUPS)[number][1][number][0];

type ModeName = readonly [mode: SandboxMode, name: string];

export const MODE_GROUPS: readonly (readonly [title: string, modes: readonly ModeName[]])[] =
  GROUPS;

export const SANDBOX_MODES: readonly SandboxMode[] = MODE_GROUPS.flatMap(([, modes]) =>
  modes.map(([mode]) => mode),
);

export function isSandboxMode(value: unknown): value is SandboxMode {
  return SANDBOX_MODES.some((mode) => mode === value);
}
