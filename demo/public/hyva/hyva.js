// What a Hyvä page needs beside Alpine and the options of a product: the global helper, the start of
// components in view, the picture, the price, Add to Cart.

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

// Hyvä's x-defer="intersect": Alpine ignores such a component until it is scrolled into view.
{
  const isStarted = new Promise((resolve) => {
    window.addEventListener('alpine:initialized', resolve, { once: true });
  });

  function startInView(element) {
    const observer = new IntersectionObserver(async (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      await isStarted;
      element.removeAttribute('x-ignore');
      // Alpine observes attributes. Its observer has to see this change before Alpine starts the component.
      queueMicrotask(() => window.Alpine.initTree(element));
    });
    observer.observe(element);
  }

  window.addEventListener(
    'alpine:init',
    () => {
      for (const element of document.querySelectorAll('[x-data][x-defer="intersect"]')) {
        element.setAttribute('x-ignore', '');
        startInView(element);
      }
    },
    { once: true },
  );
}

/** The picture of the chosen child. */
window.initGallery = () => ({
  eventListeners: {
    '@update-gallery.window'(event) {
      const [image] = event.detail;
      if (image) this.$el.querySelector('img').src = image.img;
    },
  },
});
window.addEventListener('alpine:init', () => Alpine.data('initGallery', initGallery), {
  once: true,
});

/** The price of the chosen child, or the product's own. */
window.initPriceBox = (productId, initialPrice, isSaleable) => ({
  activePrice: undefined,
  isMinimal: true,

  eventListeners: {
    [`@update-prices-${productId}.window`](event) {
      this.activePrice = event.detail.finalPrice.amount;
      this.isMinimal = event.detail.isMinimalPrice;
    },
  },

  isPriceShown() {
    return isSaleable || initialPrice > 0;
  },

  labelClasses() {
    return { invisible: !this.isMinimal };
  },

  getFormattedFinalPrice() {
    return window.hyva.formatPrice(this.activePrice ?? initialPrice);
  },
});

// Adds to the cart in the background, and shows the shop's answer where Hyvä shows its messages.
{
  function showMessage(type, text) {
    const message = document.createElement('div');
    message.className = `message ${type}`;
    message.textContent = text;
    const messages = document.querySelector('#messages');
    messages.replaceChildren(message);
    messages.scrollIntoView({ block: 'nearest' });
  }

  async function addToCart(form) {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(new FormData(form)),
    });
    const { type, text } = await response.json();
    showMessage(type, text);
  }

  document.addEventListener('submit', (event) => {
    if (!event.target.matches('[action="/checkout/cart/add/"]')) return;
    event.preventDefault();
    addToCart(event.target).catch(() => showMessage('error', 'The cart cannot be reached.'));
  });
}
