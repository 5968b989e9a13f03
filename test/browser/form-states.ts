import type { BrowserContext } from '@playwright/test';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { takeLogged } from './fault-checks.ts';
import { expect, type Page, takeComplaints } from './fixtures.ts';
import { answerForm, holdForm, saveData, triggerOf } from './form-file.ts';
import { routeKlaviyo } from './route-klaviyo.ts';
import { SENT_ONCE } from './sent-once.ts';
import { shortenPauses } from './shorten-pauses.ts';
import { HYVA, HYVA_CSP, LUMA } from './swatch-themes.ts';
import type { Widget } from './widget.ts';

/** Everything with which a test brings the widget into a state. */
export interface Stage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly widget: Widget;
  readonly shop: {
    readonly endpoint: string;
    readonly sandbox: { setMode(mode: '500' | '503' | 'missing', times?: number): void };
  };
  readonly complaints: string[];
}

/** A state that a shopper can see the widget in. A new state is one more row. */
export interface WidgetState {
  readonly name: string;
  /** Default: a simple product in Luma. */
  readonly path?: string;
  /** Laid over the widget's settings. */
  readonly options?: object;
  /** Prepares the browser before the page is opened. */
  readonly prepare?: (stage: Stage) => Promise<unknown>;
  /** Brings the open page into the state, and waits until it is there. */
  readonly reach: (stage: Stage) => Promise<unknown>;
}

const EMAIL = 'sam@example.com';
const CHOICE = '/shop/trail-runner';

/** The form's two boxes: one that must be ticked, with a link, and one that may be. */
const BOXES = {
  newsletterList: 'LIST01',
  texts: {
    consent: 'I agree that you send me an e-mail, as told in the [privacy policy](/privacy).',
    footer: 'We use your address for this message alone: [terms](/terms).',
  },
};

async function openForm({ widget }: Stage): Promise<void> {
  await widget.button.click();
  await expect(widget.dialog).toBeVisible();
}

/** Sends an address, and waits until the live region says this. */
async function send({ widget }: Stage, sentence: string): Promise<void> {
  await widget.subscribe(EMAIL);
  await expect(widget.status).toHaveText(sentence);
}

const ON_THE_PAGE: readonly WidgetState[] = [
  {
    name: 'the button',
    reach: ({ widget }) => expect(widget.button).toHaveText(DEFAULT_TEXTS.trigger),
  },
  ...[LUMA, HYVA, HYVA_CSP].map(({ name, path, whenDrawn }) => ({
    name: `the hint, ${name}`,
    path,
    async reach({ page, widget }: Stage) {
      await whenDrawn(page);
      await expect(widget.button).toHaveText('Colour / Size sold out? Get notified');
    },
  })),
  {
    name: 'the button of a shopper who is on the list',
    async reach({ page, widget }) {
      await widget.subscribe(EMAIL);
      await widget.submit.click();
      await expect(widget.dialog).toHaveCount(0);
      await expect(triggerOf(page)).toHaveText(DEFAULT_TEXTS.onList);
    },
  },
  {
    name: 'the button while the form loads',
    async prepare({ page }) {
      await saveData(page);
      await holdForm(page);
    },
    async reach({ page, widget }) {
      await widget.button.click();
      await expect(triggerOf(page)).toHaveText(DEFAULT_TEXTS.sending);
    },
  },
  {
    name: 'the button when the form did not load',
    async prepare({ page }) {
      await saveData(page);
      await answerForm(page, (route) => route.abort());
    },
    async reach({ page, widget, complaints }) {
      await widget.button.click();
      await expect(triggerOf(page)).toHaveText(DEFAULT_TEXTS.notLoaded, { timeout: 20_000 });
      await takeLogged(complaints, ['net::ERR_FAILED', '[back-in-stock]']);
    },
  },
];

const BEFORE_SENDING: readonly WidgetState[] = [
  { name: 'the form', reach: openForm },
  { name: 'the form with a choice', path: CHOICE, reach: openForm },
  { name: 'the form with a select for each attribute', path: '/shop/summit-boot', reach: openForm },
  {
    name: 'the form with a box for each variant',
    path: CHOICE,
    options: { multiple: true },
    reach: openForm,
  },
  { name: 'the form with boxes', options: BOXES, reach: openForm },
  {
    name: 'the form without a headline',
    options: { texts: { headline: '', body: '' } },
    reach: openForm,
  },
  {
    name: 'mistakes in every field',
    path: CHOICE,
    options: BOXES,
    async reach(stage) {
      await openForm(stage);
      await stage.widget.submit.click();
      await expect(stage.widget.dialog.locator('[aria-invalid=true]')).toHaveCount(3);
    },
  },
];

const WHILE_SENDING: readonly WidgetState[] = [
  {
    name: 'sending',
    options: BOXES,
    prepare: ({ page, shop }) => routeKlaviyo(page, shop.endpoint, 'silent'),
    async reach(stage) {
      const { widget } = stage;
      await openForm(stage);
      await widget.dialog.getByRole('checkbox').last().check();
      await widget.email.fill(EMAIL);
      await widget.submit.click();
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.sending);
    },
  },
  {
    name: 'sending again',
    options: { retries: 1 },
    // The second request is never answered, so that the state lasts.
    prepare: ({ page, shop }) => routeKlaviyo(page, shop.endpoint, 'sandbox', 'silent'),
    async reach(stage) {
      await shortenPauses(stage.page, 0);
      stage.shop.sandbox.setMode('500');
      await send(stage, DEFAULT_TEXTS.retrying);
      await takeComplaints(stage.complaints, ['500']);
    },
  },
];

const ANSWERED: readonly WidgetState[] = [
  {
    name: 'success',
    path: CHOICE,
    async reach({ widget }) {
      await widget.subscribe(EMAIL, 'Red / 42');
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    },
  },
  {
    name: 'kept',
    options: { retries: 0 },
    async reach(stage) {
      await shortenPauses(stage.page, 0);
      stage.shop.sandbox.setMode('500');
      await send(stage, DEFAULT_TEXTS.kept);
      await takeComplaints(stage.complaints, ['500']);
    },
  },
  {
    name: 'kept until the device is online',
    async reach(stage) {
      await openForm(stage);
      await stage.context.setOffline(true);
      await stage.widget.email.fill(EMAIL);
      await stage.widget.submit.click();
      await expect(stage.widget.status).toHaveText(DEFAULT_TEXTS.keptOffline);
      await takeLogged(stage.complaints, ['net::ERR_INTERNET_DISCONNECTED']);
    },
  },
  {
    name: 'refused',
    async reach({ widget, complaints }) {
      await widget.subscribe('refused@example.com');
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.refused);
      await takeLogged(complaints, ['Klaviyo refused a subscription.']);
    },
  },
  {
    name: 'a field is missing',
    async reach(stage) {
      stage.shop.sandbox.setMode('missing');
      await send(stage, DEFAULT_TEXTS.fieldMissing.replace('{field}', 'store'));
      await takeLogged(stage.complaints, ['400']);
    },
  },
  {
    name: 'failed',
    options: SENT_ONCE,
    async reach(stage) {
      stage.shop.sandbox.setMode('500');
      await send(stage, DEFAULT_TEXTS.serverError);
      await takeLogged(stage.complaints, ['500']);
    },
  },
];

/** Every state of the widget, in the order in which shoppers meet them. */
export const WIDGET_STATES: readonly WidgetState[] = [
  ...ON_THE_PAGE,
  ...BEFORE_SENDING,
  ...WHILE_SENDING,
  ...ANSWERED,
];

/** The page on which a state begins, for `openPage`. */
export const PAGE_OF_STATE = '/shop/camp-lantern';
