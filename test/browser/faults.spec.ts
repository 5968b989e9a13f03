import { SANDBOX_MODES } from '../../demo/sandbox/modes.ts';
import { DEFAULT_TEXTS, type Texts } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { countPosts, EMAIL, expectNothingLost, takeLogged } from './fault-checks.ts';
import { FAULTS, LATER_PAGES, listFaults } from './fault-table.ts';
import { expect, test } from './fixtures.ts';
import { passWaits, readKept, readStorage } from './kept-entries.ts';
import { goToPage, openPage } from './open-page.ts';
import { SENT_ONCE } from './sent-once.ts';
import { shortenPauses } from './shorten-pauses.ts';
import { listPosts, TRANSPORTS } from './transports.ts';

// Whatever Klaviyo does, no shopper is lost: what the shopper sees, how often it is sent, what the merchant reads in
// the console, and that in the end Klaviyo has the subscription, once.

/** How often it is sent again here; the setting's default is higher. */
const RETRIES = 2;

/** The fault that a short run plays. */
const ONE_FAULT = { onsite: 'hang', client: '503', relay: 'html' } as const;

test('the table has everything that the sandbox can do wrong', () => {
  const modes = FAULTS.map(({ mode }) => mode);
  expect(new Set(['normal', ...modes])).toEqual(new Set(SANDBOX_MODES));
});

for (const transport of TRANSPORTS) {
  const { api, path } = transport;

  for (const { name, mode, mayPass, logged } of listFaults(transport)) {
    const retries = mayPass ? RETRIES : 0;
    const times = 1 + retries;

    test(
      `${api}, ${name}: sent ${times}×, kept, and sent from the next page`,
      atLengthUnless(mode === ONE_FAULT[api]),
      async ({ page, shop, widget, complaints }) => {
        const { sandbox, origin } = shop;
        const options = { api, retries: RETRIES, timeout: 1000 };
        await openPage(page, shop, '/shop/camp-lantern', { csp: 'strict', options });
        await shortenPauses(page, retries);
        const count = countPosts(page, transport);
        sandbox.setMode(mode);
        await widget.subscribe(EMAIL);

        await expect(widget.status).toHaveText(DEFAULT_TEXTS.kept);
        await expect(widget.submit).toHaveText(DEFAULT_TEXTS.done);
        await expect(widget.submit).toBeFocused();
        expect(count()).toBe(times);
        expect((await readKept(page)).map(({ subscription }) => subscription.email)).toEqual([
          EMAIL,
        ]);
        await takeLogged(complaints, logged);

        await passWaits(page);
        sandbox.setMode('normal');
        const arrived = listPosts(sandbox).length;
        await goToPage(page, origin, LATER_PAGES[api], { options: JSON.stringify(options) });
        await expectNothingLost(page, shop, transport);
        expect(count()).toBe(times + 1);
        const posts = listPosts(sandbox);
        expect(posts).toHaveLength(arrived + 1);
        expect(new Set(posts.map((post) => `${post.path} ${post.body}`)).size).toBe(1);
        expect(posts[0]?.path).toBe(path);
      },
    );
  }

  test(
    `${api}, all of that without the outbox: each time its sentence, "Try again", and nothing is lost`,
    AT_LENGTH,
    async ({ page, shop, widget, complaints }) => {
      test.setTimeout(180_000);
      const faults = listFaults(transport);
      const options = { api, ...SENT_ONCE, timeout: 1000 };
      await openPage(page, shop, '/shop/camp-lantern', { csp: 'strict', options });
      const count = countPosts(page, transport);
      await widget.button.click();
      await widget.email.fill(EMAIL);
      for (const [place, { name, mode, reason }] of faults.entries()) {
        await test.step(name, async () => {
          shop.sandbox.setMode(mode);
          await widget.submit.click();
          await expect.poll(count).toBe(place + 1);
          await expect(widget.status).toHaveText(DEFAULT_TEXTS[reason as keyof Texts]);
          await expect(widget.submit).toHaveText(DEFAULT_TEXTS.retry);
          await expect(widget.submit).toBeFocused();
          await expect(widget.email).toHaveValue(EMAIL);
          expect(await readStorage(page)).toEqual([]);
        });
      }
      shop.sandbox.setMode('normal');
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      await expectNothingLost(page, shop, transport);
      expect(count()).toBe(faults.length + 1);
      await takeLogged(complaints, [...new Set(faults.flatMap(({ logged = [] }) => logged))]);
    },
  );
}
