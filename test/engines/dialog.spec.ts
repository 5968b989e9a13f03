import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { EMAIL } from '../browser/subscription.ts';
import { expect, test } from './fixtures.ts';
import type { Shopper } from './shopper.ts';

// What a shopper does with keys and pointer, where engines differ most.

/** Presses Tab until the button has the focus. */
async function tabToButton({ tab, look }: Shopper): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    await tab.press('Tab');
    if ((await look()).button?.isFocused) return;
  }
  throw new Error('Tab does not reach the button.');
}

/** Opens the form of a simple product by the mouse. */
async function openForm(shopper: Shopper, path = '/shop/camp-lantern'): Promise<void> {
  await shopper.open(path);
  await shopper.click('button');
  await shopper.waitFor('email');
}

/** Clicks on the backdrop until the form is gone: right after the opening a click there may belong to the opening. */
async function clickBackdrop({ tab, look }: Shopper): Promise<void> {
  let x = 5;
  await expect
    .poll(async () => {
      // Never twice at the same place, which could be a double click.
      x += 10;
      if ((await look()).dialog) await tab.click({ x, y: 5 });
      return (await look()).dialog;
    })
    .toBeUndefined();
}

for (const path of ['/shop/trail-runner', '/hyva/trail-runner']) {
  test(`${path}, keyboard alone: to the button, through the form, and back`, async ({
    shopper,
    shop,
  }) => {
    const { tab } = shopper;
    await shopper.open(path);
    await shopper.waitFor('button');
    await tabToButton(shopper);
    await tab.press('Enter');
    await shopper.expectFocus('variant');
    // A letter chooses without the browser's own list.
    await tab.type('R');
    await tab.press('Tab');
    await shopper.expectFocus('email');
    await tab.type(EMAIL);
    await tab.press('Tab');
    await shopper.expectFocus('submit');
    await tab.press('Space');
    await shopper.expectText('submit', DEFAULT_TEXTS.done);
    await shopper.expectFocus('submit');
    expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant: '2003', store: '1' }]);
    await tab.press('Enter');
    await shopper.waitUntilGone('dialog');
    await shopper.expectFocus('button');
  });
}

/** Where the focus goes with Tab, step by step: a part of the form, or nothing. It must not be on the page. */
async function walk({ tab, look }: Shopper, steps: number, isShifted: boolean): Promise<string[]> {
  const parts = ['close', 'variant', 'email', 'submit'] as const;
  const places: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    await tab.press('Tab', isShifted);
    const view = await look();
    places.push(parts.find((part) => view[part]?.isFocused) ?? 'nothing');
    const owner = await tab.evaluate(() => document.activeElement?.localName);
    expect(owner).toMatch(/^(back-in-stock-modal|body)$/);
  }
  return places;
}

// Between the last part and the first, a keyboard visits the browser's own controls. Firefox's driver gives keys to the page
// even then, so that a row cannot go all the way round in it.
test('Tab goes from part to part, and to nothing of the page', async ({ shopper }) => {
  await openForm(shopper, '/shop/trail-runner');
  await shopper.tab.evaluate(() => testPage.find('close').focus());
  const places = await walk(shopper, 10, false);
  expect(places.slice(0, 3)).toEqual(['variant', 'email', 'submit']);
});

test('Shift+Tab goes back from part to part, and to nothing of the page', async ({ shopper }) => {
  await openForm(shopper, '/shop/trail-runner');
  await shopper.tab.evaluate(() => testPage.find('submit').focus());
  const places = await walk(shopper, 10, true);
  expect(places.slice(0, 3)).toEqual(['email', 'variant', 'close']);
});

test('a missing and a malformed address: told at the field, which gets the focus', async ({
  shopper,
  shop,
}) => {
  await openForm(shopper);
  for (const [email, text] of [
    ['', DEFAULT_TEXTS.emailMissing],
    ['sam@', DEFAULT_TEXTS.emailMalformed],
  ] as const) {
    await shopper.typeEmail(email);
    await shopper.tab.press('Enter');
    await expect.poll(async () => (await shopper.look()).email?.description).toContain(text);
    const { email: field } = await shopper.look();
    expect(field).toMatchObject({ isInvalid: true, isFocused: true, value: email });
  }
  expect(shop.sandbox.requests).toEqual([]);
});

test('Escape closes, keeps what was typed, and the focus is back on the button', async ({
  shopper,
}) => {
  await openForm(shopper);
  await shopper.typeEmail('sam@');
  await shopper.tab.press('Escape');
  await shopper.waitUntilGone('dialog');
  await shopper.expectFocus('button');
  await shopper.tab.press('Enter');
  await shopper.expectFocus('email');
  expect((await shopper.look()).email?.value).toBe('sam@');
});

test('the cross closes, and the focus is back on the button', async ({ shopper }) => {
  await openForm(shopper);
  await shopper.click('close');
  await shopper.waitUntilGone('dialog');
  await shopper.expectFocus('button');
});

test('the focus is on the new button when the theme has replaced the old one meanwhile', async ({
  shopper,
}) => {
  await openForm(shopper);
  await shopper.tab.evaluate(() => {
    (window as unknown as { replaceProductArea(): void }).replaceProductArea();
  });
  await shopper.waitFor('button');
  await shopper.expectFocus('email');
  await shopper.tab.press('Escape');
  await shopper.waitUntilGone('dialog');
  await shopper.expectFocus('button');
});

test('a drag from the field to the backdrop selects text; a click on the backdrop closes', async ({
  shopper,
}) => {
  const { tab } = shopper;
  await openForm(shopper);
  await shopper.typeEmail(EMAIL);
  const { box } = await shopper.waitFor('email');
  const middle = box.y + box.height / 2;
  await tab.drag({ x: box.x + 100, y: middle }, { x: box.x - 80, y: 5 });
  // The press has arrived: it has selected the begin of the address, which a typed letter replaces.
  await tab.type('x');
  const { email } = await shopper.look();
  expect(email?.value.length).toBeLessThan(EMAIL.length);
  expect(EMAIL.endsWith(email?.value.slice(1) ?? '')).toBe(true);
  await shopper.waitFor('dialog');
  await clickBackdrop(shopper);
  await shopper.expectFocus('button');
});

test('a double click on the button opens the form, and it stays open', async ({ shopper }) => {
  await shopper.open('/shop/camp-lantern');
  const { box } = await shopper.waitFor('button');
  await shopper.tab.doubleClick({ x: box.x + 5, y: box.y + 5 });
  await shopper.expectFocus('email');
  await shopper.waitFor('dialog');
});

test('the page behind does not scroll while the form is open, and does after', async ({
  shopper,
}) => {
  const { tab } = shopper;
  await tab.resize(800, 500);
  await shopper.open('/shop/camp-lantern');
  await shopper.waitFor('button');
  await tab.evaluate(() => scrollTo({ top: 120, behavior: 'instant' }));
  await shopper.click('button');
  await shopper.expectFocus('email');
  const { scroll: before } = await shopper.look();
  expect(before).toBeGreaterThan(0);
  await tab.scrollDown({ x: 5, y: 5 }, 300);
  await tab.press('PageDown');
  await tab.press('End');
  // What the input has caused is drawn by now.
  await tab.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  expect((await shopper.look()).scroll).toBe(before);

  await tab.press('Escape');
  await shopper.waitUntilGone('dialog');
  expect((await shopper.look()).scroll).toBe(before);
  await expect
    .poll(() => tab.evaluate(() => document.documentElement.getAttribute('style')))
    .toBeNull();
  await expect
    .poll(async () => {
      // WebKit may not know yet that the page scrolls again, and a shopper goes on turning the wheel.
      await tab.scrollDown({ x: 5, y: 5 }, 60);
      return (await shopper.look()).scroll;
    })
    .toBeGreaterThan(before);
});
