/** The price block of a child, and (without the last two keys) of the parent. */
export function listPrices(price: number) {
  return {
    baseOldPrice: { amount: price },
    oldPrice: { amount: price },
    basePrice: { amount: price },
    finalPrice: { amount: price },
  };
}
