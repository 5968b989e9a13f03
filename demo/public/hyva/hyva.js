// The little of Hyvä's global helper that its pages need here.
window.hyva = {
  formatPrice(value, hasSign = false) {
    const price = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
    if (!hasSign) return price.format(value);
    return `${value < 0 ? '-' : '+'} ${price.format(Math.abs(value))}`;
  },

  getFormKey() {
    return document.querySelector('input[name=form_key]')?.value ?? '';
  },
};
