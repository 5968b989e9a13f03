// What Luma's widgets do with the options of a product: they read which ones the address names, draw swatches
// and disable them, and show the chosen child.
define(['jquery'], ($) => {
  // Magento 2.3 wrote these attributes without "data-". The configuration does not name the version, so
  // the page has a mark for it.
  function createNames() {
    const prefix = document.documentElement.dataset.oldSwatches === 'true' ? '' : 'data-';
    return {
      attributeId: `${prefix}attribute-id`,
      attributeCode: `${prefix}attribute-code`,
      selected: `${prefix}option-selected`,
      optionId: `${prefix}option-id`,
      optionLabel: `${prefix}option-label`,
      optionType: `${prefix}option-type`,
      optionEmpty: `${prefix}option-empty`,
    };
  }
  const names = createNames();

  /** Reads which options the address names: `?color=49`, `#color=49` or `#93=49`. */
  function readPreselection(attributes) {
    const wanted = [
      ...new URLSearchParams(location.search),
      ...new URLSearchParams(location.hash.slice(1)),
    ];
    const choice = [];
    for (const [key, optionId] of wanted) {
      const attribute = attributes.find(({ id, code }) => key === id || key === code);
      if (attribute) choice.push({ attributeId: attribute.id, optionId });
    }
    return choice;
  }

  function drawSwatch(attribute, option, swatch, index) {
    const isColour = swatch.type === '1';
    const element = $('<div>', {
      class: `swatch-option ${isColour ? 'color' : 'text'}`,
      id: `option-label-${attribute.code}-${attribute.id}-item-${option.id}`,
      index,
      'aria-checked': 'false',
      'aria-describedby': `option-label-${attribute.code}-${attribute.id}`,
      'aria-label': option.label,
      tabindex: '0',
      role: 'option',
      text: isColour ? '' : swatch.value,
    });
    element.attr({
      [names.optionType]: swatch.type,
      [names.optionId]: option.id,
      [names.optionLabel]: option.label,
    });
    if (isColour) element.css('background-color', swatch.value);
    if (option.products.length === 0) element.attr(names.optionEmpty, 'true');
    return element;
  }

  function drawSelect(jsonConfig, attribute) {
    const select = $('<select>', { class: `swatch-select ${attribute.code}` });
    select.attr('aria-labelledby', `option-label-${attribute.code}-${attribute.id}`);
    const first = $('<option>', { value: '0', text: jsonConfig.chooseText });
    select.append(first.attr(names.optionId, '0'));
    for (const option of attribute.options) {
      const entry = $('<option>', { value: option.id, text: option.label });
      entry.attr(names.optionId, option.id);
      if (option.products.length === 0) entry.attr(names.optionEmpty, 'true');
      select.append(entry);
    }
    return select;
  }

  function drawControls(jsonConfig, attribute, swatches) {
    if (!swatches) return [drawSelect(jsonConfig, attribute)];
    return attribute.options
      .filter((option) => swatches[option.id])
      .map((option, index) => drawSwatch(attribute, option, swatches[option.id], index));
  }

  function drawSwatches(jsonConfig, jsonSwatchConfig, attribute) {
    const labelId = `option-label-${attribute.code}-${attribute.id}`;
    const swatches = jsonSwatchConfig[attribute.id];
    const name = `super_attribute[${attribute.id}]`;
    const block = $('<div>', { class: `swatch-attribute ${attribute.code}` });
    block.attr({ [names.attributeCode]: attribute.code, [names.attributeId]: attribute.id });
    const controls = $('<div>', { class: 'swatch-attribute-options clearfix' });
    if (swatches) {
      controls.attr({ role: 'listbox', tabindex: '0', 'aria-labelledby': labelId });
      controls.attr({ 'aria-activedescendant': '', 'aria-required': 'true' });
    }
    return block.append(
      $('<span>', { id: labelId, class: 'swatch-attribute-label', text: attribute.label }),
      $('<span>', { class: 'swatch-attribute-selected-option' }),
      controls.append(drawControls(jsonConfig, attribute, swatches)),
      $('<input>', {
        class: 'swatch-input super-attribute-select',
        name,
        type: 'text',
        value: '',
        'data-selector': name,
        'data-validate': '{required: true}',
        'aria-required': 'true',
        'aria-hidden': 'true',
        tabindex: '-1',
      }),
    );
  }

  function findBlock(container, attributeId) {
    return container.find(`.swatch-attribute[${names.attributeId}="${attributeId}"]`);
  }

  function disable(elements) {
    elements.attr('disabled', true).addClass('disabled');
  }

  /** Disables options without a listed child: all are hidden or, before 2.4.4, sold out. */
  function disableEmpty(container) {
    const empty = container.find(`[${names.optionEmpty}]`).attr('tabindex', '-1');
    disable(empty);
  }

  /** Disables options with children of which none is salable. They keep their place in the tab order. */
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

  /** Disables what nobody can buy, and what does not go together with the choice. */
  function disableSwatches(container, jsonConfig, selection) {
    const all = container.find(`[${names.optionId}]`);
    // This leaves the attribute `disabled` on a div; only the class is right there.
    all.removeClass('disabled').prop('disabled', false);
    disableEmpty(container);
    disableOutOfStock(container, jsonConfig);
    for (const attribute of jsonConfig.attributes) {
      const others = Object.entries(selection).filter(([id]) => id !== attribute.id);
      if (others.length > 0) disableImpossible(container, jsonConfig, attribute, others);
    }
  }

  /**
   * Shows price and picture of the chosen child, in the part of the page that its options stand in. The stock
   * label never changes, as in Luma.
   */
  function showVariant(jsonConfig, productId, options) {
    const tile = options.closest('.product-item-info');
    const area = tile ?? options.closest('.modal-content') ?? document;
    const amount = (jsonConfig.optionPrices[productId] ?? jsonConfig.prices).finalPrice.amount;
    const price = area.querySelector(`${tile ? '' : '.product-info-main '}.price-box .price`);
    if (price) price.textContent = `$${amount.toFixed(2)}`;
    const picture = area.querySelector(
      tile ? '.product-image-photo' : '.gallery-placeholder__image',
    );
    const image = jsonConfig.images[productId]?.[0];
    if (picture && image) picture.src = image.img;
  }

  return { names, readPreselection, drawSwatches, disableSwatches, showVariant };
});
