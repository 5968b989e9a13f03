import { afterEach, describe, expect, test, vi } from 'vitest';
import type { EventDetail, Options } from '../../src/configuration/options.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { listen } from '../support/announced.ts';
import { watchConsole } from '../support/console.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import { ACCEPTED, inTrouble, REFUSED } from '../support/klaviyo-answers.ts';
import { openModal } from '../support/modal.ts';
import { goOnline, makeOlder } from '../support/outbox.ts';
import { findDialog } from '../support/widget.ts';

// What the merchant gets of a form that is sent. What the shopper sees of it is tested in Chromium.

const ADDRESS = 'sam+shop@example.com';
const THANKS = 'Thank you! We will e-mail you as soon as it is back in stock.';

afterEach(() => {
  vi.restoreAllMocks();
});

/** The modal of a shopper who has typed an address and pressed the button. */
async function send(options: Options = {}) {
  const opened = await openModal({ options });
  await opened.shopper.type(opened.email(), ADDRESS);
  await opened.shopper.click(opened.submit());
  return opened;
}

const countKept = () => Object.keys(localStorage).length;

describe('an address that can be right', () => {
  test('is sent for the variant that was chosen, under the name that Klaviyo has for it', async () => {
    const requests = startKlaviyo(ACCEPTED);
    const options: Options = { variantId: 'sku', store: '7' };
    const { shopper, email, choice, submit, waitForStatus } = await openModal({
      page: 'trail-runner',
      options,
    });
    await shopper.selectOptions(choice(), 'Blue / 41');
    await shopper.type(email(), ADDRESS);
    await shopper.click(submit());
    await waitForStatus(THANKS);
    const sent = new URLSearchParams(requests[0]?.body);
    expect(sent.get('variant')).toBe('TR2-BLUE-41');
    expect(sent.get('store')).toBe('7');
  });
});

describe('after success', () => {
  test('the form is gone, and Done closes', async () => {
    startKlaviyo(ACCEPTED);
    const options: Options = { texts: { footer: 'See our terms.' } };
    const { shopper, dialog, modal, email, submit, waitForStatus } = await openModal({ options });
    expect(dialog.textContent).toContain('See our terms.');
    await shopper.type(email(), ADDRESS);
    await shopper.click(submit());
    await waitForStatus(THANKS);
    expect(modal.queryByRole('textbox')).toBeNull();
    expect(dialog.textContent).not.toContain('See our terms.');
    expect((dialog.getRootNode() as ShadowRoot).activeElement).toBe(submit());
    await shopper.click(modal.getByRole('button', { name: 'Done' }));
    expect(dialog.open).toBe(false);
  });

  test('the event names the variant, and never the address', async () => {
    startKlaviyo(ACCEPTED);
    const details: EventDetail[] = [];
    const { shopper, email, choice, submit, waitForStatus } = await openModal({
      page: 'trail-runner',
      options: { on: { subscribed: (detail) => details.push(detail) } },
    });
    await shopper.selectOptions(choice(), 'Red / 42');
    await shopper.type(email(), ADDRESS);
    await shopper.click(submit());
    await waitForStatus(THANKS);
    expect(details).toMatchObject([{ product: { id: '2013' }, variants: [{ id: '2003' }] }]);
    expect(details[0]?.variants).toHaveLength(1);
    expect(JSON.stringify(details)).not.toContain('sam');
  });
});

describe('what cannot be sent now', () => {
  test('is kept: the shopper reads so, and the merchant gets the reason', async () => {
    watchConsole();
    startKlaviyo(inTrouble('html'));
    const { on, called } = listen();
    const { dialog, modal, submit, waitForStatus } = await send({ retries: 0, on });
    await waitForStatus(DEFAULT_TEXTS.kept);
    expect(submit().textContent).toBe(DEFAULT_TEXTS.done);
    expect(modal.queryByRole('textbox')).toBeNull();
    expect((dialog.getRootNode() as ShadowRoot).activeElement).toBe(submit());
    expect(called.at(-1)).toMatchObject([
      'failed',
      { reason: 'htmlAnswer', isKept: true, product: { id: '2045' }, variants: [{ id: '2045' }] },
    ]);
  });

  test('lets the shopper mend it when it is refused after all', async () => {
    watchConsole();
    startKlaviyo('unreachable');
    const { on, called } = listen();
    const { email, submit, waitForStatus } = await send({ retries: 0, on });
    await waitForStatus(DEFAULT_TEXTS.kept);
    startKlaviyo(REFUSED);
    makeOlder(30_000);
    goOnline(true);
    await waitForStatus(DEFAULT_TEXTS.refused);
    expect(email().value).toBe(ADDRESS);
    expect(submit().textContent).toBe(DEFAULT_TEXTS.retry);
    expect(called.at(-1)).toMatchObject(['failed', { reason: 'refused' }]);
    expect(called.at(-1)?.[1].isKept).toBeFalsy();
    expect(countKept()).toBe(0);
  });
});

describe('closing while it is sent', () => {
  test('gives it up for good where nothing is kept', async () => {
    const requests = startKlaviyo('silent');
    const { handle, dialog } = await send({ outbox: false });
    expect(countKept()).toBe(0);
    dialog.close();
    await vi.waitFor(() => expect(requests[0]?.init.signal?.aborted).toBe(true));
    goOnline(true);
    await handle.open();
    expect(requests).toHaveLength(1);
  });

  test('by destroy gives it up too', async () => {
    const requests = startKlaviyo('silent');
    const { handle } = await send();
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    handle.destroy();
    await vi.waitFor(() => expect(requests[0]?.init.signal?.aborted).toBe(true));
    expect(findDialog()).toBeUndefined();
  });
});
