import { HYVA, type PageGroup, type PageLink, type ThemeLink, whenHidden } from './page-group.ts';

const THEMES: readonly ThemeLink[] = [
  HYVA,
  {
    theme: 'Hyvä CSP',
    longTheme: 'Hyvä CSP under a strict policy',
    folder: 'hyva-csp',
    parameters: { csp: 'strict' },
  },
];

/** A page as the module prints it, in every theme. */
function asPrinted(page: string, title: string, shown: string): PageLink {
  const longTitle = `${title} as the module prints it`;
  const parameters = { way: 'module', stock: 'hidden' };
  return { page, title, longTitle, shown, parameters, themes: THEMES };
}

/** A product of each kind as the Magento module prints it, in each theme. */
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

export const HYVA_GROUP: PageGroup = {
  title: 'Hyvä',
  links: [
    {
      title: 'Trail Runner 2 in Hyvä',
      page: 'trail-runner',
      folder: 'hyva',
      shown:
        'Swatches of the default theme. Red / 42 and every Blue are crossed out and cannot be chosen: choose Red and the form offers 42.',
      ...whenHidden('Swatches of the default theme, Red / 42 and every Blue sold out.'),
    },
    {
      title: 'Harbour Jacket in Hyvä, strict security policy',
      page: 'harbour-jacket',
      folder: 'hyva-csp',
      parameters: { csp: 'strict' },
      shown:
        'Dropdowns of the CSP theme, under a policy without inline or evaluated scripts: choose Cotton and the form offers Regular.',
      ...whenHidden('Dropdowns of the CSP theme, every Linen and two more sold out.'),
    },
    {
      title: 'Campsite Set in Hyvä',
      page: 'campsite-set',
      folder: 'hyva',
      shown:
        'A grouped product, whose form has an SKU as its rows have. The form offers the lantern and the kettle, and not the mug, which can be bought.',
      ...whenHidden('A grouped product, with a lantern and a kettle that are sold out.'),
    },
    {
      title: 'Camp Lantern in Hyvä',
      page: 'camp-lantern',
      folder: 'hyva',
      shown:
        'A sold-out simple product, which has no form in Hyvä: the button is there at once, below the price.',
    },
  ],
};

/** Storefronts that are neither Luma's nor Hyvä's. */
export const STOREFRONT_GROUP: PageGroup = {
  title: 'Other storefronts',
  links: [
    {
      title: 'Breeze',
      page: 'trail-runner',
      folder: 'breeze',
      shown:
        "Luma's markup without RequireJS. Red / 42 is sold out: choose it and the button is for that shoe.",
      ...whenHidden("Luma's markup without RequireJS, Red / 42 and every Blue sold out."),
    },
    {
      title: 'Breeze before the widget',
      page: 'trail-runner',
      folder: 'breeze',
      parameters: { way: 'script-late' },
      shown:
        'A tag manager loads the widget when Breeze has started and keeps the configuration to itself: the button is there all the same.',
      ...whenHidden("Luma's markup without RequireJS, Red / 42 and every Blue sold out."),
    },
    {
      title: 'Headless',
      page: 'trail-runner',
      folder: 'headless',
      shown: 'A storefront that tells the widget its product itself, and which variant was chosen.',
    },
    {
      title: 'Theme of its own',
      page: 'trail-runner',
      folder: 'own-theme',
      shown: 'Markup that only the theme knows: a short adapter reads it for the widget.',
    },
  ],
};
