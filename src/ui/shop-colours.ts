/**
 * Reads which colours the shop's theme gives to what matters: those of the button at rest. The pointer and the focus are on
 * the button that was pressed, and its colours may be on their way; so they are read from a twin at its side, which is gone
 * before anything is drawn.
 *
 * @param classes What the button was made with. A script of the theme may mark by a class what the pointer is on.
 * @returns `accent` and `contrast`; nothing where the button has no colour of its own, which says nothing about the shop's.
 */
export function readShopColours(
  button: Element,
  classes: string,
): Readonly<Record<string, string>> {
  const twin = button.cloneNode() as HTMLElement;
  twin.className = classes;
  twin.style.setProperty('animation', 'none', 'important');
  twin.style.setProperty('transition', 'none', 'important');
  button.parentElement?.append(twin);
  const { backgroundColor: accent, color: contrast } = getComputedStyle(twin);
  const isSeen = accent && contrast && !/a.* 0\)/.test(accent);
  const colours = isSeen ? { accent, contrast } : {};
  twin.remove();
  return colours;
}
