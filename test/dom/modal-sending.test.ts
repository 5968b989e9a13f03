import { describe, expect, test, vi } from 'vitest';
import type { EventDetail, Options } from '../../src/configuration/options.ts';
import { watchConsole } from '../support/console.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import { ACCEPTED, REFUSED, type Reply } from '../support/klaviyo-answers.ts';
import { openModal } from '../support/modal.ts';

const ADDRESS = 'sam+shop@example.com';
const THANKS = 'Thank you! We will e-mail you as soon as it is back in stock.';

describe('an address that can be right', () => {
  test('is sent once, byte for byte as documented, and the shopper is thanked', async () => {
    const requests = startKlaviyo(ACCEPTED);
    const { shopper, email, submit, waitForStatus } = await openModal({});
    await shopper.type(email(), ADDRESS);
    await shopper.click(submit());
    await waitForStatus(THANKS);
    expect(requests.map(({ init, body }) => [init.method, body])).toEqual([
      ['POST', 'a=DEMO01&email=sam%2Bshop%40example.com&variant=2045&platform=magento_two&store=1'],
    ]);
  });

  test('is sent by the Enter key too', async () => {
    const requests = startKlaviyo(ACCEPTED);
    const { shopper, email, waitForStatus } = await openModal({});
    await shopper.type(email(), `${ADDRESS}{Enter}`);
    await waitForStatus(THANKS);
    expect(requests).toHaveLength(1);
  });

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

  test('is sent once by a double click', async () => {
    const requests = startKlaviyo(ACCEPTED);
    const { shopper, dialog, email, submit, waitForStatus } = await openModal({});
    await shopper.type(email(), ADDRESS);
    await shopper.dblClick(submit());
    await waitForStatus(THANKS);
    expect(requests).toHaveLength(1);
    expect(dialog.open).toBe(true);
  });

  test('is thanked for although the answer comes between the two clicks of a double click', async () => {
    const requests = startKlaviyo(ACCEPTED);
    const { shopper, dialog, email, submit, waitForStatus } = await openModal({});
    await shopper.type(email(), ADDRESS);
    await shopper.click(submit());
    await waitForStatus(THANKS);
    const second = { bubbles: true, cancelable: true, detail: 2 };
    submit().dispatchEvent(new MouseEvent('click', second));
    expect(dialog.open).toBe(true);
    expect(requests).toHaveLength(1);
    await shopper.click(submit());
    expect(dialog.open).toBe(false);
  });

  test('is waited for with a button that says so', async () => {
    startKlaviyo('silent');
    const { shopper, email, submit } = await openModal({});
    await shopper.type(email(), ADDRESS);
    await shopper.click(submit());
    expect(submit().textContent).toBe('One moment…');
    expect(submit().getAttribute('aria-disabled')).toBe('true');
    expect(email().value).toBe(ADDRESS);
  });
});

test('what is typed while the request is under way does not change what was sent', async () => {
  let answer = (_reply: Reply) => {};
  const answered = new Promise<Reply>((resolve) => {
    answer = resolve;
  });
  const requests = startKlaviyo(() => answered);
  watchConsole();
  const { shopper, email, submit, waitForStatus } = await openModal({});
  await shopper.type(email(), ADDRESS);
  await shopper.click(submit());
  await vi.waitFor(() => expect(requests).toHaveLength(1));
  await shopper.type(email(), 'x');
  submit().click();
  answer(REFUSED);
  await waitForStatus('Please check your e-mail address and try again.');
  expect(email().value).toBe(ADDRESS);
  expect(requests).toHaveLength(1);
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

  test('the merchant is told which variant, and never the address', async () => {
    startKlaviyo(ACCEPTED);
    const told: EventDetail[] = [];
    const { shopper, email, choice, submit, waitForStatus } = await openModal({
      page: 'trail-runner',
      options: { on: { subscribed: (detail) => told.push(detail) } },
    });
    await shopper.selectOptions(choice(), 'Red / 42');
    await shopper.type(email(), ADDRESS);
    await shopper.click(submit());
    await waitForStatus(THANKS);
    expect(told).toMatchObject([{ product: { id: '2013' }, variants: [{ id: '2003' }] }]);
    expect(told[0]?.variants).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain('sam');
  });

  test('opening again begins anew, with the address still there', async () => {
    startKlaviyo(ACCEPTED);
    const { shopper, handle, dialog, email, submit, status, waitForStatus } = await openModal({});
    await shopper.type(email(), ADDRESS);
    await shopper.click(submit());
    await waitForStatus(THANKS);
    await shopper.click(submit());
    await vi.waitFor(async () => {
      await handle.open();
      expect(dialog.open).toBe(true);
      expect(email().value).toBe(ADDRESS);
    });
    expect(status().textContent).toBe('');
    expect(submit().textContent).toBe('Notify me');
  });
});
