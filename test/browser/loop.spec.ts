import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { REFUSALS } from '../../demo/loop/actions.ts';
import { type RunningShop, startShop } from '../../demo/server.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH } from './at-length.ts';
import { expect, test as inShop, type Page } from './fixtures.ts';
import { goToPage } from './open-page.ts';
import { createWidget } from './widget.ts';

interface LoopFixtures {
  readonly folder: string;
  /** A shop that keeps its loop in a folder of its own. */
  readonly demo: { shop: RunningShop };
  /** A shopper subscribes in a tab of their own, by the widget. */
  readonly subscribe: (email: string) => Promise<void>;
}

const test = inShop.extend<LoopFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names out of this pattern.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'back-in-stock-loop-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  demo: async ({ page, folder }, use) => {
    const demo = { shop: await startShop({ folder }) };
    await use(demo);
    await stop(page, demo.shop);
  },
  subscribe: async ({ context, demo }, use) => {
    await use(async (email) => {
      const tab = await context.newPage();
      const widget = createWidget(tab);
      await goToPage(tab, demo.shop.origin, '/shop/trail-runner');
      await widget.subscribe(email, 'Red / 42');
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      await tab.close();
    });
  },
});

/** The page is left first: a browser complains of a stream that breaks off. */
async function stop(page: Page, shop: RunningShop): Promise<void> {
  await page.goto('about:blank');
  await shop.close();
}

/** The parts of the console, by the names under which a merchant finds them. */
function findParts(page: Page) {
  const region = (name: string) => page.getByRole('region', { name, exact: true });
  return {
    notice: page.getByRole('status'),
    clock: region('Virtual clock'),
    guide: region('What to do next'),
    shop: region('The shop'),
    flow: region('Back in stock flow'),
    settings: region('Back in Stock Settings'),
    profiles: region('Profiles and their events'),
    diary: region('Diary'),
    reports: region('Back in stock reports'),
    message: region('The message'),
    imported: region('Import subscribers'),
    stateOf: (email: string) =>
      region('Profiles and their events').getByRole('row', { name: email }),
  };
}

type Parts = ReturnType<typeof findParts>;

/** Nothing that axe finds, at both widths, and nothing that is wider than the page, however narrow that is. */
async function expectSound(page: Page): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    expect(found, `at ${width}`).toEqual([]);
  }
  for (const width of [320, 390, 900, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(scrollWidth, `at ${width}`).toBeLessThanOrEqual(width);
  }
}

/** One customer for each unit, and six hours between two batches. */
async function notifyOneByOne({ settings, notice }: Parts): Promise<void> {
  await settings.getByLabel('Customers to notify for each unit').selectOption('1 customer');
  await settings.getByLabel('Wait time between notifications').selectOption('6 hours');
  await settings.getByRole('button', { name: 'Update Back in Stock Settings' }).click();
  await expect(notice).toContainText('1 customer for each unit, then wait 6 hours.');
}

test('from sold out to the e-mail, and after a restart', async ({
  page,
  demo,
  subscribe,
  folder,
}) => {
  // Two shops start one after the other, and shoppers open pages of their own.
  test.slow();
  const parts = findParts(page);
  await page.goto(`${demo.shop.origin}/loop`);
  await expect(parts.guide).toContainText('Nobody has subscribed yet.');
  await expect(parts.settings).toContainText('These settings are not here yet.');

  await subscribe('older@example.com');
  await subscribe('younger@example.com');
  await expect(parts.stateOf('younger@example.com')).toContainText('Waiting');
  await expect(parts.shop.getByRole('definition')).toHaveText(['0', '2']);
  await notifyOneByOne(parts);

  await parts.shop.getByLabel('Units').fill('1');
  await parts.shop.getByRole('button', { name: 'Restock' }).click();
  await expect(parts.notice).toContainText('1 shopper notified');
  await expect(parts.stateOf('older@example.com')).toContainText('Notified');
  await expect(parts.stateOf('younger@example.com')).toContainText('Waiting');
  await expect(parts.guide).toContainText('The next batch is due in 6 hours');

  await parts.clock.getByRole('button', { name: 'To the next batch' }).click();
  await expect(parts.stateOf('younger@example.com')).toContainText('Notified');
  await expect(parts.guide).toContainText('Nobody waits any more.');
  await expect(parts.diary).toContainText(
    '1 shopper notified that Trail Runner 2 (Red / 42) is back',
  );
  await expectReported(page, demo.shop);

  await stop(page, demo.shop);
  demo.shop = await startShop({ folder });
  await page.goto(`${demo.shop.origin}/loop`);
  await expect(parts.stateOf('older@example.com')).toContainText('Notified');
  await expect(parts.stateOf('younger@example.com')).toContainText('Notified');
  await expect(parts.settings.getByLabel('Customers to notify for each unit')).toHaveValue('1');
  await expectReported(page, demo.shop);
});

/** The report on the page, both files, and the message say that two asked and two were notified. */
async function expectReported(page: Page, { origin }: RunningShop): Promise<void> {
  const { reports, message } = findParts(page);
  const counts = reports.getByRole('row', { name: 'Trail Runner 2' }).getByRole('cell');
  await expect(counts).toHaveText(['2', '2', '0', '100 %']);
  const activity = await page.request.get(`${origin}/loop/activity.csv`);
  expect(await activity.text()).toContain('Trail Runner 2,2013,2003,TR2-RED-42,Red / 42,2,2,0,0,2');
  const queue = await page.request.get(`${origin}/loop/queue.csv`);
  expect((await queue.text()).trim().split('\r\n')).toHaveLength(1);
  const mail = message.frameLocator('iframe');
  await message.scrollIntoViewIfNeeded();
  await expect(mail.getByRole('heading')).toHaveText('Trail Runner 2 is back in stock');
  await expect(mail.getByText('Red / 42')).toBeVisible();
}

test('what is refused is said, and why', AT_LENGTH, async ({ page, demo, subscribe }) => {
  const { flow, imported, notice, settings } = findParts(page);
  await subscribe('sam@example.com');
  await page.goto(`${demo.shop.origin}/loop`);
  await flow.getByText('Try another trigger').click();
  await flow.getByLabel('Another metric').selectOption('Viewed a Sold-Out Product (custom)');
  await flow.getByRole('button', { name: 'Use as trigger' }).click();
  await expect(notice).toHaveText(REFUSALS['custom-metric']);
  await expect(flow).toContainText(REFUSALS['custom-metric']);
  await expect(flow.getByRole('button', { name: 'Use as trigger' })).toBeFocused();
  await expect(settings).not.toContainText(REFUSALS['custom-metric']);
  await expectSound(page);

  await imported.getByText('Begin again').click();
  await expect(notice).toBeHidden();
});

test('during a wait, after a restock', AT_LENGTH, async ({ page, demo, subscribe }) => {
  test.slow();
  const parts = findParts(page);
  await subscribe('older@example.com');
  await subscribe('younger@example.com');
  await page.goto(`${demo.shop.origin}/loop`);
  await notifyOneByOne(parts);
  await parts.guide.getByRole('button', { name: 'Restock 1 unit' }).click();
  await expect(parts.guide).toContainText('The next batch is due in 6 hours');
  await expectSound(page);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('everything is a form', AT_LENGTH, async ({ page, demo }) => {
    const { notice, shop, clock } = findParts(page);
    await page.goto(`${demo.shop.origin}/loop?variant=2045`);
    await shop.getByLabel('Units').fill('3');
    await shop.getByRole('button', { name: 'Restock' }).click();
    await expect(page).toHaveURL(`${demo.shop.origin}/loop?variant=2045`);
    await expect(notice).toContainText('3 units of Camp Lantern restocked, now 3 in stock.');
    await shop.getByRole('button', { name: 'Sell' }).click();
    await expect(notice).toContainText('1 unit of Camp Lantern sold, now 2 in stock.');
    await clock.getByRole('button', { name: '1 day' }).click();
    await expect(notice).toContainText('Nothing happened in the meantime.');
  });
});

test(
  'what was typed and folded stays, when another tab changes the loop',
  AT_LENGTH,
  async ({ page, demo, subscribe }) => {
    const { shop, reports, stateOf } = findParts(page);
    await page.goto(`${demo.shop.origin}/loop?variant=2003`);
    await shop.getByLabel('Units').fill('12');
    await reports.getByLabel('E-mail address').fill('merchant@');
    await shop.getByText('Harbour Jacket').click();
    await subscribe('sam@example.com');
    await expect(stateOf('sam@example.com')).toContainText('Waiting');
    await expect(shop.getByLabel('Units')).toHaveValue('12');
    await expect(reports.getByLabel('E-mail address')).toHaveValue('merchant@');
    await expect(shop.getByText('Cotton / Slim')).toBeVisible();

    const list = shop.getByRole('list', { name: 'All products' });
    await list.evaluate((element) => element.scrollTo(0, 90));
    await shop.getByRole('link', { name: 'Cotton / Regular' }).click();
    await expect(shop.getByRole('heading', { name: 'Harbour Jacket' })).toBeVisible();
    expect(await list.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(80);
    await page.goBack();
    await expect(shop.getByRole('heading', { name: 'Trail Runner 2' })).toBeVisible();
  },
);

test(
  'an import reports what was refused, and names are text',
  AT_LENGTH,
  async ({ page, demo }) => {
    const { imported, notice, profiles } = findParts(page);
    await page.goto(`${demo.shop.origin}/loop`);
    const lines = [
      'email,variant',
      'ada@example.com,2003',
      '<script>alert(1)</script>,2003',
      'eve@example.com,none',
    ];
    await imported.getByLabel('A CSV file').setInputFiles({
      ...{ name: 'subscribers.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(lines.join('\n')),
    });
    await imported.getByRole('button', { name: 'Import' }).click();
    await expect(notice).toContainText('1 subscriber was imported, 2 lines were refused.');
    await expect(imported.getByRole('row', { name: '<script>alert(1)</script>' })).toBeVisible();
    await expect(imported.getByRole('row', { name: 'eve@example.com' })).toContainText(
      REFUSALS['unknown-variant'],
    );
    await expect(profiles).toContainText('ada@example.com');
    await expectSound(page);
  },
);

test('a damaged file is set aside, and that is said', AT_LENGTH, async ({ page, demo, folder }) => {
  await demo.shop.close();
  await writeFile(join(folder, 'loop.sqlite'), 'This is no database.');
  demo.shop = await startShop({ folder });
  await page.goto(`${demo.shop.origin}/loop`);
  const told = page.getByText('It was set aside as');
  await expect(told).toBeVisible();
  const [, aside = ''] = /set aside as (\S+),/.exec((await told.textContent()) ?? '') ?? [];
  expect(await readFile(resolve(folder, aside), 'utf8')).toBe('This is no database.');
  await expectSound(page);
});
