import { afterEach, beforeEach, expect, vi } from 'vitest';
import { type Configuration, DEFAULTS } from '../../src/configuration/options.ts';
import type { Offer, Variant } from '../../src/product/product.ts';
import { listKept } from '../../src/subscribe/kept.ts';
import type { Outbox, OutboxEvents, Waiting } from '../../src/subscribe/outbox.ts';
import type { Result } from '../../src/subscribe/result.ts';
import { startKlaviyo } from './klaviyo.ts';

/** An answer to something that was kept, as it is announced to the merchant. */
export interface Settled {
  readonly key: string;
  readonly offer: Offer;
  readonly result: Result;
}

export const NOW = Date.parse('2026-03-01T12:00:00Z');

/** Outboxes of this test, each as if it were on a page of its own, in a tab of its own. */
const opened = new Set<Outbox>();

/** Virtual time, an outbox for each `openPage`, and nothing left of them afterwards. */
export function useOutboxes(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
  });

  afterEach(async () => {
    for (const outbox of opened) outbox.destroy();
    opened.clear();
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    localStorage.clear();
  });
}

/** A page with its outbox, and what that reports; `events` take the place of what records it. */
export async function openPage(
  settings: Partial<Configuration> = {},
  events: Partial<OutboxEvents> = {},
) {
  // What was logged on another page is logged again on this one.
  vi.resetModules();
  const { createOutbox } = await import('../../src/subscribe/outbox.ts');
  const settled: Settled[] = [];
  /** What another tab has done with what was kept here. */
  const elsewhere: Omit<Settled, 'offer'>[] = [];
  /** What has grown too old. */
  const expired: Offer[] = [];
  const configuration = { ...DEFAULTS, apiKey: 'DEMO01', ...settings };
  const outbox = createOutbox(configuration, {
    answered: (key, offer, result) => settled.push({ key, offer, result }),
    answeredElsewhere: (key, result) => elsewhere.push({ key, result }),
    expired: (offer) => expired.push(offer),
    ...events,
  });
  opened.add(outbox);
  return { outbox, settled, elsewhere, expired };
}

/** A variant of the product in these tests. */
export const variantOf = (id: string): Variant => ({ id, options: {}, salable: false });

/** What a shopper subscribes to. */
export const offerOf = (id: string): Offer => ({
  product: {
    id: '13',
    name: 'Tee',
    type: 'configurable',
    attributes: [],
    variants: [variantOf(id), variantOf('sold')],
  },
  variants: [variantOf(id)],
});

/** The subscription of a shopper who waits for it. */
export function press(outbox: Outbox, variant = '2003', waiting: Waiting = {}) {
  const fields = { a: 'DEMO01', email: 'sam@example.com', variant, store: '1' };
  return outbox.deliver(fields, offerOf(variant), waiting);
}

/** Which variants are kept. */
export const keptVariants = () =>
  listKept().map(
    (key) => (JSON.parse(localStorage.getItem(key) ?? '') as Entry).subscription.variant,
  );

interface Entry {
  readonly subscription: { readonly variant: string };
}

/** Which variants were asked for, in turn. */
export const sentVariants = (requests: readonly { readonly body: string }[]) =>
  requests.map(({ body }) => new URLSearchParams(body).get('variant'));

/** What an earlier page could not send, since there was no network. */
export async function leaveUnsent(...variants: readonly string[]): Promise<void> {
  goOnline(false);
  startKlaviyo('unreachable');
  const { outbox } = await openPage({ retries: 0 });
  for (const variant of variants) await press(outbox, variant);
  outbox.destroy();
  goOnline(true);
  expect(keptVariants()).toEqual(variants);
}

/** Time passes for what is kept, and for nothing else. */
export function makeOlder(milliseconds: number): void {
  for (const key of listKept()) {
    const kept = JSON.parse(localStorage.getItem(key) ?? '');
    const madeAt = kept.madeAt - milliseconds;
    const notBefore = kept.notBefore - milliseconds;
    localStorage.setItem(key, JSON.stringify({ ...kept, madeAt, notBefore }));
  }
}

/** Lets everything happen that needs no time. */
export const settleDown = () => vi.advanceTimersByTimeAsync(0);

/** From now on timers call their functions without arguments, as where something on the page has replaced `setTimeout`. */
export function dropTimerArguments(): void {
  const { setTimeout: own } = globalThis;
  vi.stubGlobal('setTimeout', (run: () => void, pause?: number) => own(() => run(), pause));
}

/** The device loses or finds its network. */
export function goOnline(isOnline: boolean): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
  dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
}
