import type { Variant } from '../product/product.ts';
import type { Result } from '../subscribe/result.ts';
import type { FieldMistakes } from '../validation/subscription.ts';

/** Everything the form shows. What was typed is in every state, so that no failure can lose it. */
export interface FormState {
  /** The sold-out variants to choose from. */
  readonly variants: readonly Variant[];
  /** The chosen one's id; empty before the choice. */
  readonly variant: string;
  readonly email: string;
  /** Fields that cannot be right and have not been changed since. */
  readonly mistakes: FieldMistakes;
  /** What has become of the subscription; undefined before it is sent and after a change. */
  readonly outcome?: 'sending' | Result | undefined;
}

/** What can happen to the form. */
export type FormEvent =
  | {
      readonly name: 'opened';
      readonly variants: readonly Variant[];
      /** The one that the shopper has pointed at, if any. */
      readonly chosen?: string | undefined;
    }
  | { readonly name: 'recognised'; readonly email: string }
  | { readonly name: 'changed'; readonly field: 'variant' | 'email'; readonly value: string }
  | { readonly name: 'sent' }
  | { readonly name: 'answered'; readonly result: Result };

export const EMPTY_FORM: FormState = { variants: [], variant: '', email: '', mistakes: {} };

/** The form after an event. */
export function reduceForm(state: FormState, event: FormEvent): FormState {
  switch (event.name) {
    case 'opened': {
      const { variants, chosen = state.variant } = event;
      const [first, second] = variants;
      // A choice made before the form was closed is kept as long as it is still on offer.
      const kept = second ? variants.find(({ id }) => id === chosen) : first;
      return { ...EMPTY_FORM, email: state.email, variants, variant: kept?.id ?? '' };
    }
    case 'changed': {
      // What is under way must be what the answer will be about.
      if (state.outcome === 'sending') return state;
      const { field, value } = event;
      const { [field]: _, ...mistakes } = state.mistakes;
      return { ...state, [field]: value, mistakes, outcome: undefined };
    }
    case 'recognised':
      // What the shopper has typed meanwhile counts.
      return state.email || !event.email
        ? state
        : reduceForm(state, { name: 'changed', field: 'email', value: event.email });
    case 'sent':
      return { ...state, mistakes: {}, outcome: 'sending' };
    case 'answered': {
      const { result } = event;
      return 'mistakes' in result
        ? { ...state, mistakes: result.mistakes, outcome: undefined }
        : { ...state, outcome: result };
    }
  }
}
