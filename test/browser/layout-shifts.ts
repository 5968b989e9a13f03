import type { Page } from '@playwright/test';
import { readExample } from '../support/examples.ts';

/** One shift of the layout, as the browser reports it. */
export interface Shift {
  /** The share of the window that has moved, times the distance: what cumulative layout shift adds up. */
  readonly value: number;
  /** Whether a shopper has pressed something in the half second before, so that the shift does not count. */
  readonly hadRecentInput: boolean;
  /** What has moved. */
  readonly sources: readonly string[];
}

/** What the page writes the shifts to. */
interface Recording {
  layoutShifts: Shift[];
}

/** Records the shifts of each page that is opened from now on, from its first byte. */
export async function recordShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface LayoutShift extends PerformanceEntry {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: readonly { readonly node: Node | null }[];
    }
    const shifts: unknown[] = [];
    Object.assign(window, { layoutShifts: shifts });
    const name = (node: Node | null) => {
      const element = node instanceof Element ? node : (node?.parentElement ?? null);
      return element ? `${element.localName}.${element.className}` : 'gone';
    };
    const keep = (entries: PerformanceEntryList) => {
      for (const { value, hadRecentInput, sources } of entries as LayoutShift[]) {
        shifts.push({ value, hadRecentInput, sources: sources.map(({ node }) => name(node)) });
      }
    };
    const observer = new PerformanceObserver((list) => keep(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, { takeLayoutShifts: () => keep(observer.takeRecords()) });
  });
}

/** Waits until what was changed has been drawn, and returns all shifts since the page has begun or was last asked. */
export const takeShifts = (page: Page): Promise<readonly Shift[]> =>
  page.evaluate(async () => {
    const recording = window as unknown as Recording & { takeLayoutShifts(): void };
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let frame = 0; frame < 3; frame += 1) await nextFrame();
    recording.takeLayoutShifts();
    return recording.layoutShifts.splice(0);
  });

/**
 * Holds the widget's script back until the returned function is called: the page is drawn without it. The theme's own
 * scripts would wait for a deferred script, so it is an async one. `change` may change the page as well.
 */
export async function holdScript(
  page: Page,
  change = (html: string): string => html,
): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(
    (url) => /^\/(shop|hyva|hyva-csp|category|quick-view)\//.test(url.pathname),
    async (route) => {
      const response = await route.fetch();
      const html = change(await response.text());
      const body = html.replace(/<script [^>]*back-in-stock\.(min\.)?js[^>]*>/, (tag) =>
        tag.replace(/defer(="true")?/, 'async'),
      );
      await route.fulfill({ response, body });
    },
  );
  await page.route(/\/back-in-stock(\.min)?\.js/, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Opens a page whose script is held back: it is there, but not complete. */
export async function openWithoutScript(page: Page, origin: string, path: string): Promise<void> {
  await page.goto(`${origin}${path}`, { waitUntil: 'domcontentloaded' });
}

/** Keeps the place of the button free in a page of Luma, as the documents say. */
export const keepPlace = (html: string): string =>
  html
    .replace('</head>', `<style>${readExample('styles of the place')}</style></head>`)
    .replace(/<\/form>\s*<\/div>/, `$&${readExample('place that is kept free')}`);
