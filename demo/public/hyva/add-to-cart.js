// Adds to the cart in the background, and shows what the shop answers in the place of Hyvä's messages.
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
