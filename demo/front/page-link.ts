/** One entry in the list of the front page. */
export interface PageLink {
  readonly title: string;
  /** What should be seen with out-of-stock products shown. */
  readonly shown: string;
  /** The same before Magento 2.4.4, which disables more; the same as `shown` where it is left out. */
  readonly older?: string;
  /** What should be seen with out-of-stock products hidden; the same where it is left out. */
  readonly hidden?: string;
  readonly page: string;
  /** Where the page lies; `shop`, which is Luma, where it is left out. */
  readonly folder?: string;
  /** Query parameters of this case, laid over those of the controls. */
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface PageGroup {
  readonly title: string;
  readonly links: readonly PageLink[];
}
