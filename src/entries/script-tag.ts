import { createInit, hasStarted, INERT, type Init, registerAdapter } from '../back-in-stock.ts';
import { awaitSettings, findLoadedAddress, findOwnTag } from '../configuration/await-settings.ts';
import { findBeside, loadFormScript } from '../loading/form-script.ts';
import { ownMembers } from '../page/own-members.ts';

// The script tag: its exports are the global `BackInStock`. Without settings on the page, and until they come, the
// page's own script calls `BackInStock.init`.

const init: Init =
  typeof document === 'undefined' ? () => INERT : startOnPage(ownMembers(document));

function startOnPage(page: Document): Init {
  const tag = findOwnTag(page);
  // Not `tag.src`: a <base> that somebody has put into the page since would lead to another host.
  const address = findBeside(tag ? (tag.getAttribute('src') ?? '') : findLoadedAddress(page));
  const initOnPage = createInit((formUrl, signal) => {
    const form = {
      address: formUrl || address,
      nonce: tag?.nonce,
      integrity: tag?.integrity && import.meta.env.VITE_FORM_INTEGRITY,
      crossOrigin: tag?.crossOrigin,
    };
    return loadFormScript(page, form, signal);
  });
  // What the tag says of marks and addresses holds for calls of `init`, too.
  const whereabouts = awaitSettings(page, tag, initOnPage, hasStarted);
  return (options, element) => initOnPage({ ...whereabouts, ...options }, element);
}

export { init, registerAdapter };
