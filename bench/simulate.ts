import { PUBLIC_KEY } from '../demo/sandbox/account.ts';
import { DEFAULT_CATALOGUE } from '../src/subscribe/transport.ts';
import type { ValidSubscription } from '../src/validation/subscription.ts';
import type { Client } from './clients/client.ts';
import { MODEL } from './model.ts';
import { createRandom, drawExponential } from './random.ts';
import { makeReport, type Report } from './report.ts';
import type { Stage } from './stage.ts';
import { installGlobals } from './virtual/globals.ts';
import { Page, type Shopper } from './virtual/page.ts';
import { VirtualStorage } from './virtual/storage.ts';
import { World } from './virtual/world.ts';

/** A drop, as it meets one kind of client. */
export interface Drop {
  readonly shoppers: number;
  readonly client: Client;
  /** How many requests of Klaviyo's limits each request counts as; it has to divide both. Default: 1. */
  readonly weight?: number;
  /** Whether scripts may read `Retry-After`. Default: they may. */
  readonly isRetryAfterReadable?: boolean;
}

const SEED = 1;

/** Lets all shoppers press, and plays what follows to its end in virtual time. */
export async function simulate({
  shoppers,
  client,
  weight = 1,
  isRetryAfterReadable = true,
}: Drop): Promise<Report> {
  const world = new World({ weight, isRetryAfterReadable, seed: SEED });
  for (let number = 1; number <= shoppers; number += 1) letPress(world, client, number);
  const restore = installGlobals(world);
  try {
    await world.time.run();
  } finally {
    restore();
  }
  return makeReport(world.tally, shoppers);
}

/** The later pages of each visit; the first visit begins with the press. */
const VISITS: readonly Stage[] = ['view', 'back', 'again'];

/** One shopper, from the press to the last visit. */
function letPress(world: World, client: Client, number: number): void {
  const { time } = world;
  // Numbers of their own: shoppers behave the same whatever the client does.
  const random = createRandom(Math.imul(number, 0x9e3779b1));
  const email = `shopper-${number}@example.com`;
  const shopper: Shopper = { email, storage: new VirtualStorage(), hasSent: false };

  function open(stage: Stage, stay: number, visit: number): Page {
    const page = new Page(shopper, stage);
    time.after(stay, () => {
      page.isOpen = false;
      // Where nothing is kept, no later page does anything.
      if (client.view && Object.keys(shopper.storage).length > 0) goOn(visit);
      return undefined;
    });
    return page;
  }

  function goOn(visit: number): void {
    if (random() < MODEL.goingOn) time.after(0, () => view(visit));
    else time.after(random() * MODEL.longestAbsence, () => view(visit + 1));
  }

  function view(visit: number): Promise<void> | undefined {
    const stay = drawExponential(random, MODEL.meanView);
    const page = open(VISITS[visit] ?? 'again', stay, visit);
    return world.enter(page, () => client.view?.());
  }

  time.after(random() * MODEL.rush, () => {
    const page = open('form', drawExponential(random, MODEL.meanStay), 0);
    return world.enter(page, () => client.press(page, subscribing(email)));
  });
}

const subscribing = (email: string): ValidSubscription => ({
  a: PUBLIC_KEY,
  email,
  variant: '2003',
  platform: 'magento_two',
  store: '1',
  g: '',
  catalogue: DEFAULT_CATALOGUE,
});
