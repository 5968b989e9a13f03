/** What a merchant's Magento decides about the shape of the configuration. */
export interface StoreSettings {
  /** Stores > Configuration > Inventory > Display Out of Stock Products. */
  readonly stock: 'shown' | 'hidden';
  readonly magento: '2.4.6' | '2.4.1' | '2.3.5';
}
