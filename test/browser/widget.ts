import { expect, type Locator, type Page } from '@playwright/test';

/** The widget on a page or in a frame, by the names under which a shopper finds its parts. */
export interface Widget {
  /** The button on the product page, or the hint in its place. */
  readonly button: Locator;
  readonly dialog: Locator;
  /** The choice between several sold-out variants. */
  readonly variant: Locator;
  readonly email: Locator;
  /** The options of the variant that the form is about, once there is no choice any more: one for each attribute. */
  readonly chosen: Locator;
  /** The button that subscribes; after success the one that closes. */
  readonly submit: Locator;
  /** The live region. */
  readonly status: Locator;
  /** The cross in the corner. */
  readonly close: Locator;
  /** Opens the modal and subscribes, to the variant of this label when there is a choice. */
  subscribe(email: string, label?: string): Promise<void>;
  /** Labels of the variants on offer, without the empty entry. */
  offers(): Promise<string[]>;
}

/** The name of the button, also once it has been used, or of the hint before the choice is complete. */
export const TRIGGER_NAME = /Notify me when available|You are on the list|sold out\? Get notified/i;

export function createWidget(page: Pick<Page, 'getByRole'>): Widget {
  const dialog = page.getByRole('dialog');
  const button = page.getByRole('button', { name: TRIGGER_NAME });
  const variant = dialog.getByRole('combobox');
  const email = dialog.getByRole('textbox', { name: 'E-mail address' });
  const submit = dialog.locator('button[type=submit]');
  return {
    button,
    dialog,
    variant,
    email,
    chosen: dialog.locator('dd'),
    submit,
    status: dialog.getByRole('status'),
    close: dialog.getByRole('button', { name: 'Close' }),
    async subscribe(address, label) {
      await button.click();
      if (label) await variant.selectOption({ label });
      await email.fill(address);
      await submit.click();
    },
    async offers() {
      await expect(variant).toBeVisible();
      return (await variant.getByRole('option').allTextContents()).slice(1);
    },
  };
}
