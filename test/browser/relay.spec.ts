import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { findReasonWithout } from '../module/php-tools.mjs';
import { type RelayedShop, startRelay } from '../support/relay.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { test as base, expect, type Page, takeComplaints } from './fixtures.ts';
import { passWaits, readStorage } from './kept-entries.ts';
import { goToPage } from './open-page.ts';
import { SENT_ONCE } from './sent-once.ts';

// The module's own controller, run by PHP, between the widget in a page of the demo and the demo's sandbox.

const EMAIL = 'sam+secret@mail.example.com';
const BODY =
  'a=DEMO01&email=sam%2Bsecret%40mail.example.com&variant=2045&platform=magento_two&store=1';
const ADDRESS = '/back-in-stock/subscribe';

interface Fixtures {
  /** Opens a sold-out product on a page that sends everything to the relay. */
  readonly openLantern: (options?: object) => Promise<void>;
}

const test = base.extend<Fixtures, { relay: RelayedShop }>({
  relay: [
    async ({ shop }, use) => {
      const relay = await startRelay(shop);
      await use(relay);
      await relay.close();
      expect(relay.log()).not.toContain('secret');
    },
    { scope: 'worker' },
  ],
  openLantern: async ({ page, shop, relay }, use) => {
    shop.sandbox.reset();
    relay.configure();
    await use((options = SENT_ONCE) =>
      goToPage(page, relay.origin, '/shop/camp-lantern', {
        // The relay waits for four seconds; however busy the machine is, the widget does not give up before it.
        options: JSON.stringify({ api: 'relay', timeout: 60_000, ...options }),
      }),
    );
  },
});

const reason = findReasonWithout('php');
test.skip(reason !== undefined, `${reason}, and the relay is written in PHP`);

/** Sends a form from the page, as the widget does; gives what a script of the page can see of the answer. */
const post = (page: Page, fields: Record<string, string>, address = ADDRESS) =>
  page.evaluate(
    async ({ form, url }) => {
      const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
      const headers = Object.fromEntries(answer.headers);
      return { status: answer.status, body: await answer.text(), headers };
    },
    { form: fields, url: address },
  );

const FIELDS = { email: EMAIL, variant: '2045', store: '1' };

test('a subscription arrives at Klaviyo, from the shop’s server and with nothing of the shopper’s browser', async ({
  page,
  context,
  openLantern,
  widget,
  shop,
  relay,
}) => {
  await context.addCookies([{ name: 'PHPSESSID', value: 'secret', url: relay.origin }]);
  await openLantern();
  const answering = page.waitForResponse(`**${ADDRESS}`);
  await widget.subscribe(EMAIL);
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);

  const { requests, events } = shop.sandbox;
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({
    method: 'POST',
    path: '/api/v1/catalog/subscribe',
    contentType: 'application/x-www-form-urlencoded',
    body: BODY,
  });
  const sent = ['accept', 'content-length', 'content-type', 'host', 'user-agent'];
  expect(Object.keys(requests[0]?.headers ?? {}).sort()).toEqual(sent);
  expect(requests[0]?.headers['user-agent']).toBe('back-in-stock/module-klaviyo');
  expect(events).toEqual([{ email: EMAIL, variant: '2045', store: '1' }]);

  const headers = (await answering).headers();
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  expect(Object.keys(headers).filter((name) => /access-control|set-cookie/.test(name))).toEqual([]);
  // Byte for byte, which the widget does not care for.
  const again = await post(page, FIELDS);
  expect(again).toMatchObject({ status: 200, body: requests[1]?.answer });
});

/** Each mode of the sandbox, the status with which the browser gets it, and what the shopper reads. */
const ANSWERS = [
  {
    mode: 'missing',
    status: 400,
    sentence: DEFAULT_TEXTS.fieldMissing.replace('{field}', 'store'),
  },
  { mode: '429', status: 429, sentence: DEFAULT_TEXTS.rateLimited },
  { mode: '503', status: 503, sentence: DEFAULT_TEXTS.serverError },
  { mode: 'html', status: 200, sentence: DEFAULT_TEXTS.htmlAnswer, advice: 'htmlAnswer' },
  { mode: '410', status: 410, sentence: DEFAULT_TEXTS.unknownAnswer, advice: "Set api: 'client'" },
  // What Klaviyo never answered is not taken for one of its answers.
  { mode: '301', status: 502, sentence: DEFAULT_TEXTS.serverError },
  { mode: 'offline', status: 504, sentence: DEFAULT_TEXTS.timeout },
  { mode: 'reset', status: 504, sentence: DEFAULT_TEXTS.timeout },
  { mode: 'huge', status: 502, sentence: DEFAULT_TEXTS.serverError },
] as const;

for (const { mode, status, sentence, ...lines } of ANSWERS) {
  test(
    `${mode}: HTTP ${status}, and the sentence that belongs to it`,
    atLengthUnless(mode === 'missing'),
    async ({ page, openLantern, widget, shop, complaints }) => {
      await openLantern();
      shop.sandbox.setMode(mode);
      const answering = page.waitForResponse(`**${ADDRESS}`);
      await widget.subscribe(EMAIL);
      await expect(widget.status).toHaveText(sentence);
      expect((await answering).status()).toBe(status);
      expect(shop.sandbox.requests.map(({ method, body }) => [method, body])).toEqual([
        ['POST', BODY],
      ]);
      const expected = [...(status >= 400 ? [`${status}`] : []), ...Object.values(lines)];
      await expect
        .poll(() => expected.every((part) => complaints.join().includes(part)))
        .toBe(true);
      expect(complaints.join()).not.toContain('secret');
      complaints.length = 0;
    },
  );
}

test(
  'an address that Klaviyo refuses',
  AT_LENGTH,
  async ({ openLantern, widget, shop, complaints }) => {
    await openLantern();
    await widget.subscribe('refused@example.com');
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.refused);
    expect(shop.sandbox.requests).toHaveLength(1);
    await takeComplaints(complaints, ['Klaviyo refused a subscription']);
  },
);

test(
  'a Klaviyo that never answers: the shopper reads it after four seconds, kept, and sent once it is back',
  AT_LENGTH,
  async ({ page, openLantern, widget, shop, relay, complaints }) => {
    test.slow();
    await openLantern({ retries: 0 });
    shop.sandbox.setMode('hang');
    const answering = page.waitForResponse(`**${ADDRESS}`);
    const start = Date.now();
    await widget.subscribe(EMAIL);
    expect((await answering).status()).toBe(504);
    expect(Date.now() - start).toBeGreaterThan(3500);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.kept);
    await expect.poll(() => complaints.join()).toContain('504');
    complaints.length = 0;

    shop.sandbox.setMode('normal');
    relay.pass(30);
    await passWaits(page);
    await openLantern({ retries: 0 });
    await expect.poll(() => readStorage(page)).toEqual([]);
    expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant: '2045', store: '1' }]);
  },
);

test(
  'nobody stops the shop by way of a Klaviyo that hangs: two of its processes wait, the others answer',
  AT_LENGTH,
  async ({ page, openLantern, shop, complaints }) => {
    test.slow();
    await openLantern();
    shop.sandbox.setMode('hang');
    const ends: string[] = [];
    const send = async (name: string) => {
      const { status, headers } = await post(page, { ...FIELDS, email: `${name}@example.com` });
      ends.push(`${status}`);
      return status === 503 ? headers['retry-after'] : undefined;
    };
    const posts: ReturnType<typeof send>[] = [];
    // One after the other: PHP's own server may give two connections at once to a process, where the second waits for the first.
    for (const name of ['sam', 'alex']) {
      posts.push(send(name));
      await expect.poll(() => shop.sandbox.requests.length).toBe(posts.length);
    }
    posts.push(...Array.from({ length: 16 }, (_, index) => send(`sam${index}`)));
    // There are six processes, as many as browsers open connections.
    const { origin } = new URL(page.url());
    const visit = async () => {
      const { status } = await fetch(`${origin}${ADDRESS}`);
      ends.push(`page ${status}`);
    };
    const waits = await Promise.all([...posts, visit()]);
    expect(ends.slice(-2)).toEqual(['504', '504']);
    expect(ends.filter((end) => end === '503')).toHaveLength(16);
    expect(ends).toContain('page 404');
    expect(waits.filter(Boolean)).toEqual(Array(16).fill('5'));
    expect(shop.sandbox.requests).toHaveLength(2);

    // From now on nobody waits at all.
    expect(await post(page, FIELDS)).toMatchObject({
      status: 503,
      headers: { 'retry-after': '30' },
    });
    expect(shop.sandbox.requests).toHaveLength(2);
    await expect.poll(() => complaints.length).toBeGreaterThan(0);
    complaints.length = 0;
  },
);

test(
  'too many: HTTP 429 with the time to wait, and Klaviyo is left alone',
  AT_LENGTH,
  async ({ page, openLantern, widget, shop, relay, complaints }) => {
    await openLantern();
    relay.configure({ 'back_in_stock/general/requests_per_minute': '2' });
    for (const variant of ['2045', '2003']) {
      expect(await post(page, { ...FIELDS, variant })).toMatchObject({ status: 200 });
    }
    const answering = page.waitForResponse(`**${ADDRESS}`);
    await widget.subscribe(EMAIL);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.rateLimited);
    const answer = await answering;
    expect(answer.status()).toBe(429);
    // The relay's clock shows a quarter of a minute, and stays there.
    expect(answer.headers()['retry-after']).toBe('45');
    expect(shop.sandbox.requests).toHaveLength(2);
    await takeComplaints(complaints, ['429']);
  },
);

test(
  'what no shop sells, and what a link could bring along',
  AT_LENGTH,
  async ({ page, openLantern, shop, complaints }) => {
    await openLantern();
    // 2013 is the configurable product; 2003 is a child of it, and so is 2001, which is in stock.
    for (const fields of [
      { variant: '2013' },
      { variant: '2001' },
      { variant: 'nothing' },
      { store: '7' },
    ]) {
      const [name] = Object.keys(fields);
      const { status, body } = await post(page, { ...FIELDS, ...fields });
      expect([status, JSON.parse(body)]).toEqual([
        400,
        { status: 400, message: expect.stringContaining(`* ${name} *`) },
      ]);
    }
    const linked = `${ADDRESS}?${new URLSearchParams({ email: 'sam@example.com' })}`;
    expect(await post(page, { variant: '2045', store: '1' }, linked)).toMatchObject({
      status: 400,
      body: expect.stringContaining('* email *'),
    });
    expect(shop.sandbox.requests).toEqual([]);
    await expect.poll(() => complaints.length).toBeGreaterThan(0);
    complaints.length = 0;
  },
);

test('a page of another origin is refused, and a page without the relay finds nothing', async ({
  page,
  openLantern,
  shop,
  relay,
  complaints,
}) => {
  await openLantern();
  // For a browser another port is the same site, and another origin.
  const stranger = createServer((_, answer) => answer.end('<!doctype html>'));
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  try {
    await page.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`);
    const answering = page.waitForResponse(`**${ADDRESS}`);
    await page.evaluate(
      ({ url, form }) =>
        fetch(url, { method: 'POST', mode: 'no-cors', body: new URLSearchParams(form) }),
      { url: `${relay.origin}${ADDRESS}`, form: FIELDS },
    );
    expect((await answering).status()).toBe(403);
  } finally {
    stranger.closeAllConnections();
    stranger.close();
  }

  await openLantern();
  expect((await page.request.get(`${relay.origin}${ADDRESS}`)).status()).toBe(404);
  relay.configure({ 'back_in_stock/general/api': 'onsite' });
  expect((await post(page, FIELDS)).status).toBe(404);
  expect(shop.sandbox.requests).toEqual([]);
  await expect.poll(() => complaints.join()).toMatch(/403.*404/s);
  complaints.length = 0;
});
