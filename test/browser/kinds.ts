import type { Choice } from './subscription.ts';

/** A kind of product page, and what is sold out on it where the shop shows that. */
export interface Kind extends Choice {
  readonly kind: string;
  /** Name of the page in the demo shop. */
  readonly page: string;
}

/** Sold out as a whole: their pages show it whatever the setting is. */
export const WHOLE_KINDS: readonly Kind[] = [
  { kind: 'simple', page: 'camp-lantern', offered: [], variant: '2045' },
  { kind: 'bundle', page: 'weekend-bundle', offered: [], variant: '2051' },
];

/** Of these a part is sold out, which the page prints only where the shop shows it. */
export const PARTLY_SOLD_OUT_KINDS: readonly Kind[] = [
  {
    kind: 'swatch',
    page: 'trail-runner',
    offered: ['Red / 42', 'Blue / 40', 'Blue / 41', 'Blue / 42', 'Blue / 43'],
    label: 'Blue / 41',
    variant: '2010',
  },
  {
    kind: 'dropdown',
    page: 'harbour-jacket',
    offered: ['Cotton / Regular', 'Wool / Slim', 'Linen / Slim', 'Linen / Regular'],
    label: 'Wool / Slim',
    variant: '2017',
  },
  {
    kind: 'mixed',
    page: 'everyday-hoodie',
    offered: ['Red / Wool', 'Green / Cotton'],
    label: 'Green / Cotton',
    variant: '2026',
  },
  {
    kind: 'grouped',
    page: 'campsite-set',
    offered: ['Camp Lantern', 'Field Kettle'],
    label: 'Field Kettle',
    variant: '2048',
  },
];

/** Their pages print no children or members that could be offered; the shop's GraphQL does, where it shows them. */
export const ALL_SOLD_OUT_KINDS: readonly Kind[] = [
  {
    kind: 'configurable, all sold out',
    page: 'storm-shell',
    offered: ['Green / S', 'Green / M', 'Green / L', 'Blue / S', 'Blue / M', 'Blue / L'],
    label: 'Blue / M',
    variant: '2041',
  },
  {
    kind: 'grouped, all sold out',
    page: 'evening-set',
    offered: ['Camp Lantern', 'Field Kettle'],
    label: 'Camp Lantern',
    variant: '2045',
  },
];

export const KINDS: readonly Kind[] = [
  ...WHOLE_KINDS,
  ...PARTLY_SOLD_OUT_KINDS,
  ...ALL_SOLD_OUT_KINDS,
];
