import type { Page } from '@playwright/test';
import arabic from '../../locales/ar.json' with { type: 'json' };
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import type { SandboxMode } from '../sandbox/modes.ts';

/** One thing that a shopper can see of the widget, and how to come to it. */
export interface GalleryState {
  /** Part of the name of its pictures. */
  readonly name: string;
  readonly title: string;
  /** The name of the product's page. */
  readonly product: string;
  /** Settings of the widget. */
  readonly options?: object;
  /** How the sandbox answers. Default `normal`. */
  readonly mode?: SandboxMode;
  /** Brings the open page into the state, and waits until it is there. */
  readonly reach: (page: Page) => Promise<void>;
}

/** The address of the shopper in the pictures. */
const EMAIL = 'sam@example.com';

const trigger = (page: Page) => page.locator('.back-in-stock > button').first();
const email = (page: Page) => page.locator('dialog[open] [name=email]');
const submit = (page: Page) => page.locator('dialog[open] [type=submit]');

async function showTrigger(page: Page): Promise<void> {
  await trigger(page).scrollIntoViewIfNeeded();
}

async function openForm(page: Page): Promise<void> {
  await trigger(page).click();
  await email(page).waitFor();
}

/** Opens the form and sends it; waits until it shows the result, or that it is still being sent. */
async function send(page: Page, address = EMAIL): Promise<void> {
  await openForm(page);
  await email(page).fill(address);
  await submit(page).click();
}

async function sendAndRead(page: Page, address?: string): Promise<void> {
  await send(page, address);
  await page.locator('dialog[open] [role=status]:not(:empty, .unseen)').waitFor();
}

/** Every state of the widget, in the order in which a shopper meets them. */
export const GALLERY_STATES: readonly GalleryState[] = [
  {
    name: 'hint',
    title: 'Hint: a part is sold out, and nothing is chosen yet',
    product: 'trail-runner',
    reach: showTrigger,
  },
  {
    name: 'button',
    title: 'Button: the product is sold out',
    product: 'camp-lantern',
    reach: showTrigger,
  },
  {
    name: 'not-loaded',
    title: 'The form did not load',
    product: 'camp-lantern',
    async reach(page) {
      await page.route('**/dist/back-in-stock.form.js*', (route) => route.abort());
      await page.reload();
      await trigger(page).click();
      await page.waitForFunction(
        (texts) =>
          texts.includes(document.querySelector('.back-in-stock > button')?.textContent ?? ''),
        [DEFAULT_TEXTS.notLoaded, arabic.notLoaded],
      );
    },
  },
  { name: 'form', title: 'Form', product: 'camp-lantern', reach: openForm },
  { name: 'choice', title: 'Form with a choice', product: 'trail-runner', reach: openForm },
  {
    name: 'selects',
    title: 'Form with a long choice: a select for each attribute',
    product: 'summit-boot',
    reach: openForm,
  },
  {
    name: 'several',
    title: 'Form with several variants at once',
    product: 'trail-runner',
    options: { multiple: true },
    async reach(page) {
      await openForm(page);
      const boxes = page.locator('dialog[open] [name=variant]');
      await boxes.nth(0).check();
      await boxes.nth(1).check();
    },
  },
  {
    name: 'boxes',
    title: 'Form with newsletter, consent and small print',
    product: 'camp-lantern',
    options: {
      newsletterList: 'NEWS01',
      texts: {
        consent: 'I have read the [privacy policy](/privacy).',
        footer: 'You can leave the list at any time. [Privacy policy](/privacy)',
      },
    },
    reach: openForm,
  },
  {
    name: 'mistakes',
    title: 'Something is missing',
    product: 'trail-runner',
    async reach(page) {
      await openForm(page);
      await submit(page).click();
      await page.locator('dialog[open] [aria-invalid=true]').first().waitFor();
    },
  },
  {
    name: 'sending',
    title: 'Sending',
    product: 'camp-lantern',
    mode: 'hang',
    async reach(page) {
      await send(page);
      await page.locator('dialog[open] [type=submit][aria-disabled=true]').waitFor();
    },
  },
  {
    name: 'retrying',
    title: 'Sending again',
    product: 'camp-lantern',
    mode: '500',
    reach: sendAndRead,
  },
  { name: 'success', title: 'Success', product: 'camp-lantern', reach: sendAndRead },
  {
    name: 'on-list',
    title: 'Button: the shopper is on the list',
    product: 'camp-lantern',
    async reach(page) {
      await sendAndRead(page);
      await submit(page).click();
      await page.locator('dialog').waitFor({ state: 'hidden' });
      await showTrigger(page);
    },
  },
  {
    name: 'refused',
    title: 'Klaviyo refuses the address',
    product: 'camp-lantern',
    reach: (page) => sendAndRead(page, 'refused@example.com'),
  },
  {
    name: 'field-missing',
    title: 'Klaviyo misses a field',
    product: 'camp-lantern',
    mode: 'missing',
    reach: sendAndRead,
  },
  {
    name: 'kept',
    title: 'Offline: the subscription is kept',
    product: 'camp-lantern',
    async reach(page) {
      await openForm(page);
      await page.context().setOffline(true);
      await email(page).fill(EMAIL);
      await submit(page).click();
      await page.locator('dialog[open] [role=status]:not(:empty, .unseen)').waitFor();
      await email(page).waitFor({ state: 'hidden' });
    },
  },
];
