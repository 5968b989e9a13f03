import puppeteer, { type Browser, type KeyInput } from 'puppeteer-core';
import { type BrowserTab, printCall, type RunningBrowser } from './browser-tab.ts';

/** Starts an installed Firefox, which Puppeteer drives by WebDriver BiDi. */
export async function startFirefox(executablePath: string): Promise<RunningBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
  });
  const version = (await browser.version()).replace('firefox/', '');
  return {
    name: `Firefox ${version}`,
    openTab: () => openTab(browser),
    close: () => browser.close(),
  };
}

async function openTab(browser: Browser): Promise<BrowserTab> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const { mouse, keyboard } = page;
  return {
    async goto(address) {
      await page.goto(address);
    },
    evaluate: (run, ...given) =>
      page.evaluate(printCall(run, given)) as ReturnType<typeof run> as never,
    resize: (width, height) => page.setViewport({ width, height }),
    click: ({ x, y }) => mouse.click(x, y),
    doubleClick: ({ x, y }) => mouse.click(x, y, { count: 2 }),
    async drag(from, to) {
      await mouse.move(from.x, from.y);
      await mouse.down();
      await mouse.move(to.x, to.y, { steps: 5 });
      await mouse.up();
    },
    async scrollDown({ x, y }, pixels) {
      await mouse.move(x, y);
      await mouse.wheel({ deltaY: pixels });
    },
    async press(key: KeyInput, isShifted = false) {
      if (isShifted) await keyboard.down('Shift');
      await keyboard.press(key === 'Space' ? ' ' : key);
      if (isShifted) await keyboard.up('Shift');
    },
    type: (text) => keyboard.type(text),
    setOffline: (isOffline) => page.setOfflineMode(isOffline),
    close: () => context.close(),
  };
}
