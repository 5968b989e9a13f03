import { type ComponentChildren, h } from 'preact';
import type { Texts } from '../configuration/texts.ts';
import { variantLabel } from '../product/offer.ts';
import type { Product } from '../product/product.ts';
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

/**
 * Draws the fields: the variant, where there is a choice, the e-mail address and the checkboxes. Shows no field once the
 * shopper has nothing left to do.
 */
export function Fields({ product, texts, hasNewsletter, state, write }: FieldsProperties) {
  const { variants, variant: chosen, email, mistakes } = state;
  const emailMistake = mistakes.email === 'missing' ? texts.emailMissing : texts.emailMalformed;
  const isDone = isSettled(state);
  // `aria-disabled`, because a field with `disabled` would lose the focus.
  const lock = { 'aria-disabled': typeof state.outcome === 'string' };
  const boxes = [hasNewsletter && 'newsletter', texts.consent && 'consent'] as const;
  return [
    !isDone && variants.length > 1 && (
      <Field
        {...lock}
        as="select"
        name="variant"
        value={chosen}
        label={<span {...onlyText(write(texts.variantLabel))} />}
        mistake={mistakes.variant === 'missing' && write(texts.variantMissing)}
      >
        <option value="" {...onlyText(write(texts.variantPrompt))} />
        {variants.map((variant) => (
          <option
            key={variant.id}
            value={variant.id}
            {...onlyText(variantLabel(product, variant))}
          />
        ))}
      </Field>
    ),
    <Field
      {...lock}
      // Hidden, not removed: Klaviyo may still refuse a kept subscription, and password managers read the sent address here.
      hidden={isDone}
      name="email"
      value={email}
      label={<span {...onlyText(write(texts.emailLabel))} />}
      mistake={mistakes.email && write(emailMistake)}
      type="email"
      autocomplete="email"
      inputMode="email"
    />,
    boxes.map(
      (name) =>
        !isDone &&
        name && (
          <Field
            {...lock}
            name={name}
            checked={state[name]}
            label={<span key={write(texts[name])}>{withLinks(texts[name], write)}</span>}
            mistake={mistakes[name as 'consent'] && write(texts.consentMissing)}
            type="checkbox"
            required={name === 'consent'}
          />
        ),
    ),
  ];
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

interface FieldProperties {
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
function Field({ as, hidden, label, mistake, type, ...attributes }: FieldProperties) {
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
          'aria-invalid': Boolean(mistake),
          'aria-describedby': id,
        })}
      </label>
      <p role="alert" class="error" id={id} {...onlyText(mistake || '')} />
    </div>
  );
}
