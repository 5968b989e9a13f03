// The widget as one file that runs all of it at once: the start, and the form with its libraries.
import { createInit, hasStarted } from '../../../src/back-in-stock.ts';
import { awaitSettings, findOwnTag } from '../../../src/configuration/await-settings.ts';
import { form } from '../../../src/entries/form.ts';

const init = createInit(() => Promise.resolve(form));
awaitSettings(document, findOwnTag(document), init, hasStarted);
