/** Says above the list how many tiles it has. */
export function showAmount() {
  const amount = document.querySelectorAll('.products.wrapper .product-item').length;
  document.querySelector('#toolbar-amount').textContent =
    amount === 1 ? '1 Item' : `${amount} Items`;
}
