import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';

// The modal has the colours that the shop's button has at rest, whatever the pointer and the focus do to it.

const REST = 'rgb(0, 90, 0)';

/** Gives the shop's buttons these rules. */
const addRules = (page: Page, rules: string) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, rules);

const BUTTON = '.action.primary.btn';

const rest = `${BUTTON} { background: ${REST} !important; color: rgb(250, 250, 250) !important; }`;

const THEMES: Readonly<Record<string, string>> = {
  'by :hover, :focus and :active': `${rest}
    ${BUTTON}:is(:hover, :focus, :active) { background: rgb(200, 0, 0) !important; color: rgb(0, 0, 0) !important; }`,
  'by a slow transition': `${rest}
    ${BUTTON} { transition: background-color 60s, color 60s; }
    ${BUTTON}:is(:hover, :focus) { background: rgb(200, 0, 0) !important; color: rgb(0, 0, 0) !important; }`,
  'by an animation at the beginning': `${rest.replaceAll(' !important', '')}
    @keyframes arrive { from { background: rgb(200, 0, 0); color: rgb(0, 0, 0); } }
    ${BUTTON} { animation: arrive 60s; }`,
  'by a class that a script gives it': `${rest}
    ${BUTTON}.hovered { background: rgb(200, 0, 0) !important; color: rgb(0, 0, 0) !important; }`,
};

for (const [name, rules] of Object.entries(THEMES)) {
  for (const way of ['mouse', 'keyboard']) {
    test(
      `a theme that changes its button ${name}: the modal opened by the ${way}`,
      atLengthUnless(
        name === (way === 'mouse' ? 'by a slow transition' : 'by :hover, :focus and :active'),
      ),
      async ({ page, openProduct, widget }) => {
        await openProduct('camp-lantern');
        await expect(widget.button).toBeVisible();
        await addRules(page, rules);
        await widget.button.evaluate((button) => {
          for (const type of ['mouseenter', 'focus']) {
            button.addEventListener(type, () => button.classList.add('hovered'));
          }
        });
        const markup = await widget.button.evaluate((button) => button.parentElement?.outerHTML);
        if (way === 'mouse') await widget.button.click();
        else await widget.button.press('Enter');
        await expect(widget.submit).toHaveCSS('background-color', REST);
        await expect(widget.submit).toHaveCSS('color', 'rgb(250, 250, 250)');
        const wrapper = page.locator('.back-in-stock');
        expect((await wrapper.evaluate((found) => found.outerHTML)).replace(' hovered', '')).toBe(
          markup,
        );
        await page.keyboard.press('Escape');
        await expect(widget.button).toBeFocused();
      },
    );
  }
}

test(
  'a theme that changes its colours meanwhile has its new ones in the modal',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await openProduct('camp-lantern');
    await widget.button.click();
    await widget.close.click();
    await addRules(page, rest);
    await widget.button.click();
    await expect(widget.submit).toHaveCSS('background-color', REST);
  },
);

test(
  'a button without a background of its own says nothing about the shop’s colours',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await openProduct('camp-lantern');
    await expect(widget.button).toBeVisible();
    await addRules(
      page,
      `${BUTTON} { background: none !important; color: blue !important; }
     ${BUTTON}:hover { background: rgb(200, 0, 0) !important; }`,
    );
    await widget.button.click();
    await expect(widget.submit).toHaveCSS('background-color', 'rgb(34, 34, 34)');
  },
);
