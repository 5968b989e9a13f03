// What swatches need beside the options themselves.
window.initSwatchOptions = (swatchConfig) => ({
  swatchConfig,
  focusedLabel: undefined,

  getSwatchText(attributeId, optionId) {
    return this.swatchConfig[attributeId]?.[optionId]?.label ?? '';
  },

  isTextSwatch(attributeId, optionId) {
    return this.swatchConfig[attributeId]?.[optionId]?.type !== '1';
  },

  /** An object, which a strict policy allows where it would not allow the text of a style attribute. */
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
