import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { takeLogged } from './fault-checks.ts';
import { expect, type Page, test } from './fixtures.ts';
import { openPage } from './open-page.ts';
import { SENT_ONCE } from './sent-once.ts';
import { expectReflow } from './usable.ts';

// Password managers and other extensions put things into the form, beside its fields and onto them, as often as it changes.

const EMAIL = 'sam@example.com';
const SENT = 'a=DEMO01&email=sam%40example.com&variant=2003&platform=magento_two&store=1';

type Field = HTMLInputElement | HTMLSelectElement;

/** What extensions do to a field. Each function runs in the page. */
const EXTENSIONS: Readonly<Record<string, (field: Field) => void>> = {
  'an icon and a frame after each field': (field) => {
    const icon = document.createElement('div');
    icon.dataset.lastpassIconRoot = '';
    icon.style.setProperty('position', 'absolute');
    const inside = icon.attachShadow({ mode: 'closed' });
    inside.append(document.createElement('button'));
    const frame = document.createElement('iframe');
    frame.style.setProperty('display', 'none');
    field.after(icon, frame);
  },
  'elements before each field, and at both ends of the form': (field) => {
    field.before(document.createElement('com-1password-button'));
    field.form?.prepend(document.createElement('span'));
    field.form?.append(document.createElement('grammarly-extension'));
  },
  'attributes, classes and styles': (field) => {
    const attributes = {
      'data-lpignore': 'true',
      'data-form-type': 'email',
      'data-dashlane-rid': '6e1f',
      'data-1p-ignore': '',
      spellcheck: 'false',
      autocomplete: 'off',
    };
    for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
    field.classList.add('keychainify');
    field.style.setProperty('background-image', 'linear-gradient(#fff, #eee)', 'important');
    field.style.setProperty('padding-right', '40px', 'important');
  },
  'an element around each field': (field) => {
    const wrapper = document.createElement('span');
    field.replaceWith(wrapper);
    wrapper.append(field);
  },
};

/** From the next page on does this to every field of the form, and to each that comes later. */
async function install(page: Page, extension: (field: Field) => void): Promise<void> {
  await page.addInitScript({ content: `window.extend = ${extension};` });
  await page.addInitScript(() => {
    const extend = Reflect.get(window, 'extend') as (field: Element) => void;
    const known = new WeakSet<Element>();
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function attach(settings) {
      const root = attachShadow.call(this, settings);
      if (!this.localName.startsWith('back-in-stock')) return root;
      const look = () => {
        const fields = [...root.querySelectorAll('input, select')];
        for (const field of fields.filter((found) => !known.has(found))) {
          known.add(field);
          extend(field);
        }
      };
      new MutationObserver(look).observe(root, { childList: true, subtree: true });
      return root;
    };
  });
}

for (const [name, extension] of Object.entries(EXTENSIONS)) {
  test(
    `${name}: mistakes, a failure, success, and the bytes sent`,
    atLengthUnless(name === 'an element around each field'),
    async ({ page, shop, widget, complaints }) => {
      await install(page, extension);
      const options = {
        ...SENT_ONCE,
        newsletterList: 'LIST01',
        texts: { consent: 'I agree to the [policy](/privacy).' },
      };
      await openPage(page, shop, '/shop/trail-runner', { csp: 'strict', options });
      await widget.button.click();
      const consent = widget.dialog.getByRole('checkbox', { name: 'I agree to the policy.' });
      await widget.submit.click();
      await expect(widget.variant).toHaveAccessibleDescription(DEFAULT_TEXTS.variantMissing);
      await expect(widget.email).toHaveAccessibleDescription(DEFAULT_TEXTS.emailMissing);
      await expect(consent).toHaveAccessibleDescription(DEFAULT_TEXTS.consentMissing);
      await expect(widget.variant).toBeFocused();
      await expectReflow(page, widget.dialog);

      await widget.variant.selectOption('Red / 42');
      await widget.email.fill(EMAIL);
      await consent.check();
      await expect(widget.dialog.locator('[aria-invalid=true]')).toHaveCount(0);
      shop.sandbox.setMode('500', 1);
      await widget.email.press('Enter');
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.serverError);
      await takeLogged(complaints, ['500']);
      await expect(widget.email).toHaveValue(EMAIL);
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      await expect(widget.variant).toHaveCount(0);
      expect(shop.sandbox.requests.map(({ body }) => body)).toEqual(Array(2).fill(SENT));
      await widget.submit.click();

      // The next opening has a form of its own, once.
      await widget.button.click();
      await expect(widget.email).toHaveCount(1);
      await expect(widget.email).toHaveValue(EMAIL);
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.submit);
    },
  );
}

test(
  'a field of an extension, which the shopper types into, changes nothing of the form',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    await install(page, (field) => {
      const box = document.createElement('input');
      box.setAttribute('aria-label', 'One-time code');
      if (field.name === 'email') field.form?.append(box);
    });
    await openPage(page, shop, '/shop/camp-lantern', { csp: 'strict' });
    await widget.subscribe(EMAIL);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    await widget.dialog.getByRole('textbox', { name: 'One-time code' }).fill('123456');
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.done);
    await widget.submit.click();
    await expect(widget.dialog).toHaveCount(0);
    expect(shop.sandbox.events).toHaveLength(1);
  },
);
