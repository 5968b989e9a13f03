/** A "Subscribed to Back in Stock" event, as Klaviyo would record it on a profile. */
export interface SandboxEvent {
  readonly email: string;
  readonly variant: string;
  readonly store: string;
}
