import type { JSHandle, Page } from '@playwright/test';
import type { Handle } from '../../src/back-in-stock.ts';
import type { FormWay } from './form-file.ts';

interface Widget {
  init(options?: object): Handle;
}

type Require = (names: readonly string[], onLoad: (widget: Widget) => void) => void;

/** Starts the widget in this way on a page that has none, leaves no tag on the page, and gives the handle. */
export async function startWidget(page: Page, way: FormWay): Promise<JSHandle<Handle>> {
  const handle = await page.evaluateHandle(async (kind) => {
    async function loadWidget(): Promise<Widget> {
      if (kind === 'esm') return import(`${location.origin}/dist/back-in-stock.mjs`);
      if (kind === 'requirejs') {
        const load = Reflect.get(window, 'require') as unknown as Require;
        const widget = await new Promise<Widget>((resolve) => load(['backInStock'], resolve));
        document.querySelector('[data-requiremodule$="back-in-stock.amd"]')?.remove();
        return widget;
      }
      const script = document.createElement('script');
      script.src = '/dist/back-in-stock.js';
      await new Promise((resolve) => {
        script.onload = resolve;
        document.head.append(script);
      });
      script.remove();
      return Reflect.get(window, 'BackInStock') as Widget;
    }
    return (await loadWidget()).init({ apiKey: 'DEMO01' });
  }, way);
  return handle as JSHandle<Handle>;
}
