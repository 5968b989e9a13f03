import { MODULE_GROUP } from './module-group.ts';
import type { PageGroup } from './page-link.ts';

const ABSENT =
  'Magento leaves sold-out variants off the page, so nothing can be offered: no button.';

const TOLD =
  'Magento leaves them off the page, but the product data tell of them: the form offers them.';

/** What the front page lists, by kind of product and stock. */
export const PAGE_GROUPS: readonly PageGroup[] = [
  {
    title: 'Configurable, partly sold out',
    links: [
      {
        title: 'Trail Runner 2',
        page: 'trail-runner',
        shown:
          'Swatches. Red / 42 is sold out: choose it and the button is for that shoe. Every Blue is sold out: press the crossed-out colour and the form offers it.',
        older:
          'Swatches. Red / 42 and every Blue are sold out: press the crossed-out colour, or choose Red and press 42.',
        hidden: `Swatches, Red / 42 and every Blue sold out. ${ABSENT}`,
        module: `Swatches, Red / 42 and every Blue sold out. ${TOLD}`,
      },
      {
        title: 'Harbour Jacket',
        page: 'harbour-jacket',
        shown:
          'Dropdowns. Sold-out fits are greyed out and cannot be chosen: choose Cotton and the form offers Regular. Linen / Loose was never made.',
        hidden: `Dropdowns, every Linen and two more sold out. ${ABSENT}`,
        module: `Dropdowns, every Linen and two more sold out. ${TOLD}`,
      },
      {
        title: 'Everyday Hoodie',
        page: 'everyday-hoodie',
        shown:
          'Swatches and a dropdown. Red / Wool and Green / Cotton are sold out: choose one of them.',
        older:
          'Swatches and a dropdown. Red / Wool and Green / Cotton are sold out and cannot be chosen: choose Red and the form offers Wool.',
        hidden: `Swatches and a dropdown, two combinations sold out. ${ABSENT}`,
        module: `Swatches and a dropdown, two combinations sold out. ${TOLD}`,
      },
    ],
  },
  {
    title: 'Configurable, all sold out',
    links: [
      {
        title: 'Storm Shell',
        page: 'storm-shell',
        shown:
          "Magento prints neither options nor variants, so the widget asks the shop's GraphQL for them: the form offers all six.",
        hidden:
          "Magento prints neither options nor variants, and the shop's GraphQL hides them too: no button.",
        module:
          'Magento prints neither options nor variants, but the product data tell of them: the form offers all six.',
        unanswered:
          "Magento prints neither options nor variants, and the shop's GraphQL does not tell them either: no button.",
      },
    ],
  },
  {
    title: 'Simple, virtual and downloadable, sold out',
    links: [
      {
        title: 'Camp Lantern',
        page: 'camp-lantern',
        shown: 'A simple product: the button is there at once, in the place of Add to Cart.',
      },
      {
        title: 'Camp Lantern without a stock label',
        page: 'camp-lantern',
        parameters: { availability: 'hidden' },
        shown:
          'Display Products Availability in Stock on Storefront = No: what is missing in the form says that it is sold out. The button is there at once.',
        themes: [{ theme: 'Hyvä', longTheme: 'Hyvä', folder: 'hyva' }],
      },
      {
        title: 'Camp Lantern on the wish list',
        page: 'camp-lantern',
        parameters: { configure: 'wishlist' },
        shown:
          'The page on which shoppers change what is on their wish list, which has no stock label: the button is there.',
      },
      {
        title: 'Screen Printing Workshop',
        page: 'printing-workshop',
        shown: 'A virtual product: the button is there at once.',
      },
      {
        title: 'The Mending Guide',
        page: 'mending-guide',
        shown: 'A downloadable product: the button is there at once.',
      },
    ],
  },
  {
    title: 'Grouped and bundle',
    links: [
      {
        title: 'Campsite Set',
        page: 'campsite-set',
        shown:
          'A grouped product. The mug can be bought, the lantern and the kettle are sold out: the form offers those two.',
        hidden: `A grouped product, with a lantern and a kettle that are sold out. ${ABSENT}`,
        module: `A grouped product, with a lantern and a kettle that are sold out. ${TOLD}`,
      },
      {
        title: 'Weekend Bundle',
        page: 'weekend-bundle',
        shown: 'A sold-out bundle, which is sold as a whole: the button is there at once.',
      },
    ],
  },
  {
    title: 'No button',
    links: [
      {
        title: 'Crew Tee',
        page: 'crew-tee',
        shown: 'Configurable, everything in stock: no button.',
      },
      { title: 'Enamel Mug', page: 'enamel-mug', shown: 'Simple, in stock: no button.' },
      {
        title: 'Enamel Mug beside a sold-out card',
        page: 'enamel-mug',
        parameters: { card: 'foreign' },
        shown: 'Simple, in stock, with a card of a sold-out lantern in its column: no button.',
        themes: [{ theme: 'Hyvä', longTheme: 'Hyvä', folder: 'hyva' }],
      },
      {
        title: 'Breakfast Bundle',
        page: 'breakfast-bundle',
        shown: 'A bundle in stock, with a sold-out kettle among the choices: no button.',
      },
    ],
  },
  MODULE_GROUP,
  {
    title: 'Hyvä',
    links: [
      {
        title: 'Trail Runner 2 in Hyvä',
        page: 'trail-runner',
        folder: 'hyva',
        shown:
          'Swatches of the default theme. Red / 42 and every Blue are crossed out and cannot be chosen: choose Red and the form offers 42.',
        hidden: `Swatches of the default theme, Red / 42 and every Blue sold out. ${ABSENT}`,
        module: `Swatches of the default theme, Red / 42 and every Blue sold out. ${TOLD}`,
      },
      {
        title: 'Harbour Jacket in Hyvä, strict security policy',
        page: 'harbour-jacket',
        folder: 'hyva-csp',
        parameters: { csp: 'strict' },
        shown:
          'Dropdowns of the CSP theme, under a policy without inline or evaluated scripts: choose Cotton and the form offers Regular.',
        hidden: `Dropdowns of the CSP theme, every Linen and two more sold out. ${ABSENT}`,
        module: `Dropdowns of the CSP theme, every Linen and two more sold out. ${TOLD}`,
      },
      {
        title: 'Campsite Set in Hyvä',
        page: 'campsite-set',
        folder: 'hyva',
        shown:
          'A grouped product, whose form has an SKU as its rows have. The form offers the lantern and the kettle, and not the mug, which can be bought.',
        hidden: `A grouped product, with a lantern and a kettle that are sold out. ${ABSENT}`,
        module: `A grouped product, with a lantern and a kettle that are sold out. ${TOLD}`,
      },
      {
        title: 'Camp Lantern in Hyvä',
        page: 'camp-lantern',
        folder: 'hyva',
        shown:
          'A sold-out simple product, which has no form in Hyvä: the button is there at once, below the price.',
      },
    ],
  },
  {
    title: 'Lists and quick views',
    links: [
      {
        title: 'Category',
        page: 'all',
        folder: 'category',
        parameters: { options: '{"listing":true}' },
        shown:
          'Every sold-out tile has a button. Load more, filter by price, or open a quick view: the product in it has a button too.',
        hidden: 'Magento leaves sold-out tiles off the page.',
      },
      {
        title: 'Category, as a list',
        page: 'all',
        folder: 'category',
        parameters: { product_list_mode: 'list', options: '{"listing":true}' },
        shown: 'The same with one tile below the other: every sold-out tile has a button.',
        hidden: 'Magento leaves sold-out tiles off the page.',
      },
      {
        title: 'Search results',
        page: 'result/',
        folder: 'catalogsearch',
        parameters: { q: 'camp', options: '{"listing":true}' },
        shown: 'The same with search results: every sold-out tile has a button.',
        hidden: 'Magento leaves sold-out tiles off the page.',
      },
      {
        title: 'Quick view on a product page',
        page: 'trail-runner',
        folder: 'quick-view',
        shown:
          'The page has its button, and so has the product in a quick view of the related products.',
        hidden: `Swatches, Red / 42 and every Blue sold out. ${ABSENT}`,
        module: `Swatches, Red / 42 and every Blue sold out. ${TOLD}`,
      },
      {
        title: 'Quick view with ids of its own',
        page: 'trail-runner',
        folder: 'quick-view',
        parameters: { quickview: 'renamed' },
        shown:
          'An extension that renames every id in its quick views. The page has its button, and so has the product in a quick view.',
        hidden: `Swatches, Red / 42 and every Blue sold out. ${ABSENT}`,
        module: `Swatches, Red / 42 and every Blue sold out. ${TOLD}`,
      },
      {
        title: 'Quick view with product data alone',
        page: 'trail-runner',
        folder: 'quick-view',
        parameters: { quickview: 'tag' },
        shown:
          "An extension whose quick views have nothing of Magento's but the tag with product data. The page has its button, and so has the product in a quick view.",
        hidden: `Swatches, Red / 42 and every Blue sold out. ${ABSENT}`,
        module: `Swatches, Red / 42 and every Blue sold out. ${TOLD}`,
      },
      {
        title: 'Pages that change without loading',
        page: 'trail-runner',
        folder: 'pwa',
        shown:
          'Go on to related products, go back, or reload the area: the button follows the product.',
        hidden: `Swatches, Red / 42 and every Blue sold out. ${ABSENT}`,
        module: `Swatches, Red / 42 and every Blue sold out. ${TOLD}`,
      },
    ],
  },
  {
    title: 'Other storefronts',
    links: [
      {
        title: 'Breeze',
        page: 'trail-runner',
        folder: 'breeze',
        shown:
          "Luma's markup without RequireJS. Red / 42 is sold out: choose it and the button is for that shoe.",
        hidden: `Luma's markup without RequireJS, Red / 42 and every Blue sold out. ${ABSENT}`,
        module: `Luma's markup without RequireJS, Red / 42 and every Blue sold out. ${TOLD}`,
      },
      {
        title: 'Breeze before the widget',
        page: 'trail-runner',
        folder: 'breeze',
        parameters: { way: 'script-late' },
        shown:
          'A tag manager loads the widget when Breeze has started and keeps the configuration to itself: the button is there all the same.',
        hidden: `Luma's markup without RequireJS, Red / 42 and every Blue sold out. ${ABSENT}`,
        module: `Luma's markup without RequireJS, Red / 42 and every Blue sold out. ${TOLD}`,
      },
      {
        title: 'Headless',
        page: 'trail-runner',
        folder: 'headless',
        shown:
          'A storefront that tells the widget its product itself, and which variant was chosen.',
      },
      {
        title: 'Theme of its own',
        page: 'trail-runner',
        folder: 'own-theme',
        shown: 'Markup that only the theme knows: a short adapter reads it for the widget.',
      },
    ],
  },
  {
    title: 'Special cases',
    links: [
      {
        title: 'Wrong API key',
        page: 'camp-lantern',
        parameters: { options: '{"apiKey":"WRONG1"}' },
        shown: 'Klaviyo refuses every subscription from this page.',
      },
      {
        title: 'Back in stock a minute ago',
        page: 'trail-runner',
        parameters: { restocked: '2003', options: '{"checkStock":true}' },
        shown:
          'A cached page says that Red / 42 is sold out. The widget asks whether that is still so: the form offers every Blue only.',
        hidden: `Swatches, every Blue sold out. ${ABSENT}`,
        module: `Swatches, every Blue sold out. ${TOLD}`,
      },
      {
        title: 'A shopper who is logged in',
        page: 'camp-lantern',
        parameters: { customer: 'session', options: '{"customerEmail":true}' },
        shown: 'The form knows the e-mail address, once the shop has told it.',
      },
      {
        title: 'Luma before the widget',
        page: 'harbour-jacket',
        parameters: { way: 'script-late' },
        shown:
          "A tag manager loads the widget when Luma's dropdowns are filled and have written prices into their own configuration: no price is in the form.",
        hidden: `Dropdowns, every Linen and two more sold out. ${ABSENT}`,
        module: `Dropdowns, every Linen and two more sold out. ${TOLD}`,
      },
      {
        title: 'Two places for the button',
        page: 'trail-runner',
        parameters: { placeholder: '2' },
        shown: 'The theme says where: below the price and below the form.',
      },
      {
        title: 'From right to left',
        page: 'trail-runner',
        parameters: { dir: 'rtl' },
        shown: 'A page in a language that is written from right to left.',
      },
      {
        title: 'Strict security policy',
        page: 'trail-runner',
        parameters: { csp: 'strict' },
        shown: 'No inline scripts or styles, no Luma scripts: the widget works all the same.',
      },
      {
        title: 'Hostile theme',
        page: 'camp-lantern',
        parameters: { hostile: '1' },
        shown:
          'Styles for every button, an overlay on top, swallowed events: the modal is not hurt.',
      },
    ],
  },
];
