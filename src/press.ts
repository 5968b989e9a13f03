import type { AreaView } from './area-view.ts';
import type { Form, FormFile } from './form.ts';
import { findStore } from './page/visit.ts';
import type { ChosenOffer, Product } from './product/product.ts';
import type { SessionState } from './session.ts';

// From the press to the open form.

/** Opens the form for the press in an area, as soon as the form has loaded. */
export async function press(
  session: SessionState,
  view: AreaView,
  readOffer: AreaView['readOffer'],
): Promise<boolean> {
  session.pressed = view;
  if (!session.form) await waitForForm(session, view);
  const { form } = session;
  // The shopper may have pressed something else meanwhile.
  if (!form || session.pressed !== view) return false;
  const tile = view.tile();
  if (tile) return openTileOrItsPage(session, form, view, tile);
  return openForm(session, form, view, readOffer());
}

/** Shows on the button that the form loads or has failed, and reads the page again when the loading ends. */
async function waitForForm(session: SessionState, view: AreaView): Promise<void> {
  const { page, loading } = session;
  view.showLoading('sending');
  const { activeElement } = page;
  const file = await loading.load();
  view.showLoading(file ? undefined : 'notLoaded');
  session.update();
  // The form must not cover a field that the shopper has begun to type in. Swatches and dropdowns belong to the product.
  const isTyping = page.activeElement?.matches(
    'input:not([type=radio], [type=checkbox]), textarea',
  );
  if (isTyping && page.activeElement !== activeElement) session.pressed = undefined;
}

function openForm(
  session: SessionState,
  form: Form,
  view: AreaView,
  offer: ChosenOffer | undefined,
): boolean {
  if (offer && form.open(offer, view.area, view.button(), session.pointer)) session.opener = view;
  return offer !== undefined;
}

/** Asks the shop for the product of a pressed tile and opens the form; without an answer, goes to the product's page. */
async function openTileOrItsPage(
  session: SessionState,
  form: Form,
  view: AreaView,
  tile: Product,
): Promise<boolean> {
  view.showLoading('sending');
  const found = await form.find(tile);
  view.showLoading(undefined);
  // The tile or the widget may be gone meanwhile.
  if (view.tile() !== tile || session.pressed !== view) return false;
  session.pressed = undefined;
  const offer = found && view.offerOf({ ...found, url: tile.url });
  if (!offer) location.assign(tile.url ?? '');
  return openForm(session, form, view, offer);
}

/** Creates the form from its file; the form checks all settings, and sends kept subscriptions. */
export function receiveForm(session: SessionState, file: FormFile): void {
  const { page, given, update } = session;
  session.form = file.createForm({
    page,
    sources: given.read(),
    findStore: (product) =>
      findStore(session.settings.store, [{ product }, ...session.areas]) ?? '',
    update,
    returnFocus() {
      // The theme may have drawn the opener anew in this very moment.
      update();
      session.opener?.focus();
    },
  });
  session.file = file;
  for (const view of session.views.values()) view.showLoading(undefined);
  update();
}
