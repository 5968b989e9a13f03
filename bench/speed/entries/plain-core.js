// The yardstick for the start: `core.js`, which reads the page 200 ms after a change at most.
import { start } from './core.js';

start((update) => {
  let timer;
  return () => {
    if (timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      update();
    }, 200);
  };
});
