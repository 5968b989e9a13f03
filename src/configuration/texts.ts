import { START_TEXTS } from './start-settings.ts';

/**
 * Every sentence a shopper can see or hear. Each comment is the one description of its sentence: the documents have it too.
 * `@admin` names the field of the Magento module's admin; the module offers the other sentences for translation.
 *
 * Each may contain these placeholders:
 * - `{product_name}`;
 * - `{variant}`: the chosen variant, as in `Red / Medium`; of several chosen ones and before the choice, the options that all
 *   matching variants share, as in `Red`, or else the attributes in which they differ; the product's name when it has no
 *   variants;
 * - `{attributes}`: the attributes in which the variants differ, as in `Colour / Size`; the product's name when it has no
 *   variants.
 *
 * With an empty `headline`, `body` or `footer` its line is left out.
 */
export interface Texts {
  /**
   * The button on the page. Default: `Notify me when available`.
   * @admin button/text
   */
  readonly trigger: string;
  /**
   * The hint, as long as the choice is not complete and only a part of what fits it is sold out; `{attributes}` are those
   * not chosen yet. Default: `{attributes} sold out? Get notified`.
   */
  readonly hint: string;
  /** The button, once a shopper has asked for what it offers in this browser. Default: `You are on the list`. */
  readonly onList: string;
  /** Name of a sold-out swatch for screen readers; `{option}` is its label. Default: `{option}, sold out, notify me`. */
  readonly soldOutOption: string;
  /** The button on the page while the form loads, and the button that subscribes while it sends. Default: `One moment…`. */
  readonly sending: string;
  /** The button on the page when the form did not load. Default: `This did not load. Try again`. */
  readonly notLoaded: string;
  /**
   * Heading of the modal. Empty: no heading, and screen readers call the form by the product's name.
   * Default: `{product_name}`.
   * @admin form/headline
   */
  readonly headline: string;
  /**
   * Sentence below the heading. Empty: no such line.
   * Default: `Leave your e-mail address and we will tell you as soon as it is back.`
   * @admin form/body
   */
  readonly body: string;
  /**
   * Label of the choice between several sold-out variants. Where each attribute has a select of its own, the selects have the
   * labels of the attributes. Default: `{attributes}`.
   */
  readonly variantLabel: string;
  /** First, empty entry of each select. Default: `Please choose`. */
  readonly variantPrompt: string;
  /** Label of the e-mail field. Default: `E-mail address`. */
  readonly emailLabel: string;
  /** The button that subscribes. Default: `Notify me`. */
  readonly submit: string;
  /** The button that subscribes, after a failure. Default: `Try again`. */
  readonly retry: string;
  /**
   * Beside the box for the newsletter, which needs a `newsletterList`. May contain links.
   * Default: `E-mail me news and offers, too.`
   * @admin form/newsletter
   */
  readonly newsletter: string;
  /**
   * Beside a box without which nothing is sent. `[privacy policy](/privacy)` becomes a link. Default: empty, no box.
   * @admin form/consent
   */
  readonly consent: string;
  /** The consent is not ticked. Default: `Please tick this box.` */
  readonly consentMissing: string;
  /** Shown while the widget sends the subscription again. Default: `This takes longer. We keep trying…` */
  readonly retrying: string;
  /** The button that stops sending again. Default: `Stop`. */
  readonly stop: string;
  /** Small print at the end of the form. May contain links, as `consent`. Default: empty. */
  readonly footer: string;
  /** Name of the cross in the corner, for screen readers. Default: `Close`. */
  readonly close: string;
  /**
   * Klaviyo has accepted the subscription. Default: `Thank you! We will e-mail you as soon as it is back in stock.`
   * @admin form/success
   */
  readonly success: string;
  /**
   * The result, where the shopper has asked for several variants at once; `{done}` and `{count}` are numbers.
   * Default: `You are on the list for {done} of {count}.`
   */
  readonly successSeveral: string;
  /** The button that closes the modal after success. Default: `Done`. */
  readonly done: string;
  /** The device is offline, and the request is kept. Default: `We will sign you up as soon as you are online again.` */
  readonly keptOffline: string;
  /**
   * The subscription cannot be sent now, and is kept.
   * Default: `You are not signed up yet. We keep trying while this page is open, and when you come back within a day.`
   */
  readonly kept: string;
  /** No variant was chosen. Default: `Please choose one.` */
  readonly variantMissing: string;
  /** No e-mail address was typed. Default: `Please enter your e-mail address.` */
  readonly emailMissing: string;
  /** The e-mail address cannot be valid. Default: `Please check your e-mail address.` */
  readonly emailMalformed: string;
  /**
   * Klaviyo's documented answer to an invalid e-mail address or key.
   * Default: `Please check your e-mail address and try again.`
   */
  readonly refused: string;
  /**
   * Klaviyo's documented answer to a missing field; `{field}` is the field's name.
   * Default: `Something is missing or wrong: {field}. Please tell the shop.`
   */
  readonly fieldMissing: string;
  /** Too many requests (HTTP 429). Default: `Too many requests. Please try again in a moment.` */
  readonly rateLimited: string;
  /** Klaviyo has an error (HTTP 5xx). Default: `The service has a problem. Please try again in a moment.` */
  readonly serverError: string;
  /** A web page came back instead of an answer. Default: `We got a page instead of an answer. Please try again.` */
  readonly htmlAnswer: string;
  /** An empty answer came back. Default: `We got no answer. Please try again.` */
  readonly emptyAnswer: string;
  /** An answer broke off. Default: `The answer was cut off. Please try again.` */
  readonly brokenAnswer: string;
  /** An answer came that Klaviyo does not document. Default: `We did not understand the answer. Please try again.` */
  readonly unknownAnswer: string;
  /** The device is offline. Default: `You are offline. Please try again when you are connected.` */
  readonly offline: string;
  /** The service could not be reached. Default: `We could not reach the service. Please try again.` */
  readonly unreachable: string;
  /** No answer within `timeout`. Default: `That took too long. Please try again.` */
  readonly timeout: string;
}

/** The texts with words in English. Each file of `locales/` has all of them; the others are empty until a merchant sets them. */
export type TranslatedTexts = Omit<Texts, 'consent' | 'footer'>;

/** The texts of a shop that sets none. */
export const DEFAULT_TEXTS: Texts = {
  ...START_TEXTS,
  headline: '{product_name}',
  body: 'Leave your e-mail address and we will tell you as soon as it is back.',
  variantLabel: '{attributes}',
  variantPrompt: 'Please choose',
  emailLabel: 'E-mail address',
  submit: 'Notify me',
  retry: 'Try again',
  newsletter: 'E-mail me news and offers, too.',
  consent: '',
  consentMissing: 'Please tick this box.',
  retrying: 'This takes longer. We keep trying…',
  stop: 'Stop',
  footer: '',
  close: 'Close',
  success: 'Thank you! We will e-mail you as soon as it is back in stock.',
  successSeveral: 'You are on the list for {done} of {count}.',
  done: 'Done',
  keptOffline: 'We will sign you up as soon as you are online again.',
  kept: 'You are not signed up yet. We keep trying while this page is open, and when you come back within a day.',
  variantMissing: 'Please choose one.',
  emailMissing: 'Please enter your e-mail address.',
  emailMalformed: 'Please check your e-mail address.',
  refused: 'Please check your e-mail address and try again.',
  fieldMissing: 'Something is missing or wrong: {field}. Please tell the shop.',
  rateLimited: 'Too many requests. Please try again in a moment.',
  serverError: 'The service has a problem. Please try again in a moment.',
  htmlAnswer: 'We got a page instead of an answer. Please try again.',
  emptyAnswer: 'We got no answer. Please try again.',
  brokenAnswer: 'The answer was cut off. Please try again.',
  unknownAnswer: 'We did not understand the answer. Please try again.',
  offline: 'You are offline. Please try again when you are connected.',
  unreachable: 'We could not reach the service. Please try again.',
  timeout: 'That took too long. Please try again.',
};
