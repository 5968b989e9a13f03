/** One entry in the list of the front page. */
export interface PageLink {
  readonly title: string;
  /** The title where the group is not in sight; the same where it is left out. */
  readonly longTitle?: string;
  /** What should be seen with out-of-stock products shown. */
  readonly shown: string;
  /** The same before Magento 2.4.4, which disables more; the same as `shown` where it is left out. */
  readonly older?: string;
  /** What should be seen with out-of-stock products hidden; the same where it is left out. */
  readonly hidden?: string;
  /** The same with product data on the page, as the module prints them; as `hidden` where it is left out. */
  readonly module?: string;
  /** What should be seen when GraphQL gives no answer to rely on; it makes no difference where it is left out. */
  readonly unanswered?: string;
  readonly page: string;
  /** Where the page lies; `shop`, which is Luma, where it is left out. */
  readonly folder?: string;
  /** Query parameters of this case, laid over those of the controls. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The same case in other themes, of which the same can be seen. */
  readonly themes?: readonly ThemeLink[];
}

/** A page in another theme. */
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
  /** What holds of all its pages. */
  readonly note?: string;
  readonly links: readonly PageLink[];
}
