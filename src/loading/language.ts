import type { PageSettings } from '../configuration/page-settings.ts';
import { START_TEXTS, type StartSettings } from '../configuration/start-settings.ts';
import { type Dispose, log } from '../guard.ts';
import { readLanguage } from '../page/visit.ts';
import { at } from '../product/product-data.ts';
import { loadInTime } from './form-loading.ts';

// The texts of the page's language, which are in a file of their own.

/**
 * Loads the texts of a language; each way of use has its own function. Rejects with the address when they do not load.
 *
 * @param formUrl The setting `formUrl`; when empty, the form's file is beside the start. The texts are beside the form's file.
 * @param signal Ends the loading when it times out, or when the widget ends.
 */
export type LoadTexts = (language: string, formUrl: string, signal: AbortSignal) => Promise<object>;

/** The languages that have a file, by their BCP 47 tags. English is in the widget itself. */
export const LANGUAGES =
  'ar cs da de el es fi fr he hu it ja ko nb nl pl pt pt-BR ro sk sv tr uk zh-Hans'.split(' ');

/** The number of texts that such a file has. Whoever gives as many needs no file. */
export const TEXT_COUNT = 37;

/** The texts that no file has, because they are empty in English too. */
const WITHOUT_WORDS = ['consent', 'footer'];

/** The longest wait for the texts; then the page stays English, in milliseconds. */
const PATIENCE = 3000;

/** The texts of the page's language, on their way. */
export interface Language {
  /**
   * Loads the texts that the start lacks. Returns undefined when it lacks none, also after the loading has failed: a text
   * that shoppers see never changes its language.
   */
  loadForStart(): Promise<void> | undefined;
  /** Loads the texts that the form lacks; the same file, once. Returns undefined when it lacks none. */
  loadForForm(): Promise<void> | undefined;
  destroy: Dispose;
}

/** What the loading needs to know, and whom it tells. */
export interface LanguageHost {
  readonly page: Document;
  readonly given: PageSettings;
  /** Returns the settings of this moment. */
  settings(): StartSettings;
  /** Called once the texts have come, or never will. */
  settled(): void;
}

/** Creates the loading for a page. */
export type CreateLanguage = (host: LanguageHost) => Language;

/** Creates the loading; it requests nothing before one of its functions is called. Never rejects. */
export function createLanguage(host: LanguageHost, loadOnce: LoadTexts): Language {
  const leaving = new AbortController();
  let loading: Promise<void> | undefined;
  let isSettled = false;
  let hasStarted = false;
  const load = (language: string) => {
    loading ??= loadTexts(host, loadOnce, language, leaving.signal).then(() => {
      isSettled = true;
      host.settled();
    });
    return loading;
  };
  const loadUnless = (isGiven: (names: readonly string[]) => boolean) => {
    if (isSettled) return undefined;
    const language = findLanguage(host);
    isSettled = !language;
    return !language || isGiven(listGiven(host)) ? undefined : load(language);
  };
  return {
    loadForStart() {
      if (hasStarted) return undefined;
      const texts = loadUnless((names) =>
        Object.keys(START_TEXTS).every((name) => names.includes(name)),
      );
      hasStarted = !texts;
      return texts;
    },
    loadForForm: () => loadUnless((names) => names.length >= TEXT_COUNT),
    destroy: () => leaving.abort(),
  };
}

/** Returns the tag of the file for this page; undefined for English, for a language without file, and when it is off. */
function findLanguage({ page, settings }: LanguageHost): string | undefined {
  return chooseLanguage(settings().locale || readLanguage(page));
}

/** Returns the language with a file that a tag means, for example `de` for `de-AT`; undefined when there is none. */
export function chooseLanguage(tag: string): string | undefined {
  // `no` means both of Norway's languages. `zh` alone does not say in which script; China and Singapore write one of them.
  const wanted = tag
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/^no\b/, 'nb')
    .replace(/^zh-(cn|sg)\b/, 'zh-hans');
  return LANGUAGES.filter((known) => `${wanted}-`.startsWith(`${known.toLowerCase()}-`)).pop();
}

/** Lists the names of the texts that the merchant has set. */
function listGiven({ given }: LanguageHost): readonly string[] {
  const texts: Record<string, unknown> = {};
  for (const source of given.read()) Object.assign(texts, at(source, 'texts'));
  return Object.keys(texts).filter((name) => texts[name] != null && !WITHOUT_WORDS.includes(name));
}

async function loadTexts(
  { given, settings }: LanguageHost,
  loadOnce: LoadTexts,
  language: string,
  leaving: AbortSignal,
): Promise<void> {
  try {
    const load = (signal: AbortSignal) => loadOnce(language, settings().formUrl, signal);
    given.translate(await loadInTime(load, leaving, PATIENCE));
  } catch (error) {
    if (leaving.aborted) return;
    log(
      `the texts of "${language}" cannot be loaded. ${error}. Put the file beside the form's file, or set "locale" to "off".`,
      'warn',
    );
  }
}
