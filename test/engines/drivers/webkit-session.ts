import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Builder, Capabilities, type WebDriver } from 'selenium-webdriver';
import { type RunningProgram, startProgram } from './start-program.ts';

/** A running browser, and what drives it. */
interface Session {
  readonly driver: WebDriver;
  end(): Promise<void>;
}

/** Starting takes a second or two, and now and then it never comes to an end. */
const LONGEST_START = 30_000;

const TRIES = 3;

/** Starts a browser and its driver on this screen, and does it again where it does not start. */
export async function startSession(
  miniBrowser: string,
  display: string,
  tries = TRIES,
): Promise<Session> {
  const port = await findFreePort();
  const program = await startProgram('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    environment: {
      DISPLAY: display,
      // The browser's own sandbox needs rights that containers do not have. It opens pages of the demo shop alone.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
  });
  const address = `http://127.0.0.1:${port}`;
  await waitUntilReady(address);
  const opening = connect(address, miniBrowser);
  const driver = await Promise.race([opening, wait(LONGEST_START, undefined, { ref: false })]);
  if (driver) return { driver, end: () => driver.quit().finally(program.end) };
  // It fails once its driver is gone.
  opening.catch(() => {});
  await program.end();
  if (tries === 1) throw new Error(`WebKitGTK did not start, ${TRIES} times.`);
  return startSession(miniBrowser, display, tries - 1);
}

/** A screen in memory alone. */
export async function startScreen(): Promise<{ program: RunningProgram; display: string }> {
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
