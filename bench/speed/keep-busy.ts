import type { Page } from '@playwright/test';

/**
 * Lets a page change by itself for so many seconds: a countdown, a gallery that moves in each frame, and a hundred changes
 * a second in the footer.
 */
export function keepBusy(page: Page, seconds: number): Promise<void> {
  return page.evaluate(async (duration) => {
    const find = (selector: string) => document.querySelector(selector) ?? document.body;
    const add = (place: Element, className: string) => {
      const element = document.createElement('div');
      element.className = className;
      place.append(element);
      return element;
    };
    const gallery = add(find('.product.media'), 'slides');
    const countdown = add(find('.page-header'), 'countdown');
    const news = add(find('footer'), 'news');
    const begin = performance.now();
    const timers = [
      setInterval(() => {
        countdown.textContent = `${Math.ceil(duration - (performance.now() - begin) / 1000)} s`;
      }, 1000),
      setInterval(() => {
        const line = document.createElement('p');
        line.textContent = String(performance.now());
        news.replaceChildren(line);
      }, 10),
    ];
    await new Promise<void>((resolve) => {
      const move = () => {
        const passed = performance.now() - begin;
        gallery.style.setProperty('transform', `translateX(${passed % 500}px)`);
        gallery.className = `slides active-${Math.floor(passed / 1000)}`;
        if (passed < duration * 1000) requestAnimationFrame(move);
        else resolve();
      };
      move();
    });
    for (const timer of timers) clearInterval(timer);
  }, seconds);
}
