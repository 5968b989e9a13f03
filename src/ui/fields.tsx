import { type ComponentChildren, h } from 'preact';
import type { Texts } from '../configuration/texts.ts';
import { variantLabel } from '../product/offer.ts';
import type { Product } from '../product/product.ts';
import { type Entries, type FormState, isSending, isSettled } from './form-state.ts';
import { onlyText, withLinks } from './written-text.tsx';

/** What the fields need to draw themselves. */
export interface FieldsProperties {
  readonly product: Product;
  readonly texts: Texts;
  /** Whether the box for the newsletter is there. */
  readonly hasNewsletter: boolean;
  readonly state: FormState;
  /** Puts the values of the product into a text. */
  readonly write: (text: string) => string;
}

/** What each field needs. */
type Drawn = Omit<FieldsProperties, 'hasNewsletter'>;

/**
 * Draws the fields: the variant, where there is a choice, the e-mail address and the checkboxes. Shows no field once the
 * shopper has nothing left to do.
 */
export function Fields({ hasNewsletter, ...properties }: FieldsProperties) {
  const { texts, state, write } = properties;
  const isDone = isSettled(state);
  const emailMistake =
    state.mistakes.email === 'missing' ? texts.emailMissing : texts.emailMalformed;
  return [
    !isDone && state.variants.length > 1 && <VariantField {...properties} />,
    <Field
      state={state}
      // Hidden, not removed: Klaviyo may still refuse a kept subscription, and password managers read the sent address here.
      hidden={isDone}
      name="email"
      value={state.email}
      label={<span {...onlyText(write(texts.emailLabel))} />}
      mistake={state.mistakes.email && write(emailMistake)}
      type="email"
      autocomplete="email"
      inputMode="email"
    />,
    !isDone && hasNewsletter && <Box {...properties} name="newsletter" />,
    !isDone && texts.consent && <Box {...properties} name="consent" />,
  ];
}

function VariantField({ product, texts, state, write }: Drawn) {
  return (
    <Field
      state={state}
      as="select"
      name="variant"
      value={state.variant}
      label={<span {...onlyText(write(texts.variantLabel))} />}
      mistake={state.mistakes.variant === 'missing' && write(texts.variantMissing)}
    >
      <option value="" {...onlyText(write(texts.variantPrompt))} />
      {state.variants.map((variant) => (
        <option key={variant.id} value={variant.id} {...onlyText(variantLabel(product, variant))} />
      ))}
    </Field>
  );
}

function Box({ name, texts, state, write }: Drawn & { readonly name: 'newsletter' | 'consent' }) {
  const isConsent = name === 'consent';
  return (
    <Field
      state={state}
      name={name}
      checked={state[name]}
      label={<span key={write(texts[name])}>{withLinks(texts[name], write)}</span>}
      mistake={isConsent && state.mistakes.consent && write(texts.consentMissing)}
      type="checkbox"
      required={isConsent}
    />
  );
}

/**
 * Reads the values of the fields. Browsers and password managers fill in fields without an event, or with `change` alone.
 */
export function readEntries(form: ParentNode): Partial<Entries> {
  const names = ['variant', 'email', 'newsletter', 'consent'] satisfies (keyof Entries)[];
  const entries: Record<string, string | boolean> = {};
  for (const name of names) {
    const field = form.querySelector<HTMLInputElement>(`[name=${name}]`);
    if (field) entries[name] = field.type === 'checkbox' ? field.checked : field.value;
  }
  return entries;
}

/**
 * Focuses the first wrong field, so that screen readers say each mistake once. They read out the mistake of a field that
 * gets the focus, as its description. The mistakes of the others, and of a field that has the focus already, are alerts.
 */
export function focusMistake(root: ShadowRoot): void {
  const fields = [...root.querySelectorAll<HTMLElement>('[aria-invalid=true]')];
  const [first] = fields;
  for (const field of fields) {
    const mistake = root.getElementById(field.getAttribute('aria-describedby') ?? '');
    const isReadOut = field === first && field !== root.activeElement;
    mistake?.setAttribute('role', isReadOut ? 'none' : 'alert');
  }
  first?.focus();
}

interface FieldProperties {
  readonly state: FormState;
  /** Default: `input`. */
  readonly as?: 'select';
  readonly name: string;
  /** Whether the field is hidden. */
  readonly hidden?: boolean;
  readonly label: ComponentChildren;
  /** What is wrong with the value, if anything. */
  readonly mistake?: string | false | undefined;
  readonly type?: string;
  readonly [attribute: string]: unknown;
}

/** A labelled field, with an error message when its value is wrong. */
function Field({ state, as, hidden, label, mistake, type, ...attributes }: FieldProperties) {
  const id = `${attributes.name}-mistake`;
  return (
    <div hidden={hidden ?? false}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: h() makes the control inside. */}
      <label class={type}>
        {label}
        {h(as ?? 'input', {
          required: true,
          type,
          ...attributes,
          // No change while it is sent. A field with `disabled` would lose the focus.
          'aria-disabled': isSending(state),
          'aria-invalid': Boolean(mistake),
          'aria-describedby': id,
        })}
      </label>
      <p class="error" id={id} {...onlyText(mistake || '')} />
    </div>
  );
}
