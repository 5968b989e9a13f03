import { html } from 'hono/html';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import type { Product } from '../catalogue/product.ts';
import { describeAsModule } from '../catalogue/product-data.ts';
import type { Markup } from '../page/markup.ts';
import { isGroup, type Settings } from '../page/widget-settings.ts';

/**
 * What the module prints where the button will be (magento/view/frontend/templates/placeholder.phtml): an invisible
 * button that is as high as the real one. Nothing, if nothing of the product is sold out or the merchant has set a place.
 */
export function printPlaceholder(product: Product, settings: Settings): Markup | undefined {
  const trigger = isGroup(settings.trigger) ? settings.trigger : {};
  const stock = describeAsModule(product, 'id').variants.map(({ salable }) => salable);
  if (!stock.includes(false) || trigger.anchor) return undefined;
  const isHint = product.type === 'configurable' && stock.includes(true);
  const button = isHint && trigger.hint === 'none' ? '' : printSpace(product, settings, isHint);
  return html`<div class="back-in-stock-place" data-back-in-stock>
${button}</div>
`;
}

function printSpace(product: Product, { trigger, texts }: Settings, isHint: boolean): Markup {
  const { classes, hint, hintClasses } = { ...Object(trigger) };
  const text = { ...DEFAULT_TEXTS, ...Object(texts) }[isHint ? 'hint' : 'trigger'];
  const ofHint = hintClasses || 'back-in-stock-link';
  return html`<div class="back-in-stock-space" aria-hidden="true"><button type="button" disabled class="${isHint && hint !== 'button' ? ofHint : classes}">${fillIn(text, product)}</button></div>
`;
}

function fillIn(text: string, product: Product): string {
  const attributes = 'attributes' in product ? product.attributes : [];
  const labels = attributes.map(({ label }) => label).join(' / ') || product.name;
  return text
    .replaceAll('{product_name}', product.name)
    .replaceAll(/{attributes}|{variant}/g, labels);
}
