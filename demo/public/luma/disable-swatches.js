// Disables swatches and the options of selects in the ways of Luma's swatch widget: what nobody can
// buy, and what does not go together with the choice.
define(['luma/swatch-markup'], ({ names }) => {
  function findBlock(container, attributeId) {
    return container.find(`.swatch-attribute[${names.attributeId}="${attributeId}"]`);
  }

  function disable(elements) {
    elements.attr('disabled', true).addClass('disabled');
  }

  /** No child is listed for them: all are hidden or, before 2.4.4, sold out. */
  function disableEmpty(container) {
    const empty = container.find(`[${names.optionEmpty}]`).attr('tabindex', '-1');
    disable(empty);
  }

  /** They have children, of which none is salable. They keep their place in the tab order. */
  function disableOutOfStock(container, { attributes, salable, canDisplayShowOutOfStockStatus }) {
    if (!canDisplayShowOutOfStockStatus) return;
    for (const { id } of attributes) {
      const swatches = findBlock(container, id).find('.swatch-option');
      disable(
        swatches.filter((_, element) => !salable[id]?.[element.getAttribute(names.optionId)]),
      );
    }
  }

  function disableImpossible(container, { mappedAttributes }, attribute, others) {
    const listed = (attributeId, optionId) =>
      mappedAttributes[attributeId].options.find(({ id }) => id === optionId)?.products ?? [];
    for (const option of attribute.options) {
      const isPossible = option.products.some((productId) =>
        others.every(([id, optionId]) => listed(id, optionId).includes(productId)),
      );
      if (isPossible) continue;
      const elements = findBlock(container, attribute.id).find(
        `[${names.optionId}="${option.id}"]`,
      );
      disable(elements.not('.selected, :selected'));
    }
  }

  return (container, jsonConfig, selection) => {
    const all = container.find(`[${names.optionId}]`);
    // On a div this leaves the attribute behind; only the class tells the truth.
    all.removeClass('disabled').prop('disabled', false);
    disableEmpty(container);
    disableOutOfStock(container, jsonConfig);
    for (const attribute of jsonConfig.attributes) {
      const others = Object.entries(selection).filter(([id]) => id !== attribute.id);
      if (others.length > 0) disableImpossible(container, jsonConfig, attribute, others);
    }
  };
});
