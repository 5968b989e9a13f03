// Runs right after the product area was parsed, so that the copy has nothing in it that a script put
// there. Themes that load a variant's page in the background replace the area in the same way.
{
  const pristine = document.querySelector('.product-info-main').cloneNode(true);

  window.replaceProductArea = () => {
    const copy = pristine.cloneNode(true);
    document.querySelector('.product-info-main').replaceWith(copy);
    // Magento starts the components of new content when it is told so.
    window.jQuery?.(copy).trigger('contentUpdated');
    return copy;
  };
}
