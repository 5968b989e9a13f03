import { cleanup, render } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
// biome-ignore lint/correctness/noUnusedImports: JSX becomes calls of h.
import { h } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_TEXTS, type Texts } from '../../src/configuration/texts.ts';
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

/** What of the merchant's settings the form shows. */
interface Shown {
  readonly texts?: Partial<Texts>;
  readonly hasNewsletter?: boolean;
}

/** The form in this state, and what it calls. */
function draw(state: Partial<FormState>, { texts, hasNewsletter = false }: Shown = {}) {
  const handlers = {
    dispatch: vi.fn(),
    onSubmit: vi.fn((event: Event) => event.preventDefault()),
    onStop: vi.fn(),
    onClose: vi.fn(),
  };
  const drawn = render(
    <Form
      product={product}
      texts={{ ...DEFAULT_TEXTS, ...texts }}
      hasNewsletter={hasNewsletter}
      images={{ page: '', areShown: true, broken: new Set() }}
      state={{ ...EMPTY_FORM, ...state }}
      {...handlers}
    />,
  );
  return { ...handlers, ...drawn, shopper: userEvent.setup() };
}

afterEach(cleanup);

describe('the form reports', () => {
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
    ['One moment…', { outcome: 'retrying' }],
    ['Try again', { outcome: { ok: false, reason: 'aborted' } }],
    ['Done', { outcome: { ok: false, reason: 'timeout', kept: 'back-in-stock:1' } }],
    ['Try again', { outcome: { ok: false, reason: 'offline' } }],
    ['Done', { outcome: { ok: true } }],
  ])('a button that says %s', (name, state) => {
    const { getByRole } = draw({ variants, ...state });
    expect(getByRole('button', { name }).getAttribute('type')).toBe('submit');
  });

  test.each<[string, string, Partial<FormState>]>([
    ['false', 'before it is sent', {}],
    ['true', 'while it is sent', { outcome: 'sending' }],
    ['true', 'while it is sent again', { outcome: 'retrying' }],
    ['false', 'after a failure', { outcome: { ok: false, reason: 'timeout' } }],
  ])('fields of which it says aria-disabled=%s %s', (isDisabled, _when, state) => {
    const { getByRole, getAllByRole } = draw(
      { variants, ...state },
      { texts: { consent: 'I agree.' }, hasNewsletter: true },
    );
    const fields = [getByRole('combobox'), getByRole('textbox'), ...getAllByRole('checkbox')];
    expect(fields).toHaveLength(4);
    for (const field of fields) {
      expect(field.getAttribute('aria-disabled')).toBe(isDisabled);
      // What is disabled indeed would lose the focus, and is no part of what a browser saves.
      expect(field).toMatchObject({ disabled: false });
    }
  });

  test('which variant the good news is about', () => {
    const { container } = draw({ variants, variant: '2', outcome: { ok: true } });
    expect(container.textContent).toContain('Large');
    expect(container.textContent).not.toContain('Medium');
  });
});

describe('a box', () => {
  const CONSENT = { consent: 'I agree to the [privacy policy](/privacy).' };

  test('is not there where the merchant wants none', () => {
    expect(draw({ variants }).queryByRole('checkbox')).toBeNull();
  });

  test('for the newsletter is there with a list, and nobody has to tick it', () => {
    const { getByLabelText } = draw({ variants }, { hasNewsletter: true });
    const box = getByLabelText(DEFAULT_TEXTS.newsletter) as HTMLInputElement;
    expect(box.type).toBe('checkbox');
    expect(box.checked).toBe(false);
    expect(box.required).toBe(false);
  });

  test('for the consent is there with its text, and has to be ticked', () => {
    const { getByLabelText } = draw({ variants }, { texts: CONSENT });
    const box = getByLabelText('I agree to the privacy policy.') as HTMLInputElement;
    expect(box.type).toBe('checkbox');
    expect(box.checked).toBe(false);
    expect(box.required).toBe(true);
  });

  test('may have links in its text', () => {
    const { getByRole } = draw({ variants }, { texts: CONSENT });
    const link = getByRole('link', { name: 'privacy policy' });
    expect(link.getAttribute('href')).toBe(`${location.origin}/privacy`);
  });

  test('reports whether it is ticked, and which one it is', async () => {
    const { dispatch, shopper, getAllByRole } = draw(
      { variants },
      { texts: CONSENT, hasNewsletter: true },
    );
    for (const box of getAllByRole('checkbox')) await shopper.click(box);
    expect(dispatch.mock.calls).toEqual([
      [{ name: 'changed', field: 'newsletter', value: true }],
      [{ name: 'changed', field: 'consent', value: true }],
    ]);
  });

  test('reports that it is no longer ticked', async () => {
    const { dispatch, shopper, getByRole } = draw(
      { variants, newsletter: true },
      { hasNewsletter: true },
    );
    expect(getByRole('checkbox')).toHaveProperty('checked', true);
    await shopper.click(getByRole('checkbox'));
    expect(dispatch.mock.calls).toEqual([[{ name: 'changed', field: 'newsletter', value: false }]]);
  });

  test('that lacks its tick says so, and to whom cannot see it', () => {
    const { getByRole, getByText } = draw(
      { variants, mistakes: { consent: 'missing' } },
      { texts: CONSENT },
    );
    const box = getByRole('checkbox');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    const sentence = getByText(DEFAULT_TEXTS.consentMissing);
    expect(sentence.id).toBe(box.getAttribute('aria-describedby'));
    expect(getByRole('status').textContent).toBe('');
  });

  test('is gone with the rest of the form when all is done', () => {
    const { queryByRole } = draw(
      { variants, outcome: { ok: true } },
      { texts: CONSENT, hasNewsletter: true },
    );
    expect(queryByRole('checkbox')).toBeNull();
    expect(queryByRole('link')).toBeNull();
  });
});

describe('while it is sent again, the form', () => {
  test('says so, without alarm', () => {
    const { getByRole } = draw({ variants, outcome: 'retrying' });
    const status = getByRole('status');
    expect(status.textContent).toBe(DEFAULT_TEXTS.retrying);
    expect(status.className).not.toContain('error');
  });

  test('has a button that ends it, and sends nothing', async () => {
    const { onStop, onSubmit, onClose, shopper, getByRole } = draw({
      variants,
      outcome: 'retrying',
    });
    await shopper.click(getByRole('button', { name: 'Stop' }));
    expect(onStop).toHaveBeenCalledOnce();
    expect(onSubmit).not.toHaveBeenCalled();
    expect(onClose).not.toHaveBeenCalled();
  });

  test.each<Partial<FormState>>([
    {},
    { outcome: 'sending' },
    { outcome: { ok: true } },
    { outcome: { ok: false, reason: 'timeout' } },
    { outcome: { ok: false, reason: 'timeout', kept: 'back-in-stock:1' } },
  ])('alone has that button, not as in %j', (state) => {
    const { queryByRole } = draw({ variants, ...state });
    expect(queryByRole('button', { name: 'Stop' })).toBeNull();
  });

  test('has the merchant’s words for both', () => {
    const { getByRole } = draw(
      { variants, outcome: 'retrying' },
      { texts: { retrying: 'Still trying {product_name}', stop: 'Enough of {product_name}' } },
    );
    expect(getByRole('status').textContent).toBe('Still trying Tee');
    getByRole('button', { name: 'Enough of Tee' });
  });
});

describe('what is kept', () => {
  const keptState = (reason: 'offline' | 'timeout'): Partial<FormState> => ({
    variants,
    variant: '2',
    email: 'sam@example.com',
    outcome: { ok: false, reason, kept: 'back-in-stock:1' },
  });

  test.each([
    ['offline', DEFAULT_TEXTS.keptOffline],
    ['timeout', DEFAULT_TEXTS.kept],
  ] as const)('after %s is no failure: %s', (reason, sentence) => {
    const { getByRole, queryByRole, container } = draw(keptState(reason));
    const status = getByRole('status');
    expect(status.textContent).toBe(sentence);
    expect(status.className).not.toContain('error');
    expect(status.className).not.toContain('success');
    // Nothing is left to do: neither fields nor another try.
    expect(queryByRole('textbox')).toBeNull();
    expect(queryByRole('combobox')).toBeNull();
    expect(queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(container.textContent).toContain('Large');
  });

  test('has the merchant’s words', () => {
    const texts = { kept: 'Later.', keptOffline: 'When you are back.', done: 'Fine' };
    expect(draw(keptState('timeout'), { texts }).getByRole('status').textContent).toBe('Later.');
    cleanup();
    const { getByRole } = draw(keptState('offline'), { texts });
    expect(getByRole('status').textContent).toBe('When you are back.');
    getByRole('button', { name: 'Fine' });
  });
});

describe('a field that only the server knows to be wrong', () => {
  test('is named where the form has no such field', () => {
    const { getByRole } = draw({ variants, mistakes: { a: 'malformed' } });
    expect(getByRole('status').textContent).toBe(
      'Something is missing or wrong: a. Please tell the shop.',
    );
  });

  test('is named where the form has nothing to choose', () => {
    const { getByRole } = draw({
      variants: variants.slice(0, 1),
      variant: '1',
      mistakes: { variant: 'malformed' },
    });
    expect(getByRole('status').textContent).toContain('variant');
  });

  test('is named where the shopper has chosen well, and the catalogue is wrong', () => {
    const { getByRole } = draw({ variants, variant: '1', mistakes: { variant: 'malformed' } });
    expect(getByRole('combobox').getAttribute('aria-invalid')).toBe('false');
    expect(getByRole('status').textContent).toContain('variant');
  });

  test('is shown at its own field where the shopper can mend it', () => {
    const { getByRole } = draw({ variants, mistakes: { email: 'malformed' } });
    expect(getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
    expect(getByRole('status').textContent).toBe('');
  });
});
