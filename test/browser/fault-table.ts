import type { SandboxMode } from '../../demo/sandbox/modes.ts';
import type { FailureReason } from '../../src/subscribe/result.ts';
import { CLIENT, ONSITE, TRANSPORTS, type Transport } from './transports.ts';

/** Something that Klaviyo can do to a subscription, and what is documented to come of it. */
export interface Fault {
  readonly name: string;
  readonly mode: SandboxMode;
  /** The failure that the widget sees, with the sentence of this name where nothing is kept. */
  readonly reason: FailureReason;
  /** It may be over in a moment, so it is sent again; else once. */
  readonly mayPass?: boolean;
  /** Parts of the lines in the console, the browser's own and the widget's; every line has one of them. */
  readonly logged?: readonly string[];
  /** Left out: all. */
  readonly transports?: readonly Transport[];
}

/** What the console says of an answer that is not Klaviyo's. */
const advise = (what: string, remedy = 'Check "endpoint"') =>
  `[back-in-stock] HTTP ${what}. ${remedy}.`;

export const FAULTS: readonly Fault[] = [
  // Too late. Time runs out without a line in the console.
  { name: 'never answers', mode: 'hang', reason: 'timeout', mayPass: true },
  { name: 'answers drop by drop', mode: 'drip', reason: 'timeout', mayPass: true },
  { name: 'accepts, and says so too late', mode: 'slow', reason: 'timeout', mayPass: true },

  // The connection.
  {
    name: 'breaks off in the middle of the answer',
    mode: 'reset',
    reason: 'unreachable',
    mayPass: true,
    logged: ['net::'],
  },
  {
    name: 'drops the connection',
    mode: 'offline',
    reason: 'unreachable',
    mayPass: true,
    logged: ['net::'],
    // By itself a browser sends once more what fails on a connection that it had before, as to the shop.
    transports: [ONSITE, CLIENT],
  },
  {
    name: 'lets no page of another origin read (CORS)',
    mode: 'no-cors',
    reason: 'unreachable',
    mayPass: true,
    logged: ['CORS policy', 'net::ERR_FAILED'],
    // The relay is on the page's own origin.
    transports: [ONSITE, CLIENT],
  },

  // Busy or broken.
  {
    name: '429, asks for a second',
    mode: '429',
    reason: 'rateLimited',
    mayPass: true,
    logged: ['429'],
  },
  {
    name: '429, asks for a time',
    mode: '429-date',
    reason: 'rateLimited',
    mayPass: true,
    logged: ['429'],
  },
  {
    name: '429, asks for what scripts cannot read',
    mode: '429-hidden',
    reason: 'rateLimited',
    mayPass: true,
    logged: ['429'],
  },
  { name: '500', mode: '500', reason: 'serverError', mayPass: true, logged: ['500'] },
  { name: '502, a web page', mode: '502', reason: 'serverError', mayPass: true, logged: ['502'] },
  {
    name: '503, asks for a second',
    mode: '503',
    reason: 'serverError',
    mayPass: true,
    logged: ['503'],
  },
  {
    name: '504, nobody has answered the gateway',
    mode: '504',
    reason: 'timeout',
    mayPass: true,
    logged: ['504'],
  },

  // Refused for what no shopper can mend; the console says so.
  {
    name: '400',
    mode: '400',
    reason: 'unknownAnswer',
    logged: ['of 400', advise('400, unknownAnswer')],
  },
  {
    name: '401',
    mode: '401',
    reason: 'unknownAnswer',
    logged: ['of 401', advise('401, unknownAnswer')],
  },
  {
    name: '403',
    mode: '403',
    reason: 'unknownAnswer',
    logged: ['of 403', advise('403, unknownAnswer')],
  },
  {
    name: '404',
    mode: '404',
    reason: 'unknownAnswer',
    logged: ['of 404', advise('404, unknownAnswer')],
  },
  {
    name: '410',
    mode: '410',
    reason: 'unknownAnswer',
    logged: ['of 410', advise('410, unknownAnswer', "Set api: 'client'")],
  },
  {
    name: 'speaks of a field as the form endpoints do',
    mode: 'missing',
    reason: 'unknownAnswer',
    logged: ['of 400', advise('400, unknownAnswer')],
    // There it is a failure of its own, and for good.
    transports: [CLIENT],
  },

  // None of the documented answers.
  { name: '204', mode: '204', reason: 'emptyAnswer', logged: [advise('204, emptyAnswer')] },
  {
    name: '301, to a web page',
    mode: '301',
    reason: 'htmlAnswer',
    logged: [advise('200, htmlAnswer')],
  },
  { name: 'a web page', mode: 'html', reason: 'htmlAnswer', logged: [advise('200, htmlAnswer')] },
  {
    name: 'an empty answer',
    mode: 'empty',
    reason: 'emptyAnswer',
    logged: [advise('200, emptyAnswer')],
  },
  {
    name: 'half of an answer',
    mode: 'truncated',
    reason: 'brokenAnswer',
    logged: [advise('200, brokenAnswer')],
  },
  {
    name: 'an answer of other types',
    mode: 'wrong-types',
    reason: 'unknownAnswer',
    logged: [advise('200, unknownAnswer')],
  },
  { name: '10 MB', mode: 'huge', reason: 'brokenAnswer', logged: [advise('200, brokenAnswer')] },
];

/** The faults that a transport can meet. */
export function listFaults(transport: Transport): readonly Fault[] {
  return FAULTS.filter(({ transports = TRANSPORTS }) => transports.includes(transport));
}

/** A page of another kind for each transport; nothing on it is sold out. */
export const LATER_PAGES = {
  onsite: '/shop/enamel-mug',
  client: '/category/all',
  relay: '/hyva/enamel-mug',
} as const satisfies Record<Transport['api'], string>;
