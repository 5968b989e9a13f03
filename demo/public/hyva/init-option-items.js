// For the CSP theme, where Alpine evaluates names only: methods without arguments, which find their
// attribute by the element and their option as the loop's `item`.
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
