import { within } from '@testing-library/dom';
import { userEvent } from '@testing-library/user-event';
import { vi } from 'vitest';
import type { Options } from '../../src/configuration/options.ts';
import { type PageSettings, showProductPage } from './luma-page.ts';
import { openDialog, SETTINGS, startWidget } from './widget.ts';

interface Opening extends PageSettings {
  /** The product page to open the modal on. Default: a simple product's. */
  readonly page?: string;
  readonly options?: Options;
  /** The variant to open for. */
  readonly variant?: string;
}

/** The modal opened on a product page, and a shopper before it. */
export async function openModal({ page = 'camp-lantern', options, variant, ...rest }: Opening) {
  await showProductPage(page, rest);
  const handle = await startWidget({ ...SETTINGS, ...options });
  if (!(await handle.open(variant))) throw new Error('There is nothing to open the modal for.');
  const dialog = openDialog();
  const modal = within(dialog);
  const shopper = userEvent.setup();
  return {
    handle,
    dialog,
    modal,
    shopper,
    /** The field for the e-mail address. */
    email: () => modal.getByRole<HTMLInputElement>('textbox'),
    choice: () => modal.getByRole<HTMLSelectElement>('combobox'),
    /** The button that sends the form, whatever it is called now. */
    submit: () => {
      const button = dialog.querySelector<HTMLButtonElement>('[type=submit]');
      if (!button) throw new Error('The modal has no button.');
      return button;
    },
    status: () => modal.getByRole('status'),
    /** Waits until the live region says this. */
    waitForStatus: (text: string) =>
      vi.waitFor(
        () => {
          const said = modal.getByRole('status').textContent;
          if (said !== text) throw new Error(`The modal says ${JSON.stringify(said)}.`);
        },
        { timeout: 5000 },
      ),
  };
}

/** What assistive technology reads out with a field. */
export function readDescription(field: Element): string {
  const root = field.getRootNode() as ShadowRoot;
  const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ');
}
