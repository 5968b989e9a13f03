import type { Refusal } from '../loop/actions.ts';

/** A "Subscribed to Back in Stock" event, as Klaviyo would record it on a profile. */
export interface SandboxEvent {
  readonly email: string;
  readonly variant: string;
  /** Absent from the current client API, to which the store view is not sent. */
  readonly store?: string;
}

/** Whether an event was created, and if not, why. */
export type Recorded = 'created' | 'too-long' | Refusal;

/** Where accepted subscriptions go. In the demo it is the loop that they set in motion. */
export interface EventRecord {
  /** All events there ever were, the oldest first. */
  readonly events: readonly SandboxEvent[];
  /** Takes an event once for a profile and a variant. After a notification it can be made again. */
  subscribe(event: SandboxEvent): Recorded;
  /** Forgets everything. */
  reset(): void;
}

/** For a sandbox with nothing behind it, of which only the answers are wanted. */
export const NO_RECORD: EventRecord = {
  events: [],
  subscribe: () => 'created',
  reset: () => {},
};

/** What whoever watches the sandbox is told of it. */
export function tellRecorded(recorded: Recorded): string {
  switch (recorded) {
    case 'created':
      return 'Subscribed to Back in Stock event created';
    case 'already-subscribed':
      return 'no event: already subscribed';
    case 'unknown-variant':
      return 'no event: unknown variant';
    case 'too-long':
      return 'no event: a field is too long';
    default:
      return `no event: ${recorded}`;
  }
}
