import { REFUSED_EMAIL } from '../../demo/sandbox/account.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { KINDS } from '../browser/kinds.ts';
import { EMAIL } from '../browser/subscription.ts';
import { expect, test } from './fixtures.ts';

// Each way of use on each kind of page, and there the three kinds of answers: refused, a server in trouble, accepted.

const PLACES = [
  ...['script', 'requirejs', 'esm'].map((way) => ({ theme: 'shop', way })),
  ...['script', 'script-json'].map((way) => ({ theme: 'hyva', way })),
  { theme: 'hyva-csp', way: 'esm' },
];

/** Once each, so that the row sees a server in trouble, and does not wait for it. */
const ONCE = JSON.stringify({ retries: 0, outbox: false });

for (const { theme, way } of PLACES) {
  for (const { kind, page: name, offered, label, variant } of KINDS) {
    test(`${theme}, ${way}, ${kind}: refused, in trouble, accepted`, async ({ shopper, shop }) => {
      const { sandbox } = shop;
      await shopper.open(`/${theme}/${name}`, { way, options: ONCE });
      await shopper.click('button');
      await shopper.waitFor('email');
      const { email, variant: choice } = await shopper.look();
      expect(choice?.options ?? []).toEqual(offered);
      expect((label ? choice : email)?.isFocused).toBe(true);
      if (label) await shopper.choose(label);

      await shopper.typeEmail(REFUSED_EMAIL);
      await shopper.click('submit');
      await shopper.expectText('status', DEFAULT_TEXTS.refused);
      await shopper.takeComplaints(['Klaviyo refused a subscription']);
      expect((await shopper.look()).email?.value).toBe(REFUSED_EMAIL);

      sandbox.setMode('500', 1);
      await shopper.typeEmail(EMAIL);
      await shopper.click('submit');
      await shopper.expectText('status', DEFAULT_TEXTS.serverError);
      await shopper.expectText('submit', DEFAULT_TEXTS.retry);

      await shopper.click('submit');
      await shopper.expectText('status', DEFAULT_TEXTS.success);
      await shopper.expectFocus('submit');
      expect(sandbox.requests.map(({ method, body }) => `${method} ${body}`)).toEqual(
        [REFUSED_EMAIL, EMAIL, EMAIL].map(
          (address) =>
            `POST a=DEMO01&email=${encodeURIComponent(address)}&variant=${variant}&platform=magento_two&store=1`,
        ),
      );
      expect(sandbox.events).toEqual([{ email: EMAIL, variant, store: '1' }]);

      await shopper.click('submit');
      await shopper.waitUntilGone('dialog');
      await shopper.expectFocus('button');
    });
  }
}
