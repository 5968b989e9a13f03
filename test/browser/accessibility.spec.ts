import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { atLengthUnless } from './at-length.ts';
import { CIRCUMSTANCES, look } from './circumstances.ts';
import { expect, test } from './fixtures.ts';
import { PAGE_OF_STATE, WIDGET_STATES } from './form-states.ts';
import { openPage } from './open-page.ts';
import {
  expectReflow,
  findViolations,
  findWidget,
  listSmallControls,
  listUnreachable,
} from './usable.ts';

// Each state of the widget, as each shopper sees it.

/** What a short run looks at: the states that show most, each in a circumstance that asks most of it. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  light: ['the button', 'the hint, Luma 2.4.6'],
  dark: ['mistakes in every field'],
  'forced colours': ['success'],
  'text spacing, 400 % zoom, right-to-left': ['mistakes in every field', 'sending again'],
};

for (const circumstances of CIRCUMSTANCES) {
  for (const { name, path = PAGE_OF_STATE, options, prepare, reach } of WIDGET_STATES) {
    test(
      `${circumstances.name}: ${name}: axe finds nothing, all can be read, reached and hit`,
      atLengthUnless(SHORT[circumstances.name]?.includes(name) ?? false),
      async ({ page, context, shop, widget, complaints }) => {
        const stage = { page, context, shop, widget, complaints };
        await look(page, circumstances);
        await prepare?.(stage);
        await openPage(page, shop, path, {
          ...circumstances.parameters,
          options: { ...circumstances.options, ...options },
        });
        await reach(stage);
        const part = await findWidget(page);
        expect(await findViolations(page)).toEqual([]);
        await expectReflow(page, part);
        expect(await listSmallControls(part)).toEqual([]);
        expect(await listUnreachable(part)).toEqual([]);
      },
    );
  }
}

test('the live region is there before it has something to say', async ({ openProduct, widget }) => {
  await openProduct('camp-lantern');
  await widget.button.click();
  await expect(widget.status).toHaveText('');
  const region = await widget.status.elementHandle();
  await widget.email.fill('sam@example.com');
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  // A region that came into being together with its text would not be read out.
  expect(await region?.textContent()).toBe(DEFAULT_TEXTS.success);
});
