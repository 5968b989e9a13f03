import type { Variant } from '../product/product.ts';
import type { Delivered } from '../subscribe/outbox.ts';
import type { FieldMistakes } from '../validation/subscription.ts';

/** What a shopper fills in. */
export interface Entries {
  /** The chosen variant's id; empty before the choice. */
  readonly variant: string;
  readonly email: string;
  /** Whether the box for the newsletter is ticked. */
  readonly newsletter: boolean;
  /** Whether the box for the consent is ticked. */
  readonly consent: boolean;
}

/** Everything the form shows. What was typed is in every state, so that no failure can lose it. */
export interface FormState extends Entries {
  /** The sold-out variants to choose from. */
  readonly variants: readonly Variant[];
  /** Fields that cannot be right and have not been changed since, also those that the form does not show. */
  readonly mistakes: FieldMistakes;
  /** What has become of the subscription; undefined before it is sent and after a change. */
  readonly outcome?: 'sending' | 'retrying' | Delivered | undefined;
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
  | {
      readonly name: 'changed';
      readonly field: keyof Entries;
      readonly value: string | boolean;
    }
  /** What stands in the fields, whether an event has told it or not. */
  | { readonly name: 'read'; readonly entries: Partial<Entries> }
  | { readonly name: 'sent' | 'delayed' }
  | { readonly name: 'answered'; readonly result: Delivered };

export const EMPTY_FORM: FormState = {
  variants: [],
  variant: '',
  email: '',
  newsletter: false,
  consent: false,
  mistakes: {},
};

/** The answer, once there is one. */
export function resultOf({ outcome }: FormState): Delivered | undefined {
  return typeof outcome === 'object' ? outcome : undefined;
}

/** Whether nothing is left to do for the shopper. */
export function isSettled(state: FormState): boolean {
  const result = resultOf(state);
  return Boolean(result?.ok || result?.kept);
}

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
      if (typeof state.outcome === 'string') return state;
      const { field, value } = event;
      const { [field as keyof FieldMistakes]: _, ...mistakes } = state.mistakes;
      return { ...state, [field]: value, mistakes, outcome: undefined };
    }
    case 'read':
      if (isSettled(state)) return state;
      // What stands there as it was is not changed: what has been said about it still holds.
      return (Object.keys(event.entries) as (keyof Entries)[]).reduce((read, field) => {
        const { [field]: value = read[field] } = event.entries;
        return value === read[field] ? read : reduceForm(read, { name: 'changed', field, value });
      }, state);
    case 'recognised':
      // What the shopper has typed meanwhile counts.
      return state.email || !event.email
        ? state
        : reduceForm(state, { name: 'changed', field: 'email', value: event.email });
    case 'sent':
      return { ...state, mistakes: {}, outcome: 'sending' };
    case 'delayed':
      return { ...state, outcome: 'retrying' };
    case 'answered': {
      const { result } = event;
      return 'mistakes' in result && result.mistakes
        ? { ...state, mistakes: result.mistakes, outcome: undefined }
        : { ...state, outcome: result };
    }
  }
}
