import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, type Page } from './fixtures.ts';

/** Everything that axe finds on the whole page, the modal's shadow root included. */
export async function findViolations(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).analyze();
  expect(passes.length).toBeGreaterThan(0);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** What of the widget is to be looked at: the open form, else the button. */
export async function findWidget(page: Page): Promise<Locator> {
  const dialog = page.getByRole('dialog');
  return (await dialog.count()) ? dialog : page.locator('.back-in-stock');
}

/** Lists the texts that leave the screen, or the element that they are in. */
export const listCutTexts = (part: Locator): Promise<string[]> =>
  part.evaluate((root) => {
    const isRead = (element: Element) =>
      element.checkVisibility() && getComputedStyle(element).clipPath === 'none';
    const blockOf = (element: Element): Element =>
      getComputedStyle(element).display === 'inline' && element.parentElement
        ? blockOf(element.parentElement)
        : element;
    const isCut = (element: Element, text: Text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const written = range.getBoundingClientRect();
      const block = blockOf(element);
      const own = block.getBoundingClientRect();
      const isOut = (place: { left: number; right: number }) =>
        written.left < place.left - 1 || written.right > place.right + 1;
      // Less than this is the space around the glyphs of a low line.
      const tolerance = Number.parseFloat(getComputedStyle(block).fontSize) / 2;
      const isTooHigh = block.scrollHeight > block.clientHeight + tolerance;
      return isOut(own) || isTooHigh || isOut({ left: 0, right: innerWidth });
    };
    const cut: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const element = text.parentElement as Element;
      // What a list of options shows is the browser's.
      const isOurs = text.data.trim() && !element.closest('select') && isRead(element);
      if (isOurs && isCut(element, text)) cut.push(text.data);
    }
    return cut;
  });

const CONTROLS = 'button, input, select, a[href]';

/** Lists the controls that are smaller than WCAG 2.2 lets them be, in success criterion 2.5.8. Links in a text may be. */
export const listSmallControls = (part: Locator): Promise<string[]> =>
  part.locator(CONTROLS).evaluateAll((controls) =>
    controls
      .filter((control) => control.checkVisibility() && !control.matches('a'))
      .filter((control) => {
        const { width, height } = control.getBoundingClientRect();
        return Math.min(width, height) < 24;
      })
      .map((control) => control.outerHTML),
  );

/** Lists the controls that cannot get the focus, or are not wholly in sight once they have it. */
export const listUnreachable = (part: Locator): Promise<string[]> =>
  part.locator(CONTROLS).evaluateAll((controls) =>
    controls
      .filter((control) => control.checkVisibility())
      .filter((control) => {
        (control as HTMLElement).focus();
        const root = control.getRootNode() as Document | ShadowRoot;
        if (root.activeElement !== control) return true;
        const { left, right, top, bottom } = control.getClientRects()[0] as DOMRect;
        const isInSight = left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
        const found = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        return !isInSight || !(found && (control.contains(found) || found.contains(control)));
      })
      .map((control) => control.outerHTML),
  );

/** Asserts that nothing of the page or of the widget lies outside of the screen's width. */
export async function expectReflow(page: Page, part: Locator): Promise<void> {
  const isWithin = (element: Element) => element.scrollWidth <= element.clientWidth;
  expect(await page.locator('html').evaluate(isWithin), 'the page').toBe(true);
  expect(await part.evaluate(isWithin), 'the widget').toBe(true);
  expect(await listCutTexts(part)).toEqual([]);
}
