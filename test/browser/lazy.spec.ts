import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { type Coverage, startCoverage } from './coverage.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import { leaveKept } from './leave-kept.ts';
import { goToPage } from './open-page.ts';
import { expectNothingOffered } from './readiness.ts';

/** Something that stands in each part of the bundle, directly in a function that the part cannot do without. */
const MARKERS = {
  /** Makes each of zod's schemas. */
  zod: '.postProcessor',
  /** What zod finds out about an object when it parses one first. */
  parsing: 'numKeys:',
  configuration: 'unknown settings: ',
  outbox: 'addEventListener(`online`',
  /** Makes Preact's elements. */
  preact: 'constructor:',
  /** Draws with Preact. */
  rendering: 'createTextNode',
  modal: 'attachShadow',
  request: 'URLSearchParams',
};

const NOTHING = {
  zod: false,
  parsing: false,
  configuration: false,
  outbox: false,
  preact: false,
  rendering: false,
  modal: false,
  request: false,
};

const partsThatRan = (coverage: Coverage) =>
  Object.fromEntries(
    Object.entries(MARKERS).map(([part, marker]) => [part, coverage.hasRun(marker)]),
  );

const FILES = {
  script: 'back-in-stock.js',
  requirejs: 'back-in-stock.amd.js',
  esm: 'back-in-stock.mjs',
};

for (const { way, name } of [
  { way: 'script', name: 'enamel-mug' },
  { way: 'script', name: 'crew-tee' },
  { way: 'script', name: 'breakfast-bundle' },
  { way: 'requirejs', name: 'crew-tee' },
  { way: 'esm', name: 'crew-tee' },
] as const) {
  test(`${way}, ${name}: with nothing sold out to offer, only the detection runs`, async ({
    page,
    openProduct,
  }) => {
    const look = await startCoverage(page);
    await openProduct(name, { way });
    await expectNothingOffered(page);
    const coverage = await look(FILES[way]);
    expect(partsThatRan(coverage)).toEqual(NOTHING);
    expect(coverage.calledFunctions).toBeGreaterThan(5);
    expect(coverage.calledFunctions).toBeLessThan(100);
  });
}

for (const [way, file] of Object.entries(FILES)) {
  test(`${way}: what is kept is sent from a page with nothing to offer, without Preact`, async ({
    page,
    shop,
    complaints,
  }) => {
    await leaveKept(page, shop, 'sam@example.com');
    await takeComplaints(complaints, ['net::ERR_INTERNET_DISCONNECTED']);
    const look = await startCoverage(page);
    await goToPage(page, shop.origin, '/shop/enamel-mug', { way });
    await expect.poll(() => shop.sandbox.events).toHaveLength(1);
    await expectNothingOffered(page);
    expect(partsThatRan(await look(file))).toEqual({
      ...NOTHING,
      zod: true,
      parsing: true,
      configuration: true,
      outbox: true,
      request: true,
    });
  });

  test(`${way}: zod runs for the button, Preact for the modal`, async ({
    page,
    openProduct,
    widget,
  }) => {
    const look = await startCoverage(page);
    await openProduct('camp-lantern', { way });
    await expect(widget.button).toBeVisible();
    const loaded = await look(file);
    expect(partsThatRan(loaded)).toEqual({
      ...NOTHING,
      zod: true,
      parsing: true,
      configuration: true,
      outbox: true,
    });

    await widget.button.click();
    await expect(widget.email).toBeFocused();
    const opened = await look(file);
    expect(partsThatRan(opened)).toEqual({
      ...NOTHING,
      preact: true,
      rendering: true,
      modal: true,
    });

    await widget.email.fill('sam@example.com');
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(partsThatRan(await look(file))).toMatchObject({ request: true });
  });
}
