import { describe, expect, test, vi } from 'vitest';
import type { Options } from '../../src/configuration/options.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import { openModal } from '../support/modal.ts';
import { findDialog } from '../support/widget.ts';

const ADDRESS = 'sam@example.com';

/** The number of times that the modal has said that it closed. */
function countClosings() {
  const counter = { closings: 0 };
  const closed = () => {
    counter.closings += 1;
  };
  const options: Options = { on: { closed } };
  return { counter, options };
}

describe('closing', () => {
  test('by the cross in the corner', async () => {
    const { counter, options } = countClosings();
    const { shopper, dialog, modal } = await openModal({ options });
    await shopper.click(modal.getByRole('button', { name: 'Close' }));
    expect(dialog.open).toBe(false);
    await vi.waitFor(() => expect(counter.closings).toBe(1));
  });

  test('by a click beside it, on what lies behind', async () => {
    const { dialog, shopper } = await openModal({});
    // Right after the opening it could be the second click of a double click.
    await vi.waitFor(async () => {
      await shopper.click(dialog);
      expect(dialog.open).toBe(false);
    });
  });

  test('not by the second tap of two that opened it, which meets the cross', async () => {
    const { handle, dialog, modal } = await openModal({});
    dialog.close();
    const tap = (element: Element, clientX: number) => {
      const init = { bubbles: true, composed: true, cancelable: true, detail: 1, clientX };
      for (const type of ['pointerdown', 'click']) {
        const event = new MouseEvent(type, init);
        element.dispatchEvent(Object.assign(event, { pointerType: 'touch' }));
      }
    };
    tap(document.body, 300);
    await vi.waitFor(async () => expect(await handle.open()).toBe(true));
    const cross = modal.getByRole('button', { name: 'Close' });
    tap(cross, 310);
    expect(dialog.open).toBe(true);
    // What is pressed elsewhere is meant.
    tap(cross, 500);
    expect(dialog.open).toBe(false);
  });

  test('not by a drag that begins inside and ends beside it', async () => {
    const { dialog, shopper, email } = await openModal({});
    await shopper.pointer([{ keys: '[MouseLeft>]', target: email() }, { target: dialog }]);
    await shopper.pointer({ keys: '[/MouseLeft]', target: dialog });
    dialog.click();
    expect(dialog.open).toBe(true);
  });

  test('not by a click on something in it', async () => {
    const { dialog, modal, shopper } = await openModal({});
    await shopper.click(modal.getByRole('heading'));
    expect(dialog.open).toBe(true);
  });

  test('lets the page scroll again, which it does not while the modal is open', async () => {
    const root = document.documentElement;
    const before = root.outerHTML.slice(0, root.outerHTML.indexOf('>'));
    const { dialog, modal, shopper } = await openModal({});
    expect(root.style.overflow).toBe('hidden');
    await shopper.click(modal.getByRole('button', { name: 'Close' }));
    expect(dialog.open).toBe(false);
    await vi.waitFor(() => expect(root.style.overflow).toBe(''));
    expect(root.outerHTML.slice(0, root.outerHTML.indexOf('>'))).toBe(before);
  });

  test('keeps what was typed', async () => {
    const { counter, options } = countClosings();
    const { dialog, handle, modal, shopper, email, choice } = await openModal({
      page: 'trail-runner',
      options,
    });
    await shopper.selectOptions(choice(), 'Blue / 41');
    await shopper.type(email(), 'sam@exam');
    await shopper.click(modal.getByRole('button', { name: 'Close' }));
    await vi.waitFor(() => expect(counter.closings).toBe(1));
    await handle.open();
    expect(dialog.open).toBe(true);
    expect(email().value).toBe('sam@exam');
    expect(choice().selectedOptions[0]?.textContent).toBe('Blue / 41');
  });
});

describe('closing while a request is under way', () => {
  /** A request that is on its way and will not be answered before the test says so. */
  async function send(options: Options = {}) {
    const requests = startKlaviyo('silent');
    const opened = await openModal({ options });
    await opened.shopper.type(opened.email(), ADDRESS);
    await opened.shopper.click(opened.submit());
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    const waitUntilGivenUp = () =>
      vi.waitFor(() => expect(requests[0]?.init.signal?.aborted).toBe(true));
    return { ...opened, waitUntilGivenUp };
  }

  test('gives it up', async () => {
    const { shopper, modal, waitUntilGivenUp } = await send();
    await shopper.click(modal.getByRole('button', { name: 'Close' }));
    await waitUntilGivenUp();
  });

  test('is no failure, and the form can be sent again', async () => {
    const { counter, options } = countClosings();
    let failures = 0;
    const failed = () => {
      failures += 1;
    };
    const { shopper, handle, modal, waitUntilGivenUp, email, status, submit } = await send({
      on: { ...options.on, failed },
    });
    await shopper.click(modal.getByRole('button', { name: 'Close' }));
    await waitUntilGivenUp();
    await vi.waitFor(() => expect(counter.closings).toBe(1));
    await handle.open();
    expect(email().value).toBe(ADDRESS);
    expect(status().textContent).toBe('');
    expect(submit().textContent).toBe('Notify me');
    expect(failures).toBe(0);
  });

  test('by destroy gives it up too', async () => {
    const { handle, waitUntilGivenUp } = await send();
    handle.destroy();
    await waitUntilGivenUp();
    expect(findDialog()).toBeUndefined();
  });
});
