// A stand-in of Hyvä's component behind the options of a configurable product, for swatches and dropdowns.
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

  /** What the address asks for: `?color=49` by the attribute's code, `#93=49` by its id. */
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

  /** A new array, so that its length tells whether anything is selected. */
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

  /** Children in stock that fit a selection. Only where sold-out ones are shown, `salable` has entries. */
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

  /** The first child that matches, also of a partial choice, which makes it a wrong answer. */
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

  /** Whether the option can be bought together with what else is selected. */
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
