/** The scripts in which Magento prints what its components start with. It removes them when it has started. */
export const INIT_SCRIPT = 'script[type="text/x-magento-init"]';

/** Whether such a script holds the configuration of a product's options; the others are long and of no use here. */
export const HOLDS_OPTIONS = /"(json|sp)Config"/;

/** Whether it describes products. PHP escapes the slashes. */
export const HOLDS_PRODUCTS = /product\\?\/view\\?\/provider"/;
