import type { ConfigurableProduct } from '../../demo/catalogue/product.ts';
import { drawnSwatches } from '../../demo/luma/configurable-options.ts';
import { findProduct } from './luma-page.ts';

// What Magento's scripts do to a product page, step by step and at the test's command.

type Components = Record<string, Record<string, Record<string, unknown>>>;

/** The attributes that the swatch widget writes, and their names up to Magento 2.3. */
const OLD_NAMES = { 'data-attribute-id': 'attribute-id', 'data-attribute-code': 'attribute-code' };

/** Magento applies its components: it collects the init scripts and removes them. */
export function takeInitScripts(): Components {
  const taken: Components = {};
  for (const script of document.querySelectorAll('script[type="text/x-magento-init"]')) {
    Object.assign(taken, JSON.parse(script.textContent ?? ''));
    script.remove();
  }
  return taken;
}

/** The only part of jQuery that the widget may use: `jQuery(element).data(key)`. */
export function provideJQuery(widgets: ReadonlyMap<Element, Record<string, unknown>>): void {
  const jQuery = (element: Element) => ({ data: (key: string) => widgets.get(element)?.[key] });
  Object.assign(window, { jQuery });
}

function findElement(selector: string): Element {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`The page has no ${selector}.`);
  return element;
}

function findConfigurable(page: string): ConfigurableProduct {
  const product = findProduct(page);
  if (product.type !== 'configurable') throw new Error(`${page} is no configurable product.`);
  return product;
}

/** The swatch widget starts: it keeps the configuration with a sorted list, and draws. */
export function startSwatches(page: string, taken = takeInitScripts(), isOld = false): void {
  const component = taken['[data-role=swatch-options]']?.['Magento_Swatches/js/swatch-renderer'];
  const jsonConfig = component?.jsonConfig as { attributes: object };
  const options = {
    ...component,
    jsonConfig: {
      ...jsonConfig,
      attributes: Object.values(jsonConfig.attributes),
      mappedAttributes: jsonConfig.attributes,
    },
  };
  const element = findElement('[data-role=swatch-options]');
  provideJQuery(new Map([[element, { 'mage-SwatchRenderer': { options } }]]));
  let drawn = drawnSwatches(findConfigurable(page)).join('');
  for (const [name, old] of Object.entries(OLD_NAMES)) {
    if (isOld) drawn = drawn.replaceAll(name, old);
  }
  element.innerHTML = drawn;
  element.setAttribute('data-rendered', 'true');
}

/** The dropdown widget starts: it keeps the configuration and fills the lists. */
export function startDropdowns(page: string, taken = takeInitScripts()): void {
  const options = taken['#product_addtocart_form']?.configurable;
  const form = findElement('#product_addtocart_form');
  provideJQuery(new Map([[form, { mageConfigurable: { options } }]]));
  for (const attribute of findConfigurable(page).attributes) {
    const list = findElement(`select[name="super_attribute[${attribute.id}]"]`);
    for (const { id, label } of attribute.options) {
      const option = document.createElement('option');
      option.value = id;
      option.textContent = label;
      list.append(option);
    }
  }
  // Luma's wish-list script lets no native change event get further up.
  document.body.addEventListener('change', (event) => event.stopPropagation());
}

/** The shopper chooses a swatch, or none; the widget writes it into an attribute. */
export function chooseSwatch(attributeId: string, optionId: string | undefined): void {
  const block = findElement(
    `.swatch-attribute[data-attribute-id="${attributeId}"], .swatch-attribute[attribute-id="${attributeId}"]`,
  );
  const name = block.hasAttribute('attribute-id') ? 'option-selected' : 'data-option-selected';
  if (optionId === undefined) block.removeAttribute(name);
  else block.setAttribute(name, optionId);
}

/** The shopper chooses from a dropdown. */
export function chooseFromDropdown(attributeId: string, optionId: string): void {
  const list = findElement(`select[name="super_attribute[${attributeId}]"]`) as HTMLSelectElement;
  list.value = optionId;
  list.dispatchEvent(new Event('change', { bubbles: true }));
}
