import type { Configuration } from './configuration/options.ts';
import { parseConfiguration } from './configuration/parse-configuration.ts';
import { announce, type Dispose, guard, log } from './guard.ts';
import { readImage } from './page/product-image.ts';
import { readCustomer, readStoreView } from './page/visit.ts';
import { catalogueId } from './product/offer.ts';
import type { ChosenOffer, Offer, Product } from './product/product.ts';
import { describeProduct, findProduct } from './shop/find-product.ts';
import { askCustomerEmail } from './shop/graphql.ts';
import { createShop } from './shop/shop.ts';
import { ASKED, nameOf, rememberAsked } from './subscribe/asked.ts';
import { drop } from './subscribe/kept.ts';
import { createOutbox, type Delivered, type Outbox } from './subscribe/outbox.ts';
import { forgetOtherEmails, readEmail, rememberEmail } from './subscribe/remembered-email.ts';
import type { Entries } from './ui/form-state.ts';
import { createModal, type Modal, type ModalEvents } from './ui/modal.tsx';
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
   * @param area The part of the page that is about the product.
   * @param opener The button whose colours the modal takes.
   * @param press Where the page was pressed last, if it was.
   * @returns False when the modal is open already; then it does not change.
   */
  open(offer: ChosenOffer, area: Element, opener?: Element, press?: MouseEvent): boolean;
  /** Closes the modal when a script has removed it from the page while it was open, and releases the page. */
  closeIfGone(): void;
  destroy: Dispose;
}

/** The form's parts, and what connects them. */
interface Connection {
  readonly host: FormHost;
  readonly configuration: Configuration;
  readonly outbox: Outbox;
  readonly tellMerchant: ModalEvents['announce'];
  /** Made at the first opening. */
  modal?: Modal;
}

/** Creates the form; logs wrong settings and returns undefined. */
export function createForm(host: FormHost): Form | undefined {
  const configuration = parseConfiguration(host.sources);
  return configuration && connect(host, configuration);
}

/** Connects the modal with the outbox, and both with the merchant's events. */
function connect(host: FormHost, configuration: Configuration): Form {
  const tellMerchant: Connection['tellMerchant'] = (name, detail) =>
    announce(host.page, configuration.on, name, detail);
  const { graphql, checkStock, rememberDays, rememberEmail } = configuration;
  if (!rememberDays) drop(ASKED);
  forgetOtherEmails(rememberEmail);
  const outbox = createOutbox(configuration, {
    accepted({ store, variant }) {
      rememberAsked(nameOf(store, variant), rememberDays);
      host.update();
    },
    answered(key, offer, result) {
      announceResult(connection, offer, result);
      connection.modal?.showLateResult(key, result);
    },
    answeredElsewhere: (key, result) => connection.modal?.showLateResult(key, result),
    expired: (offer) => tellMerchant('expired', offer),
  });
  const connection: Connection = { host, configuration, outbox, tellMerchant };
  outbox.sendKept();
  const ask = async (product: Product) =>
    graphql ? findProduct(shopOf(configuration, product), product) : adviseOfGraphql(product);
  return {
    ...createShop(ask, checkStock, host.update),
    open(offer, area, opener, press) {
      connection.modal ??= makeModal(connection, offer.product);
      return connection.modal.open(offer, readImage(area), opener, press);
    },
    closeIfGone: () => connection.modal?.closeIfGone(),
    destroy() {
      outbox.destroy();
      connection.modal?.destroy();
    },
  };
}

function makeModal(connection: Connection, product: Product): Modal {
  const { host, configuration, outbox, tellMerchant } = connection;
  const modal = createModal(host.page, configuration, {
    async deliver(offer, entries, waiting) {
      const fields = writeFields(connection, offer, entries);
      const result = await outbox.deliver(fields, offer, waiting);
      if (result.ok) rememberGuest(configuration, entries.email);
      return result;
    },
    answered: (offer, result) => announceResult(connection, offer, result),
    announce: tellMerchant,
    returnFocus: host.returnFocus,
  });
  void recogniseShopper(connection, modal, product);
  return modal;
}

/**
 * Fills in the e-mail address of a shopper who is logged in, else the one that is remembered. It does not ask for a guest,
 * who has none: Magento would write an exception to its log.
 */
const recogniseShopper = guard(async (connection: Connection, modal: Modal, product: Product) => {
  const { configuration } = connection;
  const { email, isLoggedIn } = readCustomer();
  const isAsked = configuration.customerEmail && configuration.graphql && !email && isLoggedIn;
  const own = isAsked ? await askCustomerEmail(shopOf(configuration, product)) : email;
  modal.recognise(own || readEmail(configuration.rememberEmail));
});

/** Remembers a guest's address. Nobody shall find a customer's address after the customer has logged out. */
function rememberGuest({ rememberEmail: place }: Configuration, address: string): void {
  const { email, isLoggedIn } = readCustomer();
  if (!email && !isLoggedIn) rememberEmail(place, address);
}

/** Returns the fields of a subscription under Klaviyo's names. */
function writeFields(
  { host, configuration }: Connection,
  { product, variants }: Offer,
  entries: Entries,
): Subscription {
  const [variant] = variants;
  return {
    a: configuration.apiKey,
    email: entries.email,
    variant: (variant && guard(catalogueId)(product, variant, configuration.variantId)) ?? '',
    store: host.findStore(product),
    g: entries.newsletter ? configuration.newsletterList : '',
    catalogue: configuration.catalogue,
    consent: entries.consent || !configuration.texts.consent,
  };
}

/** Announces the result of a subscription, at once or later, from this page or an earlier one. */
function announceResult(
  { tellMerchant }: Connection,
  { product, variants }: Offer,
  result: Delivered,
): void {
  const offer = { product, variants };
  if (result.ok) tellMerchant('subscribed', offer);
  else if (result.reason !== 'invalid') {
    tellMerchant('failed', { ...offer, reason: result.reason, isKept: Boolean(result.kept) });
  }
}

/** Returns where and for which store view GraphQL is asked. */
const shopOf = ({ graphql, timeout, storeCode }: Configuration, product: Product) => ({
  graphql,
  timeout,
  storeCode: storeCode || product.storeCode || readStoreView().code,
});

function adviseOfGraphql(product: Product): undefined {
  const problem = product.isIncomplete
    ? 'seems to be sold out, and the page does not say what can be subscribed to'
    : 'is sold out on this page, which may be wrong';
  log(
    `product ${describeProduct(product)} ${problem}. Set "graphql", or print data-back-in-stock-product.`,
    'warn',
  );
}
