export interface SandboxOptions {
  /** How long the mode `slow` waits before it answers. Default 4000. */
  readonly slowMilliseconds?: number;
  /** What the modes `429` and `429-hidden` say in Retry-After. Default 30. */
  readonly retryAfterSeconds?: number;
  /** The clock of rate limits and dates, in milliseconds. Default `Date.now`. */
  readonly now?: () => number;
}
