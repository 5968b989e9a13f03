import { readFigures } from '../../build/figures.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { takeLogged } from './fault-checks.ts';
import { expect, takeComplaints } from './fixtures.ts';
import { ATTEMPTS, listFormScripts, saveData, triggerOf } from './form-file.ts';
import { KEY, test } from './form-hosts.ts';
import { shortenPauses } from './shorten-pauses.ts';
import type { StaticHost } from './static-host.ts';
import { readViolations, recordViolations } from './violations.ts';

// What the policies of a page and the integrity of the script's tag require for the form's file.

const NONCE = 'c2FsdA';

/** A policy that names these sources of scripts, and says this of Trusted Types. */
const policyOf = (sources: string, types = 'trusted-types back-in-stock') =>
  `default-src 'none'; style-src 'self'; img-src 'self' data:; connect-src *; script-src 'nonce-${NONCE}' ${sources}; require-trusted-types-for 'script'; ${types}`;

const { integrity: HASH } = readFigures('back-in-stock.js');

for (const [name, sources, attributes] of [
  ['a nonce', '', `nonce="${NONCE}"`],
  ['a nonce and strict-dynamic', "'strict-dynamic'", `nonce="${NONCE}"`],
  [
    'the hash of the script and strict-dynamic',
    `'${HASH}' 'strict-dynamic'`,
    `integrity="${HASH}" crossorigin`,
  ],
] as const) {
  test(
    `a policy with ${name}, and Trusted Types: no violation`,
    atLengthUnless(name === 'a nonce and strict-dynamic'),
    async ({ page, openPatched, widget, startHost }) => {
      await recordViolations(page);
      const host = await startHost({ isOpen: true });
      const head = `<script defer src="${host.origin}/back-in-stock.js" ${KEY} ${attributes}></script>`;
      await openPatched({ head, policy: policyOf(sources), nonce: NONCE });
      await widget.button.click();
      await expect(widget.email).toBeFocused();
      expect(host.requests).toEqual(['/back-in-stock.js', '/back-in-stock.form.js']);
      expect(await readViolations(page)).toEqual([]);
    },
  );
}

test(
  'a policy that does not allow the host: logged, and the press is answered',
  AT_LENGTH,
  async ({ page, openPatched, shop, complaints }) => {
    await saveData(page);
    const { origin } = shop.sandbox;
    const head = `<script defer src="/dist/back-in-stock.js" ${KEY} data-form-url="${origin}/a.form.js"></script>`;
    await openPatched({ head, policy: policyOf("'self'"), nonce: NONCE });
    await expect(triggerOf(page)).toBeVisible();
    await shortenPauses(page, ATTEMPTS);
    await triggerOf(page).click();
    await expect(triggerOf(page)).toHaveText(DEFAULT_TEXTS.notLoaded);
    await takeLogged(complaints, [
      'script-src',
      `the form cannot be loaded. ${origin}/a.form.js does`,
    ]);
  },
);

test(
  'Trusted Types with a default policy of the page’s own: it may say what is loaded',
  AT_LENGTH,
  async ({ page, openPatched, widget, complaints }) => {
    await page.addInitScript(() => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): void };
      };
      trustedTypes.createPolicy('default', { createScriptURL: (address: string) => address });
    });
    const head = `<script defer src="/dist/back-in-stock.js" ${KEY}></script>`;
    await openPatched({ head, policy: policyOf("'self'", 'trusted-types default'), nonce: NONCE });
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    // The browser itself says what to allow, once.
    await takeComplaints(complaints, ["a TrustedTypePolicy named 'back-in-stock'"]);
  },
);

test(
  'Trusted Types without the widget’s policy: logged, and the press is answered',
  AT_LENGTH,
  async ({ page, openPatched, complaints }) => {
    await saveData(page);
    const head = `<script defer src="/dist/back-in-stock.js" ${KEY}></script>`;
    await openPatched({ head, policy: policyOf("'self'", "trusted-types 'none'"), nonce: NONCE });
    await expect(triggerOf(page)).toBeVisible();
    await shortenPauses(page, ATTEMPTS);
    await triggerOf(page).click();
    await expect(triggerOf(page)).toHaveText(DEFAULT_TEXTS.notLoaded);
    await takeLogged(complaints, [
      "a TrustedTypePolicy named 'back-in-stock'",
      'TrustedScriptURL',
      'the form cannot be loaded. ',
    ]);
    expect(await listFormScripts(page)).toEqual([]);
  },
);

test.describe('with integrity on the script’s tag', () => {
  const headOf = ({ origin }: StaticHost) =>
    `<script defer src="${origin}/back-in-stock.min.js" ${KEY} integrity="${HASH}" crossorigin="anonymous"></script>`;

  test('the form of this build is run', async ({ openPatched, widget, startHost }) => {
    const host = await startHost({ isOpen: true });
    await openPatched({ head: headOf(host) });
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    expect(host.requests).toEqual(['/back-in-stock.min.js', '/back-in-stock.form.min.js']);
  });

  test('another form is not', async ({ page, openPatched, complaints, startHost }) => {
    await saveData(page);
    const tamper = (code: string, path: string) =>
      path.includes('.form.') ? `window.tampered = 1;${code}` : code;
    const host = await startHost({ isOpen: true, change: tamper });
    await openPatched({ head: headOf(host) });
    await expect(triggerOf(page)).toBeVisible();
    await shortenPauses(page, ATTEMPTS);
    await triggerOf(page).click();
    await expect(triggerOf(page)).toHaveText(DEFAULT_TEXTS.notLoaded);
    await takeLogged(complaints, [
      "valid digest in the 'integrity' attribute",
      `the form cannot be loaded. ${host.origin}/back-in-stock.form.min.js does not load.`,
    ]);
    expect(await page.evaluate(() => 'tampered' in window)).toBe(false);
  });
});
