/** Where a browser sends a subscription ("Set up back in stock for Magento 2", front-end request). */
export const FRONT_END_ENDPOINT = 'https://a.klaviyo.com/onsite/components/back-in-stock/subscribe';

/** Where a server sends a subscription (the same document, server-side request). */
export const SERVER_ENDPOINT = 'https://a.klaviyo.com/api/v1/catalog/subscribe';
