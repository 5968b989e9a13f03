/** A price as this storefront writes it. */
export function formatPrice(price) {
  return `${price.toFixed(2)} USD`;
}
