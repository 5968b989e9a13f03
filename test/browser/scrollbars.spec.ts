import config from '../../playwright.config.ts';
import { atLengthUnless } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';

// Scroll bars that take space, as on Windows and Linux; Playwright hides them.
test.use({
  launchOptions: { ...config.use?.launchOptions, ignoreDefaultArgs: ['--hide-scrollbars'] },
});

/** Where the parts of the page are, from side to side. */
const places = (page: Page) =>
  page.locator('body, header, main, footer, h1').evaluateAll((parts) =>
    parts.map((part) => {
      const { left, right } = part.getBoundingClientRect();
      return [left, right];
    }),
  );

const LONG = { width: 1280, height: 500 };
const SHORT = { width: 1280, height: 4000 };

for (const { path, size, css } of [
  { path: '/shop/camp-lantern', size: LONG },
  { path: '/shop/camp-lantern', size: SHORT },
  { path: '/shop/camp-lantern', size: LONG, css: 'body { overflow-x: hidden; }' },
  { path: '/shop/camp-lantern', size: LONG, css: 'body { overflow-y: scroll; }' },
  { path: '/shop/camp-lantern', size: SHORT, css: 'html { overflow-y: scroll; }' },
  { path: '/hyva/camp-lantern', size: LONG },
  { path: '/hyva/camp-lantern', size: SHORT },
  { path: '/hyva-csp/camp-lantern', size: SHORT },
  {
    path: '/hyva/camp-lantern',
    size: SHORT,
    css: ':root { scrollbar-gutter: stable both-edges; }',
  },
]) {
  const kind = size === LONG ? 'that scrolls' : 'that is all in sight';
  test(
    `${path}, a page ${kind}, ${css ?? 'as it is'}: nothing moves when the form opens and closes`,
    atLengthUnless(path === '/shop/camp-lantern' && css === undefined),
    async ({ page, openPage, widget }) => {
      await page.setViewportSize(size);
      await openPage(path);
      await expect(widget.button).toBeVisible();
      if (css) await page.addStyleTag({ content: css });
      // Two sides of the page are the window's but for what a scroll bar takes.
      const isTaken = await page.evaluate(
        () => document.body.getBoundingClientRect().width < innerWidth,
      );
      expect(isTaken).toBe(size === LONG || css !== undefined || path.startsWith('/hyva'));
      const before = await places(page);
      await widget.button.click();
      await expect(widget.dialog).toBeVisible();
      expect(await places(page)).toEqual(before);
      await page.keyboard.press('Escape');
      await expect(widget.dialog).toHaveCount(0);
      expect(await places(page)).toEqual(before);
      for (const element of ['html', 'body']) {
        expect(await page.locator(element).first().getAttribute('style')).toBeNull();
      }
    },
  );
}
