import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LOCALES } from '../../build/locales.ts';
import { createPageSettings } from '../../src/configuration/page-settings.ts';
import { readStartSettings, START_TEXTS } from '../../src/configuration/start-settings.ts';
import { createLanguage, type LoadTexts } from '../../src/loading/language.ts';
import { watchConsole } from '../support/console.ts';

const { de } = LOCALES;

beforeEach(() => {
  vi.useFakeTimers();
  document.documentElement.lang = 'de';
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  document.documentElement.removeAttribute('lang');
});

/** The loading for a page with these settings; `read` gives the settings of the start as they are then. */
function create(options: object, answer: () => Promise<object> = () => Promise.resolve(de)) {
  const given = createPageSettings(document, { apiKey: 'DEMO01', ...options });
  const read = () => readStartSettings(given.read());
  const loadTexts = vi.fn<LoadTexts>(answer);
  const settled = vi.fn();
  const language = createLanguage({ page: document, given, settings: read, settled }, loadTexts);
  const listRequested = () => loadTexts.mock.calls.map(([tag]) => tag);
  return { language, read, settled, listRequested };
}

const never = () => new Promise<object>(() => {});

/** Ends as the loaders of a script do when the signal aborts. */
const untilAborted: LoadTexts = (_language, _formUrl, signal) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject('/a.de.js does not come'));
  });

const FORM_TEXTS = Object.fromEntries(
  Object.entries(de).filter(([name]) => !Object.hasOwn(START_TEXTS, name)),
);

describe('which file is loaded', () => {
  test.each([
    ['the language of the page', {}, ['de']],
    ['the setting, before the language of the page', { locale: 'fr-CA' }, ['fr']],
    ['none, when it is off', { locale: 'off' }, []],
    ['none for English', { locale: 'en-GB' }, []],
    ['none for a language without texts', { locale: 'ca' }, []],
    ['one where a single text of the start is missing', { texts: { ...de, onList: null } }, ['de']],
    ['none where the merchant has given the texts of the start', { texts: de }, []],
  ])('%s', (_, options, expected) => {
    const { language, listRequested } = create(options);
    const isAwaited = language.loadForStart() !== undefined;
    expect([isAwaited, listRequested()]).toEqual([expected.length > 0, expected]);
  });

  test.each([
    ['de', 'pt-BR', 'de'],
    ['pt', 'pt-BR', 'pt-BR'],
    ['zh', 'zh_Hans_CN', 'zh-Hans'],
    ['', 'sv_SE', 'sv'],
  ])('lang %j and LOCALE %j: %s', (lang, locale, expected) => {
    document.documentElement.lang = lang;
    vi.stubGlobal('LOCALE', locale);
    const { language, listRequested } = create({});
    expect([language.loadForStart() !== undefined, listRequested()]).toEqual([true, [expected]]);
  });

  test('one for the form, where the merchant has given the texts of the start alone', async () => {
    const texts = Object.fromEntries(Object.keys(START_TEXTS).map((name) => [name, 'Own']));
    const { language, read, listRequested } = create({ texts });
    expect(language.loadForStart()).toBeUndefined();
    await language.loadForForm();
    expect(listRequested()).toEqual(['de']);
    expect(new Set(Object.values(read().texts))).toEqual(new Set(['Own']));
  });

  test('none for the form, where the merchant has given every text with words', () => {
    const { language, listRequested } = create({ texts: de });
    expect(language.loadForForm()).toBeUndefined();
    expect(listRequested()).toEqual([]);
  });

  test('one for the form, where texts that are empty in every language make up the number', () => {
    const { timeout, submit, ...others } = de;
    const { language, listRequested } = create({ texts: { ...others, consent: 'A', footer: 'B' } });
    expect(timeout && submit && language.loadForForm()).toBeDefined();
    expect(listRequested()).toEqual(['de']);
  });
});

test('the texts of the file are there when it has come, and the merchant’s own win', async () => {
  const { language, read, settled } = create({ texts: { trigger: 'Own' } });
  expect(read().texts).toEqual({ ...START_TEXTS, trigger: 'Own' });
  await language.loadForStart();
  expect(settled).toHaveBeenCalledOnce();
  expect(read().texts).toMatchObject({ trigger: 'Own', hint: de.hint, sending: de.sending });
});

test('the file is requested once, for the start and for the form', async () => {
  const { language, listRequested } = create({ texts: FORM_TEXTS });
  await Promise.all([language.loadForStart(), language.loadForStart(), language.loadForForm()]);
  expect([language.loadForStart(), language.loadForForm()]).toEqual([undefined, undefined]);
  expect(listRequested()).toEqual(['de']);
});

test('a page that was English stays so, whatever its language becomes', () => {
  document.documentElement.lang = 'en';
  const { language, listRequested } = create({});
  expect(language.loadForStart()).toBeUndefined();
  document.documentElement.lang = 'de';
  expect([language.loadForStart(), language.loadForForm()]).toEqual([undefined, undefined]);
  expect(listRequested()).toEqual([]);
});

describe('English stays', () => {
  test('when the file fails, and one line says why', async () => {
    const { messages } = watchConsole();
    const { language, read, listRequested } = create({}, () =>
      Promise.reject('/a.de.js does not load'),
    );
    await language.loadForStart();
    await language.loadForForm();
    expect(read().texts).toEqual(START_TEXTS);
    expect(listRequested()).toEqual(['de']);
    expect(messages).toEqual([expect.stringContaining('"de" cannot be loaded. /a.de.js does not')]);
  });

  test('when the file takes longer than three seconds, also if it comes later', async () => {
    const { messages } = watchConsole();
    const { language, read } = create({}, untilAborted as never);
    let isOver = false;
    const loading = language.loadForStart()?.then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(2999);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await loading;
    expect(read().texts).toEqual(START_TEXTS);
    expect(messages).toHaveLength(1);
  });

  test('without a word, when the widget ends meanwhile', async () => {
    const { messages } = watchConsole();
    const { language } = create({}, untilAborted as never);
    const loading = language.loadForStart();
    language.destroy();
    await loading;
    expect(messages).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('nothing is requested before it is asked for', () => {
  const { listRequested } = create({}, never);
  expect(listRequested()).toEqual([]);
});
