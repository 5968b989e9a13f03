import { createInit, hasStarted, INERT, type Init, registerAdapter } from '../back-in-stock.ts';
import { awaitSettings, findLoadedAddress, findOwnTag } from '../configuration/await-settings.ts';
import {
  type ClassicScript,
  findBeside,
  findLanguageFile,
  loadClassicScript,
} from '../loading/classic-script.ts';
import { createLanguage } from '../loading/language.ts';
import { ownMembers } from '../page/document.ts';

// The script tag: its exports are the global `BackInStock`. Until there are settings on the page, the page's own script
// calls `BackInStock.init`.

const init: Init =
  typeof document === 'undefined' ? () => INERT : startOnPage(ownMembers(document));

function startOnPage(page: Document): Init {
  const tag = findOwnTag(page);
  let address: string | undefined;
  const findForm = (formUrl: string) => formUrl || findBeside(address ?? '');
  const load = <Content>(from: ClassicScript, signal: AbortSignal) =>
    loadClassicScript<Content>(
      page,
      { nonce: tag?.nonce, crossOrigin: tag?.crossOrigin, ...from },
      signal,
    );
  const initOnPage = createInit(
    (formUrl, signal) => {
      const integrity = tag?.integrity && import.meta.env.VITE_FORM_INTEGRITY;
      return load({ address: findForm(formUrl), integrity }, signal);
    },
    (host) =>
      createLanguage(host, (language, formUrl, signal) => {
        const integrity = tag?.dataset.localeIntegrity;
        // The hashes of all languages would make the start larger, and a file that nobody checks must not run.
        if (tag?.integrity && !integrity) throw 'The tag has no data-locale-integrity';
        return load({ address: findLanguageFile(findForm(formUrl), language), integrity }, signal);
      }),
  );
  const start: Init = (options, element) => {
    // Read the address at the start: scripts added later prove nothing. `tag.src` does not help: it follows a <base>.
    address ??= tag ? (tag.getAttribute('src') ?? '') : findLoadedAddress(page);
    return initOnPage(options, element);
  };
  // `mark` and `formUrl` of the script tag also apply to calls of `init`.
  const whereabouts = awaitSettings(page, tag, start, hasStarted);
  return (options, element) => start({ ...whereabouts, ...options }, element);
}

export { init, registerAdapter };
