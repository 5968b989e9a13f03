import type { TriggerOptions } from '../configuration/options.ts';

/**
 * The look of a text link. Themes give every `<button>` the look of a button, and none has classes that undo that, so
 * these rules have to win over the theme's. The outline and the shadow stay the theme's: they show the focus.
 */
const LINK =
  'background:none;border:0;padding:0;font:inherit;text-align:start;text-transform:none;text-decoration:underline';

/** Gives a button its look: that of the shop's button, or that of a hint, which must be on the page. */
export function dress(
  page: Document,
  button: HTMLElement,
  { classes, width, hint, hintClasses }: TriggerOptions,
  isHint: boolean,
): void {
  const { style } = button;
  const isLine = isHint && hint !== 'button';
  const isLink = isLine && !hintClasses;
  button.className = isLine ? hintClasses : classes;
  // The height is the least of what can be pressed, by success criterion 2.5.8 of WCAG 2.2.
  style.cssText = isLine ? `min-height:24px;${isLink ? LINK : ''}` : '';
  if (isLink) style.color = readLinkColour(page, button);
  else if (!isLine) style.width = width;
}

/** Reads the colour that the theme gives to links beside the button, from a link that the browser never draws. */
function readLinkColour(page: Document, button: Element): string {
  const link = page.createElement('a');
  link.href = '#';
  button.before(link);
  const { color } = getComputedStyle(link);
  link.remove();
  return color;
}
