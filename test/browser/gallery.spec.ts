import { test } from '@playwright/test';
import { reachState } from '../../build/take-pictures.ts';
import { GALLERY_LOOKS } from '../../demo/gallery/gallery-looks.ts';
import { GALLERY_STATES } from '../../demo/gallery/gallery-states.ts';
import { type RunningShop, startShop } from '../../demo/server.ts';
import { AT_LENGTH } from './at-length.ts';

// Every picture of the gallery can be taken: each state is reached, or its steps wait in vain.

let shop: RunningShop;
test.beforeAll(async () => {
  shop = await startShop();
});
test.afterAll(() => shop.close());

test.use({ viewport: { width: 390, height: 844 } });

for (const look of GALLERY_LOOKS) {
  for (const state of GALLERY_STATES) {
    test(`${look.title}: ${state.title}`, AT_LENGTH, ({ page }) =>
      reachState(page, shop, { state, look }),
    );
  }
}
