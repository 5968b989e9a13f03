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

/** Everything the form shows. Every state contains what the shopper typed, so that no failure can lose it. */
export interface FormState extends Entries {
  /** The sold-out variants to choose from. */
  readonly variants: readonly Variant[];
  /** Wrong fields that the shopper has not changed since the check, also fields that the form does not show. */
  readonly mistakes: FieldMistakes;
  /** The progress or the result of the subscription; undefined before it is sent and after a change. */
  readonly outcome?: 'sending' | 'retrying' | Delivered | undefined;
}

/** What can happen to the form. */
export type FormEvent =
  | {
      readonly name: 'opened';
      readonly variants: readonly Variant[];
      /** The id of the variant that fits the shopper's press, if exactly one does. */
      readonly chosen?: string | undefined;
    }
  | { readonly name: 'recognised'; readonly email: string }
  | {
      readonly name: 'changed';
      readonly field: keyof Entries;
      readonly value: string | boolean;
    }
  /** The values of the fields, also those that changed without an event. */
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

/** Whether the subscription is being sent. */
export function isSending({ outcome }: FormState): boolean {
  return typeof outcome === 'string';
}

/** Returns the result of the subscription, once there is one. */
export function resultOf({ outcome }: FormState): Delivered | undefined {
  return typeof outcome === 'object' ? outcome : undefined;
}

/** Whether the shopper has nothing left to do. */
export function isSettled(state: FormState): boolean {
  const result = resultOf(state);
  return Boolean(result?.ok || result?.kept);
}

/** Returns the state of the form after an event. */
export function reduceForm(state: FormState, event: FormEvent): FormState {
  switch (event.name) {
    case 'opened': {
      const { variants, chosen = state.variant } = event;
      const [first, second] = variants;
      // Keeps the choice from before the form was closed, while that variant is still offered.
      const kept = second ? variants.find(({ id }) => id === chosen) : first;
      return { ...EMPTY_FORM, email: state.email, variants, variant: kept?.id ?? '' };
    }
    case 'changed': {
      const { field, value } = event;
      // While a request runs, the state must stay the one that the answer belongs to. The field may be one that a browser
      // extension has put into the form.
      if (isSending(state) || typeof state[field] !== typeof value) return state;
      const { [field as keyof FieldMistakes]: _, ...mistakes } = state.mistakes;
      return { ...state, [field]: value, mistakes, outcome: undefined };
    }
    case 'read':
      if (isSettled(state)) return state;
      // A field with its old value is no change: its mistake and the result still hold.
      return (Object.keys(event.entries) as (keyof Entries)[]).reduce((read, field) => {
        const { [field]: value = read[field] } = event.entries;
        return value === read[field] ? read : reduceForm(read, { name: 'changed', field, value });
      }, state);
    case 'recognised':
      // An address that the shopper has typed meanwhile wins.
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
