/** A "Subscribed to Back in Stock" event, as Klaviyo would record it on a profile. */
export interface SandboxEvent {
  readonly email: string;
  readonly variant: string;
  /** Left out: the current client API is not told the store view. */
  readonly store?: string;
}
