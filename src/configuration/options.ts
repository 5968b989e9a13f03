import type { Placement } from '../page/places.ts';
import type { Offer, Product, Variant } from '../product/product.ts';
import type { ProductData } from '../product/product-data.ts';
import type { FailureReason } from '../subscribe/result.ts';
import { DEFAULT_CATALOGUE, DEFAULT_RETRIES, DEFAULT_TIMEOUT } from '../subscribe/transport.ts';
import type { Api } from '../subscribe/transports.ts';
import { START_DEFAULTS } from './start-settings.ts';
import { DEFAULT_TEXTS, type Texts } from './texts.ts';

/** How the button on the product page looks and where it stands. */
export interface TriggerOptions {
  /** Class names of the button: the theme's own, so that it looks like the shop. Default: `action primary btn btn-primary`, for Luma and for Hyvä. */
  readonly classes: string;
  /** Where the button stands in its line. Default: `start`. */
  readonly align: 'start' | 'center' | 'end';
  /** Space around the button, as the CSS property `margin`. Default: `0.5rem 0 1rem`. */
  readonly margin: string;
  /** Width of the button, as the CSS property `width`. Default: `auto`. */
  readonly width: string;
  /**
   * CSS selector of the elements beside which the button goes, when the page has no
   * `[data-back-in-stock]` placeholder; each match gets a button. Default: empty, the product form of the theme.
   */
  readonly anchor: string;
  /** How the button stands to `anchor`; `instead` hides the anchor as long as the button is shown. Default: `after`. */
  readonly placement: Placement;
  /** Whether Add to Cart and its quantity are hidden while a sold-out variant is chosen. Default: `false`. */
  readonly hideAddToCart: boolean;
}

/**
 * How the modal looks: each a CSS value, an empty one leaves the stylesheet's. The same values can be
 * set in the theme as CSS variables (`--back-in-stock-accent` and so on); an option set here wins.
 */
export interface ModalOptions {
  /** Colour of the button that subscribes. Default: empty, the background of the shop's own button. */
  readonly accent: string;
  /** Colour of its text. Default: empty, the text colour of the shop's own button. */
  readonly contrast: string;
  /** Colour of the modal. Default: empty, white. */
  readonly background: string;
  /** Colour of its text. Default: empty, nearly black; on a dark background nearly white. */
  readonly text: string;
  /** Colour over the page behind it. Default: empty, half-transparent black. */
  readonly backdrop: string;
  /** Roundness of its corners. Default: empty, `12px`. */
  readonly radius: string;
  /** Greatest width. Default: empty, `28em`. */
  readonly width: string;
}

/** What callbacks and events tell. Never the shopper's e-mail address. */
export interface EventDetail extends Offer {
  /** The sold-out variants on offer; with `subscribed` and `failed` only the one that was chosen. */
  readonly variants: readonly Variant[];
  /** Why it failed; with `failed` only. */
  readonly reason?: FailureReason;
  /** True when it is kept and will be sent later; `subscribed` fires then. With `failed` only. */
  readonly isKept?: boolean;
}

/** What happens to a shopper; the events on the document have the same names. */
export type EventName = 'shown' | 'opened' | 'closed' | 'subscribed' | 'failed' | 'expired';

type Callback = ((detail: EventDetail) => void) | undefined;

/** The merchant's own functions. One that throws is contained and told in the console. */
export interface Callbacks {
  /** The button has appeared. Fires again only after it had gone. */
  readonly shown: Callback;
  /** The modal has opened. */
  readonly opened: Callback;
  /** The modal has closed, for whatever reason. A request under way has ended; what is kept of it is sent later. */
  readonly closed: Callback;
  /** Klaviyo has accepted the subscription, perhaps one that was kept on an earlier page. */
  readonly subscribed: Callback;
  /** A subscription was sent and did not succeed; `detail.reason` says why. */
  readonly failed: Callback;
  /** A subscription that was kept has grown too old before it could be sent; the shopper is not signed up. */
  readonly expired: Callback;
}

/** Gives what is sent as `variant`: the `$id` of Klaviyo's catalogue. Anything but a text that is not empty offers no subscription. */
export type VariantIdFunction = (variant: Variant, product: Product) => string;

/** The whole configuration, with every default filled in. */
export interface Configuration {
  /** Klaviyo's public API key ("site ID"), sent as `a`. Required. */
  readonly apiKey: string;
  /** Numeric id of the store view, sent as `store`. Default: empty, what the page's data tells, else `window.checkout.storeId`. */
  readonly store: string | number;
  /**
   * How a subscription is sent: `onsite`, the documented front-end request; `client`, Klaviyo's current API;
   * `relay`, the same form to an address of the shop's own, for shoppers whose browsers block third parties.
   * Default: `onsite`.
   */
  readonly api: Api;
  /**
   * Where the subscription is sent: `https:`, the shop's own origin (with `relay` nothing else), or a loopback
   * address. Default: empty, where this `api` is at Klaviyo, with `relay` `/back-in-stock/subscribe`.
   */
  readonly endpoint: string;
  /** How long an answer is waited for, in milliseconds, 1,000 to 60,000. Default: `10000`. */
  readonly timeout: number;
  /**
   * How often a subscription is sent again that met a broken connection, a time-out, HTTP 429 or 5xx, 0 to 10, with growing
   * random pauses and within 15 seconds. Default: `4`.
   */
  readonly retries: number;
  /**
   * Whether a subscription that cannot be sent now is kept in the shopper's browser, and sent when it is online again, when
   * the shop is visited again within a day, and now and then while the page stays open. Default: `true`.
   */
  readonly outbox: boolean;
  /** Catalogue part of the variant's id, which `client` alone sends. Default: `$default`. */
  readonly catalogue: string;
  /** Id of the Klaviyo list that a shopper joins who ticks the box `texts.newsletter`. Default: empty, no box. */
  readonly newsletterList: string;
  /** What is sent as `variant`; it must be the item's `$id` in Klaviyo's catalogue. Default: `id`, Magento's entity id. */
  readonly variantId: 'id' | 'sku' | VariantIdFunction;
  /**
   * The product of the page, for shops whose pages the widget cannot read: data in the documented format, or a
   * function that gives it, or nothing while there is none. Default: what the page says.
   */
  readonly product: ProductData | (() => ProductData | undefined) | undefined;
  /**
   * CSS selector of the label that says that a product is sold out, in themes that have another one than Magento's
   * `.stock.unavailable`, on product pages and on tiles. Default: empty, Magento's alone.
   */
  readonly stockLabel: string;
  /** Whether sold-out swatches can be pressed, with the pointer and the keyboard, and open the modal. Default: `true`. */
  readonly soldOutSwatches: boolean;
  /** Whether every tile of a list or of search results that is labelled as sold out gets a button. Default: `false`. */
  readonly listing: boolean;
  /**
   * Address of the shop's GraphQL, on its own origin. It is asked for the variants of a configurable of which all are
   * sold out, of a sold-out quick view, and of a tile when its button is pressed. Empty: never. Default: `/graphql`.
   */
  readonly graphql: string;
  /** Code of the store view, for GraphQL. Default: empty, what the page's data tells, else what the shop's cookies say. */
  readonly storeCode: string;
  /** Whether GraphQL is asked if what the page shows as sold out still is, before it is offered: for shops whose full-page cache outlives a restock. Default: `false`. */
  readonly checkStock: boolean;
  /** Whether GraphQL is asked for the e-mail address of a shopper who is logged in, when the modal opens first. Default: `false`. */
  readonly customerEmail: boolean;
  /**
   * What the shop's own JSON tags carry in `data-mark`; others do not count. It is read on the script's own tag and in
   * `init` only. Default: empty, all of them, and none where several differ.
   */
  readonly mark: string;
  /**
   * Address of the form's file (`back-in-stock.form.js`), which the script loads before it can be needed. It is read on the
   * script's own tag and in `init` only. Default: empty, beside the script.
   */
  readonly formUrl: string;
  /** The button. */
  readonly trigger: TriggerOptions;
  /** The modal. */
  readonly modal: ModalOptions;
  /** Every sentence. */
  readonly texts: Texts;
  /** What is called when something happens to a shopper. Default: nothing. */
  readonly on: Callbacks;
}

/** What a merchant writes: everything but `apiKey` may be left out; numbers may be texts, as attributes are. */
export type Options = Partial<
  Omit<Configuration, 'timeout' | 'retries' | 'trigger' | 'modal' | 'texts' | 'on'>
> & {
  readonly timeout?: string | number;
  readonly retries?: string | number;
  readonly trigger?: Partial<TriggerOptions>;
  readonly modal?: Partial<ModalOptions>;
  readonly texts?: Partial<Texts>;
  readonly on?: Partial<Callbacks>;
};

/** Every setting with its default; a key that is not here is not a setting. */
export const DEFAULTS: Configuration = {
  ...START_DEFAULTS,
  variantId: 'id',
  api: 'onsite',
  endpoint: '',
  timeout: DEFAULT_TIMEOUT,
  retries: DEFAULT_RETRIES,
  outbox: true,
  catalogue: DEFAULT_CATALOGUE,
  newsletterList: '',
  graphql: '/graphql',
  storeCode: '',
  customerEmail: false,
  mark: '',
  modal: {
    accent: '',
    contrast: '',
    background: '',
    text: '',
    backdrop: '',
    radius: '',
    width: '',
  },
  texts: DEFAULT_TEXTS,
  on: {
    shown: undefined,
    opened: undefined,
    closed: undefined,
    subscribed: undefined,
    failed: undefined,
    expired: undefined,
  },
};
