import type { Page } from '@playwright/test';

/** Where a page changes all by itself. */
export const BUSY_PLACES = {
  header: '.page-header',
  gallery: '.product.media, .gallery, body',
  price: '.price-box .price-wrapper, .price-box, body',
  minicart: '.minicart-wrapper',
} as const;

/** Counts how often the page is read: every reading looks for the dialogs of the whole page. */
export async function countReadings(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = { readings: 0 };
    Object.assign(window, { counted });
    const { querySelectorAll } = Element.prototype;
    Element.prototype.querySelectorAll = function (this: Element, selector: string) {
      if (this === document.documentElement && selector === 'dialog, [role=dialog]') {
        counted.readings += 1;
      }
      return querySelectorAll.call(this, selector);
    } as typeof querySelectorAll;
  });
}

/** How often the page has been read since the last question. */
export function takeReadings(page: Page): Promise<number> {
  return page.evaluate(() => {
    const counted = Reflect.get(window, 'counted') as { readings: number };
    const { readings } = counted;
    counted.readings = 0;
    return readings;
  });
}

/**
 * Changes a place of the page so many times, each in a turn of its own, in the ways of what is there: slides and
 * their classes, prices drawn anew, a counter in the header.
 */
export function changePlace(page: Page, place: string, times: number): Promise<void> {
  return page.evaluate(
    async ([selector, count]) => {
      const target = document.querySelector(selector);
      if (!target) throw new Error(`The page has no ${selector}.`);
      const { port1, port2 } = new MessageChannel();
      const nextTurn = () =>
        new Promise((resolve) => {
          port1.onmessage = resolve;
          port2.postMessage('');
        });
      const slide = document.createElement('div');
      target.append(slide);
      for (let change = 1; change < count; change += 1) {
        if (change % 3 === 0) slide.className = `slide active-${change}`;
        else slide.innerHTML = `<span class="price">$${change}.00</span><img alt="">`;
        await nextTurn();
      }
      slide.remove();
      await nextTurn();
    },
    [place, times] as const,
  );
}

/**
 * Lets a page change as Luma's does while it starts: scripts in the head, a menu, the gallery, the price, and a minicart
 * whose dialog and items come late; a hundred bursts, spread over 2.7 seconds.
 */
export function startAsLuma(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const header = document.querySelector('.page-header') ?? document.body;
    const gallery = document.querySelector('.product.media, .gallery') ?? document.body;
    const price = document.querySelector('.price-box .price-wrapper') ?? document.body;
    const make = (markup: string) => document.createRange().createContextualFragment(markup);
    header.append(
      make(
        '<div class="minicart-wrapper" data-block="minicart"><div class="mage-dropdown-dialog" role="dialog"><div class="block-minicart"><ol class="minicart-items"></ol></div></div></div><form class="minisearch"><input name="q"><button type="submit"></button></form>',
      ),
    );
    const items = header.querySelector('.minicart-items') ?? header;
    const bursts = [
      () =>
        document.head.append(
          make('<script type="text/javascript" data-requiremodule="x"></script>'),
        ),
      () =>
        header
          .querySelector('.navigation')
          ?.append(make('<ul class="submenu"><li><a href="/">Shop</a></li></ul>')),
      () =>
        gallery.append(
          make(
            '<div class="fotorama__stage"><div class="fotorama__arr" role="button"></div><img alt=""></div>',
          ),
        ),
      () => price.replaceChildren(make('<span class="price">$12.00</span>')),
      () =>
        items.replaceChildren(
          make(
            '<!-- ko foreach --><li class="product-item"><a href="/shop/x">Mug</a><div class="price-box" data-product-id="1"><span class="price">$1</span></div><input class="cart-item-qty"><button type="button" class="update-cart-item">Update</button></li>',
          ),
        ),
    ];
    for (let burst = 0; burst < 100; burst += 1) {
      await new Promise((resolve) => setTimeout(resolve, 27));
      for (let change = 0; change < 3; change += 1) bursts[(burst + change) % bursts.length]?.();
    }
  });
}
