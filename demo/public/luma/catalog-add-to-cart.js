// Adds to the cart in the background and shows the shop's answer, as Luma does.
define(['jquery'], ($) => {
  function showMessage(type, text) {
    const message = document.createElement('div');
    message.className = `message-${type} ${type} message`;
    message.append(document.createElement('div'));
    message.firstChild.textContent = text;
    const messages = document.querySelector('.page.messages .messages');
    messages.replaceChildren(message);
    messages.scrollIntoView({ block: 'nearest' });
  }

  function showMissingChoice(field) {
    const place = field.closest('.swatch-attribute, .control') ?? field.form;
    const error = document.createElement('div');
    error.className = 'mage-error';
    error.textContent = 'This is a required field.';
    place.append(error);
  }

  function isComplete(form) {
    for (const error of form.querySelectorAll('.mage-error')) error.remove();
    const empty = [...form.querySelectorAll('.super-attribute-select')].filter(
      (field) => !field.value,
    );
    for (const field of empty) showMissingChoice(field);
    return empty.length === 0;
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

  return () => {
    $(document).on('submit', '#product_addtocart_form, [data-role=tocart-form]', (event) => {
      event.preventDefault();
      if (!isComplete(event.target)) return;
      addToCart(event.target).catch(() => {
        showMessage('error', 'The cart cannot be reached.');
      });
    });
  };
});
