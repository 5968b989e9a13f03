import type { Page } from '@playwright/test';

/** A form that opens in a page: what opens it, what it is in, and what a shopper does in it. */
export interface OpenedForm {
  readonly button: string;
  /** The element whose shadow root holds the dialog; undefined where the dialog stands in the page itself. */
  readonly host?: string;
  /** The open dialog, by selector. */
  readonly dialog: string;
}

/** Presses the button, and gives the milliseconds from the press until the browser has painted the open dialog. */
export async function timeOpening(page: Page, form: OpenedForm): Promise<number> {
  await page.evaluate(({ host, dialog }) => {
    const { port1, port2 } = new MessageChannel();
    const isOpen = () => {
      const root = host === undefined ? document : document.querySelector(host)?.shadowRoot;
      return Boolean(root?.querySelector(dialog));
    };
    const opening = new Promise((resolve) => {
      const press = ({ timeStamp }: Event) => {
        const look = () => {
          if (!isOpen()) return requestAnimationFrame(look);
          // What comes after the frame in which it is open comes after its painting.
          port1.onmessage = () => {
            resolve(performance.now() - timeStamp);
            port1.close();
          };
          return port2.postMessage('');
        };
        requestAnimationFrame(look);
      };
      addEventListener('click', press, { capture: true, once: true });
    });
    Object.assign(window, { opening });
  }, form);
  await page.locator(form.button).first().click();
  return page.evaluate(() => Reflect.get(window, 'opening') as Promise<number>);
}

/** Slows the processor of a page that is there already. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Waits until the widget's form has loaded and started, so that opening it needs neither the network nor its start. */
export async function waitForFormFile(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.form.js')),
  );
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
}
