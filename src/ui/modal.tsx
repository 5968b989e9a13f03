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

/** What the modal asks for and tells. */
export interface ModalEvents {
  /** Sends the subscription; the offer's `variants` is the chosen one; empty before the choice. Never rejects. */
  readonly deliver: (offer: Offer, entries: Entries, waiting: Waiting) => Promise<Delivered>;
  /** The shopper has seen what became of it. */
  readonly answered: (offer: Offer, result: Delivered) => void;
  /** What has happened, for the merchant. */
  readonly announce: (name: EventName, detail: EventDetail) => void;
  /** Gives the focus back when the dialog could not: its opener has been replaced meanwhile. */
  readonly returnFocus: () => void;
}

/** The modal: one native dialog in a shadow root, made at the first opening and kept until `destroy`. */
export interface Modal {
  /**
   * @param offer The product and its sold-out variants, at least one.
   * @param opener The button whose colours the modal takes; without it the modal has its own.
   * @param press Where the page was pressed last, if it was.
   * @returns False when it is open already, and stays as it is.
   */
  open(offer: ChosenOffer, opener?: Element, press?: MouseEvent): boolean;
  /** Fills in the e-mail address of a shopper who is known, unless one is typed already. */
  recognise(email: string): void;
  /** Shows what became of a subscription that was kept, if it is the one that the modal is about. */
  showLateResult(key: string, result: Delivered): void;
  /** Lets go of the page when a script has removed the modal from it while it was open. */
  closeIfGone(): void;
  destroy: Dispose;
}

/** As long as the second click of a double click may come after the first, in milliseconds. */
const DOUBLE_CLICK = 500;

/** Two taps of one finger are no further apart than this, in CSS pixels. */
const SAME_PLACE = 24;

/** A mouse says of its second click that it is one. */
const isTouch = (event: MouseEvent) => (event as PointerEvent).pointerType === 'touch';

function isNear(one: MouseEvent, other: MouseEvent | undefined): boolean {
  if (!other) return false;
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) < SAME_PLACE;
}

/** What a click is meant for, whatever of it the pointer has met. */
const CONTROLS = 'a, button, label';

const KEY_EVENTS = ['keydown', 'keypress', 'keyup'];

/** Makes the modal; nothing is on the page before it is opened. */
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
  // A drag that selects text may end outside of the modal and is no click on the backdrop.
  let beganOnBackdrop = false;
  /** The press that has opened it, as far as there was one. */
  let pressed: MouseEvent | undefined;
  /** What was clicked last since the opening. */
  let clicked: Element | undefined;
  /** The keys that went down in the modal and are not up yet. */
  const heldKeys = new Set<string>();

  const dialog = page.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'headline');
  // The event comes a moment later: the modal may be open again.
  dialog.onclose = guard(() => dialog.open || afterClose());
  // On a touch screen the second click of a double click is one of its own.
  const isEarly = ({ timeStamp }: Event) => timeStamp - openedAt < DOUBLE_CLICK;
  dialog.onpointerdown = (event) => {
    beganOnBackdrop = event.target === dialog && !isEarly(event);
  };
  // The second click of a double click is meant for what the first has met: what has opened the modal, or what
  // has since made place for what is there now. Its press must not take the focus away either.
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
  // Closing earlier, on the press, would let the click fall through to the page.
  dialog.onclick = ({ target }) => {
    if (beganOnBackdrop && target === dialog) dialog.close();
  };
  dialog.onchange = guard(() => offer && dispatch(readFields()));
  root.append(dialog);

  const focus = (selector: string) => dialog.querySelector<HTMLElement>(selector)?.focus();

  /**
   * Keeps what is typed from the page's own key handlers, which would hear it through the shadow root.
   * The key that closes the modal is still down by then, and its release belongs to the modal too.
   */
  function keepKey(event: Event): void {
    // A click on plain text of the modal leaves the focus to the body.
    const isInside = offer && [host, page.body].includes(event.target as HTMLElement);
    const { type, code, repeat } = event as KeyboardEvent;
    // What goes down anew was up meanwhile: in another window, which told nothing of it.
    if (type === 'keydown' && !repeat) heldKeys.delete(code);
    if (isInside) heldKeys.add(code);
    if (heldKeys.has(code)) event.stopImmediatePropagation();
    if (type === 'keyup') heldKeys.delete(code);
  }
  for (const type of KEY_EVENTS) addEventListener(type, keepKey, true);

  const readFields = (): FormEvent => ({ name: 'read', entries: readEntries(dialog) });

  function dispatch(event: FormEvent): void {
    // Whatever the occasion, nothing is drawn over what stands in the fields.
    if (offer && event.name !== 'opened') state = reduceForm(state, readFields());
    state = reduceForm(state, event);
    if (!offer) return;
    render(
      <Form
        // What a translator or a browser has done to the form is of one opening only.
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
    // Closed meanwhile, and perhaps opened again: this answer is nobody's any more.
    if (request !== current) return;
    dispatch({ name: 'answered', result });
    // The shopper goes on at the first wrong field, or at the button that took the place of the form.
    focus(isSettled(state) ? '.submit' : '[aria-invalid=true]');
    if (!root.activeElement) focus('.submit');
    answered(wanted, result);
  }

  /** Closes when the event "close" would come too late, or never: by then the dialog is gone. */
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
      // Where there is no headline.
      dialog.setAttribute('aria-label', next.product.name || texts.submit);
      setVariables(host, '--own-', chooseLegible(getComputedStyle(dialog)));
      dispatch({ name: 'opened', variants, chosen });
      dialog.showModal();
      // By the clock that the presses are timed by.
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

/** Keeps the page behind the modal from scrolling, which `showModal()` does not, and nothing behind it moves. */
function lockScroll({ documentElement: root, body }: Document): Dispose {
  const disposals: Dispose[] = [];
  const { scrollbarGutter, overflowY } = getComputedStyle(root);
  // Where the scroll bar takes space, the space is kept. A theme that keeps it by itself knows at which sides.
  if (innerWidth > root.clientWidth && !/stable/.test(scrollbarGutter)) {
    disposals.push(setStyle(root, 'scrollbar-gutter', 'stable'));
  }
  // What the body says counts for the window as long as the root says nothing; then it would have a scroll bar of its own.
  if (overflowY === 'visible' && getComputedStyle(body).overflowY === 'scroll') {
    disposals.push(setStyle(body, 'overflow-y', 'visible'));
  }
  disposals.push(setStyle(root, 'overflow', 'hidden'));
  return disposeAll(disposals);
}
