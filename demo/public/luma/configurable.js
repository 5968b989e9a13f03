// A stand-in of Magento's configurable.js: dropdowns, each of which is filled after a choice in the one before it.
define(['jquery', 'luma/product-options'], ($, { readPreselection, showVariant }) => {
  class Configurable {
    constructor(config, element) {
      this.element = $(element);
      this.options = { ...config };
      this.simpleProduct = null;
      this.element.data('mageConfigurable', this);
      // The configuration of a quick view can come to the page's own form, which has other fields.
      this.selects = this.element
        .find('.super-attribute-select')
        .toArray()
        .filter((select) => this.attributeOf(select));
    }

    attributeOf({ name }) {
      const [, id] = /\[(\d+)\]/.exec(name);
      return this.options.spConfig.attributes[id];
    }

    start() {
      this.keepLabels();
      this.selects.forEach((select, place) => {
        if (place === 0) this.fill(place);
        else select.disabled = true;
        $(select).on('change', () => this.onChange(place));
      });
      this.preselect();
      this.element.trigger('configurable.initialized');
    }

    /** `label` becomes the text in the list, which has a price; `initialLabel` stays without one. */
    keepLabels() {
      for (const { options } of Object.values(this.options.spConfig.attributes)) {
        for (const option of options) option.initialLabel = option.label;
      }
    }

    attribute(place) {
      return this.attributeOf(this.selects[place]);
    }

    preselect() {
      const wanted = readPreselection(Object.values(this.options.spConfig.attributes));
      this.selects.forEach((select, place) => {
        const { id } = this.attribute(place);
        const optionId = wanted.find(({ attributeId }) => attributeId === id)?.optionId;
        const option = [...select.options].find(({ value }) => value === optionId);
        if (!option || option.disabled || select.disabled) return;
        select.value = optionId;
        this.onChange(place);
      });
    }

    /** The listed children that fit the dropdowns before this one. */
    allowedProducts(place, optionId) {
      const { index } = this.options.spConfig;
      const { id, options } = this.attribute(place);
      const { products } = options.find((option) => option.id === optionId) ?? { products: [] };
      return products
        .filter((productId) =>
          this.selects
            .slice(0, place)
            .every(
              (_, before) => index[productId]?.[this.attribute(before).id] === this.value(before),
            ),
        )
        .filter((productId) => index[productId]?.[id] === optionId);
    }

    value(place) {
      return this.selects[place].value;
    }

    isSalable(place, option, products) {
      const { salable, canDisplayShowOutOfStockStatus } = this.options.spConfig;
      if (!canDisplayShowOutOfStockStatus) return true;
      const listed = salable[this.attribute(place).id]?.[option.id] ?? [];
      return products.some((productId) => listed.includes(productId));
    }

    /** Writes the price difference of an option into its label in the configuration itself, anew for every choice. */
    labelWithPrice(option, products) {
      const { optionPrices, prices } = this.options.spConfig;
      const cheapest = Math.min(...products.map((id) => optionPrices[id].finalPrice.amount));
      const difference = cheapest - prices.finalPrice.amount;
      option.label = option.initialLabel;
      if (difference !== 0) {
        option.label += ` ${difference < 0 ? '-' : '+'}$${Math.abs(difference).toFixed(2)}`;
      }
      return option.label;
    }

    fill(place) {
      const options = this.attribute(place).options.flatMap((option) => {
        const products = this.allowedProducts(place, option.id);
        // The list leaves out an option without an allowed product.
        if (products.length === 0) return [];
        const entry = new Option(this.labelWithPrice(option, products), option.id);
        entry.disabled = !this.isSalable(place, option, products);
        return [entry];
      });
      const first = new Option(this.options.spConfig.chooseText, '');
      this.selects[place].replaceChildren(first, ...options);
    }

    onChange(place) {
      this.selects.slice(place + 1).forEach((select, distance) => {
        select.value = '';
        select.disabled = distance > 0 || !this.value(place);
        if (!select.disabled) this.fill(place + 1);
      });
      this.rememberProduct(place);
      const chosen = this.isComplete() ? this.simpleProduct : undefined;
      showVariant(this.options.spConfig, chosen, this.element[0]);
    }

    isComplete() {
      return this.selects.every((select) => select.value);
    }

    /** Holds a child after the first choice already, and keeps it when the shopper takes the choice back, as in Magento. */
    rememberProduct(place) {
      if (!this.value(place)) return;
      [this.simpleProduct] = this.allowedProducts(place, this.value(place));
      this.element.find('[name=selected_configurable_option]').val(this.simpleProduct);
    }
  }

  return (config, element) => new Configurable(config, element).start();
});
