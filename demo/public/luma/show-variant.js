// Shows price and picture of the chosen child. The stock label never changes, as in Luma.
define(() => (jsonConfig, productId) => {
  const amount = (jsonConfig.optionPrices[productId] ?? jsonConfig.prices).finalPrice.amount;
  const price = document.querySelector('.product-info-main .price-box .price');
  if (price) price.textContent = `$${amount.toFixed(2)}`;
  const image = jsonConfig.images[productId]?.[0];
  if (image) document.querySelector('.gallery-placeholder__image').src = image.img;
});
