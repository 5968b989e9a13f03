/** Pressing a button that stands in one of these would press that as well. */
const PRESSABLE = 'a, button, label, summary';

/** The line of a label is in one of these, and never one of them itself. */
const PAGE = 'body, main, [role=main], form';

/** Parts of a page of which the same holds, unless a theme has made one of the label alone. */
const SECTION = 'section, article, .column, .product-info-main';

/** What a product's column or tile has beside its label: a box with one of these is more than the label's own. */
const PRODUCT_PART =
  'h1, h2, h3, h4, img, .stock, .price-box, [class*=sku], [class*=description], .product-item-name, .product-item-link';

/**
 * The box after which something gets a line of its own, near this element. A label stands in boxes of its own, which may
 * be as wide as it (flex items, for example): what is put into them would move it. So this is the outermost of them, in
 * the first box that holds more of the product and lays it out line by line.
 */
export function findLine(element: Element, area: Element): Element {
  let line = element;
  for (let box = line.parentElement; box && line !== area; box = line.parentElement) {
    if (box === area || box.matches(PAGE)) break;
    if (holdsOther(box, element)) {
      if (box.matches(SECTION) || (isStacked(box) && !box.closest(PRESSABLE))) break;
    }
    line = box;
  }
  return line;
}

function holdsOther(box: Element, element: Element): boolean {
  return [...box.querySelectorAll(PRODUCT_PART)].some(
    (part) => !part.contains(element) && !element.contains(part),
  );
}

/** Whether what a box holds stands below one another. */
function isStacked(box: Element): boolean {
  const { display, flexDirection, gridTemplateColumns } = getComputedStyle(box);
  if (display === 'flex') return /^column/.test(flexDirection);
  if (display === 'grid') return !/\d\S* +\S/.test(gridTemplateColumns);
  return /^(block|flow-root|list-item|table-cell)$/.test(display);
}
