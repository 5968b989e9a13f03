// The file that takes the place of Magento's inline script where a policy forbids those.
window.BASE_URL = `${location.origin}/`;
window.LOCALE = document.documentElement.dir === 'rtl' ? 'ar_SA' : 'en_US';
if (document.currentScript.dataset.checkout === 'true') {
  window.checkout = {
    shoppingCartUrl: '/checkout/cart/',
    storeId: '1',
    storeGroupId: '1',
    websiteId: '1',
  };
}
