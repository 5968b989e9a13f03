// biome-ignore lint/correctness/noUnusedImports: JSX becomes calls of h.
import { h } from 'preact';
import type { Texts } from '../configuration/texts.ts';
import { fillIn, variantLabel } from '../product/offer.ts';
import { Fields, type FieldsProperties } from './fields.tsx';
import {
  type Entries,
  type FormEvent,
  type FormState,
  isSending,
  isSettled,
  resultOf,
} from './form-state.ts';
import { onlyText, resultSentence, withLinks } from './written-text.tsx';

/** What the form needs to draw itself, and the functions it calls when the shopper acts. */
export interface FormProperties extends Omit<FieldsProperties, 'write'> {
  readonly dispatch: (event: FormEvent) => void;
  readonly onSubmit: (event: Event) => void;
  /** Called when the shopper stops waiting and cancels the subscription. */
  readonly onStop: () => void;
  readonly onClose: () => void;
}

/** Draws the content of the modal: heading, fields, one live region, the buttons. */
export function Form({ dispatch, onSubmit, onStop, onClose, ...properties }: FormProperties) {
  const { product, texts, state } = properties;
  const chosen = state.variants.find(({ id }) => id === state.variant);
  const field = { '{field}': fieldAtFault(state) ?? '' };
  const write = (text: string) => fillIn(text, product, chosen, field);
  const isDone = isSettled(state);
  const headline = write(texts.headline).trim();

  return (
    <form noValidate onSubmit={onSubmit} onInput={(event) => dispatch(readChange(event))}>
      <button
        type="button"
        class="close"
        aria-label={write(texts.close)}
        onClick={onClose}
        {...onlyText('×')}
      />
      {headline !== '' && <h2 id="headline" {...onlyText(headline)} />}
      {chosen && (isDone || !state.variants[1]) && (
        <b id="chosen" {...onlyText(variantLabel(product, chosen))} />
      )}
      {!isDone && <p id="body" {...onlyText(write(texts.body))} />}
      <Fields {...properties} write={write} />
      <p role="status" class={statusClass(state)} {...onlyText(write(statusText(texts, state)))} />
      <button
        type="submit"
        class="submit"
        aria-disabled={isSending(state)}
        // The second click of a double click must neither send again nor close the success message.
        onClick={(event) => event.detail > 1 && event.preventDefault()}
        {...onlyText(write(submitText(texts, state)))}
      />
      {state.outcome === 'retrying' && (
        <button type="button" onClick={onStop} {...onlyText(write(texts.stop))} />
      )}
      {!isDone && <small key={write(texts.footer)}>{withLinks(texts.footer, write)}</small>}
    </form>
  );
}

function readChange({ target }: Event): FormEvent {
  const { type, name, value, checked } = target as HTMLInputElement;
  const field = name as keyof Entries;
  return { name: 'changed', field, value: type === 'checkbox' ? checked : value };
}

/** Returns the name of the field that the live region announces. */
function fieldAtFault(state: FormState): string | undefined {
  const result = resultOf(state);
  return result && 'field' in result ? result.field : findStray(state);
}

/** Finds a mistake that no field of the form can show, so that the press still gets an answer. */
function findStray({ mistakes, variants }: FormState): string | undefined {
  const isMissed = variants[1] && mistakes.variant === 'missing';
  const shown = ['email', 'consent', isMissed && 'variant'];
  return Object.keys(mistakes).find((name) => !shown.includes(name));
}

function statusText(texts: Texts, state: FormState): string {
  const result = resultOf(state);
  if (result) return resultSentence(texts, result);
  if (isSending(state)) return state.outcome === 'sending' ? texts.sending : texts.retrying;
  return findStray(state) ? texts.fieldMissing : '';
}

/** Green after success, red when the shopper has to act, no colour while there is nothing to do. */
function statusClass(state: FormState): string {
  if (resultOf(state)?.ok) return 'success';
  // The button shows it already. Only screen readers need the sentence, wherever the focus is.
  if (state.outcome === 'sending') return 'unseen';
  return isSettled(state) || isSending(state) ? '' : 'error';
}

function submitText(texts: Texts, state: FormState): string {
  if (isSettled(state)) return texts.done;
  if (resultOf(state)) return texts.retry;
  return state.outcome ? texts.sending : texts.submit;
}
