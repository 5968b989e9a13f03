/** One entry in the list of the front page. A text that says what should be seen is that of another text if it is absent. */
export interface PageLink {
  readonly title: string;
  /** The title where the group is not in sight. Default: `title`. */
  readonly longTitle?: string;
  /** What should be seen with out-of-stock products shown. */
  readonly shown: string;
  /** The same before Magento 2.4.4, which disables more. Default: `shown`. */
  readonly older?: string;
  /** What should be seen with out-of-stock products hidden. Default: `shown`. */
  readonly hidden?: string;
  /** The same with product data on the page, as the module prints them. Default: `hidden`. */
  readonly module?: string;
  /** What should be seen when GraphQL gives no usable answer. Default: the text above that applies. */
  readonly unanswered?: string;
  readonly page: string;
  /** The first part of the address. Default: `shop`, which is Luma. */
  readonly folder?: string;
  /** Query parameters of this case, laid over those of the controls. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Other themes in which the same should be seen. */
  readonly themes?: readonly ThemeLink[];
}

/** The same page in another theme. */
export interface ThemeLink {
  /** Short, for the list. */
  readonly theme: string;
  readonly longTheme: string;
  readonly folder: string;
  /** Laid over the parameters of the case. */
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface PageGroup {
  readonly title: string;
  /** What is true for all its pages. */
  readonly note?: string;
  readonly links: readonly PageLink[];
}

export const HYVA: ThemeLink = { theme: 'Hyvä', longTheme: 'Hyvä', folder: 'hyva' };

/** What should be seen of a product with sold-out variants when out-of-stock products are hidden. */
export function whenHidden(product: string): Pick<PageLink, 'hidden' | 'module'> {
  return {
    hidden: `${product} Magento leaves sold-out variants off the page, so nothing can be offered: no button.`,
    module: `${product} Magento leaves them off the page, but the product data tell of them: the form offers them.`,
  };
}

export const TRAIL_RUNNER_HIDDEN = whenHidden('Swatches, Red / 42 and every Blue sold out.');
