import type { Configuration, EventDetail, EventName } from './configuration/options.ts';
import { parseConfiguration } from './configuration/parse-configuration.ts';
import { announce, type Dispose, guard, log } from './guard.ts';
import { readCustomer, readStoreView } from './page/visit.ts';
import { catalogueId } from './product/offer.ts';
import type { ChosenOffer, Offer, Product } from './product/product.ts';
import { describeProduct, findProduct } from './shop/find-product.ts';
import { askCustomerEmail } from './shop/graphql.ts';
import { createShop } from './shop/shop.ts';
import { createOutbox, type Delivered } from './subscribe/outbox.ts';
import type { Entries } from './ui/form-state.ts';
import { createModal, type Modal } from './ui/modal.tsx';
import type { Subscription } from './validation/subscription.ts';

// The second file: everything behind the button. It checks the settings, asks the shop for data that the page lacks, opens
// the modal, and sends the subscription, at once or later.

/** The content of the form's file. */
export interface FormFile {
  readonly version: string | undefined;
  readonly createForm: (host: FormHost) => Form | undefined;
}

/** What the start gives to the form. */
export interface FormHost {
  readonly page: Document;
  /** All settings; later ones override earlier ones. */
  readonly sources: readonly unknown[];
  /** Returns the numeric id of the store view for a subscription to this product; empty when it is unknown. */
  findStore(product: Product): string;
  /** Reads the page, and updates the button and the swatches. */
  update(): void;
  /** Returns the focus to the opener of the form. */
  returnFocus(): void;
}

/** The form, ready to be opened. */
export interface Form {
  /** Returns the product with all data of the shop's GraphQL; undefined until GraphQL has answered. */
  completeOrAsk(product: Product): Product | undefined;
  /** Asks the shop's GraphQL for the product; resolves with undefined when it gives no answer. Never rejects. */
  find(product: Product): Promise<Product | undefined>;
  /** Forgets failed requests, so that the form asks GraphQL again. */
  forgetFailures(): void;
  /**
   * Opens the modal.
   *
   * @param opener The button whose colours the modal takes.
   * @param press Where the page was pressed last, if it was.
   * @returns False when the modal is open already; then it does not change.
   */
  open(offer: ChosenOffer, opener?: Element, press?: MouseEvent): boolean;
  /** Closes the modal when a script has removed it from the page while it was open, and releases the page. */
  closeIfGone(): void;
  destroy: Dispose;
}

/** Creates the form; logs wrong settings and returns undefined. */
export function createForm(host: FormHost): Form | undefined {
  const configuration = parseConfiguration(host.sources);
  return configuration && connect(host, configuration);
}

/** Connects the modal with the outbox, and both with the merchant's events. */
function connect(
  { page, findStore, update, returnFocus }: FormHost,
  configuration: Configuration,
): Form {
  const { graphql, timeout, checkStock, customerEmail, variantId } = configuration;
  let modal: Modal | undefined;

  function announceEvent(name: EventName, detail: EventDetail): void {
    announce(page, configuration.on, name, detail);
  }

  /** Announces the result of a subscription, at once or later, from this page or an earlier one. */
  function announceResult({ product, variants }: Offer, result: Delivered): void {
    const offer = { product, variants };
    if (result.ok) announceEvent('subscribed', offer);
    else if (result.reason !== 'invalid') {
      announceEvent('failed', { ...offer, reason: result.reason, isKept: Boolean(result.kept) });
    }
  }

  const outbox = createOutbox(configuration, {
    answered(key, offer, result) {
      announceResult(offer, result);
      modal?.showLateResult(key, result);
    },
    answeredElsewhere: (key, result) => modal?.showLateResult(key, result),
    expired: (offer) => announceEvent('expired', offer),
  });
  outbox.sendKept();

  const shopOf = (product: Product) => ({
    graphql,
    timeout,
    storeCode: configuration.storeCode || product.storeCode || readStoreView().code,
  });

  const shop = createShop(
    async (product) => (graphql ? findProduct(shopOf(product), product) : adviseOfGraphql(product)),
    checkStock,
    update,
  );

  /** Returns the fields of a subscription under Klaviyo's names. */
  function writeFields({ product, variants }: Offer, entries: Entries): Subscription {
    const [variant] = variants;
    return {
      a: configuration.apiKey,
      email: entries.email,
      variant: (variant && guard(catalogueId)(product, variant, variantId)) ?? '',
      store: findStore(product),
      g: entries.newsletter ? configuration.newsletterList : '',
      catalogue: configuration.catalogue,
      consent: entries.consent || !configuration.texts.consent,
    };
  }

  /**
   * Fills in the e-mail address of a shopper who is logged in. It does not ask for a guest, who has none: Magento would
   * write an exception to its log.
   */
  const recogniseShopper = guard(async (product: Product) => {
    const { email, isLoggedIn } = readCustomer();
    const isAsked = customerEmail && graphql && !email && isLoggedIn;
    modal?.recognise(isAsked ? await askCustomerEmail(shopOf(product)) : email);
  });

  const makeModal = () =>
    createModal(page, configuration, {
      deliver: (offer, entries, waiting) =>
        outbox.deliver(writeFields(offer, entries), offer, waiting),
      answered: announceResult,
      announce: announceEvent,
      returnFocus,
    });

  return {
    ...shop,
    open(offer, opener, press) {
      const isFirst = !modal;
      modal ??= makeModal();
      const isOpened = modal.open(offer, opener, press);
      if (isFirst) void recogniseShopper(offer.product);
      return isOpened;
    },
    closeIfGone: () => modal?.closeIfGone(),
    destroy() {
      outbox.destroy();
      modal?.destroy();
    },
  };
}

function adviseOfGraphql(product: Product): undefined {
  const problem = product.isIncomplete
    ? 'seems to be sold out, and the page does not say what can be subscribed to'
    : 'is sold out on this page, which may be wrong';
  log(
    `product ${describeProduct(product)} ${problem}. Set "graphql", or print data-back-in-stock-product.`,
    'warn',
  );
}
