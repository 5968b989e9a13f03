import { AT_LENGTH } from './at-length.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import { holdAnswers } from './route-klaviyo.ts';
import { SENT_ONCE } from './sent-once.ts';
import type { ShopWindow } from './shop-window.ts';

const texts = {
  trigger: 'T {product_name}',
  hint: 'HI {attributes} of {product_name}',
  headline: 'H {product_name}',
  body: 'B {product_name} {attributes}',
  variantLabel: 'VL {attributes}',
  variantPrompt: 'VP {product_name}',
  emailLabel: 'EL {variant}',
  submit: 'S {variant}',
  sending: 'SE {variant}',
  retry: 'R {product_name}',
  footer: 'F {product_name}',
  close: 'C {product_name}',
  success: 'SU {variant} of {product_name}',
  done: 'D {product_name}',
  variantMissing: 'VM {product_name}',
  emailMissing: 'EM {variant}',
  emailMalformed: 'EMA {product_name}',
  htmlAnswer: 'HA {variant}',
  fieldMissing: 'FM {field} of {product_name} {unknown}',
};

test('every text of the form is the merchant’s, with its placeholders filled in', async ({
  page,
  openProduct,
  widget,
  shop,
  complaints,
}) => {
  await openProduct('trail-runner', { options: JSON.stringify({ ...SENT_ONCE, texts }) });
  const { dialog } = widget;
  const name = 'Trail Runner 2';
  const hint = page.getByRole('button', { name: `HI Colour / Size of ${name}`, exact: true });
  await expect(hint).toBeVisible();
  const select = (id?: string) =>
    page.evaluate((variantId) => {
      const { BackInStock } = window as unknown as ShopWindow;
      BackInStock.init().select(variantId);
    }, id);
  await select('2003');
  await expect(page.getByRole('button', { name: `T ${name}`, exact: true })).toBeVisible();
  await select();
  await hint.click();
  await expect(dialog).toHaveAccessibleName(`H ${name}`);
  await expect(dialog.getByText(`B ${name} Colour / Size`, { exact: true })).toBeVisible();
  await expect(dialog.getByText(`F ${name}`, { exact: true })).toBeVisible();
  await expect(dialog.getByRole('button', { name: `C ${name}`, exact: true })).toBeVisible();
  const variant = dialog.getByRole('combobox', { name: 'VL Colour / Size', exact: true });
  await expect(variant.getByRole('option').first()).toHaveText(`VP ${name}`);
  // Before the choice there is no variant to name, so the product is named.
  const email = dialog.getByRole('textbox');
  await expect(email).toHaveAccessibleName(`EL ${name}`);
  await expect(widget.submit).toHaveText(`S ${name}`);

  await widget.submit.click();
  await expect(variant).toHaveAccessibleDescription(`VM ${name}`);
  await expect(email).toHaveAccessibleDescription(`EM ${name}`);
  await email.fill('sam');
  await widget.submit.click();
  await expect(email).toHaveAccessibleDescription(`EMA ${name}`);
  await variant.selectOption('Red / 42');
  await expect(email).toHaveAccessibleName('EL Red / 42');
  await email.fill('sam@example.com');

  const release = await holdAnswers(page, shop.endpoint);
  shop.sandbox.setMode('html');
  await widget.submit.click();
  await expect(widget.submit).toHaveText('SE Red / 42');
  release();
  await expect(widget.status).toHaveText('HA Red / 42');
  await expect(widget.submit).toHaveText(`R ${name}`);

  shop.sandbox.setMode('missing');
  await widget.submit.click();
  // A placeholder that does not exist is left as the merchant wrote it.
  await expect(widget.status).toHaveText(`FM store of ${name} {unknown}`);
  await takeComplaints(complaints, ['HTTP 200, htmlAnswer', '400']);

  shop.sandbox.setMode('normal');
  await widget.submit.click();
  await expect(widget.status).toHaveText(`SU Red / 42 of ${name}`);
  await expect(widget.submit).toHaveText(`D ${name}`);
});

test(
  'the texts of the boxes, of waiting and of what is kept are the merchant’s, too',
  AT_LENGTH,
  async ({ page, openProduct, widget, shop, complaints }) => {
    const more = {
      newsletter: 'N [{product_name}](/privacy)',
      consent: 'CO [{product_name}](/privacy) {variant}',
      consentMissing: 'CM {variant}',
      retrying: 'RE {variant}',
      stop: 'ST {product_name}',
      kept: 'K {variant} of {product_name}',
      keptOffline: 'KO {variant}',
    };
    const options = { newsletterList: 'LIST01', retries: 1, texts: { ...texts, ...more } };
    await openProduct('trail-runner', { options: JSON.stringify(options) });
    const { dialog } = widget;
    const name = 'Trail Runner 2';
    const hint = `HI Colour / Size of ${name}`;
    await page.getByRole('button', { name: hint, exact: true }).click();
    const newsletter = dialog.getByRole('checkbox', { name: `N ${name}`, exact: true });
    await expect(newsletter).toBeVisible();
    const consent = dialog.getByRole('checkbox', { name: `CO ${name} ${name}`, exact: true });
    await expect(consent).toBeVisible();
    await dialog.getByRole('combobox').selectOption('Red / 42');
    await dialog.getByRole('textbox').fill('sam@example.com');
    await widget.submit.click();
    const named = dialog.getByRole('checkbox', { name: `CO ${name} Red / 42`, exact: true });
    await expect(named).toHaveAccessibleDescription('CM Red / 42');
    await named.check();

    shop.sandbox.setMode('503');
    await widget.submit.click();
    await expect(widget.status).toHaveText('RE Red / 42');
    await expect(dialog.getByRole('button', { name: `ST ${name}`, exact: true })).toBeVisible();
    await expect(widget.status).toHaveText(`K Red / 42 of ${name}`);
    await takeComplaints(complaints, ['503']);
  },
);

test('texts that are empty leave no gap', AT_LENGTH, async ({ openProduct, widget }) => {
  await openProduct('camp-lantern');
  await widget.button.click();
  const full = await widget.dialog.boundingBox();
  const body = await widget.dialog.getByRole('paragraph').first().boundingBox();
  await openProduct('camp-lantern', { options: '{"texts": {"body": ""}}' });
  await widget.button.click();
  const rest = await widget.dialog.boundingBox();
  if (!full || !body || !rest) throw new Error('The modal is not drawn.');
  expect(rest.height).toBeLessThanOrEqual(full.height - body.height);
});
