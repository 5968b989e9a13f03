import { addQuickViewButtons } from './add-quick-view-buttons.js';
import { showAmount } from './show-amount.js';
import { startMagento } from './start-magento.js';

/** Does for new tiles what was done for the first ones when the page was loaded. */
export async function welcomeTiles() {
  addQuickViewButtons();
  showAmount();
  await startMagento();
}
