// Shows price and picture of the chosen child, in the part of the page that its options stand in. The
// stock label never changes, as in Luma.
define(() => (jsonConfig, productId, options) => {
  const tile = options.closest('.product-item-info');
  const area = tile ?? options.closest('.modal-content') ?? document;
  const amount = (jsonConfig.optionPrices[productId] ?? jsonConfig.prices).finalPrice.amount;
  const price = area.querySelector(`${tile ? '' : '.product-info-main '}.price-box .price`);
  if (price) price.textContent = `$${amount.toFixed(2)}`;
  const picture = area.querySelector(tile ? '.product-image-photo' : '.gallery-placeholder__image');
  const image = jsonConfig.images[productId]?.[0];
  if (picture && image) picture.src = image.img;
});
