// The yardstick for a busy page: `core.js` with an observer that reads the page after every change.
import { start } from './core.js';

start((update) => update);
