/** One request as the sandbox received it, and what it answered. */
export interface SandboxRequest {
  readonly id: number;
  readonly receivedAt: string;
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string;
  /** The body exactly as it came. */
  readonly body: string;
  /** The body read as a form. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** `null` until answered, and for good when the connection was dropped. */
  readonly status: number | null;
  /** The answer exactly as it went out. */
  readonly answer: string | null;
  /** What Klaviyo would have made of it, in plain words. */
  readonly note: string;
}
