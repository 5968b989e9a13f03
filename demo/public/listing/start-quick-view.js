import { addQuickViewButtons } from './add-quick-view-buttons.js';

addQuickViewButtons();
