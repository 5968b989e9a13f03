// Keeps drawn swatches alive on pages whose policy does not let Luma's widget run. It leaves the same
// traces on the elements as the widget does.

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

// The same hook as that of Luma's widget: new elements in the place of all swatches.
addEventListener('demo:rerender', () => {
  for (const swatch of document.querySelectorAll('.swatch-option')) {
    swatch.replaceWith(swatch.cloneNode(true));
  }
});
