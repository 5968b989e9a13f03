// The scripts of the product's area. They run right after the browser has parsed it.
{
  // No script has changed the area yet, so the copy is as the server printed it.
  const pristine = document.querySelector('.product-info-main').cloneNode(true);

  // Themes that load a variant's page in the background replace the area in the same way.
  window.replaceProductArea = () => {
    const copy = pristine.cloneNode(true);
    document.querySelector('.product-info-main').replaceWith(copy);
    // Magento starts the components of new content after this event.
    window.jQuery?.(copy).trigger('contentUpdated');
    return copy;
  };

  // Unfolds the form of a bundle, as Magento's slide.js does.
  document.querySelector('#bundle-slide')?.addEventListener('click', () => {
    const form = document.querySelector('.bundle-options-container .product-add-form');
    form.classList.add('is-open');
    form.scrollIntoView();
  });
}
