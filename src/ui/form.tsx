// biome-ignore lint/correctness/noUnusedImports: JSX becomes calls of h.
import { h } from 'preact';
import type { Texts } from '../configuration/texts.ts';
import { commonLabel, fillIn } from '../product/offer.ts';
import type { Product } from '../product/product.ts';
import { Fields, type FieldsProperties, readEntries } from './fields.tsx';
import {
  chosenVariants,
  type FormEvent,
  type FormState,
  isSending,
  isSettled,
  resultOf,
} from './form-state.ts';
import { Heading, type Images } from './heading.tsx';
import { writeResult } from './written-result.ts';
import { onlyText, withLinks } from './written-text.tsx';

/** What the form needs to draw itself, and the functions it calls when the shopper acts. */
export interface FormProperties extends Omit<FieldsProperties, 'write'> {
  readonly images: Images;
  readonly dispatch: (event: FormEvent) => void;
  readonly onSubmit: (event: Event) => void;
  /** Called when the shopper stops waiting and cancels the subscription. */
  readonly onStop: () => void;
  readonly onClose: () => void;
}

/** Draws the content of the modal: heading, fields, one live region, the buttons. */
export function Form({ dispatch, onSubmit, onStop, onClose, ...properties }: FormProperties) {
  const { product, texts, state, images } = properties;
  const chosen = chosenVariants(state);
  const field = { '{field}': fieldAtFault(state) ?? '' };
  const write = (text: string) => fillIn(text, product, chosen, field);
  const isDone = isSettled(state);

  return (
    <form
      noValidate
      onSubmit={onSubmit}
      onInput={({ currentTarget }) =>
        dispatch({ name: 'read', entries: readEntries(currentTarget) })
      }
    >
      <button
        type="button"
        class="close"
        aria-label={write(texts.close)}
        onClick={onClose}
        {...onlyText('×')}
      />
      <Heading
        product={product}
        headline={write(texts.headline).trim()}
        named={isDone || !state.variants[1] ? chosen : []}
        shared={nameShared(product, state)}
        meant={chosen[0] ? chosen : state.variants}
        images={images}
      />
      {!isDone && <p id="body" {...onlyText(write(texts.body))} />}
      <Fields {...properties} write={write} />
      <p role="status" class={statusClass(state)} {...onlyText(statusText(properties, write))} />
      <div class="actions">
        <button
          type="submit"
          class="submit"
          aria-disabled={isSending(state)}
          // The second click of a double click must neither send again nor close the success message.
          onClick={(event) => event.detail > 1 && event.preventDefault()}
          {...onlyText(write(submitText(texts, state)))}
        />
        {state.progress === 'retrying' && (
          <button type="button" onClick={onStop} {...onlyText(write(texts.stop))} />
        )}
      </div>
      {!isDone && <small key={write(texts.footer)}>{withLinks(texts.footer, write)}</small>}
    </form>
  );
}

/** Names the options that the selects need not ask for, since all variants have them. */
function nameShared(product: Product, { selects, variants }: FormState): string {
  return selects[0] ? commonLabel(product, variants) : '';
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

function statusText(
  { product, texts, state }: Omit<FieldsProperties, 'write'>,
  write: FieldsProperties['write'],
): string {
  if (resultOf(state)) return writeResult(texts, product, state, write);
  if (isSending(state)) return write(state.progress === 'sending' ? texts.sending : texts.retrying);
  return findStray(state) ? write(texts.fieldMissing) : '';
}

/** Green after success, red when the shopper has to act, no colour while there is nothing to do. */
function statusClass(state: FormState): string {
  if (resultOf(state)?.ok) return 'success';
  // The button shows it already. Only screen readers need the sentence, wherever the focus is.
  if (state.progress === 'sending') return 'unseen';
  return isSettled(state) || isSending(state) ? '' : 'error';
}

function submitText(texts: Texts, state: FormState): string {
  if (isSettled(state)) return texts.done;
  if (resultOf(state)) return texts.retry;
  return isSending(state) ? texts.sending : texts.submit;
}
