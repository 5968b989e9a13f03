// A stand-in of Magento_Swatches/js/swatch-renderer: the same traces on the page, the same events, and
// the same ways of being disabled.
define(['jquery', 'luma/swatch-markup', 'luma/preselection', 'luma/show-variant'], (
  $,
  { names, draw },
  readPreselection,
  showVariant,
) => {
  class SwatchRenderer {
    constructor(config, element) {
      const byId = config.jsonConfig.attributes;
      const sorted = Object.values(byId).sort((one, other) => one.position - other.position);
      this.element = $(element);
      // The widget replaces the object by a sorted list; the object stays in mappedAttributes.
      this.options = {
        ...config,
        jsonConfig: { ...config.jsonConfig, attributes: sorted, mappedAttributes: byId },
      };
      this.element.data('mage-SwatchRenderer', this);
    }

    start() {
      // Another set for the same element is not drawn, although its configuration replaces the first.
      if (this.element.attr('data-rendered')) return;
      const { jsonConfig, jsonSwatchConfig, onlySwatches } = this.options;
      const drawn = jsonConfig.attributes.filter(({ id }) => !onlySwatches || jsonSwatchConfig[id]);
      const blocks = drawn.map((attribute) => draw(jsonConfig, jsonSwatchConfig, attribute));
      this.element.append(blocks);
      if (this.options.enableControlLabel === false) this.removeLabels();
      this.moveFields();
      this.disableEmpty();
      this.element.on('click', '.swatch-option', (event) => this.onClick($(event.currentTarget)));
      this.element.on('keydown', '.swatch-option', (event) => {
        if (event.key === 'Enter') this.onClick($(event.currentTarget));
      });
      this.element.on('change', '.swatch-select', (event) => this.onChange($(event.currentTarget)));
      this.element.attr('data-rendered', 'true').trigger('swatch.initialized');
      for (const { attributeId, optionId } of readPreselection(jsonConfig.attributes)) {
        this.preselect(attributeId, optionId);
      }
    }

    /** Tiles have no room for labels; screen readers get them all the same. */
    removeLabels() {
      this.element.find('.swatch-attribute-label').each((_, label) => {
        $(label)
          .siblings('[role=listbox]')
          .removeAttr('aria-labelledby')
          .attr('aria-label', label.textContent);
      });
      this.element.find('.swatch-attribute-label, .swatch-attribute-selected-option').remove();
    }

    /** In a tile the fields stand in the tile's form, away from the swatches. */
    moveFields() {
      this.fields = this.element.find('.swatch-input');
      const form = this.element.closest('.product-item').find('form:first');
      if (form.length) form.append(this.fields);
    }

    block(attributeId) {
      return this.element.find(`.swatch-attribute[${names.attributeId}="${attributeId}"]`);
    }

    preselect(attributeId, optionId) {
      const option = this.block(attributeId)
        .find('.swatch-option, option')
        .filter((_, element) => element.getAttribute(names.optionId) === optionId);
      if (option.is('option')) option.parent().val(optionId).trigger('change');
      else option.trigger('click');
    }

    onClick(swatch) {
      if (swatch.hasClass('disabled')) return;
      const block = swatch.closest('.swatch-attribute');
      const wasSelected = swatch.hasClass('selected');
      block.find('.selected').removeClass('selected').attr('aria-checked', 'false');
      if (wasSelected) this.choose(block, '', '');
      else {
        swatch.addClass('selected').attr('aria-checked', 'true');
        this.choose(block, swatch.attr(names.optionId), swatch.attr(names.optionLabel));
      }
    }

    onChange(select) {
      const optionId = select.val() === '0' ? '' : select.val();
      this.choose(select.closest('.swatch-attribute'), optionId, '');
    }

    choose(block, optionId, label) {
      if (optionId) block.attr(names.selected, optionId);
      else block.removeAttr(names.selected);
      block.find('.swatch-attribute-selected-option').text(label);
      const name = `super_attribute[${block.attr(names.attributeId)}]`;
      const input = this.fields.filter(`[name="${name}"]`).val(optionId);
      this.rebuild();
      showVariant(this.options.jsonConfig, this.getProductId(), this.element[0]);
      // jQuery only: a listener added by addEventListener never hears of this.
      input.trigger('change');
    }

    selection() {
      const entries = this.options.jsonConfig.attributes
        .map(({ id }) => [id, this.block(id).attr(names.selected)])
        .filter(([, optionId]) => optionId);
      return Object.fromEntries(entries);
    }

    matchingProducts() {
      const selection = Object.entries(this.selection());
      return Object.entries(this.options.jsonConfig.index)
        .filter(([, choice]) => selection.every(([id, optionId]) => choice[id] === optionId))
        .map(([productId]) => productId);
    }

    /** The first child that matches; wrong as long as the choice is incomplete, as in Magento. */
    getProduct() {
      return this.matchingProducts()[0];
    }

    getProductId() {
      const { attributes } = this.options.jsonConfig;
      const isComplete = Object.keys(this.selection()).length === attributes.length;
      const matches = this.matchingProducts();
      return isComplete && matches.length === 1 ? matches[0] : null;
    }

    disableEmpty() {
      const empty = this.element.find(`[${names.optionEmpty}]`);
      empty.attr({ disabled: true, tabindex: '-1' }).addClass('disabled');
    }

    /** Disables what does not go together with the choice. */
    rebuild() {
      const all = this.element.find(`[${names.optionId}]`);
      // On a div this leaves the attribute behind; only the class tells the truth.
      all.removeClass('disabled').prop('disabled', false);
      this.disableEmpty();
      const selection = this.selection();
      for (const attribute of this.options.jsonConfig.attributes) {
        const others = Object.entries(selection).filter(([id]) => id !== attribute.id);
        if (others.length > 0) this.disableImpossible(attribute, others);
      }
    }

    disableImpossible(attribute, others) {
      const { mappedAttributes } = this.options.jsonConfig;
      const listed = (attributeId, optionId) =>
        mappedAttributes[attributeId].options.find(({ id }) => id === optionId)?.products ?? [];
      for (const option of attribute.options) {
        const isPossible = option.products.some((productId) =>
          others.every(([id, optionId]) => listed(id, optionId).includes(productId)),
        );
        if (isPossible) continue;
        this.block(attribute.id)
          .find(`[${names.optionId}="${option.id}"]`)
          .not('.selected, :selected')
          .attr('disabled', true)
          .addClass('disabled');
      }
    }
  }

  return (config, element) => new SwatchRenderer(config, element).start();
});
