import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DAY, HOUR } from '../../../demo/loop/clock.ts';
import { readCsv } from '../../../demo/loop/csv.ts';
import { MESSAGE_TEMPLATE } from '../../../demo/loop/message.ts';
import { type RunningShop, startShop } from '../../../demo/server.ts';

const LANTERN = '2045';

let shop: RunningShop;

beforeAll(async () => {
  shop = await startShop();
});

beforeEach(() => shop.sandbox.reset());

afterAll(() => shop.close());

/** As a browser sends a form; `empty`: as its scripts do. */
function send(path: string, body: BodyInit, destination = 'document'): Promise<Response> {
  return fetch(`${shop.origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: shop.origin, 'sec-fetch-dest': destination },
    body,
  });
}

const act = (fields: Record<string, string>, path = '/loop/actions') =>
  send(path, new URLSearchParams(fields));

const get = (path: string) => fetch(`${shop.origin}${path}`);

const read = async (path: string) => (await get(path)).text();

/** What the page says of the last action. */
function findNotice(page: string): string {
  const [, notice = ''] = /role="status"[^>]*>(.*?)</.exec(page) ?? [];
  return notice.replaceAll('&quot;', '"').replaceAll('&#39;', "'");
}

/** Whether it looks like a refusal. */
const looksRefused = (page: string) => /<p id="notice" class="is-refusal"/.test(page);

/** Does what a form without script does: it follows the redirect. */
async function submitForPage(fields: Record<string, string>): Promise<string> {
  const answer = await act(fields);
  expect(answer.status).toBe(303);
  return read(answer.headers.get('location') ?? '');
}

const submit = async (fields: Record<string, string>) => findNotice(await submitForPage(fields));

const subscribe = (name: string) =>
  shop.loop.subscribe({ email: `${name}@example.com`, variant: LANTERN, store: '1' });

const findLoop = () => shop.loop.loop.state;

describe('forms', () => {
  test('a form without script is led back to the variant, and told what it did, once', async () => {
    const fields = { action: 'restock', variant: LANTERN, units: '3' };
    const answer = await act(fields, `/loop/actions?variant=${LANTERN}`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`/loop?variant=${LANTERN}`);
    expect(findNotice(await read('/loop'))).toBe(
      '3 units of Camp Lantern restocked, now 3 in stock. Nobody waits for Camp Lantern.',
    );
    expect(findNotice(await read('/loop'))).toBe('');
  });

  test('a script gets the page at once, and takes no words from another one', async () => {
    await act({ action: 'restock', variant: LANTERN, units: '3' });
    const form = new URLSearchParams({ action: 'sell', variant: LANTERN, units: '2' });
    const answer = await send('/loop/actions', form, 'empty');
    expect(answer.status).toBe(200);
    expect(findNotice(await answer.text())).toBe('2 units of Camp Lantern sold, now 1 in stock.');
    expect(findNotice(await read('/loop'))).toMatch(/^3 units/);
  });

  test('restock and sale, by id and by SKU', async () => {
    await submit({ action: 'restock', variant: 'LANTERN-2', units: '5' });
    await submit({ action: 'sell', variant: LANTERN, units: '1' });
    expect(shop.loop.find(LANTERN)?.quantity).toBe(4);
  });

  test('settings', async () => {
    const settings = {
      ...{ action: 'change-rules', minimumInventory: '2', customersPerUnit: '5', waitHours: '6' },
    };
    expect(await submit(settings)).toBe(
      'The back in stock settings appear after the first "Subscribed to Back in Stock" event.',
    );
    subscribe('sam');
    expect(await submit(settings)).toBe(
      'Back in stock settings: Notify at 2 units or more: 5 customers for each unit, then wait 6 hours.',
    );
    await submit({ ...settings, customersPerUnit: 'all' });
    const rules = { minimumInventory: 2, customersPerUnit: 'all', waitHours: 6 };
    expect(findLoop().rules).toEqual(rules);
    await submit({ action: 'set-smart-sending', smartSending: 'true' });
    expect(findLoop().smartSending).toBe(true);
    await submit({ action: 'set-smart-sending', smartSending: 'false' });
    expect(findLoop().smartSending).toBe(false);
  });

  test('a custom metric cannot trigger the flow', async () => {
    expect(await submit({ action: 'set-trigger', metric: 'My own event' })).toBe(
      'A custom metric cannot trigger a back in stock flow. Only Klaviyo\'s "Subscribed to Back in Stock" can.',
    );
    expect(await submit({ action: 'set-trigger', metric: 'Subscribed to Back in Stock' })).toBe(
      'The flow is triggered by "Subscribed to Back in Stock".',
    );
  });

  test('the clock', async () => {
    expect(await submit({ action: 'skip-to-next-batch' })).toMatch(/^No batch is due/);
    for (const name of ['sam', 'kim', 'ada']) subscribe(name);
    await submit({
      ...{ action: 'change-rules', minimumInventory: '1', customersPerUnit: '1', waitHours: '6' },
    });
    expect(await submit({ action: 'restock', variant: LANTERN, units: '1' })).toMatch(
      /1 shopper notified that Camp Lantern is back/,
    );
    const before = shop.loop.now();
    expect(await submit({ action: 'skip', milliseconds: String(HOUR) })).toMatch(
      /Nothing happened in the meantime\.$/,
    );
    expect(await submit({ action: 'skip-to-next-batch' })).toMatch(/1 shopper notified/);
    expect(shop.loop.now() - before).toBeLessThan(6.1 * HOUR);
    expect(await submit({ action: 'skip', milliseconds: String(DAY) })).toMatch(/1 shopper/);
    expect(shop.loop.now() - before).toBeGreaterThan(DAY);
    expect(shop.loop.find(LANTERN)?.queue.length).toBe(0);
  });

  test.each([
    [{ action: 'restock', variant: LANTERN, units: '0' }, /whole number from 1/],
    [{ action: 'restock', variant: LANTERN, units: '-1' }, /whole number from 1/],
    [{ action: 'restock', variant: LANTERN, units: '1.5' }, /whole number from 1/],
    [{ action: 'restock', variant: LANTERN, units: '9'.repeat(30) }, /whole number from 1/],
    [{ action: 'restock', variant: LANTERN }, /whole number from 1/],
    [{ action: 'restock', units: '1' }, /Choose a variant/],
    [{ action: 'restock', variant: '1', units: '1' }, /No variant of the catalogue/],
    [{ action: 'sell', variant: LANTERN, units: '1' }, /not so many units/],
    [
      { action: 'change-rules', minimumInventory: '0', customersPerUnit: '1', waitHours: '1' },
      /^The minimum inventory/,
    ],
    [
      { action: 'change-rules', minimumInventory: '1', customersPerUnit: 'some', waitHours: '1' },
      /^Customers to notify/,
    ],
    [
      { action: 'change-rules', minimumInventory: '1', customersPerUnit: '1', waitHours: '' },
      /^The wait time/,
    ],
    [{ action: 'schedule-report', email: 'sam', frequency: 'daily' }, /no e-mail address/],
    [{ action: 'schedule-report', email: 'sam@example.com', frequency: 'hourly' }, /daily, weekly/],
    [{ action: 'cancel-report', report: '7' }, /No such report/],
    [{ action: 'cancel-report', report: 'first' }, /No such report/],
    [{ action: 'skip', milliseconds: '-5' }, /366 days/],
    [{ action: 'skip', milliseconds: '1e30' }, /366 days/],
    [{ action: 'explode' }, /no such action/],
    [{ action: 'constructor' }, /no such action/],
    [{ action: 'list', variants: '[]' }, /no such action/],
    [{}, /no such action/],
  ] as const)(
    '%o is answered with one sentence, which looks like a refusal',
    async (fields, notice) => {
      const page = await submitForPage(fields);
      expect(findNotice(page)).toMatch(notice);
      expect(looksRefused(page)).toBe(true);
    },
  );

  test('what is no form', async () => {
    const headers = { origin: shop.origin, 'content-type': 'multipart/form-data; boundary=x' };
    const options = { method: 'POST', headers, body: '--y broken', redirect: 'manual' } as const;
    const answer = await fetch(`${shop.origin}/loop/actions`, options);
    expect(answer.status).toBe(303);
    expect(findNotice(await read('/loop'))).toMatch(/no such action/);
  });

  test('a page of another origin can do nothing', async () => {
    subscribe('sam');
    const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    const answer = await fetch(`${shop.origin}/loop/reset`, { method: 'POST', headers });
    expect(answer.status).toBe(403);
    expect(shop.loop.events).toHaveLength(1);
  });

  test('what cannot be kept is not done, and is told in one sentence', async () => {
    const complaints = vi.spyOn(console, 'error').mockReturnValue();
    const perform = vi.spyOn(shop.loop, 'perform').mockImplementation(() => {
      throw new Error('The disk is full.');
    });
    try {
      expect(await submit({ action: 'restock', variant: LANTERN, units: '1' })).toBe(
        'This could not be kept, so nothing was done.',
      );
      expect(complaints).toHaveBeenCalledOnce();
    } finally {
      perform.mockRestore();
      complaints.mockRestore();
    }
  });

  test('a reset forgets everything', async () => {
    subscribe('sam');
    await submit({ action: 'restock', variant: LANTERN, units: '1' });
    await submit({ action: 'skip', milliseconds: String(DAY) });
    await act({}, '/loop/reset');
    expect(findNotice(await read('/loop'))).toMatch(/^The loop begins again/);
    expect(shop.sandbox.events).toEqual([]);
    expect(shop.loop.find(LANTERN)?.quantity).toBe(0);
    expect(Math.abs(shop.loop.now() - Date.now())).toBeLessThan(HOUR);
  });
});

describe('an import', () => {
  const importFile = async (content: string): Promise<string> => {
    const form = new FormData();
    form.set('file', new File([content], 'subscribers.csv', { type: 'text/csv' }));
    return (await send('/loop/import', form, 'empty')).text();
  };

  test('subscribes in the order of the file, and reports what was refused', async () => {
    const page = await importFile(
      'email,variant\nsam@example.com,2045\nsam@example.com,2045\nkim,2045\nada@example.com,ITEM-3002\nada@example.com,1\n',
    );
    expect(findNotice(page)).toBe('2 subscribers were imported, 3 lines were refused.');
    expect(looksRefused(page)).toBe(false);
    expect(page).toContain('waits for this variant already');
    expect(page).toContain('This is no e-mail address.');
    expect(page).toContain('No variant of the catalogue');
    expect(shop.sandbox.events).toEqual([
      { email: 'sam@example.com', variant: LANTERN },
      { email: 'ada@example.com', variant: '3002' },
    ]);
  });

  test.each([
    ['', /^Choose a CSV file/],
    ['name\nSam\n', /0 subscribers were imported, 1 line was refused/],
    ['\u0000\u0001PNG', /0 subscribers were imported, 1 line was refused/],
  ])('%j imports nobody', async (content, notice) => {
    const page = await importFile(content);
    expect(findNotice(page)).toMatch(notice);
    expect(looksRefused(page)).toBe(true);
  });

  test('without a file', async () => {
    const page = await (await send('/loop/import', new URLSearchParams({}), 'empty')).text();
    expect(findNotice(page)).toMatch(/^Choose a CSV file/);
  });

  test('what is too large is not read', async () => {
    const page = await importFile(`email,variant\n${'x'.repeat(21 * 1024 * 1024)}`);
    expect(findNotice(page)).toBe('The file is larger than 20 MB.');
  });
});

describe('files', () => {
  test.each([
    ['/loop/activity.csv', 'back-in-stock-activity.csv', 'product'],
    ['/loop/queue.csv', 'back-in-stock-queue.csv', 'email'],
  ])('%s is a download, a line for each', async (path, name, first) => {
    subscribe('sam');
    subscribe('=kim');
    const answer = await get(path);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
    const { rows, refused } = readCsv(await answer.text());
    expect(refused).toEqual([]);
    expect(rows[0]?.cells[0]).toBe(first);
    expect(rows).toHaveLength(path.includes('queue') ? 3 : 2);
  });

  test('the template is a download', async () => {
    const answer = await get('/loop/message-template');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*\.html"$/);
    expect(await answer.text()).toBe(MESSAGE_TEMPLATE);
  });

  test('the message runs nothing, and its pictures are those of the shop', async () => {
    const email = '<script>alert(1)</script>@example.com';
    const answer = await get(`/loop/message?${new URLSearchParams({ variant: LANTERN, email })}`);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; /);
    const mail = await answer.text();
    expect(mail).not.toContain('<script');
    expect(mail).toContain('Camp Lantern is back in stock');
    const [, picture = ''] = /<img src="([^"]*)"/.exec(mail) ?? [];
    expect((await fetch(picture)).headers.get('content-type')).toBe('image/svg+xml');
    const [, page = ''] = /<a href="([^"]*)"/.exec(mail) ?? [];
    expect((await fetch(page)).status).toBe(200);
  });

  test.each(['', '?variant=1&email=sam@example.com', '?variant=2045', '?variant=2045&email='])(
    'no message for "%s"',
    async (query) => {
      expect((await get(`/loop/message${query}`)).status).toBe(404);
    },
  );

  test('the mail of a report, by its number', async () => {
    subscribe('sam');
    await submit({ action: 'schedule-report', email: "o'neil@example.com", frequency: 'weekly' });
    expect((await get('/loop/reports/1')).status).toBe(404);
    subscribe('kim');
    await submit({ action: 'skip', milliseconds: String(7 * DAY) });
    const answer = await get('/loop/reports/1');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; /);
    const mail = await answer.text();
    expect(mail).toContain('Camp Lantern');
    expect(mail).toContain('weekly report went to o&#39;neil@example.com');
    for (const path of ['/loop/reports/2', '/loop/reports/0', '/loop/reports/x']) {
      expect((await get(path)).status).toBe(404);
    }
  });
});

test('the page asks again when it is told of a change', async () => {
  const controller = new AbortController();
  const answer = await fetch(`${shop.origin}/loop/stream`, { signal: controller.signal });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  subscribe('sam');
  expect((await reader?.read())?.value).toContain('event: change');
  controller.abort();
});

describe('the pages of the shop', () => {
  const soldOut = /unavailable|Out of stock/;
  const sellOut = (variant: string) =>
    shop.loop.perform({
      ...{ kind: 'sell', variant, units: shop.loop.find(variant)?.quantity ?? 0 },
    });

  const PAGES = [
    '/shop/camp-lantern',
    '/shop/camp-lantern?way=module',
    '/shop/campsite-set',
    '/hyva/camp-lantern',
    '/hyva-csp/camp-lantern',
    '/category/all',
    '/category/all?stock=hidden',
    '/breeze/camp-lantern',
    '/own-theme/camp-lantern',
    '/headless-data/camp-lantern',
    '/quick-view-fragment/camp-lantern',
  ];
  const withoutMark = (page: string) => page.replaceAll(/(mark|nonce)="[^"]*"/g, '');

  test.each(PAGES)('%s says it when something is restocked, and again sold out', async (path) => {
    const before = withoutMark(await read(path));
    shop.loop.perform({ kind: 'restock', variant: LANTERN, units: 1 });
    expect(withoutMark(await read(path))).not.toBe(before);
    shop.loop.perform({ kind: 'sell', variant: LANTERN, units: 1 });
    expect(withoutMark(await read(path))).toBe(before);
  });

  test('the label of the stock', async () => {
    expect(await read('/shop/camp-lantern')).toMatch(soldOut);
    shop.loop.perform({ kind: 'restock', variant: LANTERN, units: 1 });
    expect(await read('/shop/camp-lantern')).not.toMatch(/class="stock unavailable"/);
    sellOut('2044');
    expect(await read('/shop/enamel-mug')).toMatch(/class="stock unavailable"/);
  });

  test('GraphQL', async () => {
    const ask = async (page: string) => {
      const query =
        '{ products(filter: { url_key: { eq: "camp-lantern" } }) { items { stock_status } } }';
      const answer = await fetch(`${shop.origin}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', referer: `${shop.origin}${page}` },
        body: JSON.stringify({ query }),
      });
      return JSON.stringify(await answer.json());
    };
    expect(await ask('/shop/camp-lantern')).toContain('OUT_OF_STOCK');
    shop.loop.perform({ kind: 'restock', variant: LANTERN, units: 1 });
    expect(await ask('/shop/camp-lantern')).toContain('IN_STOCK');
    // A page in a state of its own keeps it.
    expect(await ask('/shop/camp-lantern?restocked=2003')).toContain('OUT_OF_STOCK');
    expect(await read('/shop/camp-lantern?restocked=2003')).toMatch(/class="stock unavailable"/);
  });

  test('the cart takes what was restocked', async () => {
    const buy = async () => {
      const body = new URLSearchParams({ product: LANTERN });
      const headers = { accept: 'application/json' };
      const address = `${shop.origin}/checkout/cart/add/`;
      return (await (await fetch(address, { method: 'POST', headers, body })).json()).type;
    };
    expect(await buy()).toBe('error');
    shop.loop.perform({ kind: 'restock', variant: LANTERN, units: 1 });
    expect(await buy()).toBe('success');
  });
});
