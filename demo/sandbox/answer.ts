/** What goes back to the caller, with a note for whoever watches the sandbox. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly note: string;
  readonly headers?: Readonly<Record<string, string>>;
}
