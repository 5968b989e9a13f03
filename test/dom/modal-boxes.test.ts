import { describe, expect, test } from 'vitest';
import type { Options } from '../../src/configuration/options.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { watchConsole } from '../support/console.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import { ACCEPTED, REFUSED, type Reply } from '../support/klaviyo-answers.ts';
import { openModal, readDescription } from '../support/modal.ts';
import { makeOlder } from '../support/outbox.ts';

const ADDRESS = 'sam@example.com';
const FORM = 'a=DEMO01&email=sam%40example.com&variant=2045&platform=magento_two&store=1';
const NEWSLETTER = { newsletterList: 'XyZ123' } satisfies Options;
const CONSENT = {
  texts: { consent: 'I agree to the [privacy policy](/privacy) of {product_name}.' },
} satisfies Options;

/** The modal with its boxes. */
async function open(options: Options) {
  const opened = await openModal({ options });
  return {
    ...opened,
    newsletter: () => opened.modal.getByLabelText<HTMLInputElement>(DEFAULT_TEXTS.newsletter),
    consent: () => opened.modal.getByLabelText<HTMLInputElement>(/privacy policy/),
  };
}

describe('the box for the newsletter', () => {
  test('is not there without a list', async () => {
    const { modal } = await open({});
    expect(modal.queryByRole('checkbox')).toBeNull();
  });

  test('ticked by its label and emptied again is empty', async () => {
    const requests = startKlaviyo(ACCEPTED);
    const { modal, shopper, email, newsletter, submit, waitForStatus } = await open(NEWSLETTER);
    await shopper.type(email(), ADDRESS);
    await shopper.click(modal.getByText(DEFAULT_TEXTS.newsletter));
    expect(newsletter().checked).toBe(true);
    await shopper.click(newsletter());
    await shopper.click(submit());
    await waitForStatus(DEFAULT_TEXTS.success);
    expect(requests[0]?.body).toBe(FORM);
  });

  test('stays as it is when something else is wrong', async () => {
    const { shopper, email, newsletter, submit } = await open(NEWSLETTER);
    await shopper.click(newsletter());
    await shopper.click(submit());
    await expect.poll(() => readDescription(email())).toBe(DEFAULT_TEXTS.emailMissing);
    expect(newsletter().checked).toBe(true);
  });
});

describe('the box for the consent', () => {
  test('has the merchant’s words, with their links and the name of the product', async () => {
    const { consent, modal } = await open(CONSENT);
    expect(consent().checked).toBe(false);
    expect(consent().closest('label')?.textContent).toBe(
      'I agree to the privacy policy of Camp Lantern.',
    );
    expect(modal.getByRole('link').getAttribute('href')).toBe(`${location.origin}/privacy`);
  });

  test('has no part in what is kept', async () => {
    startKlaviyo('unreachable');
    const { shopper, email, consent, submit, waitForStatus } = await open({
      ...CONSENT,
      retries: 0,
    });
    await shopper.type(email(), ADDRESS);
    await shopper.click(consent());
    await shopper.click(submit());
    await waitForStatus(DEFAULT_TEXTS.kept);
    // And what is kept can be sent: it is not asked for the consent again.
    const requests = startKlaviyo(ACCEPTED);
    makeOlder(30_000);
    dispatchEvent(new Event('online'));
    await waitForStatus(DEFAULT_TEXTS.success);
    expect(requests.map(({ body }) => body)).toEqual([FORM]);
  });
});

test('a tick while it is sent is not taken, and the box shows so', async () => {
  watchConsole();
  let answer = (_reply: Reply) => {};
  const answered = new Promise<Reply>((resolve) => {
    answer = resolve;
  });
  const requests = startKlaviyo(() => answered);
  const { shopper, email, newsletter, submit, waitForStatus } = await open(NEWSLETTER);
  await shopper.type(email(), ADDRESS);
  await shopper.click(submit());
  expect(submit().textContent).toBe(DEFAULT_TEXTS.sending);
  await shopper.click(newsletter());
  expect(newsletter().checked).toBe(false);
  answer(REFUSED);
  await waitForStatus(DEFAULT_TEXTS.refused);
  expect(newsletter().checked).toBe(false);
  expect(requests.map(({ body }) => body)).toEqual([FORM]);
});
