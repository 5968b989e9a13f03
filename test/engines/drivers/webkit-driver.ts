import { type Actions, Key, Origin, type WebDriver } from 'selenium-webdriver';
import {
  type BrowserTab,
  type Point,
  type PressedKey,
  printCall,
  type RunningBrowser,
} from './browser-tab.ts';
import { startScreen, startSession } from './webkit-session.ts';

/** Starts WebKitGTK's small browser for tests on a screen that nobody sees. Each tab is a browser of its own. */
export async function startWebKit(miniBrowser: string): Promise<RunningBrowser> {
  const screen = await startScreen();
  const { driver, end } = await startSession(miniBrowser, screen.display);
  const version = (await driver.getCapabilities()).getBrowserVersion();
  await end();
  return {
    name: `WebKitGTK ${version}`,
    async openTab() {
      const session = await startSession(miniBrowser, screen.display);
      return createTab(session.driver, session.end);
    },
    close: () => screen.program.end(),
  };
}

const KEYS: Readonly<Record<PressedKey, string>> = {
  Tab: Key.TAB,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Space: Key.SPACE,
  PageDown: Key.PAGE_DOWN,
  End: Key.END,
};

/** The declarations of the client lack it. */
interface Scrolling {
  scroll(x: number, y: number, right: number, down: number): Actions;
}

function createTab(driver: WebDriver, close: () => Promise<void>): BrowserTab {
  /** The pointer goes to a point at once: the driver would wait a tenth of a second for each movement. */
  const moveTo = (actions: Actions, { x, y }: Point) =>
    actions.move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 });
  /** How far the wheel was turned. The driver turns it by what a number differs from the one before. */
  let turned = 0;
  const evaluate: BrowserTab['evaluate'] = (run, ...given) =>
    driver.executeScript(`return ${printCall(run, given)}`);
  return {
    goto: (address) => driver.get(address),
    evaluate,
    resize: (width, height) => resizePage(driver, evaluate, width, height),
    click: (at) => moveTo(driver.actions(), at).press().release().perform(),
    doubleClick: (at) => moveTo(driver.actions(), at).press().release().press().release().perform(),
    async drag(from, to) {
      const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      const pressed = moveTo(driver.actions(), from).press();
      await moveTo(moveTo(pressed, middle), to).release().perform();
    },
    async scrollDown({ x, y }, pixels) {
      turned += pixels;
      const actions = driver.actions() as unknown as Scrolling;
      await actions.scroll(Math.round(x), Math.round(y), 0, turned).perform();
    },
    press(key, isShifted = false) {
      const actions = isShifted ? driver.actions().keyDown(Key.SHIFT) : driver.actions();
      const pressed = actions.keyDown(KEYS[key]).keyUp(KEYS[key]);
      return (isShifted ? pressed.keyUp(Key.SHIFT) : pressed).perform();
    },
    type: (text) => driver.actions().sendKeys(text).perform(),
    setOffline: (isOffline) => evaluate(pretendOffline, isOffline),
    close,
  };
}

/** The window has a bar above the page, and is never narrower than that bar. */
async function resizePage(
  driver: WebDriver,
  evaluate: BrowserTab['evaluate'],
  width: number,
  height: number,
): Promise<void> {
  const window = driver.manage().window();
  const bar = await evaluate(() => outerHeight - innerHeight);
  await window.setRect({ x: 0, y: 0, width, height: height + bar });
}

/**
 * WebKitGTK's driver cannot cut a page off. So the page is told what a device without a network says, and the row lets the
 * server break all connections meanwhile.
 */
function pretendOffline(isOffline: boolean): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: !isOffline });
  dispatchEvent(new Event(isOffline ? 'offline' : 'online'));
}
