import { createInit, hasStarted, INERT, type Init, registerAdapter } from '../back-in-stock.ts';
import { awaitSettings, findLoadedAddress, findOwnTag } from '../configuration/await-settings.ts';
import { findBeside, loadFormScript } from '../loading/form-script.ts';
import { ownMembers } from '../page/document.ts';

// The script tag: its exports are the global `BackInStock`. Until there are settings on the page, the page's own script
// calls `BackInStock.init`.

const init: Init =
  typeof document === 'undefined' ? () => INERT : startOnPage(ownMembers(document));

function startOnPage(page: Document): Init {
  const tag = findOwnTag(page);
  let address: string | undefined;
  const initOnPage = createInit((formUrl, signal) => {
    const form = {
      address: formUrl || findBeside(address ?? ''),
      nonce: tag?.nonce,
      integrity: tag?.integrity && import.meta.env.VITE_FORM_INTEGRITY,
      crossOrigin: tag?.crossOrigin,
    };
    return loadFormScript(page, form, signal);
  });
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
