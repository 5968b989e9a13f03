// Tells the widget where this theme keeps its product, and what a shopper has chosen.
BackInStock.registerAdapter({
  matches: (area) => area.querySelector('.pdp') !== null,

  read(area) {
    const pdp = area.querySelector('.pdp');
    const text = (selector) => pdp.querySelector(selector)?.textContent;
    const groups = [...pdp.querySelectorAll('.pdp__group')];
    const label = (attribute, option) =>
      text(`[data-attribute="${attribute}"][data-option="${option}"]`) ?? option;

    return {
      id: pdp.dataset.entity,
      sku: pdp.dataset.code,
      name: text('.pdp__name'),
      type: groups.length > 0 ? 'configurable' : 'simple',
      attributes: groups.map((group) => ({
        id: group.dataset.attribute,
        code: group.dataset.name,
        label: group.querySelector('legend').textContent,
      })),
      variants: JSON.parse(text('.pdp__children')).map(({ entity, code, left, choice }) => ({
        id: entity,
        sku: code,
        salable: left > 0,
        options: Object.fromEntries(
          Object.entries(choice).map(([attribute, option]) => [
            attribute,
            { id: option, label: label(attribute, option) },
          ]),
        ),
      })),
    };
  },

  readSelection(area) {
    const pressed = [...area.querySelectorAll('.pdp__option[aria-pressed="true"]')];
    return Object.fromEntries(pressed.map(({ dataset }) => [dataset.attribute, dataset.option]));
  },

  watchedAttributes: ['aria-pressed'],
});
