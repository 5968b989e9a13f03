/** How long the height of the dialog takes to change, in milliseconds. */
const DURATION = 200;

/** The change of each dialog's height that is under way. */
const changes = new WeakMap<HTMLDialogElement, Animation>();

/**
 * Makes a change of the content, and lets an open dialog take its new height gradually, unless the shopper wants no motion:
 * a mistake or a result must not make the form jump.
 */
export function changeCalmly(dialog: HTMLDialogElement, change: () => void): void {
  const before = dialog.offsetHeight;
  change();
  changes.get(dialog)?.cancel();
  const after = dialog.offsetHeight;
  if (!dialog.open || before === after || !wantsMotion()) return;
  const height = [`${before}px`, `${after}px`];
  const options = { duration: DURATION, easing: 'ease-out' };
  // No scroll bar appears meanwhile.
  changes.set(dialog, dialog.animate({ height, overflow: ['hidden', 'hidden'] }, options));
}

const wantsMotion = () => matchMedia('(prefers-reduced-motion: no-preference)').matches;
