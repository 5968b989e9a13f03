// biome-ignore lint/correctness/noUnusedImports: JSX becomes calls of h.
import { h } from 'preact';
import type { Texts } from '../configuration/texts.ts';
import type { Product } from '../product/product.ts';
import { Choice, readChoice } from './choice.tsx';
import { Field } from './field.tsx';
import { type Entries, type FormState, isSettled } from './form-state.ts';
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
export type Drawn = Omit<FieldsProperties, 'hasNewsletter'>;

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
    !isDone && state.variants.length > 1 && <Choice {...properties} />,
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
  const names = ['email', 'newsletter', 'consent'] satisfies (keyof Entries)[];
  const entries: Record<string, string | boolean> = {};
  for (const name of names) {
    const field = form.querySelector<HTMLInputElement>(`[name=${name}]`);
    if (field) entries[name] = field.type === 'checkbox' ? field.checked : field.value;
  }
  return { ...readChoice(form), ...entries };
}
