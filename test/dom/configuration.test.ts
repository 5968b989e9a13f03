import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFAULTS, type Options } from '../../src/configuration/options.ts';
import { watchConsole } from '../support/console.ts';
import { stubCss } from '../support/css.ts';

/** Parses settings on a page on which nothing has been logged yet. */
async function parse(...sources: unknown[]) {
  vi.resetModules();
  const { parseConfiguration } = await import('../../src/configuration/parse-configuration.ts');
  return parseConfiguration(sources);
}

beforeEach(stubCss);

describe('settings that are right', () => {
  test('are completed by the defaults', async () => {
    const { messages } = watchConsole();
    expect(await parse({ apiKey: 'DEMO01' })).toEqual({ ...DEFAULTS, apiKey: 'DEMO01' });
    expect(messages).toEqual([]);
  });

  test.each<Options>([
    { store: '1' },
    { store: 12 },
    { store: '' },
    { timeout: 1000 },
    { api: 'onsite' },
    { api: 'client' },
    { api: 'relay' },
    { api: 'relay', endpoint: '/de/back-in-stock/subscribe' },
    { endpoint: '' },
    { retries: 0 },
    { retries: 10 },
    { outbox: false },
    { catalogue: '1-1' },
    { newsletterList: 'XyZ123' },
    { texts: { consent: 'I agree to [all of it](/terms).' } },
    { variantId: 'sku' },
    { variantId: () => 'X' },
    { trigger: { classes: '' } },
    { trigger: { align: 'center' } },
    { trigger: { margin: '10px auto' } },
    { trigger: { margin: '' } },
    { trigger: { width: '100%' } },
    { trigger: { width: 'fit-content' } },
    { trigger: { anchor: '.product-info-main > .price, #other' } },
    { trigger: { placement: 'instead' } },
    { trigger: { hideAddToCart: true } },
    { modal: { image: false } },
    { modal: { accent: '#0a7', contrast: 'white' } },
    { modal: { accent: 'rgb(10% 20% 30% / 50%)', contrast: 'var(--colour, hsl(0 0% 100%))' } },
    { modal: { accent: 'color-mix(in oklch, var(--a), rgba(0, 0, 0, 0.5))' } },
    { modal: { radius: '0', width: '40rem' } },
    { texts: { footer: '', submit: 'Keep me posted' } },
    { on: { shown: () => {} } },
  ])('are taken as they are: %o', async (options) => {
    const { messages } = watchConsole();
    expect(await parse({ apiKey: 'DEMO01', ...options })).toMatchObject(options);
    expect(messages).toEqual([]);
  });

  test.each([{ timeout: '60000' }, { timeout: '1000' }, { retries: '0' }, { retries: '4' }])(
    'are numbers although attributes give texts: %o',
    async (options) => {
      const { messages } = watchConsole();
      const numbers = Object.entries(options).map(([name, text]) => [name, Number(text)]);
      expect(await parse({ apiKey: 'DEMO01', ...options })).toMatchObject(
        Object.fromEntries(numbers),
      );
      expect(messages).toEqual([]);
    },
  );

  test('may have a number for an API key of digits, as JSON has it', async () => {
    const { messages } = watchConsole();
    expect(await parse({ apiKey: 123456 })).toMatchObject({ apiKey: 123456 });
    expect(messages).toEqual([]);
  });

  test('may switch off what has an address or a selector, as the attribute "false" does', async () => {
    const { messages } = watchConsole();
    const off = { graphql: false, endpoint: false, stockLabel: false };
    expect(await parse({ apiKey: 'DEMO01', ...off })).toMatchObject(off);
    expect(messages).toEqual([]);
  });

  test('are taken from the later of two sources, key by key', async () => {
    const configuration = await parse(
      { apiKey: 'TAG', store: '1', texts: { submit: 'From the tag', retry: 'From the tag' } },
      { apiKey: 'CALL', texts: { submit: 'From the call' } },
    );
    expect(configuration).toMatchObject({
      apiKey: 'CALL',
      store: '1',
      texts: { submit: 'From the call', retry: 'From the tag' },
    });
  });
});

/** The settings that are CSS values. */
const { image: _, ...LOOK } = DEFAULTS.modal;

/** Path, the value that is wrong there, and a word of the remedy. */
const MISTAKES: readonly [string, unknown, string][] = [
  ['apiKey', 'pk_0123456789abcdef', 'public API key'],
  ['apiKey', 'DEMO 01', 'public API key'],
  ['store', 'default', 'numeric id'],
  ['store', -1, 'numeric id'],
  ['store', 1.5, 'numeric id'],
  ['store', true, 'numeric id'],
  ['endpoint', 'http://shop.example.org/subscribe', 'https:'],
  ['endpoint', 'https://', 'https:'],
  ['timeout', 10, '1000 to 60000'],
  ['timeout', 60_001, '1000 to 60000'],
  ['timeout', 'ten seconds', '1000 to 60000'],
  ['timeout', 0, '1000 to 60000'],
  ['api', 'server', 'onsite or client or relay'],
  ['api', 'Client', 'onsite or client or relay'],
  ['api', 'toString', 'onsite or client or relay'],
  ['api', '__proto__', 'onsite or client or relay'],
  ['api', 1, 'onsite or client or relay'],
  ['retries', -1, '0 to 10'],
  ['retries', 11, '0 to 10'],
  ['retries', '11', '0 to 10'],
  ['retries', 'often', '0 to 10'],
  ['retries', 1.5, '0 to 10'],
  ['retries', true, '0 to 10'],
  ['outbox', 'yes', 'true or false'],
  ['outbox', 1, 'true or false'],
  ['catalogue', 5, 'text'],
  ['newsletterList', 5, 'text'],
  ['newsletterList', true, 'text'],
  ['newsletterList', 'News and offers', 'the id of a list'],
  ['newsletterList', 'https://www.klaviyo.com/list/XyZ987', 'the id of a list'],
  ['variantId', 'entity_id', 'id, sku or a function'],
  ['variantId', 1, 'id, sku or a function'],
  ['rememberDays', -1, '0 to 365'],
  ['rememberDays', 366, '0 to 365'],
  ['rememberDays', 1.5, '0 to 365'],
  ['rememberDays', 'ninety', '0 to 365'],
  ['rememberDays', true, '0 to 365'],
  ['rememberEmail', 'tab', 'session or local or off'],
  ['rememberEmail', true, 'session or local or off'],
  ['trigger.classes', 5, 'text'],
  ['trigger.align', 'left', 'start or center or end'],
  ['trigger.margin', '5 pixels', 'CSS'],
  ['trigger.width', 'wide', 'CSS'],
  ['trigger.anchor', '.box[', 'CSS selector'],
  ['trigger.anchor', 7, 'CSS selector'],
  ['trigger.placement', 'below', 'after or before or inside or instead'],
  ['trigger.hint', 'line', 'link or button or none'],
  ['trigger.hintClasses', 5, 'text'],
  ['trigger.hideAddToCart', 'yes', 'true or false'],
  ['trigger.hideAddToCart', 0, 'true or false'],
  ['modal.image', 'yes', 'true or false'],
  ...Object.keys(LOOK).map((name): [string, string, string] => [`modal.${name}`, 'not;css', 'CSS']),
  // What would fetch something, also where the browser does not look into it.
  ...[
    'url(https://evil.example/)',
    'var(--colour, url(https://evil.example/))',
    "var(--colour, image-set('https://evil.example/' 1x))",
    "var(--colour, src('https://evil.example/'))",
    'rgb(attr(data-x))',
  ].map((value): [string, string, string] => ['modal.accent', value, 'CSS']),
  ...Object.keys(DEFAULTS.texts).map((name): [string, number, string] => [
    `texts.${name}`,
    5,
    'text',
  ]),
  ...Object.keys(DEFAULTS.on).map((name): [string, string, string] => [
    `on.${name}`,
    'track',
    'function',
  ]),
];

/** The settings in which only this one is given, beside the key that every shop needs. */
function settingsWith(path: string, value: unknown): object {
  const [group = '', name] = path.split('.');
  return { apiKey: 'DEMO01', [group]: name === undefined ? value : { [name]: value } };
}

describe('a mistake gives one message with path, problem and remedy, and no configuration', () => {
  test.each(MISTAKES)('%s: %j', async (path, value, remedy) => {
    const { messages, errors } = watchConsole();
    expect(await parse(settingsWith(path, value))).toBeUndefined();
    expect(messages).toHaveLength(1);
    const [problem, ...rest] = errors[0]?.split('. ') ?? [];
    expect(problem).toContain(`[back-in-stock] ${path} `);
    expect(problem).toContain(JSON.stringify(value));
    expect(rest.join('. ')).toContain(remedy);
  });

  test('a value of CSS that hides the name of a function by an escape', async () => {
    const { errors } = watchConsole();
    const accent = 'var(--colour, \\75rl(https://evil.example/))';
    expect(await parse(settingsWith('modal.accent', accent))).toBeUndefined();
    expect(errors[0]).toContain('modal.accent cannot be');
  });

  test.each(['trigger', 'modal', 'texts', 'on'])(
    '%s that is a text and no group',
    async (group) => {
      const { messages } = watchConsole();
      expect(await parse({ apiKey: 'DEMO01', [group]: 'blue' })).toBeUndefined();
      expect(messages).toHaveLength(1);
      expect(messages[0]).toContain(`[back-in-stock] ${group}`);
    },
  );

  test.each([undefined, null, ''])('an API key that is %j is missing', async (apiKey) => {
    const { errors, messages } = watchConsole();
    expect(await parse({ apiKey })).toBeUndefined();
    expect(messages).toHaveLength(1);
    expect(errors[0]).toContain('apiKey is missing');
    expect(errors[0]).toContain('public API key');
  });

  test('several mistakes are in the same message', async () => {
    const { messages } = watchConsole();
    await parse({ timeout: 1, trigger: { align: 'left' } });
    expect(messages).toHaveLength(1);
    for (const path of ['apiKey', 'timeout', 'trigger.align']) expect(messages[0]).toContain(path);
  });

  test('a value that cannot be printed', async () => {
    const circular: { self?: object } = {};
    circular.self = circular;
    const { messages } = watchConsole();
    expect(await parse({ apiKey: 'DEMO01', trigger: { align: circular } })).toBeUndefined();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('trigger.align');
  });

  test('a function where a text should be', async () => {
    const { messages } = watchConsole();
    expect(await parse({ apiKey: 'DEMO01', texts: { submit: () => 'Now' } })).toBeUndefined();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('texts.submit');
    expect(messages[0]).not.toContain('undefined');
  });
});

describe('a relay', () => {
  test.each(['https://other.example/subscribe', 'https://a.klaviyo.com/client', 'javascript:1'])(
    'elsewhere than in the shop, at %s, is a mistake',
    async (endpoint) => {
      const { errors, messages } = watchConsole();
      expect(await parse({ apiKey: 'DEMO01', api: 'relay', endpoint })).toBeUndefined();
      expect(messages).toHaveLength(1);
      expect(errors[0]).toContain('endpoint cannot be');
      expect(errors[0]).toContain('this shop');
    },
  );

  test('that an unknown api takes the place of is one mistake, not two', async () => {
    const { messages } = watchConsole();
    await parse({ apiKey: 'DEMO01', api: 'relais', endpoint: '/subscribe' });
    expect(messages).toHaveLength(1);
    expect(messages[0]?.split('\n')).toHaveLength(1);
  });
});

describe('keys that are no settings', () => {
  test('give one warning that names them, and are left out', async () => {
    const { messages, warnings } = watchConsole();
    const configuration = await parse({
      apiKey: 'DEMO01',
      apikey: 'DEMO02',
      trigger: { color: 'red' },
      texts: { button: 'Now' },
    });
    expect(configuration).toEqual({ ...DEFAULTS, apiKey: 'DEMO01' });
    expect(messages).toHaveLength(1);
    for (const path of ['apikey', 'trigger.color', 'texts.button']) {
      expect(warnings[0]).toContain(path);
    }
  });
});

test('empty groups, which PHP prints as lists, are groups in which nothing is set', async () => {
  const { messages } = watchConsole();
  const configuration = await parse({
    apiKey: 'DEMO01',
    trigger: [],
    modal: [],
    texts: [],
    on: [],
  });
  expect(configuration).toEqual({ ...DEFAULTS, apiKey: 'DEMO01' });
  expect(messages).toEqual([]);
});

describe('a list for the newsletter whose box has no words', () => {
  test.each([
    ['', 1],
    [' ', 1],
    ['Send me news.', 0],
  ])('such as %j is logged', async (newsletter, count) => {
    const { warnings } = watchConsole();
    const texts = { newsletter };
    const given = { apiKey: 'ABC123', newsletterList: 'XyZ987', texts };
    expect(await parse(given)).toMatchObject({ newsletterList: 'XyZ987' });
    expect(warnings.filter((warning) => warning.includes('texts.newsletter'))).toHaveLength(count);
  });
});
