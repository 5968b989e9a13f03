import type { Context } from 'hono';
import { EVERY_PRODUCT } from './catalogue/catalogue.ts';
import type { ConfigurableProduct, GroupedProduct, Product } from './catalogue/product.ts';
import { isInStock, listMembers } from './catalogue/stock.ts';

/** Refuses what is sold out. Magento also refuses it only after letting the shopper choose it. */
export async function addToCart(context: Context): Promise<Response> {
  const message = decide(await context.req.formData());
  if (context.req.header('accept') === 'application/json') return context.json(message);
  return context.redirect(context.req.header('referer') ?? '/', 303);
}

interface CartMessage {
  readonly type: 'success' | 'error';
  readonly text: string;
}

function decide(form: FormData): CartMessage {
  const product = EVERY_PRODUCT.find(({ id }) => id === form.get('product'));
  if (!product || !isAvailable(product, form)) {
    return { type: 'error', text: 'The requested qty is not available' };
  }
  return { type: 'success', text: `You added ${product.name} to your shopping cart.` };
}

function isAvailable(product: Product, form: FormData): boolean {
  if (product.type === 'configurable') return isChildAvailable(product, form);
  return product.type === 'grouped' ? areMembersAvailable(product, form) : isInStock(product);
}

function isChildAvailable(product: ConfigurableProduct, form: FormData): boolean {
  return product.children.some(
    (child) =>
      isInStock(child) &&
      Object.entries(child.choice).every(
        ([attributeId, optionId]) => form.get(`super_attribute[${attributeId}]`) === optionId,
      ),
  );
}

/** The shopper buys some of the members, and each of these must be in stock. */
function areMembersAvailable(product: GroupedProduct, form: FormData): boolean {
  const wanted = listMembers(product.members).filter(
    (member) => Number(form.get(`super_group[${member.id}]`)) > 0,
  );
  return wanted.length > 0 && wanted.every(isInStock);
}
