import { mkdir, rm } from 'node:fs/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import {
  GALLERY_LOOKS,
  GALLERY_SCREENS,
  type GalleryLook,
  pictureName,
} from '../demo/gallery/gallery-looks.ts';
import { GALLERY_STATES, type GalleryState } from '../demo/gallery/gallery-states.ts';
import { type RunningShop, startShop } from '../demo/server.ts';
import { BROWSER_FLAGS, findBrowser } from '../test/browser/find-browser.ts';

type Screen = (typeof GALLERY_SCREENS)[number];

/** One picture of the gallery. */
export interface Picture {
  readonly state: GalleryState;
  readonly look: GalleryLook;
  readonly screen: Screen;
}

/** The pictures of all states, in all looks, on all screens. */
export function listPictures(): Picture[] {
  return GALLERY_LOOKS.flatMap((look) =>
    GALLERY_SCREENS.flatMap((screen) => GALLERY_STATES.map((state) => ({ state, look, screen }))),
  );
}

/**
 * Takes the pictures of the gallery in the demo shop, and writes them into a folder, which it empties before.
 *
 * @param tell Called with the name of each picture that has been taken.
 */
export async function takePictures(folder: string, tell: (name: string) => void): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const shop = await startShop();
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: BROWSER_FLAGS,
  });
  try {
    for (const picture of listPictures()) {
      const { state, look, screen } = picture;
      const name = pictureName(state.name, look.name, screen.width);
      await takePicture(browser, shop, picture, `${folder}/${name}`);
      tell(name);
    }
  } finally {
    await browser.close();
    await shop.close();
  }
}

async function takePicture(
  browser: Browser,
  shop: RunningShop,
  picture: Picture,
  path: string,
): Promise<void> {
  const { state, look, screen } = picture;
  // A context of its own: what the widget has stored for one picture must not be in another.
  const context = await browser.newContext({ viewport: screen, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await reachState(page, shop, picture);
    await page.screenshot({ path, type: 'jpeg', quality: 75 });
  } catch (error) {
    throw new Error(`${state.name} in ${look.name} at ${screen.width}: ${error}`);
  } finally {
    await context.close();
  }
}

/** Opens the page of a picture, and brings it into the state that the picture shows. */
export async function reachState(
  page: Page,
  { origin, sandbox }: Pick<RunningShop, 'origin' | 'sandbox'>,
  { state, look }: Pick<Picture, 'state' | 'look'>,
): Promise<void> {
  sandbox.reset();
  sandbox.setMode(state.mode ?? 'normal');
  const options = JSON.stringify(joinSettings(look.options, state.options));
  const parameters = new URLSearchParams({ delay: '0', ...look.parameters, options });
  if (look.stylesheet) await addStylesheet(page, look.stylesheet);
  await page.goto(`${origin}/${look.folder}/${state.product}?${parameters}`);
  await state.reach(page);
}

/** Settings of the look and of the state; the texts of both. */
function joinSettings(look: object = {}, state: object = {}): object {
  const texts = { ...Reflect.get(look, 'texts'), ...Reflect.get(state, 'texts') };
  return { ...look, ...state, texts };
}

/** Adds a stylesheet to the page, also after it is loaded again. */
async function addStylesheet(page: Page, address: string): Promise<void> {
  await page.addInitScript((href) => {
    addEventListener('DOMContentLoaded', () => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = href;
      document.head.append(link);
    });
  }, address);
}

/** The pictures that stand in the README, by their names there. */
export const DOCUMENTED_PICTURES: Readonly<Record<string, string>> = {
  [pictureName('hint', 'luma', 390)]: 'gallery-hint.jpg',
  [pictureName('choice', 'hyva', 390)]: 'gallery-form.jpg',
  [pictureName('success', 'dark', 390)]: 'gallery-success.jpg',
};
