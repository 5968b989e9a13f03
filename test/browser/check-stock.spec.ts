import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import { recordQuestions } from './graphql-questions.ts';
import { expectNothingOffered, openByHandle } from './readiness.ts';
import { type Choice, subscribeByButton } from './subscription.ts';
import { waitForAnswer } from './wait-for-answer.ts';

const CHECKED = { options: JSON.stringify({ checkStock: true, timeout: 3000 }) };

for (const { path, restocked, sku, choice } of [
  {
    path: '/shop/trail-runner',
    restocked: '2003,2009',
    sku: 'TR2',
    choice: {
      offered: ['Blue / 41', 'Blue / 42', 'Blue / 43'],
      label: 'Blue / 43',
      variant: '2012',
    },
  },
  {
    path: '/shop/harbour-jacket',
    restocked: '2015,2020',
    sku: 'HJ7',
    choice: { offered: ['Wool / Slim', 'Linen / Regular'], label: 'Wool / Slim', variant: '2017' },
  },
  {
    path: '/hyva/everyday-hoodie',
    restocked: '2024',
    sku: 'EH3',
    choice: { offered: [], variant: '2026' },
  },
  {
    path: '/hyva-csp/campsite-set',
    restocked: '2045',
    sku: 'CAMPSITE',
    choice: { offered: [], variant: '2048' },
  },
  {
    path: '/shop/camp-lantern',
    restocked: '2044',
    sku: 'LANTERN-2',
    choice: { offered: [], variant: '2045' },
  },
] satisfies { path: string; restocked: string; sku: string; choice: Choice }[]) {
  test(
    `${path}: what has come back since is not offered`,
    atLengthUnless(path === '/shop/trail-runner'),
    async ({ page, openPage, widget, shop }) => {
      const questions = recordQuestions(page);
      await openPage(path, { ...CHECKED, restocked });
      await subscribeByButton(widget, shop, choice);
      expect(questions.map(({ variables }) => variables)).toEqual([
        { filter: { sku: { eq: sku } } },
      ]);
    },
  );
}

test('no button when all of it has come back', AT_LENGTH, async ({ page, openPage }) => {
  for (const path of ['/shop/trail-runner', '/shop/camp-lantern', '/hyva/campsite-set']) {
    const answer = waitForAnswer(page, '/graphql');
    await openPage(path, { ...CHECKED, restocked: 'all' });
    await answer;
    await expectNothingOffered(page);
  }
});

test(
  'without an answer the page is believed',
  AT_LENGTH,
  async ({ openProduct, widget, shop, complaints }) => {
    await openProduct('everyday-hoodie', { ...CHECKED, graphql: 'hang', restocked: 'all' });
    await subscribeByButton(widget, shop, {
      offered: ['Red / Wool', 'Green / Cotton'],
      label: 'Red / Wool',
      variant: '2024',
    });
    await takeComplaints(complaints, ['GraphQL does not know product 2029']);
  },
);

test('nothing is offered before the answer is there', async ({ page, openProduct, widget }) => {
  const answer = waitForAnswer(page, '/graphql');
  await openProduct('everyday-hoodie', { options: '{"checkStock":true}', graphql: 'slow' });
  expect(await openByHandle(page)).toBe(false);
  await expect(widget.button).toHaveCount(0);
  await answer;
  await widget.button.click();
  expect(await widget.offers()).toEqual(['Red / Wool', 'Green / Cotton']);
});

test(
  'without the setting the page is believed, and nothing is asked',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    const questions = recordQuestions(page);
    await openProduct('everyday-hoodie', { restocked: 'all' });
    await widget.button.click();
    expect(await widget.offers()).toEqual(['Red / Wool', 'Green / Cotton']);
    expect(questions).toEqual([]);
  },
);
