/** What goes back to the caller, with a note for whoever watches the sandbox. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly note: string;
  /** Laid over the headers that every answer has; `null` takes one away. */
  readonly headers?: Readonly<Record<string, string | null>>;
}
