// A stand-in of Hyvä's component behind the options of a configurable product. The page puts it together
// from the parts that its theme and its options need.

/** What swatches and dropdowns have in common. */
window.initConfigurableOptions = (productId, optionConfig) => ({
  optionConfig,
  productId,
  productIndex: 0,
  /** Option id by attribute id, in an array with holes. */
  selectedValues: [],
  allowedAttributeOptions: [],

  init() {
    this.findAllowedAttributeOptions();
    this.$nextTick(() => this.preselect());
  },

  /** Selects the options that the address names: `?color=49` by the attribute's code, `#93=49` by its id. */
  preselect() {
    const query = new URLSearchParams(location.search);
    const hash = new URLSearchParams(location.hash.slice(1));
    for (const [parameters, key] of [
      [query, 'code'],
      [hash, 'id'],
    ]) {
      for (const attribute of Object.values(this.optionConfig.attributes)) {
        const value = parameters.get(attribute[key]);
        if (value) this.changeOption(attribute.id, value);
      }
    }
  },

  changeOption(attributeId, value) {
    if (value === '') {
      this.selectedValues = this.selectionWithout(attributeId);
    } else if (this.optionIsActive(attributeId, value)) {
      this.selectedValues[attributeId] = value;
    }
    this.productIndex = this.findFirstCandidate();
    this.findAllowedAttributeOptions();
    this.updatePrices();
    this.updateGallery();
    this.announce(attributeId, value);
  },

  clearOptionIfActive(attributeId, value) {
    if (this.selectedValues[attributeId] === value) this.changeOption(attributeId, '');
  },

  announce(attributeId, value) {
    const candidates = this.findProductIds(this.selectedValues);
    const { sku = {} } = this.optionConfig;
    const detail = {
      productId: this.productId,
      optionId: attributeId,
      value,
      productIndex: this.productIndex,
      selectedValues: this.selectedValues,
      candidates,
      skuCandidates: candidates.flatMap((id) => sku[id] ?? []),
    };
    window.dispatchEvent(new CustomEvent('configurable-selection-changed', { detail }));
  },

  /** A new array, whose length tells whether anything is selected. */
  selectionWithout(attributeId) {
    return this.selectedValues.reduce((selection, value, id) => {
      if (id !== Number(attributeId)) selection[id] = value;
      return selection;
    }, []);
  },

  findAllowedAttributeOptions() {
    const allowed = [];
    for (const { id, options } of Object.values(this.optionConfig.attributes)) {
      const available = this.findAvailable(this.selectionWithout(id));
      allowed[id] = options.filter(({ products }) => products.some((it) => available.includes(it)));
    }
    this.allowedAttributeOptions = allowed;
  },

  /** Children in stock that fit a selection. `salable` has entries only in a shop that shows sold-out products. */
  findAvailable(selection) {
    const { index } = this.optionConfig;
    const salable = this.optionConfig.salable ?? {};
    const chosen = Object.entries(selection);
    if (Object.keys(salable).length === 0) {
      return Object.keys(index).filter((id) =>
        chosen.every(([attributeId, value]) => index[id][attributeId] === value),
      );
    }
    if (chosen.length === 0) {
      return Object.values(salable).flatMap((options) => Object.values(options).flat());
    }
    return chosen
      .map(([attributeId, value]) => salable[attributeId]?.[value] ?? [])
      .reduce((one, other) => one.filter((id) => other.includes(id)));
  },

  /** The first child that matches. For a partial choice this is often not the shopper's child, as in Hyvä. */
  findFirstCandidate() {
    const chosen = Object.entries(this.selectedValues);
    if (chosen.length === 0) return 0;
    const { index } = this.optionConfig;
    return Object.keys(index).find((id) =>
      chosen.every(([attributeId, value]) => index[id][attributeId] === value),
    );
  },

  findProductIds(selection) {
    const lists = Object.entries(selection).map(
      ([attributeId, value]) =>
        this.getAllAttributeOptions(attributeId).find(({ id }) => id === value)?.products ?? [],
    );
    if (lists.length === 0) return [];
    return lists.reduce((one, other) => one.filter((id) => other.includes(id)));
  },

  getAllAttributeOptions(attributeId) {
    return this.optionConfig.attributes[attributeId]?.options ?? [];
  },

  /** Whether any child of the configuration has the option. */
  optionIsEnabled(attributeId, optionId) {
    return Object.values(this.optionConfig.index).some(
      (choice) => choice[attributeId] === optionId,
    );
  },

  /** Whether a child in stock has the option and everything else that is selected. */
  optionIsActive(attributeId, optionId) {
    const allowed = this.allowedAttributeOptions[attributeId] ?? [];
    return allowed.some(({ id }) => id === optionId);
  },

  priceOf(productId) {
    return (this.optionConfig.optionPrices[productId] ?? this.optionConfig.prices).finalPrice
      .amount;
  },

  /** "Wool + $2.00": what the cheapest child of the option costs more than the current price. */
  getAttributeOptionLabel({ id, label, products }) {
    const isSelected = Object.values(this.selectedValues).includes(id);
    if (isSelected || products.length === 0) return label;
    const difference =
      Math.min(...products.map((productId) => this.priceOf(productId))) -
      this.priceOf(this.productIndex);
    return difference === 0 ? label : `${label} ${window.hyva.formatPrice(difference, true)}`;
  },

  updatePrices() {
    const { attributes, optionPrices, prices } = this.optionConfig;
    const chosen = Object.keys(this.selectedValues).length;
    const isMinimalPrice = chosen < Object.keys(attributes).length;
    const detail = { ...(optionPrices[this.productIndex] ?? prices), isMinimalPrice };
    window.dispatchEvent(new CustomEvent(`update-prices-${this.productId}`, { detail }));
  },

  updateGallery() {
    const detail = this.optionConfig.images[this.productIndex];
    if (detail) window.dispatchEvent(new CustomEvent('update-gallery', { detail }));
  },
});

/** What swatches need beside that. */
window.initSwatchOptions = (swatchConfig) => ({
  swatchConfig,
  focusedLabel: undefined,

  getSwatchText(attributeId, optionId) {
    return this.swatchConfig[attributeId]?.[optionId]?.label ?? '';
  },

  isTextSwatch(attributeId, optionId) {
    return this.swatchConfig[attributeId]?.[optionId]?.type !== '1';
  },

  /** An object: a strict policy allows it, and forbids the text of a style attribute. */
  getSwatchBackgroundStyle(attributeId, optionId) {
    if (this.isTextSwatch(attributeId, optionId)) return {};
    return { 'background-color': this.swatchConfig[attributeId][optionId].value };
  },

  focusLabel(optionId) {
    this.focusedLabel = optionId;
  },

  blurLabel() {
    this.focusedLabel = undefined;
  },
});

/**
 * What the CSP theme needs beside that. Its Alpine evaluates names only, so these methods have no arguments:
 * they find the attribute by the element, and the option as the loop's `item`.
 */
window.initOptionItems = () => ({
  /** A text, unlike the number in the default theme's attributes. */
  attributeId() {
    return this.$el.closest('[data-attribute-id]').dataset.attributeId;
  },

  listItems() {
    return this.getAllAttributeOptions(this.attributeId());
  },

  isItemListed() {
    return this.optionIsEnabled(this.attributeId(), this.item.id);
  },

  isItemDisabled() {
    return !this.optionIsActive(this.attributeId(), this.item.id);
  },

  isItemOffered() {
    return this.isItemListed() && !this.isItemDisabled();
  },

  isItemSoldOut() {
    return this.isItemListed() && this.isItemDisabled();
  },

  isItemSelected() {
    return this.selectedValues[this.attributeId()] === this.item.id;
  },

  isItemText() {
    return this.isTextSwatch(this.attributeId(), this.item.id);
  },

  getItemText() {
    return this.getSwatchText(this.attributeId(), this.item.id);
  },

  getItemTextWithPrice() {
    return this.getAttributeOptionLabel(this.item);
  },

  getSelectedText() {
    const attributeId = this.attributeId();
    return this.getSwatchText(attributeId, this.selectedValues[attributeId]);
  },

  getItemInputId() {
    return `attribute-option-${this.productId}-${this.item.id}`;
  },

  getItemColour() {
    return this.getSwatchBackgroundStyle(this.attributeId(), this.item.id);
  },

  getItemClasses() {
    return {
      'is-colour': !this.isItemText(),
      ring: this.isItemSelected(),
      'is-focused': this.focusedLabel === this.item.id,
    };
  },

  onChangeOption() {
    this.changeOption(this.attributeId(), this.$event.target.value);
  },

  onClickOption() {
    this.clearOptionIfActive(this.attributeId(), this.item.id);
  },

  onFocusOption() {
    this.focusLabel(this.item.id);
  },
});
