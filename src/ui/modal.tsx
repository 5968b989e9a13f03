// biome-ignore lint/correctness/noUnusedImports: JSX becomes calls of h.
import { h, render } from 'preact';
import type { Configuration, EventDetail, EventName } from '../configuration/options.ts';
import { type Dispose, guard } from '../guard.ts';
import { listSelects } from '../product/narrowing.ts';
import { offeredVariants } from '../product/offer.ts';
import type { ChosenOffer, Offer } from '../product/product.ts';
import { type Delivered, STOPPED, type Waiting } from '../subscribe/outbox.ts';
import { changeCalmly } from './calm-height.ts';
import { chooseLegible, readShopColours } from './colours.ts';
import {
  createDialog,
  type Dialog,
  focusIn,
  releasePage,
  setVariables,
  showDialog,
} from './dialog.ts';
import { focusMistake } from './field.tsx';
import { readEntries } from './fields.tsx';
import { Form } from './form.tsx';
import {
  chosenVariants,
  EMPTY_FORM,
  type Entries,
  type FormEvent,
  type FormState,
  isSending,
  isSettled,
  reduceForm,
} from './form-state.ts';
import type { Images } from './heading.tsx';
import { reveal, revealFocused } from './visible-area.ts';

/** The functions that the modal calls. */
export interface ModalEvents {
  /** Sends one subscription. The offer's `variants` holds its variant; it is empty before the choice. Never rejects. */
  readonly deliver: (offer: Offer, entries: Entries, waiting: Waiting) => Promise<Delivered>;
  /** The modal has shown the result to the shopper. */
  readonly answered: (offer: Offer, result: Delivered) => void;
  /** Announces an event to the merchant's code. */
  readonly announce: (name: EventName, detail: EventDetail) => void;
  /** Returns the focus when the dialog cannot, because the theme has replaced its opener meanwhile. */
  readonly returnFocus: () => void;
}

/** The modal: one native dialog in a shadow root, made at the first opening and kept until `destroy`. */
export interface Modal {
  /**
   * @param offer The product and its sold-out variants, at least one.
   * @param image Address of the image that the page shows of the product; empty where there is none.
   * @param opener The button whose colours the modal takes; without it the modal uses its own colours.
   * @param press Where the page was pressed last, if it was.
   * @returns False when the modal is open already; then it does not change.
   */
  open(offer: ChosenOffer, image: string, opener?: Element, press?: MouseEvent): boolean;
  /** Fills in the e-mail address of a known shopper, unless the shopper has typed one already. */
  recognise(email: string): void;
  /** Shows the result of a kept subscription, if the modal is about that one. */
  showLateResult(key: string, result: Delivered): void;
  /** Closes the modal when a script has removed it from the page while it was open, and releases the page. */
  closeIfGone(): void;
  destroy: Dispose;
}

/** Everything the modal knows. */
interface ModalState extends Dialog {
  readonly configuration: Configuration;
  readonly events: ModalEvents;
  /** The addresses of images that did not load. */
  readonly broken: Set<string>;
  /** What the form shows. It stays after the closing, so that the next opening has what the shopper typed. */
  form: FormState;
  /** From the opening until the page is released after the closing. */
  opening?: Opening | undefined;
}

/** What belongs to one opening of the modal and ends with it. */
interface Opening {
  readonly offer: Offer;
  readonly images: Images;
  /** Ends the request of the last press on the submit button. */
  request?: AbortController;
}

/** Creates the modal; it adds nothing to the page before it is opened. */
export function createModal(
  page: Document,
  configuration: Configuration,
  events: ModalEvents,
): Modal {
  const state: ModalState = {
    ...createDialog(page, configuration.modal),
    configuration,
    events,
    broken: new Set(),
    form: EMPTY_FORM,
  };
  const { host, element } = state;
  element.onchange = guard(() => state.opening && dispatch(state, readFields(state)));
  // The browser fires this event a moment after the closing: the modal may be open again.
  element.onclose = guard(() => element.open || endOpening(state));
  return {
    open: (offer, image, opener, press) => open(state, offer, image, opener, press),
    recognise: (email) => dispatch(state, { name: 'recognised', email }),
    showLateResult(key, result) {
      const results = Object.entries(state.form.results);
      const [id] = results.find(([, { kept }]) => kept === key) ?? [];
      if (id) dispatch(state, { name: 'answered', id, result });
    },
    closeIfGone() {
      if (!host.isConnected) close(state);
    },
    destroy() {
      close(state);
      host.remove();
      state.stopKeys();
    },
  };
}

function open(
  state: ModalState,
  { product, variants, selection = {} }: ChosenOffer,
  image: string,
  opener?: Element,
  press?: MouseEvent,
): boolean {
  const { page, host, element, configuration, events, broken } = state;
  if (element.open) return false;
  endOpening(state);
  const offer = { product, variants };
  state.opening = {
    offer,
    images: {
      page: image,
      areShown: configuration.modal.image,
      broken: new Set(broken),
      onBroken: (address) => broken.add(address),
    },
  };
  if (opener) setVariables(host, '--shop-', readShopColours(opener, configuration.trigger.classes));
  page.body.append(host);
  // The name for screen readers where there is no headline.
  element.setAttribute('aria-label', product.name || configuration.texts.submit);
  setVariables(host, '--own-', chooseLegible(getComputedStyle(element)));
  const isMultiple = configuration.multiple;
  const selects = listSelects(product, variants);
  dispatch(state, {
    name: 'opened',
    variants,
    fitting: offeredVariants(product, selection, variants),
    // The values of the last attribute are boxes where the shopper may choose several.
    selects: isMultiple ? selects.slice(0, -1) : selects,
    isMultiple,
  });
  showDialog(state, press);
  events.announce('opened', offer);
  return true;
}

/** Changes the form by an event, and draws it while the modal is open. */
function dispatch(state: ModalState, event: FormEvent): void {
  const { opening } = state;
  // Reads the fields first, so that no drawing overwrites their values. Only once: a select shows another option by itself
  // after another choice, and its field has that only after the drawing.
  const isRead = event.name === 'opened' || event.name === 'read';
  if (opening && !isRead) state.form = reduceForm(state.form, readFields(state));
  state.form = reduceForm(state.form, event);
  if (!opening) return;
  changeCalmly(state.element, () => draw(state, opening));
  if (event.name === 'delayed' || event.name === 'answered') {
    reveal(state.element, state.element.querySelector('[role=status]'));
  }
}

const readFields = ({ element }: ModalState): FormEvent => ({
  name: 'read',
  entries: readEntries(element),
});

function draw(state: ModalState, opening: Opening): void {
  const { element, configuration } = state;
  render(
    <Form
      // A new key builds a new form, so that changes by a translator or the browser last for one opening only.
      key={opening}
      product={opening.offer.product}
      texts={configuration.texts}
      images={opening.images}
      hasNewsletter={configuration.newsletterList !== ''}
      state={state.form}
      dispatch={(event) => dispatch(state, event)}
      onSubmit={guard((event) => submit(state, event))}
      onStop={() => opening.request?.abort(STOPPED)}
      onClose={() => element.close()}
    />,
    element,
  );
}

async function submit(state: ModalState, event: Event): Promise<void> {
  event.preventDefault();
  const { opening, element } = state;
  if (!opening || isSending(state.form)) return;
  if (isSettled(state.form)) return element.close();
  dispatch(state, { name: 'sent' });
  const { form } = state;
  const variants = chosenVariants(form).filter(({ id }) => !form.results[id]);
  opening.request = new AbortController();
  const waiting: Waiting = {
    signal: opening.request.signal,
    onRetry() {
      if (state.opening === opening) dispatch(state, { name: 'delayed' });
    },
  };
  const answers: Promise<Delivered>[] = [];
  for (const sent of variants[0] ? variants.map((variant) => [variant]) : [[]]) {
    const offer = { product: opening.offer.product, variants: sent };
    answers.push(send(state, opening, offer, { ...waiting, after: answers.at(-1) }));
  }
  await Promise.all(answers);
}

/** Sends the subscription to one variant, and shows and announces its result. */
async function send(
  state: ModalState,
  opening: Opening,
  offer: Offer,
  waiting: Waiting,
): Promise<Delivered> {
  const { element, events, form } = state;
  const id = offer.variants[0]?.id;
  // The shopper joins the newsletter once.
  const newsletter = form.newsletter && id === form.chosen[0];
  const result = await events.deliver(offer, { ...form, newsletter }, waiting);
  // The modal was closed meanwhile, and perhaps opened again: the answer belongs to no open form.
  if (state.opening !== opening) return result;
  dispatch(state, { name: 'answered', id, result });
  if (!isSending(state.form)) {
    const root = element.getRootNode() as ShadowRoot;
    focusMistake(root);
    // The button has replaced the fields, or the focus was on the button "Stop", which is gone.
    if (isSettled(state.form) || !root.activeElement) focusIn(element, '.submit');
    revealFocused(element);
  }
  events.answered(offer, result);
  return result;
}

/** Closes at once where the event `close` would come too late, or never, because the dialog has left the page. */
function close(state: ModalState): void {
  state.element.close();
  endOpening(state);
}

/** Ends what belongs to the opening, once the dialog has closed. */
function endOpening(state: ModalState): void {
  const { opening, events } = state;
  if (!opening) return;
  state.form = reduceForm(state.form, readFields(state));
  state.opening = undefined;
  opening.request?.abort();
  releasePage(state, events.returnFocus);
  events.announce('closed', opening.offer);
}
