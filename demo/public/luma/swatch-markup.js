// Draws the attributes of a product in the way of Luma's swatch widget.
define(['jquery'], ($) => {
  // Magento 2.3 wrote these attributes without "data-"; a configuration without the page's version
  // cannot tell, so the page says it.
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

  function draw(jsonConfig, jsonSwatchConfig, attribute) {
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

  return { names, draw };
});
