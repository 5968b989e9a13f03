const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How shoppers and their networks are thought to behave. All times in milliseconds. */
export const MODEL = {
  /** The drop: a full minute, so that Klaviyo's window of a minute begins with it. */
  start: Date.UTC(2026, 0, 1, 12),
  /** Everybody presses "Notify me" within this time. */
  rush: MINUTE,
  /** From a request to its answer: log-normal. */
  latency: { median: 150, sigma: 0.5 },
  /** How long the page stays open after pressing: exponential. */
  meanStay: 3 * MINUTE,
  /** How many go on to another page of the shop, from any page. */
  goingOn: 0.5,
  /** How long each of those stays open: exponential. */
  meanView: MINUTE,
  /** Then they are gone, and back at any moment within this time. */
  longestAbsence: 12 * HOUR,
} as const;

/** What Klaviyo documents of its API for browsers; more is answered by 429. */
export const LIMITS = { perSecond: 350, perMinute: 3500 } as const;
