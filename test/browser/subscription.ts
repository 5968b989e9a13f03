import { expect } from '@playwright/test';
import type { RunningShop } from '../../demo/server.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import type { Widget } from './widget.ts';

/** An address in which more than the `@` has to be encoded. */
export const EMAIL = 'sam+shoes@mail.example.com';

/** A choice of the shopper's, and what Klaviyo gets for it. */
export interface Choice {
  /** What the form offers, in its order; empty where there is no choice. */
  readonly offered: readonly string[];
  /** What is chosen of it. */
  readonly label?: string | undefined;
  readonly variant: string;
}

/** Subscribes by the button on the page, and asserts what was offered and sent, byte for byte. */
export async function subscribeByButton(
  widget: Widget,
  shop: RunningShop,
  choice: Choice,
): Promise<void> {
  await widget.button.click();
  await subscribeInModal(widget, shop, choice);
}

/** The same with a modal that is open already. */
export async function subscribeInModal(
  widget: Widget,
  { sandbox }: RunningShop,
  { offered, label, variant }: Choice,
): Promise<void> {
  await expect(widget.email).toBeVisible();
  if (offered.length) expect(await widget.offers()).toEqual(offered);
  else await expect(widget.variant).toHaveCount(0);
  if (label) await widget.variant.selectOption({ label });
  await widget.email.fill(EMAIL);
  await widget.submit.click();

  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  // A preflight would be a request of its own.
  expect(sandbox.requests).toEqual([
    expect.objectContaining({
      method: 'POST',
      path: '/onsite/components/back-in-stock/subscribe',
      contentType: 'application/x-www-form-urlencoded;charset=UTF-8',
      body: `a=DEMO01&email=sam%2Bshoes%40mail.example.com&variant=${variant}&platform=magento_two&store=1`,
    }),
  ]);
  expect(sandbox.events).toEqual([{ email: EMAIL, variant, store: '1' }]);
}
