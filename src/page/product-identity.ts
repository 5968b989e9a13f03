/** What every product page tells of its product, whatever its kind. For a configurable it is the parent. */
export interface ProductIdentity {
  readonly id: string;
  readonly sku: string | undefined;
  readonly name: string;
}

/** Reads the product that the page is about; undefined when this is no product page. */
export function readProductIdentity(page: Document): ProductIdentity | undefined {
  const form = page.querySelector<HTMLFormElement>('#product_addtocart_form');
  const id = form?.querySelector<HTMLInputElement>('input[name=product]')?.value;
  if (!form || !id) return undefined;
  const sku =
    form.dataset.productSku ?? textOf(page, '.product-info-main .sku [itemprop=sku]') ?? undefined;
  const name = textOf(page, '[data-ui-id=page-title-wrapper]') ?? textOf(page, 'h1') ?? '';
  return { id, sku, name };
}

function textOf(page: Document, selector: string): string | undefined {
  return page.querySelector(selector)?.textContent?.trim() || undefined;
}
