import { cleanup, render } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
// biome-ignore lint/correctness/noUnusedImports: JSX becomes calls of h.
import { h } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_TEXTS, type Texts } from '../../src/configuration/texts.ts';
import { listSelects } from '../../src/product/narrowing.ts';
import type { Product, Variant } from '../../src/product/product.ts';
import type { Delivered } from '../../src/subscribe/outbox.ts';
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

/** The state in which the variant Large has this result. */
const answered = (result: Delivered): Partial<FormState> => ({
  chosen: ['2'],
  results: { 2: result },
});

/** What of the merchant's settings the form shows. */
interface Shown {
  readonly texts?: Partial<Texts>;
  readonly hasNewsletter?: boolean;
  readonly product?: Product;
}

/** The form in this state, and what it calls. */
function draw(
  state: Partial<FormState>,
  { texts, hasNewsletter = false, product: shown = product }: Shown = {},
) {
  const handlers = {
    dispatch: vi.fn(),
    onSubmit: vi.fn((event: Event) => event.preventDefault()),
    onStop: vi.fn(),
    onClose: vi.fn(),
  };
  const drawn = render(
    <Form
      product={shown}
      texts={{ ...DEFAULT_TEXTS, ...texts }}
      hasNewsletter={hasNewsletter}
      images={{ page: '', areShown: true, broken: new Set(), onBroken: () => {} }}
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
      [{ name: 'read', entries: { options: {}, chosen: [], email: 's' } }],
      [{ name: 'read', entries: { options: {}, chosen: ['2'], email: 's' } }],
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
    const { getByRole } = draw({ variants, chosen: ['2'], email: 'sam@example.com' });
    expect(getByRole('textbox')).toHaveProperty('value', 'sam@example.com');
    expect(getByRole('combobox')).toHaveProperty('value', '2');
  });

  test('its live region from the beginning, so that what comes later is read out', () => {
    expect(draw({ variants }).getByRole('status').textContent).toBe('');
  });

  test.each<[string, Partial<FormState>]>([
    ['Notify me', {}],
    ['One moment…', { progress: 'sending' }],
    ['One moment…', { progress: 'retrying' }],
    ['Try again', { ...answered({ ok: false, reason: 'aborted' }) }],
    ['Done', { ...answered({ ok: false, reason: 'timeout', kept: 'back-in-stock:1' }) }],
    ['Try again', { ...answered({ ok: false, reason: 'offline' }) }],
    ['Done', { ...answered({ ok: true }) }],
  ])('a button that says %s', (name, state) => {
    const { getByRole } = draw({ variants, ...state });
    expect(getByRole('button', { name }).getAttribute('type')).toBe('submit');
  });

  test.each<[string, string, Partial<FormState>]>([
    ['false', 'before it is sent', {}],
    ['true', 'while it is sent', { progress: 'sending' }],
    ['true', 'while it is sent again', { progress: 'retrying' }],
    ['false', 'after a failure', { ...answered({ ok: false, reason: 'timeout' }) }],
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
    const { container } = draw({ variants, ...answered({ ok: true }) });
    expect(container.textContent).toContain('Large');
    expect(container.textContent).not.toContain('Medium');
  });
});

describe('a long list of variants', () => {
  const shoes: Variant[] = ['Red', 'Blue'].flatMap((colour) =>
    ['1', '2', '3', '4', '5', '6', '7'].map((size) => ({
      id: `${colour}${size}`,
      options: {
        93: { id: colour, label: colour },
        144: { id: size, label: size },
        153: { id: 'w', label: 'Wide' },
      },
      salable: false,
    })),
  );
  const shoe: Product = {
    ...product,
    attributes: ['Colour', 'Size', 'Width'].map((label, place) => ({
      id: ['93', '144', '153'][place] ?? '',
      code: label,
      label,
    })),
    variants: shoes,
  };
  const drawLong = (state: Partial<FormState> = {}, texts: Partial<Texts> = {}) =>
    draw(
      { variants: shoes, selects: listSelects(shoe, shoes), ...state },
      { texts, product: shoe },
    );

  test('has a select for each attribute in which they differ, and names what they share', () => {
    const { getByLabelText, getAllByRole, getByText } = drawLong();
    expect(getAllByRole('combobox')).toHaveLength(2);
    getByLabelText('Colour');
    getByLabelText('Size');
    getByText('Wide');
  });

  test('has the merchant’s words for the empty entry and for what is missing', () => {
    const { getAllByText, getByLabelText } = drawLong(
      { mistakes: { variant: 'missing' } },
      { variantPrompt: 'Pick', variantMissing: 'Pick one of {product_name}.' },
    );
    expect(getAllByText('Pick')).toHaveLength(2);
    const ids = getAllByText('Pick one of Tee.').map(({ id }) => id);
    const selects = [getByLabelText('Colour'), getByLabelText('Size')];
    expect(selects.map((select) => select.getAttribute('aria-describedby'))).toEqual(ids);
  });

  test('names what is chosen, and nothing of the selects, once all is done', () => {
    const { queryByRole, getByText } = drawLong({
      options: { 93: 'Red', 144: '2' },
      chosen: ['Red2'],
      results: { Red2: { ok: true } },
    });
    expect(queryByRole('combobox')).toBeNull();
    for (const option of ['Red', '2', 'Wide']) getByText(option);
  });
});

describe('the result for several variants', () => {
  const FAILED: Delivered = { ok: false, reason: 'unreachable' };
  const sayOf = (results: Readonly<Record<string, Delivered>>) => {
    const { getByRole } = draw({ variants, isMultiple: true, chosen: ['1', '2'], results });
    return getByRole('status').textContent;
  };

  test.each<[string, Delivered, Delivered]>([
    ['You are on the list for 2 of 2.', { ok: true }, { ok: true }],
    [`You are on the list for 1 of 2.\nLarge: ${DEFAULT_TEXTS.unreachable}`, { ok: true }, FAILED],
    [DEFAULT_TEXTS.unreachable, FAILED, FAILED],
    [
      `Medium: ${DEFAULT_TEXTS.timeout}\nLarge: ${DEFAULT_TEXTS.unreachable}`,
      { ok: false, reason: 'timeout' },
      FAILED,
    ],
    ['You are on the list for 1 of 2.', { ok: true }, { ok: false, reason: 'aborted' }],
    ['', { ok: false, reason: 'aborted' }, { ok: false, reason: 'aborted' }],
    [
      `You are on the list for 1 of 2.\nMedium: ${DEFAULT_TEXTS.kept}`,
      { ok: false, reason: 'timeout', kept: 'back-in-stock:1' },
      { ok: true },
    ],
  ])('is %j', (sentence, medium, large) => {
    expect(sayOf({ 1: medium, 2: large })).toBe(sentence);
  });

  test.each<[string, Delivered]>([
    ['success', { ok: true }],
    ['error', FAILED],
    ['', { ok: false, reason: 'aborted' }],
    ['', { ok: false, reason: 'timeout', kept: 'back-in-stock:1' }],
  ])('has the colour %j of what the shopper has to do after %j', (expected, large) => {
    const results = { 1: { ok: true } as const, 2: large };
    const { getByRole } = draw({ variants, isMultiple: true, chosen: ['1', '2'], results });
    expect(getByRole('status').className).toBe(expected);
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
    expect(dispatch.mock.calls).toMatchObject([
      [{ name: 'read', entries: { newsletter: true, consent: false } }],
      [{ name: 'read', entries: { newsletter: true, consent: true } }],
    ]);
  });

  test('reports that it is no longer ticked', async () => {
    const { dispatch, shopper, getByRole } = draw(
      { variants, newsletter: true },
      { hasNewsletter: true },
    );
    expect(getByRole('checkbox')).toHaveProperty('checked', true);
    await shopper.click(getByRole('checkbox'));
    expect(dispatch.mock.calls).toMatchObject([[{ entries: { newsletter: false } }]]);
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
      { variants, ...answered({ ok: true }) },
      { texts: CONSENT, hasNewsletter: true },
    );
    expect(queryByRole('checkbox')).toBeNull();
    expect(queryByRole('link')).toBeNull();
  });
});

describe('while it is sent again, the form', () => {
  test('says so, without alarm', () => {
    const { getByRole } = draw({ variants, progress: 'retrying' });
    const status = getByRole('status');
    expect(status.textContent).toBe(DEFAULT_TEXTS.retrying);
    expect(status.className).not.toContain('error');
  });

  test('has a button that ends it, and sends nothing', async () => {
    const { onStop, onSubmit, onClose, shopper, getByRole } = draw({
      variants,
      progress: 'retrying',
    });
    await shopper.click(getByRole('button', { name: 'Stop' }));
    expect(onStop).toHaveBeenCalledOnce();
    expect(onSubmit).not.toHaveBeenCalled();
    expect(onClose).not.toHaveBeenCalled();
  });

  test.each<Partial<FormState>>([
    {},
    { progress: 'sending' },
    { ...answered({ ok: true }) },
    { ...answered({ ok: false, reason: 'timeout' }) },
    { ...answered({ ok: false, reason: 'timeout', kept: 'back-in-stock:1' }) },
  ])('alone has that button, not as in %j', (state) => {
    const { queryByRole } = draw({ variants, ...state });
    expect(queryByRole('button', { name: 'Stop' })).toBeNull();
  });

  test('has the merchant’s words for both', () => {
    const { getByRole } = draw(
      { variants, progress: 'retrying' },
      { texts: { retrying: 'Still trying {product_name}', stop: 'Enough of {product_name}' } },
    );
    expect(getByRole('status').textContent).toBe('Still trying Tee');
    getByRole('button', { name: 'Enough of Tee' });
  });
});

describe('what is kept', () => {
  const keptState = (reason: 'offline' | 'timeout'): Partial<FormState> => ({
    variants,
    chosen: ['2'],
    email: 'sam@example.com',
    ...answered({ ok: false, reason, kept: 'back-in-stock:1' }),
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
      chosen: ['1'],
      mistakes: { variant: 'malformed' },
    });
    expect(getByRole('status').textContent).toContain('variant');
  });

  test('is named where the shopper has chosen well, and the catalogue is wrong', () => {
    const { getByRole } = draw({ variants, chosen: ['1'], mistakes: { variant: 'malformed' } });
    expect(getByRole('combobox').getAttribute('aria-invalid')).toBe('false');
    expect(getByRole('status').textContent).toContain('variant');
  });

  test('is shown at its own field where the shopper can mend it', () => {
    const { getByRole } = draw({ variants, mistakes: { email: 'malformed' } });
    expect(getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
    expect(getByRole('status').textContent).toBe('');
  });
});
