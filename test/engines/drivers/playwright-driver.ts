import type { BrowserType, Page } from '@playwright/test';
import { BROWSER_FLAGS } from '../../browser/find-browser.ts';
import { type BrowserTab, printCall, type RunningBrowser } from './browser-tab.ts';

/** Starts one of Playwright's own browsers. */
export async function startByPlaywright(
  type: BrowserType,
  executablePath: string,
): Promise<RunningBrowser> {
  const args = type.name() === 'chromium' ? BROWSER_FLAGS : [];
  const browser = await type.launch({ executablePath, args });
  return {
    name: `${type.name()} ${browser.version()} of Playwright`,
    async openTab() {
      const page = await browser.newPage({ reducedMotion: 'reduce' });
      return createTab(page);
    },
    close: () => browser.close(),
  };
}

function createTab(page: Page): BrowserTab {
  const { mouse, keyboard } = page;
  return {
    async goto(address) {
      await page.goto(address);
    },
    evaluate: (run, ...given) => page.evaluate(printCall(run, given)),
    resize: (width, height) => page.setViewportSize({ width, height }),
    click: ({ x, y }) => mouse.click(x, y),
    doubleClick: ({ x, y }) => mouse.dblclick(x, y),
    async drag(from, to) {
      await mouse.move(from.x, from.y);
      await mouse.down();
      await mouse.move(to.x, to.y, { steps: 5 });
      await mouse.up();
    },
    async scrollDown({ x, y }, pixels) {
      await mouse.move(x, y);
      await mouse.wheel(0, pixels);
    },
    press: (key, isShifted = false) => keyboard.press(isShifted ? `Shift+${key}` : key),
    type: (text) => keyboard.type(text),
    setOffline: (isOffline) => page.context().setOffline(isOffline),
    close: () => page.context().close(),
  };
}
