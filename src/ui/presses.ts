// Which presses count in the dialog. The second click of a double click is meant for the target of the first: the button
// that opened the dialog, or an element that the form has replaced since.

/** The longest time between the two clicks of a double click, in milliseconds. */
const DOUBLE_CLICK = 500;

/** Two taps of one finger are no further apart than this, in CSS pixels. */
const SAME_PLACE = 24;

/** The controls a click is meant for, whichever part of them the pointer has hit. */
const CONTROLS = 'a, button, label';

/** The presses since the dialog was opened. */
interface Presses {
  /** When it was opened, on the clock of the events' time stamps. */
  readonly openedAt: number;
  /** The press that has opened it, if there was one. */
  readonly press?: MouseEvent | undefined;
  /** The element clicked last. */
  clicked?: Element;
  /** A drag that selects text may end outside of the dialog; that is no click on the backdrop. */
  beganOnBackdrop?: boolean;
}

/**
 * Closes the dialog when the shopper clicks beside it, and drops the second click of each double click.
 *
 * @returns Call it at each opening, with the press that has caused the opening.
 */
export function watchPresses(dialog: HTMLDialogElement): (press?: MouseEvent) => void {
  let presses: Presses = { openedAt: 0 };
  const drop = (event: MouseEvent) => dropStray(presses, event);
  dialog.addEventListener('mousedown', drop, true);
  dialog.addEventListener('click', drop, true);
  dialog.onpointerdown = (event) => {
    presses.beganOnBackdrop = event.target === dialog && !isEarly(presses, event);
  };
  // If the dialog closed on the press, the click would reach the page.
  dialog.onclick = ({ target }) => {
    if (presses.beganOnBackdrop && target === dialog) dialog.close();
  };
  return (press) => {
    presses = { openedAt: new Event('open').timeStamp, press };
  };
}

/** Drops the second click of a double click; its press must not move the focus either. */
function dropStray(presses: Presses, event: MouseEvent): void {
  const target = event.target as Element;
  const control = target.closest(CONTROLS);
  const early = isEarly(presses, event);
  const isAgain = event.detail > 1 && (control ?? target) !== presses.clicked;
  const isSecond = isAgain || (early && isTouch(event) && isNear(event, presses.press));
  if (isSecond || (early && !control)) event.preventDefault();
  if (isSecond) event.stopPropagation();
  else if (event.type === 'click') presses.clicked = control ?? target;
}

/** On a touch screen the second click of a double click counts as a new click. */
const isEarly = ({ openedAt }: Presses, { timeStamp }: Event) =>
  timeStamp - openedAt < DOUBLE_CLICK;

/** For touch only: a mouse marks its second click itself, in `detail`. */
const isTouch = (event: MouseEvent) => (event as PointerEvent).pointerType === 'touch';

function isNear(one: MouseEvent, other: MouseEvent | undefined): boolean {
  if (!other) return false;
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) < SAME_PLACE;
}
