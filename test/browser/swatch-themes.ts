import { expect, type Page } from '@playwright/test';

/** A theme that draws swatches, and how a shopper and a test deal with it. */
export interface SwatchTheme {
  readonly name: string;
  /** Where the product with sold-out swatches is. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What a sold-out swatch is to a screen reader. */
  readonly role: 'option' | 'button';
  /** Waits until the options are drawn. */
  whenDrawn(page: Page): Promise<void>;
  /** Presses a swatch in stock. */
  choose(page: Page, label: string): Promise<void>;
  /** What the shop's own scripts hold as chosen. */
  readChoice(page: Page): Promise<unknown[]>;
  /** Draws all swatches anew, with the same choice. */
  redraw(page: Page): Promise<void>;
}

interface AlpineData {
  selectedValues: string[];
  optionConfig: object;
}

interface ThemeWindow {
  readonly Alpine: {
    $data(element: Element): AlpineData;
    nextTick(): Promise<void>;
  };
}

const luma = {
  path: '/shop/trail-runner',
  role: 'option',
  async whenDrawn(page) {
    await expect(page.locator('[data-role=swatch-options][data-rendered=true]')).toBeAttached();
  },
  choose: (page, label) => page.getByRole('option', { name: label, exact: true }).click(),
  readChoice: (page) =>
    page.evaluate(() => {
      const marks = '.swatch-option.selected, [data-option-selected], [option-selected]';
      const fields = [...document.querySelectorAll<HTMLInputElement>('.swatch-input')];
      return [
        ...[...document.querySelectorAll(marks)].map(({ className }) => className),
        ...fields.map(({ value }) => value).filter(Boolean),
      ];
    }),
  redraw: (page) =>
    page.evaluate(() => {
      dispatchEvent(new Event('demo:rerender'));
    }),
} as const satisfies Partial<SwatchTheme>;

const hyva = {
  role: 'button',
  async whenDrawn(page) {
    const root = page
      .locator('#product_addtocart_form [x-data*=initView], [x-data*=Swatch]')
      .first();
    // Alpine starts the options only when they come into view.
    await root.scrollIntoViewIfNeeded();
    await expect(page.locator('label.swatch-option').first()).toBeVisible();
  },
  async choose(page, label) {
    const radio = page.getByRole('radio', { name: label, exact: true });
    await page.locator('label.swatch-option').filter({ has: radio }).click();
  },
  readChoice: (page) =>
    page.evaluate(() => {
      const { Alpine } = window as unknown as ThemeWindow;
      const root = document.querySelector('[x-data*=Swatch]') as Element;
      const fields = document.querySelectorAll<HTMLInputElement>('.product-option-value-input');
      return [
        ...[...fields].filter(({ checked }) => checked).map(({ value }) => value),
        ...Alpine.$data(root).selectedValues.filter(Boolean),
      ];
    }),
  redraw: (page) =>
    page.evaluate(async () => {
      const { Alpine } = window as unknown as ThemeWindow;
      const data = Alpine.$data(document.querySelector('[x-data*=Swatch]') as Element);
      const { optionConfig } = data;
      data.optionConfig = { ...optionConfig, index: {} };
      await Alpine.nextTick();
      data.optionConfig = optionConfig;
      await Alpine.nextTick();
    }),
} as const satisfies Partial<SwatchTheme>;

export const LUMA: SwatchTheme = { ...luma, name: 'Luma 2.4.6', parameters: {} };

/** Here, as in Hyvä, a choice strikes out what is not there together with it. */
export const OLD_LUMA: SwatchTheme = {
  ...luma,
  name: 'Luma 2.3.5',
  parameters: { magento: '2.3.5' },
};

export const HYVA: SwatchTheme = {
  ...hyva,
  name: 'Hyvä',
  path: '/hyva/trail-runner',
  parameters: {},
};

export const HYVA_CSP: SwatchTheme = {
  ...hyva,
  name: 'Hyvä CSP',
  path: '/hyva-csp/trail-runner',
  parameters: {},
};

export const SWATCH_THEMES = [LUMA, OLD_LUMA, HYVA, HYVA_CSP];
