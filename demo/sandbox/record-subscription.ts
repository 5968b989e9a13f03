import type { SandboxStore } from './create-store.ts';
import type { SandboxEvent } from './sandbox-event.ts';

/** Records a subscription, and says in a note whether it is new. */
export function recordSubscription(event: SandboxEvent, store: SandboxStore): string {
  return store.subscribe(event)
    ? 'Subscribed to Back in Stock event created'
    : 'no event: already subscribed';
}
