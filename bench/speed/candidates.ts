/** A script that is measured on the same pages, in the place of the widget's own script tag. */
export interface Candidate {
  readonly id: string;
  /** How the tables call it. */
  readonly name: string;
  /** Its file in `entries/`, which Vite builds; undefined for the widget, which is taken from `dist/` as it is shipped. */
  readonly entry?: string;
  /** Whether Chrome compiles all of it beside the page's thread while it loads, as it does with the widget. */
  readonly isPrecompiled?: true;
  /** What it puts on the page once it has started, by selector; undefined where it puts nothing there. */
  readonly started?: string;
  /** Whether it belongs to somebody else: it may fail to start, and is left out then. */
  readonly isPeer?: true;
}

const BUTTON = '.back-in-stock button';

/** The widget, and what it is measured against: nothing, the least that is possible, and all of it at once. */
export const OWN = {
  empty: { id: 'empty', name: 'empty script', entry: 'empty.js' },
  core: { id: 'core', name: 'plain core', entry: 'plain-core.js', started: '.plain-core' },
  observer: {
    id: 'observer',
    name: 'plain observer',
    entry: 'plain-observer.js',
    started: '.plain-core',
  },
  widget: { id: 'widget', name: 'Back in Stock', started: BUTTON },
  eager: { id: 'eager', name: 'Back in Stock, single file', entry: 'eager.js', started: BUTTON },
  precompiled: {
    id: 'precompiled',
    name: 'single file, precompiled',
    entry: 'eager.js',
    isPrecompiled: true,
    started: BUTTON,
  },
} as const satisfies Record<string, Candidate>;

const DIALOG = '#bench-dialog[aria-hidden=true]';

/** What a shop may have on its pages instead, or beside it. */
export const PEERS = {
  sentry: {
    id: 'sentry',
    name: '@sentry/feedback',
    entry: 'sentry-feedback.js',
    started: '#sentry-feedback',
    isPeer: true,
  },
  sentryCore: {
    id: 'sentry-core',
    name: '@sentry/feedback with its core',
    entry: 'sentry-core.js',
    started: '#sentry-feedback',
    isPeer: true,
  },
  a11yDialog: {
    id: 'a11y-dialog',
    name: 'a11y-dialog',
    entry: 'a11y-dialog.js',
    started: DIALOG,
    isPeer: true,
  },
  micromodal: {
    id: 'micromodal',
    name: 'micromodal',
    entry: 'micromodal.js',
    started: DIALOG,
    isPeer: true,
  },
  cookieconsent: {
    id: 'vanilla-cookieconsent',
    name: 'vanilla-cookieconsent',
    entry: 'vanilla-cookieconsent.js',
    started: '#cc-main',
    isPeer: true,
  },
  autocomplete: {
    id: 'autocomplete',
    name: '@algolia/autocomplete-js',
    entry: 'autocomplete.js',
    started: '.aa-Autocomplete',
    isPeer: true,
  },
  dropin: {
    id: 'dropin',
    name: '@dropins/storefront-pdp, ProductOptions',
    entry: 'dropin.js',
    started: '.bench-options *',
    isPeer: true,
  },
} as const satisfies Record<string, Candidate>;

export const CANDIDATES: readonly Candidate[] = [...Object.values(OWN), ...Object.values(PEERS)];
