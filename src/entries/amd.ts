import { createInit, type Handle, INERT, registerAdapter } from '../back-in-stock.ts';
import type { Options } from '../configuration/options.ts';
import { admitSettings } from '../configuration/page-settings.ts';
import { findBeside, loadFormScript } from '../loading/form-script.ts';

/** RequireJS's data about this module. The build makes it available under this name. */
declare const requiredModule: { readonly uri: string };

const init = createInit((formUrl, signal) =>
  loadFormScript(document, { address: formUrl || findBeside(requiredModule.uri) }, signal),
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
