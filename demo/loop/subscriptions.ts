/** A person whom Klaviyo knows by an e-mail address. */
export interface Profile {
  readonly id: number;
  /** As it was first written. */
  readonly email: string;
  /** All there ever were, the oldest first. */
  subscriptions: Subscription[];
  /** When the flow last sent something to this profile. */
  lastMessageAt: number | undefined;
}

/**
 * - `waiting`: at the back in stock delay of the flow.
 * - `notified`: the message was sent. The subscription is cleared by that, and can be made again.
 * - `skipped`: left the delay, but smart sending kept the message back. No document says what becomes of such a
 *   subscription; here it is cleared as well, since the shopper could never subscribe again otherwise.
 */
export type SubscriptionState = 'waiting' | 'notified' | 'skipped';

/** A "Subscribed to Back in Stock" event on a profile, and what became of it. It is its own entry in the diary. */
export interface Subscription {
  readonly kind: 'subscribed';
  /** Counted from 1, in the order in which they came. */
  readonly id: number;
  readonly profile: Profile;
  /** Id of the variant. */
  readonly variant: string;
  /** The store view. The current client API is not told it, nor is an import. */
  readonly store: string | undefined;
  readonly at: number;
  state: SubscriptionState;
  /** When it stopped waiting. */
  endedAt: number | undefined;
}

/** Whether a profile waits for this variant. It is looked for from the latest subscription on; most profiles have few. */
export function isWaiting({ subscriptions }: Profile, variant: string): boolean {
  const latest = subscriptions.findLast((subscription) => subscription.variant === variant);
  return latest?.state === 'waiting';
}

/** All profiles. Two spellings of an address that differ only in capital letters are one. */
export class Profiles {
  readonly #byEmail = new Map<string, Profile>();
  #subscriptions = 0;

  get size(): number {
    return this.#byEmail.size;
  }

  /** How many events there ever were. */
  get eventCount(): number {
    return this.#subscriptions;
  }

  find(email: string): Profile | undefined {
    return this.#byEmail.get(email.toLowerCase());
  }

  /** In the order in which they were made. */
  list(): IterableIterator<Profile> {
    return this.#byEmail.values();
  }

  findOrCreate(email: string): Profile {
    const known = this.find(email);
    if (known) return known;
    const id = this.#byEmail.size + 1;
    const profile: Profile = { id, email, subscriptions: [], lastMessageAt: undefined };
    this.#byEmail.set(email.toLowerCase(), profile);
    return profile;
  }

  /** Creates the event on the profile. */
  recordEvent(profile: Profile, variant: string, at: number, store?: string): Subscription {
    this.#subscriptions += 1;
    const id = this.#subscriptions;
    const subscription: Subscription = {
      kind: 'subscribed',
      id,
      profile,
      variant,
      store,
      at,
      state: 'waiting',
      endedAt: undefined,
    };
    // Most have one. Adding to an empty list would make room for seventeen.
    if (profile.subscriptions.length === 0) profile.subscriptions = [subscription];
    else profile.subscriptions.push(subscription);
    return subscription;
  }
}
