import type { PageGroup, PageLink, ThemeLink } from './page-link.ts';

const THEMES: readonly ThemeLink[] = [
  { theme: 'Hyvä', longTheme: 'Hyvä', folder: 'hyva' },
  {
    theme: 'Hyvä CSP',
    longTheme: 'Hyvä CSP under a strict policy',
    folder: 'hyva-csp',
    parameters: { csp: 'strict' },
  },
];

function asPrinted(page: string, title: string, shown: string): PageLink {
  const longTitle = `${title} as the module prints it`;
  const parameters = { way: 'module', stock: 'hidden' };
  return { page, title, longTitle, shown, parameters, themes: THEMES };
}

/** Every kind of product as the Magento module prints it, in each theme. */
export const MODULE_GROUP: PageGroup = {
  title: 'As the module prints them',
  note: 'Out-of-stock products hidden, as by default, and the module as it was installed. Hyvä CSP under a strict policy.',
  links: [
    asPrinted(
      'trail-runner',
      'Trail Runner 2',
      'Swatches. Magento hides every Blue and Red / 42: the form offers all five.',
    ),
    asPrinted(
      'harbour-jacket',
      'Harbour Jacket',
      'Dropdowns. Magento hides every Linen and two more: the form offers all four.',
    ),
    asPrinted(
      'everyday-hoodie',
      'Everyday Hoodie',
      'Swatches and a dropdown. Magento hides Red / Wool and Green / Cotton: the form offers both.',
    ),
    asPrinted(
      'storm-shell',
      'Storm Shell',
      'All sold out, so Magento prints neither options nor variants: the form offers all six.',
    ),
    asPrinted(
      'campsite-set',
      'Campsite Set',
      'A grouped product. Magento hides the lantern and the kettle: the form offers those two.',
    ),
    asPrinted(
      'weekend-bundle',
      'Weekend Bundle',
      'A sold-out bundle, which is sold as a whole: the button is there at once.',
    ),
    asPrinted(
      'camp-lantern',
      'Camp Lantern',
      'Simple and sold out: the button is there at once, in the place of Add to Cart.',
    ),
  ],
};
