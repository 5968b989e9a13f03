import { expect } from '@playwright/test';
import type { RunningShop } from '../../demo/server.ts';
import { OPTIONS } from '../browser/readiness.ts';
import type { BrowserTab, Point } from './drivers/browser-tab.ts';

export type PartName = 'button' | 'dialog' | 'variant' | 'email' | 'submit' | 'close' | 'status';

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A part of the widget that is drawn. */
export interface Part {
  readonly text: string;
  readonly value: string;
  readonly box: Box;
  readonly isFocused: boolean;
  readonly isInvalid: boolean;
  /** The text of the element that labels it. */
  readonly name: string;
  /** The texts of the elements that describe it. */
  readonly description: string;
  /** What a select offers, without its first, empty entry. */
  readonly options: readonly string[];
}

/** What a shopper sees, as `page-script.js` tells it. */
export interface View extends Partial<Readonly<Record<PartName, Part>>> {
  readonly isMoving: boolean;
  readonly scroll: number;
  readonly size: { readonly width: number; readonly height: number };
}

/** What `page-script.js` gives to the tests. */
export interface TestPage {
  find(part: PartName): HTMLElement;
  look(): View;
  /** What has gone wrong since the last call. */
  takeComplaints(): string[];
}

declare global {
  const testPage: TestPage;
}

/** A shopper before one tab of a browser. */
export interface Shopper {
  readonly tab: BrowserTab;
  /** Opens a page of the shop once nothing of earlier requests is left; the page before it had nothing to complain of. */
  open(path: string, parameters?: Readonly<Record<string, string>>): Promise<void>;
  look(): Promise<View>;
  /** Waits until the part is drawn and nothing moves. */
  waitFor(part: PartName): Promise<Part>;
  /** Waits until the part is gone. */
  waitUntilGone(part: PartName): Promise<void>;
  /** Scrolls to the part, and clicks in its middle. */
  click(part: PartName): Promise<void>;
  /** Chooses the variant with this label, as its list does when it closes. */
  choose(label: string): Promise<void>;
  /** Types an e-mail address in place of what is in the field. */
  typeEmail(email: string): Promise<void>;
  expectText(part: PartName, text: string): Promise<void>;
  expectFocus(part: PartName): Promise<void>;
  /** Waits until nothing of a subscription is left in the browser. */
  expectNothingKept(): Promise<void>;
  /**
   * Expects exactly these warnings and errors on the page, each named by a part of it, and takes them out. At the end of a
   * row none may be left, and nothing may have been asked of another machine.
   */
  takeComplaints(expected: readonly string[]): Promise<void>;
}

const centreOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

export function createShopper(tab: BrowserTab, shop: RunningShop): Shopper {
  const look = () => tab.evaluate(() => testPage.look());
  const shopper: Shopper = {
    tab,
    async open(path, parameters = {}) {
      shop.sandbox.reset();
      // Magento's widgets start soon instead of after seconds.
      const query = new URLSearchParams({ delay: '50', ...parameters });
      await tab.goto(`${shop.origin}${path}?${query}`);
      // They push what is below them down, away from the pointer.
      await expect.poll(() => tab.evaluate(hasDrawnOptions, OPTIONS)).toBe(true);
    },
    look,
    waitFor: (part) => waitFor(shopper, part),
    waitUntilGone: (part) =>
      expect.poll(async () => (await look())[part], { message: `${part} is gone` }).toBeUndefined(),
    async click(part) {
      await shopper.waitFor(part);
      await tab.evaluate(
        (name) => testPage.find(name).scrollIntoView({ block: 'center', behavior: 'instant' }),
        part,
      );
      await tab.click(centreOf((await shopper.waitFor(part)).box));
    },
    choose: (label) => tab.evaluate(chooseOption, label),
    async typeEmail(email) {
      await shopper.click('email');
      await tab.evaluate(() => (testPage.find('email') as HTMLInputElement).select());
      await tab.type(email);
    },
    expectText: (part, text) =>
      expect.poll(async () => (await look())[part]?.text, { message: part }).toBe(text),
    expectFocus: (part) =>
      expect
        .poll(async () => (await look())[part]?.isFocused, { message: `${part} has the focus` })
        .toBe(true),
    expectNothingKept: () => expect.poll(() => tab.evaluate(listKept)).toEqual([]),
    async takeComplaints(expected) {
      const complaints = await tab.evaluate(() => testPage.takeComplaints());
      expect(complaints).toEqual(expected.map((part) => expect.stringContaining(part)));
    },
  };
  return shopper;
}

/** Waits until a part is drawn and has stood still from one look to the next. */
async function waitFor(shopper: Shopper, name: PartName): Promise<Part> {
  let before: Part | undefined;
  let now: Part | undefined;
  await expect
    .poll(
      async () => {
        before = now;
        const view = await shopper.look();
        now = view.isMoving ? undefined : view[name];
        return now !== undefined && JSON.stringify(now.box) === JSON.stringify(before?.box);
      },
      { message: `${name} stands still`, intervals: [30] },
    )
    .toBe(true);
  return now as unknown as Part;
}

/** Whether the theme has drawn the product's options, if it has any. */
const hasDrawnOptions = (options: typeof OPTIONS): boolean =>
  options.every(
    ([place, drawn]) => !document.querySelector(place) || document.querySelector(drawn),
  );

/** The list of a select is the browser's own window, which no driver reaches. */
function chooseOption(label: string): void {
  const select = testPage.find('variant') as HTMLSelectElement;
  const option = [...select.options].find(({ text }) => text === label);
  if (!option) throw new Error(`"${label}" is not on offer.`);
  select.value = option.value;
  select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** The subscriptions that are kept in the shopper's browser. */
const listKept = () => Object.keys(localStorage).filter((key) => key.startsWith('back-in-stock:'));
