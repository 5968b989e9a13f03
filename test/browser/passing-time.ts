import { expect, type Page } from '@playwright/test';

const DAY = 86_400_000;

/**
 * A shopper comes back to the page after days. The time passes while the tab shows an empty page: RequireJS gives up what
 * it is loading once seven seconds have passed, so a page that saw the days pass could complain of them.
 */
export async function comeBackAfter(page: Page, days: number): Promise<void> {
  const url = page.url();
  const now = await page.evaluate(() => Date.now());
  await page.goto('about:blank');
  await page.clock.setFixedTime(now + days * DAY);
  await page.goto(url);
}

/**
 * Lets time pass on a page with an installed clock, once RequireJS has loaded everything that Magento has asked it for: it
 * would give up the rest, see `comeBackAfter`.
 */
export async function passTime(page: Page, milliseconds: number): Promise<void> {
  await expect.poll(() => page.evaluate(listModulesUnderWay)).toEqual([]);
  await page.clock.fastForward(milliseconds);
}

/** The part of RequireJS that knows each module until it is there. */
interface RequireJs {
  readonly s: {
    readonly contexts: {
      readonly _: { readonly registry: Record<string, { enabled?: boolean; inited?: boolean }> };
    };
  };
}

/** The modules that RequireJS has asked for and not received, as its own `checkLoaded` finds them. */
function listModulesUnderWay(): string[] {
  const requireJs = Reflect.get(window, 'require') as unknown as RequireJs | undefined;
  return Object.entries(requireJs?.s.contexts._.registry ?? {})
    .filter(([, module]) => module.enabled && !module.inited)
    .map(([name]) => name);
}
