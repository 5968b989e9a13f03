import { init } from '/dist/back-in-stock.mjs';

init(JSON.parse(document.querySelector('#module-configuration').textContent));
