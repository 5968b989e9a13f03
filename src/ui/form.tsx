import { h } from 'preact';
import type { Texts } from '../configuration/texts.ts';
import { variantLabel } from '../product/offer.ts';
import type { Product } from '../product/product.ts';
import type { Result } from '../subscribe/result.ts';
import { fillIn } from './fill-in.ts';
import type { FormEvent, FormState } from './form-state.ts';
import { resultSentence } from './sentences.ts';

/** What the form needs to draw itself and to tell what the shopper does. */
export interface FormProperties {
  readonly product: Product;
  readonly texts: Texts;
  readonly state: FormState;
  readonly dispatch: (event: FormEvent) => void;
  readonly onSubmit: (event: Event) => void;
  readonly onClose: () => void;
}

/** Inside of the modal: heading, choice of the variant, e-mail field, one live region, one button. */
export function Form({ product, texts, state, dispatch, onSubmit, onClose }: FormProperties) {
  const { variants, mistakes, outcome } = state;
  const chosen = variants.find(({ id }) => id === state.variant);
  const result = outcome === 'sending' ? undefined : outcome;
  const isDone = result?.ok;
  const isChoice = variants.length > 1 && !isDone;
  const stray = findStray(mistakes, isChoice);
  const field = result && 'field' in result ? result.field : (stray ?? '');
  const write = (text: string) => fillIn(text, product, chosen, { '{field}': field });

  return (
    <form
      noValidate
      onSubmit={onSubmit}
      onInput={({ target }) => {
        const { name, value } = target as HTMLInputElement;
        dispatch({ name: 'changed', field: name as 'variant' | 'email', value });
      }}
    >
      <button type="button" class="close" aria-label={write(texts.close)} onClick={onClose}>
        ×
      </button>
      <h2 id="headline">{write(texts.headline)}</h2>
      {chosen && !isChoice && <b>{variantLabel(product, chosen)}</b>}
      {!isDone && <p>{write(texts.body)}</p>}
      {isChoice && (
        <Field
          as="select"
          name="variant"
          value={state.variant}
          label={write(texts.variantLabel)}
          mistake={mistakes.variant && write(texts.variantMissing)}
        >
          <option value="">{write(texts.variantPrompt)}</option>
          {variants.map((variant) => (
            <option key={variant.id} value={variant.id}>
              {variantLabel(product, variant)}
            </option>
          ))}
        </Field>
      )}
      {!isDone && (
        <Field
          as="input"
          name="email"
          value={state.email}
          label={write(texts.emailLabel)}
          mistake={
            mistakes.email &&
            write(mistakes.email === 'missing' ? texts.emailMissing : texts.emailMalformed)
          }
          type="email"
          autocomplete="email"
          inputMode="email"
        />
      )}
      <p role="status" class={isDone ? 'success' : 'error'}>
        {write(statusText(texts, result, stray))}
      </p>
      <button
        type="submit"
        class="submit"
        aria-disabled={outcome === 'sending'}
        // The second click of a double click must neither send again nor close the good news.
        onClick={(event) => event.detail > 1 && event.preventDefault()}
      >
        {write(submitText(texts, outcome))}
      </button>
      {!isDone && <small>{write(texts.footer)}</small>}
    </form>
  );
}

/** A mistake that no field of the form can show; it must not leave the press without an answer. */
function findStray(mistakes: FormState['mistakes'], isChoice: boolean): string | undefined {
  const names = Object.keys(mistakes);
  return names.find((name) => (name === 'variant' ? !isChoice : name !== 'email'));
}

function statusText(texts: Texts, result: Result | undefined, stray: string | undefined): string {
  if (result) return resultSentence(texts, result);
  return stray ? texts.fieldMissing : '';
}

function submitText(texts: Texts, outcome: FormState['outcome']): string {
  if (!outcome) return texts.submit;
  if (outcome === 'sending') return texts.sending;
  return outcome.ok ? texts.done : texts.retry;
}

interface FieldProperties {
  readonly as: 'input' | 'select';
  readonly name: string;
  readonly label: string;
  /** What is wrong with the value, if anything. */
  readonly mistake: string | undefined;
  readonly [attribute: string]: unknown;
}

/** A labelled field with its sentence when it is wrong. */
function Field({ as, label, mistake, ...attributes }: FieldProperties) {
  const id = `${attributes.name}-mistake`;
  return (
    <div>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: h() makes the control inside. */}
      <label>
        {label}
        {h(as, {
          ...attributes,
          required: true,
          'aria-invalid': Boolean(mistake),
          'aria-describedby': id,
        })}
      </label>
      <p role="alert" class="error" id={id}>
        {mistake}
      </p>
    </div>
  );
}
