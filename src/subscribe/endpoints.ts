/** Where a browser sends a subscription ("Set up back in stock for Magento 2", front-end request). */
export const FRONT_END_ENDPOINT = 'https://a.klaviyo.com/onsite/components/back-in-stock/subscribe';

/** How long an answer is waited for, in milliseconds. */
export const DEFAULT_TIMEOUT = 10_000;

/** Where a server sends a subscription (the same document, server-side request). */
export const SERVER_ENDPOINT = 'https://a.klaviyo.com/api/v1/catalog/subscribe';
