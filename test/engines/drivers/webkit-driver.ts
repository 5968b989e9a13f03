import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';
import {
  type Actions,
  Builder,
  Capabilities,
  Key,
  Origin,
  type WebDriver,
} from 'selenium-webdriver';
import {
  type BrowserTab,
  type Point,
  type PressedKey,
  printCall,
  type RunningBrowser,
} from './browser-tab.ts';
import { type RunningProgram, startProgram } from './start-program.ts';

/** Starts WebKitGTK's small browser for tests on a screen that nobody sees; its own driver drives it. */
export async function startWebKit(miniBrowser: string): Promise<RunningBrowser> {
  const screen = await startScreen();
  const port = await findFreePort();
  const driver = await startProgram('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    environment: {
      DISPLAY: screen.display,
      // The browser's own sandbox needs rights that containers do not have. It opens pages of the demo shop alone.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
  });
  const address = `http://127.0.0.1:${port}`;
  await waitUntilReady(address);
  const openSession = () => connect(address, miniBrowser);
  const first = await openSession();
  const version = (await first.getCapabilities()).getBrowserVersion();
  await first.quit();
  return {
    name: `WebKitGTK ${version}`,
    openTab: async () => createTab(await openSession()),
    async close() {
      await driver.end();
      await screen.program.end();
    },
  };
}

async function startScreen(): Promise<{ program: RunningProgram; display: string }> {
  // It takes the first free number, and writes it to the file with the number 3.
  const parameters = ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'];
  const program = await startProgram('Xvfb', parameters, { hasOutput: true });
  const [written] = await once(program.process.stdio[3] as Readable, 'data');
  return { program, display: `:${String(written).trim()}` };
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until the driver answers, half a minute at the longest. */
async function waitUntilReady(address: string): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const isReady = await fetch(`${address}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    if (Date.now() > end) throw new Error('WebKitWebDriver does not answer.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function connect(address: string, binary: string): Promise<WebDriver> {
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  });
  return new Builder().usingServer(address).withCapabilities(capabilities).build();
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

function createTab(driver: WebDriver): BrowserTab {
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
    close: () => driver.quit(),
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
