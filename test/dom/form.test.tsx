import { cleanup, render } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
// biome-ignore lint/correctness/noUnusedImports: JSX becomes calls of h.
import { h } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import type { Product, Variant } from '../../src/product/product.ts';
import { Form } from '../../src/ui/form.tsx';
import { EMPTY_FORM, type FormState } from '../../src/ui/form-state.ts';

const variants: Variant[] = ['Medium', 'Large'].map((label, place) => ({
  id: String(place + 1),
  options: { 138: { id: label, label } },
  salable: false,
}));
const product: Product = {
  id: '13',
  name: 'Tee',
  type: 'configurable',
  attributes: [{ id: '138', code: 'size', label: 'Size' }],
  variants,
};

/** The form in this state, and what it tells. */
function draw(state: Partial<FormState>) {
  const told = {
    dispatch: vi.fn(),
    onSubmit: vi.fn((event: Event) => event.preventDefault()),
    onClose: vi.fn(),
  };
  const drawn = render(
    <Form product={product} texts={DEFAULT_TEXTS} state={{ ...EMPTY_FORM, ...state }} {...told} />,
  );
  return { ...told, ...drawn, shopper: userEvent.setup() };
}

afterEach(cleanup);

describe('the form tells', () => {
  test('what is typed and chosen, and in which field', async () => {
    const { dispatch, shopper, getByRole } = draw({ variants });
    await shopper.type(getByRole('textbox'), 's');
    await shopper.selectOptions(getByRole('combobox'), 'Large');
    expect(dispatch.mock.calls).toEqual([
      [{ name: 'changed', field: 'email', value: 's' }],
      [{ name: 'changed', field: 'variant', value: '2' }],
    ]);
  });

  test('that it is sent, without the browser’s own opinion about the address', async () => {
    const { onSubmit, onClose, shopper, getByRole } = draw({ variants, email: 'not an address' });
    await shopper.click(getByRole('button', { name: 'Notify me' }));
    expect(onSubmit).toHaveBeenCalledOnce();
    expect(onClose).not.toHaveBeenCalled();
  });

  test('that it is closed', async () => {
    const { onSubmit, onClose, shopper, getByRole } = draw({ variants });
    await shopper.click(getByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledOnce();
    expect(onSubmit).not.toHaveBeenCalled();
  });
});

describe('the form shows', () => {
  test('what its state holds', () => {
    const { getByRole } = draw({ variants, variant: '2', email: 'sam@example.com' });
    expect(getByRole('textbox')).toHaveProperty('value', 'sam@example.com');
    expect(getByRole('combobox')).toHaveProperty('value', '2');
  });

  test('its live region from the beginning, so that what comes later is read out', () => {
    expect(draw({ variants }).getByRole('status').textContent).toBe('');
  });

  test.each<[string, Partial<FormState>]>([
    ['Notify me', {}],
    ['One moment…', { outcome: 'sending' }],
    ['Try again', { outcome: { ok: false, reason: 'offline' } }],
    ['Done', { outcome: { ok: true } }],
  ])('a button that says %s', (name, state) => {
    const { getByRole } = draw({ variants, ...state });
    expect(getByRole('button', { name }).getAttribute('type')).toBe('submit');
  });

  test('which variant the good news is about', () => {
    const { container } = draw({ variants, variant: '2', outcome: { ok: true } });
    expect(container.textContent).toContain('Large');
    expect(container.textContent).not.toContain('Medium');
  });
});
