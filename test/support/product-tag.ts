/** Prints product data into the page, as a server does; a text is printed as it is. */
export function addProductTag(data: unknown, parent: Element = document.body): HTMLElement {
  const tag = document.createElement('script');
  tag.type = 'application/json';
  tag.setAttribute('data-back-in-stock-product', '');
  tag.textContent = typeof data === 'string' ? data : JSON.stringify(data);
  parent.append(tag);
  return tag;
}

/** Prints settings into the page. */
export function addSettingsTag(settings: unknown): void {
  const tag = document.createElement('script');
  tag.type = 'application/json';
  tag.setAttribute('data-back-in-stock-config', '');
  tag.textContent = JSON.stringify(settings);
  document.body.append(tag);
}

/** Data of a product that does not vary. */
export const plainData = (id: string, salable = false, name = `Product ${id}`) => ({
  id,
  sku: `SKU-${id}`,
  name,
  type: 'simple',
  variants: [{ id, sku: `SKU-${id}`, salable }],
});

/** Data of a configurable in three colours: red can be bought, green and blue cannot. */
export const variedData = (id: string) => ({
  id,
  name: `Product ${id}`,
  type: 'configurable',
  attributes: [{ id: '137', code: 't_color', label: 'Colour' }],
  variants: ['Red', 'Green', 'Blue'].map((label, index) => ({
    id: `${id}0${index}`,
    options: { 137: { id: String(4 + index), label } },
    salable: index === 0,
  })),
});
