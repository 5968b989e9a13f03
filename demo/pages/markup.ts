import type { html } from 'hono/html';

/** What the `html` template gives: text in which everything is escaped. */
export type Markup = ReturnType<typeof html>;
