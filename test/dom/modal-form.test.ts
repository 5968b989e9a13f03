import { within } from '@testing-library/dom';
import { describe, expect, test } from 'vitest';
import { stubCss } from '../support/css.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
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

  test('begins with its first field', async () => {
    const { dialog, email } = await openModal({});
    expect((dialog.getRootNode() as ShadowRoot).activeElement).toBe(email());
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
    expect(dialog.textContent).toContain('Red / 42');
  });

  test('is none for a product that does not vary', async () => {
    const { modal } = await openModal({});
    expect(modal.queryByRole('combobox')).toBeNull();
  });
});

describe('before anything is sent', () => {
  test.each([
    ['', 'Please enter your e-mail address.'],
    ['   ', 'Please enter your e-mail address.'],
    ['sam@example', 'Please check your e-mail address.'],
    ['sam@example..com', 'Please check your e-mail address.'],
  ])('the address %j is refused at its field: %s', async (typed, sentence) => {
    const requests = startKlaviyo();
    const { shopper, dialog, email, submit, status } = await openModal({});
    // Browsers take blanks out of such a field before any script sees them.
    if (typed.trim()) await shopper.type(email(), typed);
    await shopper.click(submit());
    await expect.poll(() => readDescription(email())).toBe(sentence);
    expect(email().getAttribute('aria-invalid')).toBe('true');
    expect((dialog.getRootNode() as ShadowRoot).activeElement).toBe(email());
    expect(status().textContent).toBe('');
    expect(requests).toEqual([]);
  });

  test('a choice has to be made, at its own field, and it comes first', async () => {
    const requests = startKlaviyo();
    const { shopper, dialog, email, choice, submit } = await openModal({
      page: 'trail-runner',
    });
    await shopper.click(submit());
    await expect.poll(() => readDescription(choice())).toBe('Please choose one.');
    expect(choice().getAttribute('aria-invalid')).toBe('true');
    expect(readDescription(email())).toBe('Please enter your e-mail address.');
    expect((dialog.getRootNode() as ShadowRoot).activeElement).toBe(choice());
    expect(requests).toEqual([]);
  });

  test('a field that is changed is no longer called wrong', async () => {
    const { shopper, email, choice, submit } = await openModal({ page: 'trail-runner' });
    await shopper.click(submit());
    await expect.poll(() => email().getAttribute('aria-invalid')).toBe('true');
    await shopper.type(email(), 's');
    expect(email().getAttribute('aria-invalid')).not.toBe('true');
    expect(readDescription(email())).toBe('');
    expect(choice().getAttribute('aria-invalid')).toBe('true');
    await shopper.selectOptions(choice(), 'Blue / 41');
    expect(readDescription(choice())).toBe('');
  });

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
