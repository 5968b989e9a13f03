// biome-ignore lint/correctness/noUnusedImports: JSX becomes calls of h.
import { h, render } from 'preact';
import type {
  Configuration,
  EventDetail,
  EventName,
  ModalOptions,
} from '../configuration/options.ts';
import { type Dispose, disposeAll, guard } from '../guard.ts';
import type { ChosenOffer, Offer } from '../product/product.ts';
import { type Delivered, STOPPED, type Waiting } from '../subscribe/outbox.ts';
import { setStyle } from './borrow-element.ts';
import { chooseLegible, readShopColours } from './colours.ts';
import { readEntries } from './fields.tsx';
import { Form } from './form.tsx';
import {
  EMPTY_FORM,
  type Entries,
  type FormEvent,
  isSettled,
  reduceForm,
  resultOf,
} from './form-state.ts';
import styles from './modal.css?inline';

/** The functions that the modal calls. */
export interface ModalEvents {
  /** Sends the subscription. The offer's `variants` holds the chosen one; it is empty before the choice. Never rejects. */
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
   * @param opener The button whose colours the modal takes; without it the modal uses its own colours.
   * @param press Where the page was pressed last, if it was.
   * @returns False when the modal is open already; then it does not change.
   */
  open(offer: ChosenOffer, opener?: Element, press?: MouseEvent): boolean;
  /** Fills in the e-mail address of a known shopper, unless the shopper has typed one already. */
  recognise(email: string): void;
  /** Shows the result of a kept subscription, if the modal is about that one. */
  showLateResult(key: string, result: Delivered): void;
  /** Closes the modal when a script has removed it from the page while it was open, and releases the page. */
  closeIfGone(): void;
  destroy: Dispose;
}

/** The longest time between the two clicks of a double click, in milliseconds. */
const DOUBLE_CLICK = 500;

/** Two taps of one finger are no further apart than this, in CSS pixels. */
const SAME_PLACE = 24;

/** For touch only: a mouse marks its second click itself, in `detail`. */
const isTouch = (event: MouseEvent) => (event as PointerEvent).pointerType === 'touch';

function isNear(one: MouseEvent, other: MouseEvent | undefined): boolean {
  if (!other) return false;
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) < SAME_PLACE;
}

/** The controls a click is meant for, whichever part of them the pointer has hit. */
const CONTROLS = 'a, button, label';

const KEY_EVENTS = ['keydown', 'keypress', 'keyup'];

/** Creates the modal; it adds nothing to the page before it is opened. */
export function createModal(
  page: Document,
  { texts, modal: options, newsletterList, trigger }: Configuration,
  { deliver, answered, announce, returnFocus }: ModalEvents,
): Modal {
  const host = createHost(page, options);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];

  let state = EMPTY_FORM;
  let offer: Offer | undefined;
  let request: AbortController | undefined;
  let unlock: Dispose | undefined;
  let openings = 0;
  let openedAt = 0;
  // A drag that selects text may end outside of the modal; that is no click on the backdrop.
  let beganOnBackdrop = false;
  /** The press that has opened the modal, if there was one. */
  let pressed: MouseEvent | undefined;
  /** The element clicked last since the opening. */
  let clicked: Element | undefined;
  /** The keys that went down in the modal and are not up yet. */
  const heldKeys = new Set<string>();

  const dialog = page.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'headline');
  // The browser fires this event a moment after the closing: the modal may be open again.
  dialog.onclose = guard(() => dialog.open || afterClose());
  // On a touch screen the second click of a double click counts as a new click.
  const isEarly = ({ timeStamp }: Event) => timeStamp - openedAt < DOUBLE_CLICK;
  dialog.onpointerdown = (event) => {
    beganOnBackdrop = event.target === dialog && !isEarly(event);
  };
  // The second click of a double click is meant for the target of the first: the button that opened the modal, or an
  // element that the modal has replaced since. Its press must not move the focus either.
  const dropStray = (event: MouseEvent) => {
    const target = event.target as Element;
    const control = target.closest(CONTROLS);
    const isAgain = event.detail > 1 && (control ?? target) !== clicked;
    const isSecond = isAgain || (isTouch(event) && isEarly(event) && isNear(event, pressed));
    if (isSecond || (isEarly(event) && !control)) event.preventDefault();
    if (isSecond) event.stopPropagation();
    else if (event.type === 'click') clicked = control ?? target;
  };
  dialog.addEventListener('mousedown', dropStray, true);
  dialog.addEventListener('click', dropStray, true);
  // If the modal closed on the press, the click would reach the page.
  dialog.onclick = ({ target }) => {
    if (beganOnBackdrop && target === dialog) dialog.close();
  };
  dialog.onchange = guard(() => offer && dispatch(readFields()));
  root.append(dialog);

  const focus = (selector: string) => dialog.querySelector<HTMLElement>(selector)?.focus();

  /**
   * Keeps keys typed in the modal from the page's own key handlers, which receive them through the shadow root.
   * The key that closes the modal is still down after the closing, and its release belongs to the modal too.
   */
  function keepKey(event: Event): void {
    // After a click on plain text of the modal, the body has the focus.
    const isInside = offer && [host, page.body].includes(event.target as HTMLElement);
    const { type, code, repeat } = event as KeyboardEvent;
    // A held key that goes down anew was released in another window, which sent no event to this one.
    if (type === 'keydown' && !repeat) heldKeys.delete(code);
    if (isInside) heldKeys.add(code);
    if (heldKeys.has(code)) event.stopImmediatePropagation();
    if (type === 'keyup') heldKeys.delete(code);
  }
  for (const type of KEY_EVENTS) addEventListener(type, keepKey, true);

  const readFields = (): FormEvent => ({ name: 'read', entries: readEntries(dialog) });

  function dispatch(event: FormEvent): void {
    // Reads the fields first, so that no drawing overwrites their values.
    if (offer && event.name !== 'opened') state = reduceForm(state, readFields());
    state = reduceForm(state, event);
    if (!offer) return;
    render(
      <Form
        // A new key builds a new form, so that changes by a translator or the browser last for one opening only.
        key={openings}
        product={offer.product}
        texts={texts}
        hasNewsletter={newsletterList !== ''}
        state={state}
        dispatch={dispatch}
        onSubmit={guard(submit)}
        onStop={() => request?.abort(STOPPED)}
        onClose={() => dialog.close()}
      />,
      dialog,
    );
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!offer || typeof state.outcome === 'string') return;
    if (isSettled(state)) return dialog.close();
    state = reduceForm(state, readFields());
    const variants = state.variants.filter(({ id }) => id === state.variant);
    const wanted = { product: offer.product, variants };
    const current = new AbortController();
    request = current;
    dispatch({ name: 'sent' });
    const result = await deliver(wanted, state, {
      signal: current.signal,
      onRetry() {
        if (request === current) dispatch({ name: 'delayed' });
      },
    });
    // The modal was closed meanwhile, and perhaps opened again: the answer belongs to no open form.
    if (request !== current) return;
    dispatch({ name: 'answered', result });
    // The focus goes to the first wrong field, or to the button that has replaced the form.
    focus(isSettled(state) ? '.submit' : '[aria-invalid=true]');
    if (!root.activeElement) focus('.submit');
    answered(wanted, result);
  }

  /** Closes at once where the event `close` would come too late, or never, because the dialog has left the page. */
  function close(): void {
    dialog.close();
    afterClose();
  }

  function afterClose(): void {
    if (!offer) return;
    state = reduceForm(state, readFields());
    const closed = offer;
    offer = undefined;
    request?.abort();
    request = undefined;
    unlock?.();
    if ([host, page.body].includes(page.activeElement as HTMLElement)) returnFocus();
    announce('closed', closed);
  }

  return {
    recognise: (email) => dispatch({ name: 'recognised', email }),
    showLateResult(key, result) {
      if (resultOf(state)?.kept === key) dispatch({ name: 'answered', result });
    },
    open({ product, variants, chosen }, opener, press) {
      if (dialog.open) return false;
      afterClose();
      const next = { product, variants };
      offer = next;
      openings += 1;
      beganOnBackdrop = false;
      clicked = undefined;
      pressed = press;
      if (opener) setVariables(host, '--shop-', readShopColours(opener, trigger.classes));
      page.body.append(host);
      // The name for screen readers where there is no headline.
      dialog.setAttribute('aria-label', next.product.name || texts.submit);
      setVariables(host, '--own-', chooseLegible(getComputedStyle(dialog)));
      dispatch({ name: 'opened', variants, chosen });
      dialog.showModal();
      // Uses the clock of the events, to compare with the time stamps of presses.
      openedAt = new Event('open').timeStamp;
      focus('select, input');
      unlock = lockScroll(page);
      announce('opened', next);
      return true;
    },
    closeIfGone() {
      if (!host.isConnected) close();
    },
    destroy() {
      close();
      host.remove();
      for (const type of KEY_EVENTS) removeEventListener(type, keepKey, true);
    },
  };
}

function createHost(page: Document, options: ModalOptions): HTMLElement {
  const host = page.createElement('back-in-stock-modal');
  // A theme's "hide what is empty" must not hide a dialog that has made the rest of the page inert.
  host.style.setProperty('display', 'block', 'important');
  setVariables(host, '--back-in-stock-', { ...options });
  return host;
}

function setVariables(
  { style }: HTMLElement,
  prefix: string,
  values: Readonly<Record<string, string>>,
): void {
  for (const [name, value] of Object.entries(values)) style.setProperty(prefix + name, value);
}

/** Keeps the page behind the modal from scrolling, which `showModal()` does not, without moving anything on the page. */
function lockScroll({ documentElement: root, body }: Document): Dispose {
  const disposals: Dispose[] = [];
  const { scrollbarGutter, overflowY } = getComputedStyle(root);
  // Keeps the space of the scroll bar where it takes any. A theme that already reserves it has chosen the sides.
  if (innerWidth > root.clientWidth && !/stable/.test(scrollbarGutter)) {
    disposals.push(setStyle(root, 'scrollbar-gutter', 'stable'));
  }
  // The window uses the body's overflow while the root sets none. Once the root sets it, the body would get a scroll bar.
  if (overflowY === 'visible' && getComputedStyle(body).overflowY === 'scroll') {
    disposals.push(setStyle(body, 'overflow-y', 'visible'));
  }
  disposals.push(setStyle(root, 'overflow', 'hidden'));
  return disposeAll(disposals);
}
