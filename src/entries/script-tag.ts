import { init, registerAdapter } from '../back-in-stock.ts';
import { readAttributes, readJsonTag } from '../configuration/read-tags.ts';
import { whenParsed } from '../page/when-parsed.ts';

// The script tag: its exports are the global `BackInStock`. The tag is known only while its script
// runs, the JSON tag may come after it. With a setting in neither, the page's own script calls
// `BackInStock.init`.
if (typeof document !== 'undefined') {
  const attributes = readAttributes(document.currentScript);
  void whenParsed(document).then(() => {
    if (Object.keys(attributes).length || readJsonTag(document)) init(attributes);
  });
}

export { init, registerAdapter };
