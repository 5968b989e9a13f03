import { matches, narrow, type Select, shareOptions } from '../product/narrowing.ts';
import { fits } from '../product/offer.ts';
import type { Selection, Variant } from '../product/product.ts';
import type { Delivered } from '../subscribe/outbox.ts';
import type { FieldMistakes } from '../validation/subscription.ts';

/** What a shopper fills in. */
export interface Entries {
  /** The ids of the chosen variants, in the order of the offer: none before the choice, and only one unless `isMultiple`. */
  readonly chosen: readonly string[];
  /** What the shopper has chosen in the selects. */
  readonly options: Selection;
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
  /** The selects that narrow a long list of variants; none for a short one. */
  readonly selects: readonly Select[];
  /** Whether the shopper may choose several variants. */
  readonly isMultiple: boolean;
  /**
   * The ids of the variants that were ticked at some time since the form was opened. Their boxes stay listed: if a box went
   * away when it is emptied, the focus would be lost, and the shopper could not tick it again.
   */
  readonly ticked: readonly string[];
  /** Wrong fields that the shopper has not changed since the check, also fields that the form does not show. */
  readonly mistakes: FieldMistakes;
  /** The progress of the subscription; undefined before it is sent and once all of it is answered. */
  readonly progress?: 'sending' | 'retrying' | undefined;
  /** The results by the variants' ids; empty after a change. */
  readonly results: Readonly<Record<string, Delivered>>;
}

/** What can happen to the form. */
export type FormEvent =
  | {
      readonly name: 'opened';
      readonly variants: readonly Variant[];
      /** The variants that fit the shopper's press. */
      readonly fitting?: readonly Variant[];
      readonly selects?: readonly Select[];
      readonly isMultiple?: boolean;
    }
  | { readonly name: 'recognised'; readonly email: string }
  /** The values of the fields, also those that changed without an event. */
  | { readonly name: 'read'; readonly entries: Partial<Entries> }
  | { readonly name: 'sent' | 'delayed' }
  /** The answer for one variant, at once or later; without an id when none is chosen. */
  | { readonly name: 'answered'; readonly id?: string | undefined; readonly result: Delivered };

export const EMPTY_FORM: FormState = {
  variants: [],
  selects: [],
  isMultiple: false,
  ticked: [],
  chosen: [],
  options: {},
  email: '',
  newsletter: false,
  consent: false,
  mistakes: {},
  results: {},
};

/** Whether the subscription is being sent. */
export function isSending({ progress }: FormState): boolean {
  return progress !== undefined;
}

/** Returns the chosen variants. */
export function chosenVariants({ variants, chosen }: FormState): readonly Variant[] {
  return variants.filter(({ id }) => chosen.includes(id));
}

/**
 * Returns the result once all chosen variants have one: where they differ, a failure, then one that is kept. Returns
 * undefined when a field shows the mistake.
 */
export function resultOf(state: FormState): Delivered | undefined {
  const results = state.chosen.map((id) => state.results[id]);
  if (isSending(state) || results.includes(undefined)) return undefined;
  const failed = results.filter((result) => !result?.ok);
  const result = failed.find((failure) => !failure?.kept) ?? failed[0] ?? results[0];
  return result && 'mistakes' in result && result.mistakes ? undefined : result;
}

/** Whether the shopper has nothing left to do. */
export function isSettled(state: FormState): boolean {
  return isDone(resultOf(state));
}

/** Whether a subscription is accepted or kept. */
function isDone(result: Delivered | undefined): boolean {
  return Boolean(result?.ok || result?.kept);
}

/** Returns the state of the form after an event. */
export function reduceForm(state: FormState, event: FormEvent): FormState {
  switch (event.name) {
    case 'opened':
      return open(state, event);
    case 'read':
      return isSettled(state) ? state : read(state, event.entries);
    case 'recognised':
      // An address that the shopper has typed meanwhile wins.
      return state.email || !event.email ? state : change(state, 'email', event.email);
    case 'sent': {
      // What is accepted or kept is not sent again.
      const done = Object.entries(state.results).filter(([, result]) => isDone(result));
      return { ...state, mistakes: {}, progress: 'sending', results: Object.fromEntries(done) };
    }
    case 'delayed':
      return { ...state, progress: 'retrying' };
    case 'answered': {
      const { id, result } = event;
      const results = id ? { ...state.results, [id]: result } : state.results;
      const isOver = state.chosen.every((chosen) => results[chosen]);
      return {
        ...state,
        results,
        mistakes: ('mistakes' in result && result.mistakes) || state.mistakes,
        progress: isOver ? undefined : state.progress,
      };
    }
  }
}

function open(
  state: FormState,
  {
    variants,
    fitting = [],
    selects = [],
    isMultiple = false,
  }: Extract<FormEvent, { name: 'opened' }>,
): FormState {
  // Keeps the choice from before the form was closed, while it is still offered and fits the press, which is newer.
  const meant = fitting[0] ? fitting : variants;
  // Boxes are ticked for what is still to be asked for. One variant stays chosen: another address may follow.
  const isOver = (id: string) => isMultiple && isDone(state.results[id]);
  const kept = meant.filter(({ id }) => state.chosen.includes(id) && !isOver(id));
  const chosen = meant[1] ? kept : meant;
  const shared = shareOptions(selects, chosen[0] ? chosen : meant);
  const isStillThere = meant.some((variant) => fits(variant, selects, state.options));
  const ids = chosen.map(({ id }) => id);
  const form = {
    ...EMPTY_FORM,
    email: state.email,
    variants,
    selects,
    isMultiple,
    ticked: ids,
    chosen: ids,
    options: Object.keys(shared)[0] || !isStillThere ? shared : state.options,
  };
  // The selects may show one variant by a choice that was made for other variants.
  return chosen[0] ? form : chooseShown(form);
}

/** Takes over the values of the fields. A field with its old value is no change: its mistake and the result still hold. */
function read(state: FormState, { options = {}, ...entries }: Partial<Entries>): FormState {
  let form = state;
  for (const { id, value } of narrow(state.selects, state.variants, state.options)) {
    // A select may show an option that the shopper has not chosen, because it alone fits.
    const { [id]: option = value } = options;
    if (option !== value) form = change(form, 'options', { ...form.options, [id]: option });
  }
  for (const [field, value] of Object.entries(entries) as [keyof Entries, never][]) {
    if (JSON.stringify(value) !== JSON.stringify(form[field])) form = change(form, field, value);
  }
  return form;
}

/** Changes a field. Its mistake and the results were about the old value. */
function change<Field extends keyof Entries>(
  state: FormState,
  field: Field,
  value: Entries[Field],
): FormState {
  // While a request runs, the state must stay the one that the answer belongs to.
  if (isSending(state)) return state;
  const mistake = field === 'chosen' || field === 'options' ? 'variant' : field;
  const { [mistake as keyof FieldMistakes]: _, ...mistakes } = state.mistakes;
  const form = { ...state, [field]: value, mistakes, results: {} };
  if (field === 'options') return chooseShown(form);
  return { ...form, ticked: [...new Set([...form.ticked, ...form.chosen])] };
}

/** Chooses the variant that the selects show, if they show one. Where there are boxes, the shopper alone ticks them. */
function chooseShown(form: FormState): FormState {
  if (form.isMultiple || !form.selects[0]) return form;
  const narrowed = narrow(form.selects, form.variants, form.options);
  const chosen = form.variants.find((variant) => matches(variant, narrowed));
  return { ...form, chosen: chosen ? [chosen.id] : [] };
}
