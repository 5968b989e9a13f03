// A stand-in of Magento_Swatches/js/swatch-renderer: it leaves the same traces on the page, and sends the same events.
define(['jquery', 'luma/product-options'], ($, productOptions) => {
  const { names, readPreselection, drawSwatches, disableSwatches, showVariant } = productOptions;

  class SwatchRenderer {
    constructor(config, element) {
      const byId = config.jsonConfig.attributes;
      const sorted = Object.values(byId).sort((one, other) => one.position - other.position);
      this.element = $(element);
      // Magento's widget replaces the object by a sorted list, and keeps the object in mappedAttributes.
      this.options = {
        ...config,
        jsonConfig: { ...config.jsonConfig, attributes: sorted, mappedAttributes: byId },
      };
      this.element.data('mage-SwatchRenderer', this);
    }

    start() {
      // A second widget for the same element draws nothing, although its configuration replaces the first one's.
      if (this.element.attr('data-rendered')) return;
      this.draw();
      this.element.on('click', '.swatch-option', (event) => this.onClick($(event.currentTarget)));
      this.element.on('keydown', '.swatch-option', (event) => {
        if (event.key === 'Enter') this.onClick($(event.currentTarget));
      });
      this.element.on('change', '.swatch-select', (event) => this.onChange($(event.currentTarget)));
      this.element.attr('data-rendered', 'true').trigger('swatch.initialized');
      for (const { attributeId, optionId } of readPreselection(this.attributes())) {
        this.preselect(attributeId, optionId);
      }
      // Some themes and extensions sort, filter or fetch swatches later. Tests do the same with this event.
      addEventListener('demo:rerender', () => this.redraw());
    }

    attributes() {
      return this.options.jsonConfig.attributes;
    }

    draw() {
      const { jsonConfig, jsonSwatchConfig, onlySwatches } = this.options;
      const drawn = this.attributes().filter(({ id }) => !onlySwatches || jsonSwatchConfig[id]);
      const blocks = drawn.map((attribute) =>
        drawSwatches(jsonConfig, jsonSwatchConfig, attribute),
      );
      this.element.append(blocks);
      if (this.options.enableControlLabel === false) this.removeLabels();
      this.moveFields();
      this.rebuild();
    }

    /** Replaces all swatches by new elements with the same choice, without an event. */
    redraw() {
      const selection = Object.entries(this.selection());
      this.fields.remove();
      this.element.empty();
      this.draw();
      for (const [attributeId, optionId] of selection) this.restore(attributeId, optionId);
      this.rebuild();
    }

    restore(attributeId, optionId) {
      const block = this.block(attributeId);
      const option = block.find(`[${names.optionId}="${optionId}"]`);
      if (option.is('option')) option.parent().val(optionId);
      else option.addClass('selected').attr('aria-checked', 'true');
      this.remember(block, optionId, option.attr(names.optionLabel) ?? '');
    }

    /** Removes the labels, for which tiles have no room; screen readers still read them. */
    removeLabels() {
      this.element.find('.swatch-attribute-label').each((_, label) => {
        $(label)
          .siblings('[role=listbox]')
          .removeAttr('aria-labelledby')
          .attr('aria-label', label.textContent);
      });
      this.element.find('.swatch-attribute-label, .swatch-attribute-selected-option').remove();
    }

    /** Moves the fields of a tile into the tile's form, away from the swatches. */
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

    /** Writes the choice into the page, and returns the field that the form sends. */
    remember(block, optionId, label) {
      if (optionId) block.attr(names.selected, optionId);
      else block.removeAttr(names.selected);
      block.find('.swatch-attribute-selected-option').text(label);
      const name = `super_attribute[${block.attr(names.attributeId)}]`;
      return this.fields.filter(`[name="${name}"]`).val(optionId);
    }

    choose(block, optionId, label) {
      const input = this.remember(block, optionId, label);
      this.rebuild();
      showVariant(this.options.jsonConfig, this.getProductId(), this.element[0]);
      // This event is jQuery's own: listeners added by addEventListener do not get it.
      input.trigger('change');
    }

    selection() {
      const entries = this.attributes()
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

    /** The first child that matches. It is wrong as long as the choice is incomplete, as in Magento. */
    getProduct() {
      return this.matchingProducts()[0];
    }

    getProductId() {
      const isComplete = Object.keys(this.selection()).length === this.attributes().length;
      const matches = this.matchingProducts();
      return isComplete && matches.length === 1 ? matches[0] : null;
    }

    rebuild() {
      disableSwatches(this.element, this.options.jsonConfig, this.selection());
    }
  }

  return (config, element) => new SwatchRenderer(config, element).start();
});
