// Luma's wish list follows changes of the form at the body and lets no native `change` get further.
define(['jquery'], ($) => () => {
  $('body').on('change', '#product_addtocart_form :input', (event) => {
    event.stopPropagation();
  });
});
