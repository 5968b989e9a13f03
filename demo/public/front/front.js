import { startRequestsPanel } from './requests-panel.js';
import { startShopFrame } from './shop-frame.js';

startShopFrame();
startRequestsPanel();
