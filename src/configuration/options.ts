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
  /**
   * Class names of the button, so that it looks like the shop; the default has those of Luma and Hyvä.
   * Default: `action primary btn btn-primary`.
   * @admin button/classes
   */
  readonly classes: string;
  /**
   * Alignment of the button in its line: `start`, `center` or `end`. Default: `start`.
   * @admin none: a matter of the theme
   */
  readonly align: 'start' | 'center' | 'end';
  /**
   * Space around the button, as the CSS property `margin`. Default: `0.5rem 0 1rem`.
   * @admin none: a matter of the theme
   */
  readonly margin: string;
  /**
   * Width of the button, as the CSS property `width`, for example `100%`. Default: `auto`.
   * @admin none: a matter of the theme
   */
  readonly width: string;
  /**
   * CSS selector of the elements beside which the button goes, when the page has no `[data-back-in-stock]` placeholder.
   * Every match gets a button; if nothing matches, the button goes to the usual place of the theme.
   * Default: empty, the usual place of the theme.
   * @admin button/anchor
   */
  readonly anchor: string;
  /**
   * Where the button goes: `after`, `before` or `inside` the `anchor`, or `instead` of it, which hides the anchor as long as
   * the button is shown. Default: `after`.
   * @admin button/placement
   */
  readonly placement: Placement;
  /**
   * Whether Add to Cart and the quantity, with its label and stepper, are hidden while a sold-out variant is chosen.
   * Default: `false`.
   * @admin button/hide_add_to_cart
   */
  readonly hideAddToCart: boolean;
  /**
   * What the page shows as long as the choice is not complete and only a part of what fits it is sold out: a quiet line
   * below Add to Cart (`link`), a button there (`button`), or nothing (`none`). Default: `link`.
   * @admin button/hint
   */
  readonly hint: 'link' | 'button' | 'none';
  /**
   * Class names of this line. Then they alone decide how it looks. Default: empty, like the links of the theme.
   * @admin button/hint_classes
   */
  readonly hintClasses: string;
}

/**
 * How the modal looks: all but `image` are CSS values, and an empty one leaves the stylesheet's. The same values can be
 * set in the theme as CSS variables (`--back-in-stock-accent` and so on); an option set here wins.
 */
export interface ModalOptions {
  /**
   * Whether the modal shows a small image of the product beside its name, where the page or the product data have one.
   * Default: `true`.
   * @see [Theming](docs/theming.md#the-image-of-the-product)
   * @admin form/image
   */
  readonly image: boolean;
  /**
   * Colour of the button that subscribes; a colour, not a gradient.
   * Default: empty, the background of the shop's own button, while no pointer is on it.
   * @admin colours/accent
   */
  readonly accent: string;
  /**
   * Colour of the text of this button. Default: empty, the text colour of the shop's own button.
   * @admin colours/contrast
   */
  readonly contrast: string;
  /**
   * Colour of the modal. The colours of errors and success follow it. Default: empty, white.
   * @see [Theming](docs/theming.md)
   * @admin colours/background
   */
  readonly background: string;
  /**
   * Colour of the text in the modal. Default: empty, nearly black; on a dark background nearly white.
   * @admin colours/text
   */
  readonly text: string;
  /**
   * Colour over the page behind the modal. Default: empty, half-transparent black.
   * @admin colours/backdrop
   */
  readonly backdrop: string;
  /**
   * Roundness of the modal's own corners. Default: empty, `12px`.
   * @admin none: a matter of the theme
   */
  readonly radius: string;
  /**
   * Greatest width of the modal. Default: empty, `28em`.
   * @admin none: a matter of the theme
   */
  readonly width: string;
}

/** The data that callbacks and events contain. Never the shopper's e-mail address. */
export interface EventDetail extends Offer {
  /** The sold-out variants on offer; with `subscribed` and `failed` only the one that was chosen. */
  readonly variants: readonly Variant[];
  /** Why it failed; with `failed` only. */
  readonly reason?: FailureReason;
  /** True when the subscription is kept and will be sent later; `subscribed` fires then. With `failed` only. */
  readonly isKept?: boolean;
}

/** What happens to a shopper; the events on the document have the same names. */
export type EventName = 'shown' | 'opened' | 'closed' | 'subscribed' | 'failed' | 'expired';

type Callback = ((detail: EventDetail) => void) | undefined;

/** The merchant's own functions. When one throws, the widget logs the error and goes on. */
export interface Callbacks {
  /** The button has appeared. Fires again only after the button was removed. */
  readonly shown: Callback;
  /** The modal has opened. */
  readonly opened: Callback;
  /** The modal has closed, for whatever reason. A running request ends; if its subscription is kept, it is sent later. */
  readonly closed: Callback;
  /** Klaviyo has accepted the subscription, perhaps one that was kept on an earlier page. */
  readonly subscribed: Callback;
  /**
   * A subscription was sent and failed. `detail.reason` contains the reason, for example `aborted` when the shopper has
   * pressed "Stop"; with `detail.isKept` the subscription will be sent later.
   */
  readonly failed: Callback;
  /** A kept subscription became older than a day before it could be sent; the shopper is not signed up. */
  readonly expired: Callback;
}

/**
 * Returns the value that is sent as `variant`: the `$id` of Klaviyo's catalogue. A variant for which it returns an empty
 * text, or no text, cannot be subscribed to.
 */
export type VariantIdFunction = (variant: Variant, product: Product) => string;

/**
 * The whole configuration, with every default filled in. Each comment is the one description of its setting: the documents
 * have it too. `@admin` names the field of the Magento module's admin, or says why there is none.
 */
export interface Configuration {
  /**
   * Klaviyo's public API key ("site ID"), sent as `a`. Default: none, it is required.
   * @admin general/api_key
   */
  readonly apiKey: string;
  /**
   * Numeric id of the store view, sent as `store`. Luma prints it on every page (`window.checkout.storeId`), and product
   * data can contain it. Set it if neither has it, as in Hyvä. Default: empty, what the page says.
   * @see [Hyvä](docs/hyva.md)
   * @admin none: the module prints it
   */
  readonly store: string | number;
  /**
   * How a subscription is sent: `onsite`, the documented front-end request; `client`, Klaviyo's current API;
   * `relay`, the same form to an address of the shop's own, for shoppers whose browsers block third parties.
   * Default: `onsite`.
   * @see [Sending](docs/sending.md)
   * @admin general/api
   */
  readonly api: Api;
  /**
   * The address that a subscription is sent to: `https:`, the shop's own origin (the only one with `relay`), or, for
   * development, a loopback address. The widget takes another host than Klaviyo's and the shop's only from the script's own
   * tag and from `init`. Default: empty, Klaviyo's address for this `api`, with `relay` `/back-in-stock/subscribe`.
   * @see [HTML from others](docs/security-policy.md#html-from-others)
   * @admin none: the module prints that of its relay
   */
  readonly endpoint: string;
  /**
   * The time after which a request times out, in milliseconds, 1,000 to 60,000. Default: `10000`.
   * @admin none: a theme sets it
   */
  readonly timeout: number;
  /**
   * How often to retry after a broken connection, a time-out, HTTP 429 or 5xx, 0 to 10, with growing random pauses and
   * within 15 seconds. Default: `4`.
   * @admin none: a theme sets it
   */
  readonly retries: number;
  /**
   * Whether a subscription that cannot be sent now is kept in the shopper's browser, and sent when it is online again, when
   * the shop is visited again within a day, and now and then while the page stays open. Default: `true`.
   * @see [Sending](docs/sending.md)
   * @admin none: a theme sets it
   */
  readonly outbox: boolean;
  /**
   * Catalogue part of the variant's id in Klaviyo; only `client` sends it. Default: `$default`.
   * @admin general/catalogue
   */
  readonly catalogue: string;
  /**
   * Id of the Klaviyo list that a shopper joins by ticking the box `texts.newsletter`. Default: empty, no box.
   * @see [Newsletter and consent](docs/sending.md#newsletter-and-consent)
   * @admin form/newsletter_list
   */
  readonly newsletterList: string;
  /**
   * Whether a shopper may choose several sold-out variants at once. Each is a subscription of its own. Default: `false`.
   * @see [Several at once](docs/sending.md#several-at-once)
   * @admin form/multiple
   */
  readonly multiple: boolean;
  /**
   * The value that is sent as `variant`; it must be the item's `$id` in Klaviyo's catalogue: `id` (Magento's entity id, as
   * Klaviyo's own integration sends it), `sku`, or, in `init` only, a function `(variant, product) => string`. The widget
   * calls it often, so it must be quick, and does not offer a variant for which it returns nothing. Default: `id`.
   * @admin general/variant_id
   */
  readonly variantId: 'id' | 'sku' | VariantIdFunction;
  /**
   * The product of the page, for shops whose pages the widget cannot read: data in the documented format, or a
   * function that returns it, or undefined while there is none. Default: what the page says.
   * @see [Product data](docs/product-data.md), [Headless shops](docs/esm-and-node.md#headless-shops)
   * @admin none: the module prints product data
   */
  readonly product: ProductData | (() => ProductData | undefined) | undefined;
  /**
   * CSS selector of the label that marks a product as sold out, on product pages and on tiles, in themes that do not use
   * Magento's `.stock.unavailable`. Default: empty, Magento's alone.
   * @see [How a page says that something is sold out](docs/pages.md#how-a-page-says-that-something-is-sold-out)
   * @admin none: a matter of the theme
   */
  readonly stockLabel: string;
  /**
   * Whether sold-out swatches can be pressed, with the pointer and the keyboard, and open the modal with the variants that
   * have them. Default: `true`.
   * @admin pages/sold_out_swatches
   */
  readonly soldOutSwatches: boolean;
  /**
   * Whether every tile that is labelled as sold out gets a button: in categories, search results and related products (on
   * Luma, related products need the module). Default: `false`.
   * @see [Lists](docs/pages.md#lists)
   * @admin pages/listing
   */
  readonly listing: boolean;
  /**
   * Address of the shop's GraphQL, on its own origin. The widget asks it for the variants of a configurable whose variants
   * are all sold out, of a sold-out quick view, and of a tile when its button is pressed. Empty: never. Default: `/graphql`.
   * @see [What is asked of GraphQL](docs/pages.md#what-is-asked-of-graphql)
   * @admin none: the module prints its path
   */
  readonly graphql: string;
  /**
   * Code of the store view, for GraphQL: it decides the language of the answer. Hyvä and product data contain it.
   * Default: empty, what the page says, else what the shop's cookies say.
   * @admin none: the module prints it
   */
  readonly storeCode: string;
  /**
   * Whether the widget asks GraphQL if a product that the page shows as sold out still is, before it offers the
   * subscription: for shops whose full-page cache outlives a restock. Default: `false`.
   * @admin none: the cache of pages that the module prints follows the stock
   */
  readonly checkStock: boolean;
  /**
   * Whether the widget asks GraphQL for a logged-in shopper's e-mail address at the modal's first opening, and fills it in.
   * Default: `false`.
   * @see [Known shoppers](docs/pages.md#known-shoppers)
   * @admin none: a theme sets it
   */
  readonly customerEmail: boolean;
  /**
   * How long this browser remembers what a shopper has asked for, in days, 0 to 365: the button then says `texts.onList`, and
   * can still be pressed for another address. It forgets a variant as soon as a page shows it in stock. 0: it remembers
   * nothing, and removes what it has remembered. Default: `90`.
   * @see [Already on the list](docs/settings.md#already-on-the-list)
   * @admin form/remember_days
   */
  readonly rememberDays: number;
  /**
   * Where the e-mail address is remembered after a success, so that the form can fill it in on the shopper's next page:
   * `session`, in this tab until it is closed; `local`, in this browser for 90 days; `off`, nowhere. The form never sends it
   * by itself. Default: `session`.
   * @see [Known shoppers](docs/pages.md#known-shoppers)
   * @admin form/remember_email
   */
  readonly rememberEmail: 'session' | 'local' | 'off';
  /**
   * The value of `data-mark` on the shop's own JSON tags; the widget ignores other tags. It reads this setting on the
   * script's own tag and in `init` only. Default: empty, all of them, and none where several differ.
   * @see [HTML from others](docs/security-policy.md#html-from-others)
   * @admin none: the module makes a new one on every page
   */
  readonly mark: string;
  /**
   * Address of the form's file (`back-in-stock.form.js`), which the script loads before a shopper can need it. The widget
   * reads this setting on the script's own tag and in `init` only. Default: empty, beside the script.
   * @see [The second file](docs/script-tag.md#the-second-file)
   * @admin none: the module prints it
   */
  readonly formUrl: string;
  /**
   * Language of the texts that you do not set, as a tag such as `de` or `pt-BR`. The script loads its file from beside the
   * form's file, only where something is sold out or a subscription is kept; ES modules load none. `off`: no file, English. Default: empty, the
   * language of the page.
   * @see [Languages](docs/languages.md)
   * @admin none: Magento translates the texts that the module prints
   */
  readonly locale: string;
  /** The button. */
  readonly trigger: TriggerOptions;
  /** The modal. */
  readonly modal: ModalOptions;
  /** Every sentence. */
  readonly texts: Texts;
  /** The functions that the widget calls when something happens to a shopper. Default: nothing. */
  readonly on: Callbacks;
}

/** What a merchant writes: everything but `apiKey` may be left out; numbers may be texts, as attributes are. */
export type Options = Partial<
  Omit<Configuration, 'timeout' | 'retries' | 'rememberDays' | 'trigger' | 'modal' | 'texts' | 'on'>
> & {
  readonly timeout?: string | number;
  readonly retries?: string | number;
  readonly rememberDays?: string | number;
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
  multiple: false,
  graphql: '/graphql',
  storeCode: '',
  customerEmail: false,
  rememberEmail: 'session',
  mark: '',
  modal: {
    image: true,
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
