import { initialize } from '@dropins/storefront-pdp/api.js';
import ProductOptions from '@dropins/storefront-pdp/containers/ProductOptions.js';
import { render } from '@dropins/storefront-pdp/render.js';
import { events } from '@dropins/tools/event-bus.js';
import { initializers } from '@dropins/tools/initializer.js';

// The options of one product, which the page has: nothing is asked over the network.
const item = (label) => ({ id: label, value: label, label, inStock: true, selected: false });
const data = {
  sku: 'trail-runner',
  name: 'Trail Runner',
  options: [
    { id: 'size', type: 'text', typename: 'size', label: 'Size', items: [item('S'), item('M')] },
  ],
};
const place = document.createElement('div');
place.className = 'bench-options';
(document.querySelector('.product-info-main') ?? document.body).append(place);
void initializers.mountImmediately(initialize, {
  sku: data.sku,
  models: { ProductDetails: { initialData: data } },
});
events.emit('pdp/data', data);
void render.render(ProductOptions, { initialData: { data, optionsUIDs: [] } })(place);
