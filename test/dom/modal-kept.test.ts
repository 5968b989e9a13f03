import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Options } from '../../src/configuration/options.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { listen } from '../support/announced.ts';
import { watchConsole } from '../support/console.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import { ACCEPTED, BROKEN, inTrouble, REFUSED, type Reply } from '../support/klaviyo-answers.ts';
import { openModal } from '../support/modal.ts';
import { goOnline, makeOlder } from '../support/outbox.ts';
import { LEAST, stubChance } from '../support/subscribe-now.ts';

const ADDRESS = 'sam@example.com';

afterEach(() => {
  vi.restoreAllMocks();
});

/** A shopper who has typed an address and pressed the button. */
async function send(options: Options = {}) {
  const opened = await openModal({ options });
  await opened.shopper.type(opened.email(), ADDRESS);
  await opened.shopper.click(opened.submit());
  return {
    ...opened,
    stop: () => opened.modal.findByRole('button', { name: DEFAULT_TEXTS.stop }),
  };
}

/** So much later whatever was kept may be sent again, and something happens that sends it. */
function goOn(): void {
  makeOlder(30_000);
  goOnline(true);
}

const countKept = () => Object.keys(localStorage).length;

describe('what cannot be sent now', () => {
  test.each<[string, Reply]>([
    ['unreachable', 'unreachable'],
    ['serverError', BROKEN],
    ['htmlAnswer', inTrouble('html')],
    ['emptyAnswer', inTrouble('empty')],
  ])('after %s is kept, and that is what the shopper reads', async (reason, reply) => {
    startKlaviyo(reply);
    const { on, called } = listen();
    const { dialog, modal, submit, waitForStatus } = await send({ retries: 0, on });
    await waitForStatus(DEFAULT_TEXTS.kept);
    expect(submit().textContent).toBe(DEFAULT_TEXTS.done);
    expect(modal.queryByRole('textbox')).toBeNull();
    expect((dialog.getRootNode() as ShadowRoot).activeElement).toBe(submit());
    expect(called.at(-1)).toMatchObject([
      'failed',
      { reason, isKept: true, product: { id: '2045' }, variants: [{ id: '2045' }] },
    ]);
  });

  test('without a network is kept until there is one', async () => {
    goOnline(false);
    startKlaviyo('unreachable');
    const { waitForStatus } = await send();
    await waitForStatus(DEFAULT_TEXTS.keptOffline);
    expect(countKept()).toBe(1);
  });

  test('needs no second press: Done closes', async () => {
    const requests = startKlaviyo('unreachable');
    const { dialog, shopper, submit, waitForStatus } = await send({ retries: 0 });
    await waitForStatus(DEFAULT_TEXTS.kept);
    await shopper.click(submit());
    expect(dialog.open).toBe(false);
    expect(requests).toHaveLength(1);
    expect(countKept()).toBe(1);
  });

  test('is thanked for when it is accepted after all, while the shopper still looks', async () => {
    goOnline(false);
    startKlaviyo('unreachable');
    const { on, names } = listen();
    const { dialog, shopper, submit, waitForStatus } = await send({ on });
    await waitForStatus(DEFAULT_TEXTS.keptOffline);
    startKlaviyo(ACCEPTED);
    goOnline(true);
    await waitForStatus(DEFAULT_TEXTS.success);
    expect(names()).toEqual(['shown', 'opened', 'failed', 'subscribed']);
    expect(countKept()).toBe(0);
    await shopper.click(submit());
    expect(dialog.open).toBe(false);
  });

  test('lets the shopper mend it when it is refused after all', async () => {
    watchConsole();
    startKlaviyo('unreachable');
    const { on, called } = listen();
    const { email, submit, waitForStatus } = await send({ retries: 0, on });
    await waitForStatus(DEFAULT_TEXTS.kept);
    startKlaviyo(REFUSED);
    goOn();
    await waitForStatus(DEFAULT_TEXTS.refused);
    expect(email().value).toBe(ADDRESS);
    expect(submit().textContent).toBe(DEFAULT_TEXTS.retry);
    expect(called.at(-1)).toMatchObject(['failed', { reason: 'refused' }]);
    expect(called.at(-1)?.[1].isKept).toBeFalsy();
    expect(countKept()).toBe(0);
  });

  test('of one product says nothing in the form of another time', async () => {
    startKlaviyo('unreachable');
    const { handle, dialog, status, submit, waitForStatus } = await send({ retries: 0 });
    await waitForStatus(DEFAULT_TEXTS.kept);
    dialog.close();
    await handle.open();
    expect(status().textContent).toBe('');
    startKlaviyo(ACCEPTED);
    goOn();
    await vi.waitFor(() => expect(countKept()).toBe(0));
    expect(status().textContent).toBe('');
    expect(submit().textContent).toBe(DEFAULT_TEXTS.submit);
  });
});

describe('what takes longer', () => {
  test('is said while it is sent again, and then thanked for', async () => {
    stubChance(LEAST);
    let answer = (_reply: Reply) => {};
    const later = new Promise<Reply>((resolve) => {
      answer = resolve;
    });
    const requests = startKlaviyo(BROKEN, () => later);
    const { submit, waitForStatus } = await send();
    await waitForStatus(DEFAULT_TEXTS.retrying);
    expect(submit().getAttribute('aria-disabled')).toBe('true');
    answer(ACCEPTED);
    await waitForStatus(DEFAULT_TEXTS.success);
    expect(requests).toHaveLength(2);
  });

  test('ends with Stop: nothing is kept, nothing is told, and it can be sent anew', async () => {
    stubChance(LEAST);
    startKlaviyo(BROKEN, 'silent');
    const { on, names } = listen();
    const { shopper, email, status, stop, submit, waitForStatus } = await send({ on });
    await shopper.click(await stop());
    await vi.waitFor(() => expect(submit().getAttribute('aria-disabled')).toBe('false'));
    expect(email().value).toBe(ADDRESS);
    expect(status().textContent).toBe('');
    expect(submit().textContent).toBe(DEFAULT_TEXTS.retry);
    expect(countKept()).toBe(0);
    expect(names()).not.toContain('subscribed');
    const requests = startKlaviyo(ACCEPTED);
    goOnline(true);
    expect(requests).toEqual([]);
    await shopper.keyboard('[Tab]');
    await shopper.click(submit());
    await waitForStatus(DEFAULT_TEXTS.success);
    expect(requests).toHaveLength(1);
  });

  test('is not ended by closing: it is kept and sent later, and told then', async () => {
    stubChance(LEAST);
    startKlaviyo(BROKEN, 'silent');
    const { on, names } = listen();
    const { dialog, waitForStatus } = await send({ on });
    await waitForStatus(DEFAULT_TEXTS.retrying);
    dialog.close();
    await vi.waitFor(() => expect(names()).toContain('closed'));
    expect(countKept()).toBe(1);
    expect(names()).not.toContain('failed');
    const requests = startKlaviyo(ACCEPTED);
    // What was closed is let go of a moment later.
    await vi.waitFor(() => {
      goOn();
      expect(names()).toContain('subscribed');
    });
    expect(new Set(requests.map(({ body }) => body)).size).toBe(1);
    expect(countKept()).toBe(0);
  });
});

describe('closing while it is sent first', () => {
  test('gives the request up, keeps the subscription and sends it later', async () => {
    const requests = startKlaviyo('silent');
    const { on, names } = listen();
    const { dialog } = await send({ on });
    dialog.close();
    await vi.waitFor(() => expect(requests[0]?.init.signal?.aborted).toBe(true));
    expect(countKept()).toBe(1);
    startKlaviyo(ACCEPTED);
    await vi.waitFor(() => {
      goOn();
      expect(names()).toContain('subscribed');
    });
    expect(names()).not.toContain('failed');
    expect(countKept()).toBe(0);
  });

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
});
