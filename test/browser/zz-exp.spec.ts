import { test, expect } from './fixtures.ts';
test('csp evaluate', async ({ page, openProduct, complaints }) => {
  await openProduct('trail-runner', { csp: 'strict', way: 'script' });
  await page.getByRole('button', { name: 'Notify' }).click();
  console.log(await page.evaluate(() => document.title), complaints);
  await page.waitForFunction(() => document.title);
  console.log(complaints);
});
test('cov', async ({ page, openProduct }) => {
  const client = await page.context().newCDPSession(page);
  await client.send('Profiler.enable');
  await client.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  await openProduct('enamel-mug');
  await page.evaluate(() => window.BackInStock.init().open());
  const { result } = await client.send('Profiler.takePreciseCoverage');
  const s = result.find(({ url }) => url.endsWith('back-in-stock.js'));
  console.log(JSON.stringify(s?.functions.map((f) => [f.functionName, f.ranges.map((r) => [r.startOffset, r.endOffset, r.count])])));
});
