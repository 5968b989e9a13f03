import { type HTMLElement as HappyElement, Window } from 'happy-dom';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { watchConsole } from '../support/console.ts';

async function loadReaders() {
  return await import('../../src/configuration/page-settings.ts');
}

/** A page without a browser. */
function createPage(body: string) {
  const { document } = new Window();
  document.body.innerHTML = body;
  return document;
}

beforeEach(() => {
  vi.resetModules();
});

describe('the attributes of the script tag', () => {
  async function read(tag: string) {
    const { readAttributes } = await loadReaders();
    const element: HappyElement | null = createPage(tag).querySelector('script');
    return readAttributes((element ?? undefined) as unknown as HTMLScriptElement | undefined);
  }

  test('are settings', async () => {
    const tag =
      '<script data-api-key="DEMO01" data-store="2" data-endpoint="/subscribe" data-timeout="5000" data-variant-id="sku"></script>';
    expect(await read(tag)).toEqual({
      apiKey: 'DEMO01',
      store: '2',
      endpoint: '/subscribe',
      timeout: '5000',
      variantId: 'sku',
    });
  });

  test('of the newer parts are settings too, and those that are on or off are true or false', async () => {
    const tag =
      '<script data-listing="true" data-sold-out-swatches="false" data-check-stock="true" data-customer-email="false" data-graphql="/de/graphql" data-store-code="de"></script>';
    expect(await read(tag)).toEqual({
      listing: true,
      soldOutSwatches: false,
      checkStock: true,
      customerEmail: false,
      graphql: '/de/graphql',
      storeCode: 'de',
    });
  });

  test('of how a subscription is sent are settings too', async () => {
    const tag =
      '<script data-api="client" data-retries="2" data-outbox="false" data-catalogue="1-1" data-newsletter-list="XyZ123"></script>';
    expect(await read(tag)).toEqual({
      api: 'client',
      retries: '2',
      outbox: false,
      catalogue: '1-1',
      newsletterList: 'XyZ123',
    });
  });

  test('that are misspelt there are kept, to be logged', async () => {
    const tag = '<script data-api="client" data-newsletter="X" data-outbox-size="5"></script>';
    expect(await read(tag)).toEqual({ api: 'client', newsletter: 'X', outboxSize: '5' });
  });

  test('that are empty are kept as they are: an empty address asks no GraphQL', async () => {
    const { readAttributes } = await loadReaders();
    // happy-dom does not list attributes that are empty, as browsers do.
    const tag = { dataset: { apiKey: 'DEMO01', graphql: '' } } as unknown as HTMLScriptElement;
    expect(readAttributes(tag)).toEqual({ apiKey: 'DEMO01', graphql: '' });
  });

  test('with any other text are no guess at yes or no', async () => {
    expect(await read('<script data-listing="yes" data-check-stock="1"></script>')).toEqual({
      listing: 'yes',
      checkStock: '1',
    });
  });

  test('of other tools are none', async () => {
    const tag =
      '<script data-api-key="DEMO01" data-cfasync="false" data-rocket-src="x" data-category="necessary" nonce="1"></script>';
    expect(await read(tag)).toEqual({ apiKey: 'DEMO01' });
  });

  test.each(['<script></script>', '<script src="x.js" data-cfasync="false"></script>', '<p></p>'])(
    'are not there on %s',
    async (tag) => {
      expect(Object.keys((await read(tag)) ?? {})).toEqual([]);
    },
  );

  test('with misspelt names are kept, to be logged', async () => {
    expect(await read('<script data-apikey="DEMO01"></script>')).toEqual({ apikey: 'DEMO01' });
  });
});

describe('the JSON tag', () => {
  async function read(body: string) {
    const { readJsonTag } = await loadReaders();
    return readJsonTag(createPage(body) as unknown as Document, '');
  }
  const tag = (text: string) =>
    `<script type="application/json" data-back-in-stock-config>${text}</script>`;

  test('holds settings', async () => {
    expect(await read(tag('{"apiKey": "DEMO01", "trigger": {"align": "end"}}'))).toEqual({
      apiKey: 'DEMO01',
      trigger: { align: 'end' },
    });
  });

  test('may be missing', async () => {
    const { messages } = watchConsole();
    expect(
      (await read('<script type="application/json">{}</script>')) ?? undefined,
    ).toBeUndefined();
    expect(messages).toEqual([]);
  });

  test.each(['', '{', '{"apiKey": "DEMO01",}', '<!-- {} -->'])(
    'with %j gives one message that names it',
    async (text) => {
      const { errors } = watchConsole();
      expect(await read(tag(text))).toBeUndefined();
      expect(errors).toHaveLength(1);
      expect(errors[0]).toContain('data-back-in-stock-config');
    },
  );
});
