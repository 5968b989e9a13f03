import type { Locator, Page } from '@playwright/test';
import { LOCALES } from '../../build/locales.ts';
import type { TranslatedTexts } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, takeComplaints, test } from './fixtures.ts';

// Every language, as its file brings it, on the narrowest phone: nothing is cut off, and nothing makes the page wider.

test.use({ viewport: { width: 320, height: 640 } });

/** From right to left, which is least like English. */
const IN_SHORT_RUN = ['ar'];

const WIDE = ['ja', 'ko', 'zh-Hans'];

const RIGHT_TO_LEFT = ['ar', 'he'];

/** Both boxes, the longest sentence as the small print, and failures that are shown at once. */
const describeSettings = (texts: TranslatedTexts) => ({
  retries: 0,
  outbox: false,
  newsletterList: 'LIST01',
  texts: { consent: `[${texts.newsletter}](/privacy)`, footer: texts.kept },
});

/** The texts in the dialog that do not fit into their element, or that are outside of the dialog. */
const listCutOff = (dialog: Locator): Promise<readonly string[]> =>
  dialog.evaluate((root) => {
    const frame = root.getBoundingClientRect();
    const elements = [root, ...root.querySelectorAll<HTMLElement>('*')].filter(
      (element) => element.getClientRects().length && !element.matches('svg, svg *, option'),
    );
    const isCutOff = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      const isOutside = left < frame.left - 1 || right > frame.right + 1;
      // The text of an inline element is in the box of its parent. A label for screen readers is cut off on purpose.
      const isBox = element.clientWidth > 1;
      return isOutside || (isBox && element.scrollWidth > element.clientWidth + 1);
    };
    return elements.filter(isCutOff).map((element) => `${element.tagName} ${element.textContent}`);
  });

/** The parts of the chosen entry that the select has no room for, in pixels. */
const measureHiddenPrompt = (select: Locator): Promise<number> =>
  select.evaluate((element: HTMLSelectElement) => {
    const { font, paddingLeft, paddingRight } = getComputedStyle(element);
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) throw new Error('There is no canvas.');
    canvas.font = font;
    const { width } = canvas.measureText(element.selectedOptions[0]?.text ?? '');
    const room =
      element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    return Math.max(0, width - room);
  });

/** Where the page is wider than the screen because of the widget's button. */
async function expectButtonToFit(page: Page, button: Locator): Promise<void> {
  const box = await button.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
  const sizes = await button.evaluate((element) => [element.scrollWidth, element.scrollHeight]);
  const room = await button.evaluate((element) => [element.clientWidth, element.clientHeight]);
  expect(sizes[0]).toBeLessThanOrEqual((room[0] ?? 0) + 1);
  expect(sizes[1]).toBeLessThanOrEqual((room[1] ?? 0) + 1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
}

/**
 * Gives the letters of an element the width that they have in fonts for Chinese, Japanese and Korean, which the computer
 * of the tests may not have.
 */
const widenLetters = (element: Locator): Promise<void> =>
  element.evaluate((widened: HTMLElement) => {
    const canvas = document.createElement('canvas').getContext('2d');
    if (!canvas) throw new Error('There is no canvas.');
    canvas.font = '100px sans-serif';
    const missing = 1 - canvas.measureText('\u6f22').width / 100;
    widened.style.setProperty('letter-spacing', `${Math.max(0, missing)}em`);
  });

for (const [tag, texts] of Object.entries(LOCALES)) {
  const dir = RIGHT_TO_LEFT.includes(tag) ? 'rtl' : 'ltr';

  test(
    `${tag}: nothing is cut off, from the button to the result`,
    atLengthUnless(IN_SHORT_RUN.includes(tag)),
    async ({ page, openProduct, widget, shop, complaints }) => {
      const { dialog, status, submit } = widget;
      const open = async (name: string, text: string) => {
        await openProduct(name, { lang: tag, options: JSON.stringify(describeSettings(texts)) });
        await expect(page.locator(`html:dir(${dir})`)).toHaveCount(1);
        const trigger = page.getByRole('button', { name: text, exact: true });
        await expect(trigger).toBeVisible();
        if (WIDE.includes(tag)) await widenLetters(trigger);
        await expectButtonToFit(page, trigger);
        return trigger;
      };
      await open('camp-lantern', texts.trigger);
      const hint = await open('trail-runner', texts.hint.replace('{attributes}', 'Colour / Size'));

      await hint.click();
      await expect(dialog.getByText(texts.body, { exact: true })).toBeVisible();
      const email = dialog.getByRole('textbox', { name: texts.emailLabel, exact: true });
      const variant = dialog.getByRole('combobox');
      await expect(submit).toHaveText(texts.submit);
      if (WIDE.includes(tag)) await Promise.all([dialog, submit].map(widenLetters));
      expect(await measureHiddenPrompt(variant)).toBe(0);
      expect(await listCutOff(dialog)).toEqual([]);
      const close = dialog.getByRole('button', { name: texts.close, exact: true });
      const isAtTheLeft = ((await close.boundingBox())?.x ?? 0) < 160;
      expect(isAtTheLeft).toBe(dir === 'rtl');

      await submit.click();
      await expect(email).toHaveAccessibleDescription(texts.emailMissing);
      await expect(variant).toHaveAccessibleDescription(texts.variantMissing);
      await expect(dialog.getByText(texts.consentMissing, { exact: true })).toBeVisible();
      await email.fill('sam');
      await submit.click();
      await expect(email).toHaveAccessibleDescription(texts.emailMalformed);
      expect(await listCutOff(dialog)).toEqual([]);

      await variant.selectOption('Red / 42');
      await email.fill('sam@example.com');
      await dialog.getByRole('checkbox').last().check();
      shop.sandbox.setMode('503');
      await submit.click();
      await expect(status).toHaveText(texts.serverError);
      await takeComplaints(complaints, ['503']);
      await expect(submit).toHaveText(texts.retry);
      expect(await listCutOff(dialog)).toEqual([]);

      shop.sandbox.setMode('normal');
      await submit.click();
      await expect(status).toHaveText(texts.success);
      await expect(submit).toHaveText(texts.done);
      expect(await listCutOff(dialog)).toEqual([]);
    },
  );
}

/** The lines of a text as the browser has drawn them. */
const readLines = (text: Locator): Promise<readonly string[]> =>
  text.evaluate(({ firstChild }) => {
    const lines: string[] = [];
    const range = document.createRange();
    let bottom = Number.NEGATIVE_INFINITY;
    for (const [index, letter] of [...(firstChild?.textContent ?? '')].entries()) {
      range.setStart(firstChild as Text, index);
      range.setEnd(firstChild as Text, index + 1);
      const box = range.getBoundingClientRect();
      if (box.top >= bottom) lines.push('');
      // A blank at the end of a line has no box.
      bottom = Math.max(bottom, box.bottom);
      lines.push(`${lines.pop() ?? ''}${letter}`);
    }
    return lines;
  });

/** What must not begin a line in Chinese and Japanese, and what must not end one. */
const NEVER_FIRST = /^[。、，？！：；…）」』ー]/;
const NEVER_LAST = /[（「『]$/;

for (const tag of ['ja', 'zh-Hans'] as const) {
  for (const theme of ['shop', 'hyva']) {
    test(
      `${tag}, ${theme}: lines break between words without blanks, and none begins with a full stop`,
      AT_LENGTH,
      async ({ page, openPage, widget }) => {
        const texts = LOCALES[tag];
        const footer = texts.kept.repeat(4);
        const options = JSON.stringify({ store: '1', locale: tag, texts: { footer } });
        await openPage(`/${theme}/camp-lantern`, { lang: tag, options });
        const trigger = page.getByRole('button', { name: texts.trigger, exact: true });
        await expect(trigger).toBeVisible();
        await widenLetters(trigger);
        const onButton = await readLines(trigger);
        await trigger.click();
        await widenLetters(widget.dialog);
        const body = await readLines(widget.dialog.getByText(texts.body, { exact: true }));
        // A syllable and a full stop are no line.
        expect(body.at(-1)?.length).toBeGreaterThan(2);
        const inForm = await readLines(widget.dialog.getByText(footer, { exact: true }));
        expect(inForm.length).toBeGreaterThan(6);
        const lines = [...onButton, ...body, ...inForm];
        expect(lines.filter((line) => NEVER_FIRST.test(line) || NEVER_LAST.test(line))).toEqual([]);
      },
    );
  }
}

for (const tag of ['de', 'fi'] as const) {
  for (const theme of ['shop', 'hyva']) {
    test(
      `${tag}, ${theme}: long words fit into a line, and none is broken`,
      AT_LENGTH,
      async ({ page, openPage, widget }) => {
        const texts = LOCALES[tag];
        const options = JSON.stringify({ store: '1', texts: { footer: texts.kept } });
        await openPage(`/${theme}/trail-runner`, { lang: tag, options });
        const trigger = page.locator('.back-in-stock button');
        await expect(trigger).toBeVisible();
        // A line that is not the last one ends with a blank, or else its last word goes on in the next line.
        const lines = (await readLines(trigger)).slice(0, -1);
        await trigger.click();
        for (const text of [texts.body, texts.kept, texts.emailLabel, texts.submit]) {
          const drawn = await readLines(widget.dialog.getByText(text, { exact: true }));
          lines.push(...drawn.slice(0, -1));
          expect(drawn.join('')).toBe(text);
        }
        expect(lines.length).toBeGreaterThan(2);
        expect(lines.filter((line) => !/[\s-]$/.test(line))).toEqual([]);
      },
    );
  }
}
