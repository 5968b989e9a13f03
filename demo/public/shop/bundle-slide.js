// Unfolds the form of a bundle, as Magento's slide.js does.
{
  const button = document.querySelector('#bundle-slide');
  const form = document.querySelector('.bundle-options-container .product-add-form');
  button?.addEventListener('click', () => {
    form.classList.add('is-open');
    form.scrollIntoView();
  });
}
