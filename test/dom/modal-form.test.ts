import { within } from '@testing-library/dom';
import { describe, expect, test, vi } from 'vitest';
import { stubCss } from '../support/css.ts';
import { openModal, readDescription } from '../support/modal.ts';

describe('the modal', () => {
  test('is a dialog that bears the product’s name', async () => {
    const { dialog } = await openModal({});
    const root = dialog.getRootNode() as unknown as HTMLElement;
    expect(within(root).getByRole('dialog', { name: 'Camp Lantern' })).toBe(dialog);
    expect(within(dialog).getByRole('heading').textContent).toBe('Camp Lantern');
  });

  test.each(['', ' '])('without a headline (%j) still bears that name', async (headline) => {
    const { dialog, modal } = await openModal({ options: { texts: { headline } } });
    const root = dialog.getRootNode() as unknown as HTMLElement;
    expect(within(root).getByRole('dialog', { name: 'Camp Lantern' })).toBe(dialog);
    expect(modal.queryByRole('heading')).toBeNull();
  });

  test('about a product that the page gives no name has one too', async () => {
    const { dialog, modal, handle } = await openModal({});
    dialog.close();
    for (const title of document.querySelectorAll('h1')) title.remove();
    await handle.open();
    const root = dialog.getRootNode() as unknown as HTMLElement;
    expect(within(root).getByRole('dialog', { name: 'Notify me' })).toBe(dialog);
    expect(modal.queryByRole('heading')).toBeNull();
  });

  test('asks for an e-mail address, with the keyboard and the help that browsers have for it', async () => {
    const { modal } = await openModal({});
    const field = modal.getByLabelText<HTMLInputElement>('E-mail address');
    expect(field.type).toBe('email');
    expect(field.getAttribute('autocomplete')).toBe('email');
    expect(field.getAttribute('inputmode')).toBe('email');
    expect(field.required).toBe(true);
    expect(field.value).toBe('');
  });

  test('has the merchant’s words, with what belongs to the product in them', async () => {
    const { dialog, modal } = await openModal({
      page: 'trail-runner',
      options: {
        texts: {
          headline: 'Waiting for {product_name}?',
          body: 'Tell us which {attributes}.',
          footer: 'See our terms.',
          emailLabel: 'Your address',
          submit: 'Go',
          close: 'Leave {product_name}',
        },
      },
    });
    for (const text of [
      'Waiting for Trail Runner 2?',
      'Tell us which Colour / Size.',
      'See our terms.',
    ]) {
      expect(dialog.textContent).toContain(text);
    }
    modal.getByLabelText('Your address');
    modal.getByRole('button', { name: 'Go' });
    modal.getByRole('button', { name: 'Leave Trail Runner 2' });
  });

  test('shows names and texts as they are, never as HTML', async () => {
    const evil = '<img src=x onerror="alert(1)"><b>&amp;</b>';
    const { dialog, modal } = await openModal({
      name: evil,
      options: { texts: { body: evil, footer: evil } },
    });
    expect(modal.getByRole('heading').textContent).toBe(evil);
    expect(modal.getAllByText(evil, { ignore: 'h2' })).toHaveLength(2);
    expect(dialog.querySelector('img')).toBeNull();
  });

  test('is not closed by the second tap of the two that opened it, which meets the cross', async () => {
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

  test('looks as the merchant says', async () => {
    stubCss();
    const { dialog } = await openModal({ options: { modal: { accent: '#0a7', radius: '0' } } });
    const { style } = (dialog.getRootNode() as ShadowRoot).host as HTMLElement;
    expect(style.getPropertyValue('--back-in-stock-accent')).toBe('#0a7');
    expect(style.getPropertyValue('--back-in-stock-radius')).toBe('0');
    expect(style.getPropertyValue('--back-in-stock-text')).toBe('');
  });
});

describe('the choice of a variant', () => {
  test('is between all that are on offer, by names that shoppers know', async () => {
    const { modal } = await openModal({ page: 'trail-runner' });
    const choice = modal.getByLabelText<HTMLSelectElement>('Colour / Size');
    const labels = [...choice.options].map(({ textContent }) => textContent);
    expect(labels).toEqual([
      'Please choose',
      'Red / 42',
      'Blue / 40',
      'Blue / 41',
      'Blue / 42',
      'Blue / 43',
    ]);
    expect(choice.value).toBe('');
  });

  test('is none where only one is on offer, and that one is named', async () => {
    const { dialog, modal } = await openModal({ page: 'trail-runner', variant: '2003' });
    expect(modal.queryByRole('combobox')).toBeNull();
    const named = [...dialog.querySelectorAll('dt, dd')].map(({ textContent }) => textContent);
    expect(named).toEqual(['Colour', 'Red', 'Size', '42']);
  });

  test('keeps a box that was ticked, and the focus on it, after another choice in the selects', async () => {
    const page = 'summit-boot';
    const { dialog, modal, shopper } = await openModal({ page, options: { multiple: true } });
    const root = dialog.getRootNode() as ShadowRoot;
    const colour = modal.getByLabelText('Colour');
    await shopper.selectOptions(modal.getByLabelText('Size'), '42');
    await shopper.selectOptions(colour, 'Red');
    const box = modal.getByLabelText<HTMLInputElement>('Red / 42 / Wide');
    await shopper.click(box);
    await shopper.selectOptions(colour, 'Blue');
    box.focus();
    for (const isTicked of [false, true]) {
      await shopper.keyboard(' ');
      expect(box.checked).toBe(isTicked);
      expect(box.isConnected).toBe(true);
      expect(root.activeElement).toBe(box);
    }
    // What was never ticked is listed for its own colour alone.
    expect(modal.queryByLabelText('Red / 42 / Narrow')).toBeNull();
  });
});

describe('before anything is sent', () => {
  test('the sentences are the merchant’s', async () => {
    const { shopper, email, submit } = await openModal({
      options: { texts: { emailMissing: 'Where to?', emailMalformed: 'Really?' } },
    });
    await shopper.click(submit());
    await expect.poll(() => readDescription(email())).toBe('Where to?');
    await shopper.type(email(), 'sam');
    await shopper.click(submit());
    await expect.poll(() => readDescription(email())).toBe('Really?');
  });
});
