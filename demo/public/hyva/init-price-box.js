// Shows the price of the chosen child, or the product's own.
window.initPriceBox = (productId, initialPrice, isSaleable) => ({
  activePrice: undefined,
  isMinimal: true,

  eventListeners: {
    [`@update-prices-${productId}.window`](event) {
      this.activePrice = event.detail.finalPrice.amount;
      this.isMinimal = event.detail.isMinimalPrice;
    },
  },

  isPriceShown() {
    return isSaleable || initialPrice > 0;
  },

  labelClasses() {
    return { invisible: !this.isMinimal };
  },

  getFormattedFinalPrice() {
    return window.hyva.formatPrice(this.activePrice ?? initialPrice);
  },
});
