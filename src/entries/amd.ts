import { createInit, type Handle, INERT, registerAdapter } from '../back-in-stock.ts';
import type { Options } from '../configuration/options.ts';
import { admitSettings } from '../configuration/page-settings.ts';
import { findBeside, findLanguageFile, loadClassicScript } from '../loading/classic-script.ts';
import { createLanguage } from '../loading/language.ts';

/** RequireJS's data about this module. The build makes it available under this name. */
declare const requiredModule: { readonly uri: string };

const load = <Content>(address: string, signal: AbortSignal) =>
  loadClassicScript<Content>(document, { address }, signal);

const findForm = (formUrl: string) => formUrl || findBeside(requiredModule.uri);

const init = createInit(
  (formUrl, signal) => load(findForm(formUrl), signal),
  (host) =>
    createLanguage(host, (language, formUrl, signal) =>
      load(findLanguageFile(findForm(formUrl), language), signal),
    ),
);

/**
 * The RequireJS module: what `data-mage-init` and `text/x-magento-init` call with the configuration and
 * their element (none for the selector "*"), and what `require(['backInStock'], …)` returns. It checks its settings,
 * because they come from the page's HTML; only code calls `init`.
 */
export const backInStock = Object.assign(
  (options?: Options, element?: Element): Handle => {
    const admitted = admitSettings(options, 'the settings of backInStock');
    return options && !admitted ? INERT : init(admitted, element);
  },
  { init, registerAdapter },
);
