// Replaces what a strict policy forbids: Magento's inline script with its globals and, on most pages, Luma's
// widget for swatches.
{
  const { locale, checkout, swatches } = document.currentScript.dataset;

  window.BASE_URL = `${location.origin}/`;
  window.LOCALE = locale;
  if (checkout === 'true') {
    window.checkout = {
      shoppingCartUrl: '/checkout/cart/',
      storeId: '1',
      storeGroupId: '1',
      websiteId: '1',
    };
  }

  function choose(attribute, optionId, label) {
    if (optionId) attribute.dataset.optionSelected = optionId;
    else delete attribute.dataset.optionSelected;
    attribute.querySelector('.swatch-attribute-selected-option').textContent = label;
    attribute.querySelector('.swatch-input').value = optionId;
  }

  function toggle(swatch) {
    const attribute = swatch.closest('.swatch-attribute');
    const wasSelected = swatch.classList.contains('selected');
    for (const sibling of attribute.querySelectorAll('.swatch-option')) {
      sibling.classList.toggle('selected', sibling === swatch && !wasSelected);
      sibling.setAttribute('aria-checked', String(sibling === swatch && !wasSelected));
    }
    if (wasSelected) choose(attribute, '', '');
    else choose(attribute, swatch.dataset.optionId, swatch.dataset.optionLabel);
  }

  /** Lets shoppers choose swatches that the server has drawn. It leaves the traces of Luma's widget on the elements. */
  function startSwatches() {
    document.body.addEventListener('click', (event) => {
      const swatch = event.target.closest('.swatch-option');
      if (swatch) toggle(swatch);
    });

    document.body.addEventListener('change', (event) => {
      const select = event.target.closest('.swatch-select');
      if (!select) return;
      const optionId = select.value === '0' ? '' : select.value;
      choose(select.closest('.swatch-attribute'), optionId, '');
    });

    // As in Luma's widget, tests replace all swatches by new elements with this event.
    addEventListener('demo:rerender', () => {
      for (const swatch of document.querySelectorAll('.swatch-option')) {
        swatch.replaceWith(swatch.cloneNode(true));
      }
    });
  }

  if (swatches === 'true') startSwatches();
}
