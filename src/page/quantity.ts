/** What else a form sends; a stepper may be made of buttons. */
const FIELD = 'input:not([type=hidden], [type=button]), select, textarea';

/** What a quantity's box may hold beside the field. */
const OWN = 'label, button, [type=button], [role=button], svg, script, style, template';

/**
 * A quantity with all that is there for its sake: the outermost box around the field that holds no other field, no
 * button to add to the cart and no words of something else, and the labels outside of it.
 */
export function findQuantity(
  field: HTMLInputElement,
  cartButtons: readonly Element[],
): HTMLElement[] {
  let box: HTMLElement = field;
  for (
    let outer = box.parentElement;
    outer && !outer.matches('form, body') && isOwn(outer, box, field, cartButtons);
    outer = box.parentElement
  ) {
    box = outer;
  }
  return [box, ...[...(field.labels ?? [])].filter((label) => !box.contains(label))];
}

function isOwn(
  outer: Element,
  inner: Element,
  field: Element,
  cartButtons: readonly Element[],
): boolean {
  if (cartButtons.some((button) => outer.contains(button))) return false;
  if ([...outer.querySelectorAll(FIELD)].some((other) => other !== field)) return false;
  if (outer.querySelector('.price, [data-price-amount]')) return false;
  if (/qty|quantity/i.test(outer.className)) return true;
  return [...outer.childNodes].every((node) => {
    if (node === inner || (node instanceof Element && node.matches(OWN))) return true;
    return node.nodeType === Node.COMMENT_NODE || !/[\p{L}\p{N}]/u.test(node.textContent ?? '');
  });
}
