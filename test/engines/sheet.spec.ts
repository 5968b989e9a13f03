import { expect, test } from './fixtures.ts';

// Where the form stands on a phone.

for (const path of ['/shop/trail-runner', '/hyva/trail-runner']) {
  test(`${path}, below 640 pixels: the form is at the lower edge, with its button in sight`, async ({
    shopper,
  }) => {
    await shopper.tab.resize(460, 780);
    await shopper.open(path);
    await shopper.click('button');
    await shopper.waitFor('email');
    const isInPlace = async () => {
      const { dialog, size } = await shopper.look();
      if (!dialog || size.width >= 640) return false;
      const { x, y, width, height } = dialog.box;
      const gaps = [x, size.width - x - width, size.height - y - height];
      return y > 0 && gaps.every((gap) => Math.abs(gap) < 1);
    };
    // It slides in from below.
    await expect.poll(isInPlace).toBe(true);
    const { dialog, size, submit, email } = await shopper.look();
    for (const part of [submit, email]) {
      expect(part?.box.y).toBeGreaterThanOrEqual(dialog?.box.y ?? 0);
      expect((part?.box.y ?? 0) + (part?.box.height ?? 0)).toBeLessThanOrEqual(size.height);
    }
  });
}
