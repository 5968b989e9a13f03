// The end of Breeze's bundle. Its other parts leave the components in `made` and the bundle's own jQuery in `engine`.
// As Breeze does, it removes the scripts with the configuration and keeps the instances in a registry of its own.
// The page gets a small library under the name jQuery, whose data are the attributes of elements only.
const instances = new Map();

const registry = {
  get: (name, element) => instances.get(name)?.get(element),
  set(name, element, instance) {
    if (!instances.has(name)) instances.set(name, new WeakMap());
    instances.get(name).set(element, instance);
  },
  delete: (name, element) => instances.get(name)?.delete(element),
};

function find(target) {
  if (typeof target === 'string') return [...document.querySelectorAll(target)];
  return target ? [target] : [];
}

/** The few methods of a collection that other scripts call; its data are the attributes of its first element. */
function collect(target) {
  const elements = find(target);
  return Object.assign(elements, {
    data: (key) => elements[0]?.dataset?.[key],
    attr: (name) => elements[0]?.getAttribute(name) ?? undefined,
  });
}

window.$ = Object.assign(collect, { registry, breeze: { registry } });
window.jQuery = window.$;

/** For each name in the configuration: its module, and the names of its instance in Breeze and in jQuery. */
const COMPONENTS = {
  'Magento_Swatches/js/swatch-renderer': {
    module: 'luma/swatch-renderer',
    name: 'SwatchRenderer',
    key: 'mage-SwatchRenderer',
  },
  configurable: { module: 'luma/configurable', name: 'configurable', key: 'mageConfigurable' },
};

function mount(selector, components) {
  for (const element of find(selector)) {
    for (const [component, config] of Object.entries(components)) {
      const known = COMPONENTS[component];
      if (!known || registry.get(known.name, element)) continue;
      made.get(known.module)(config, element);
      registry.set(known.name, element, engine(element).data(known.key));
    }
  }
}

function startComponents() {
  for (const script of document.querySelectorAll('script[type="text/x-magento-init"]')) {
    script.remove();
    for (const [selector, components] of Object.entries(JSON.parse(script.textContent))) {
      if (selector !== '*') mount(selector, components);
    }
  }
}

const { delay } = document.currentScript.dataset;
document.addEventListener('DOMContentLoaded', () => {
  made.get('luma/catalog-add-to-cart')();
  setTimeout(startComponents, Number(delay));
});
