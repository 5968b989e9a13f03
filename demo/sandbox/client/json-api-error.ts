/** What the current API says of one mistake, beside its number and the status. */
export interface JsonApiError {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** The place in the body, or the parameter of the address. */
  readonly source: { readonly pointer: string } | { readonly parameter: string };
}
