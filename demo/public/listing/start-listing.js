import { addQuickViewButtons } from './add-quick-view-buttons.js';
import { startFilter } from './filter-list.js';
import { startKeepSettings } from './keep-settings.js';
import { startLoadMore } from './load-more.js';
import { showAmount } from './show-amount.js';

addQuickViewButtons();
showAmount();
startLoadMore();
startFilter();
startKeepSettings();
