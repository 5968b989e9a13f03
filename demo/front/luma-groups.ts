import { HYVA, type PageGroup, TRAIL_RUNNER_HIDDEN, whenHidden } from './page-group.ts';

/** Luma's product pages, by the type of the product and its stock. */
export const LUMA_GROUPS: readonly PageGroup[] = [
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
        ...TRAIL_RUNNER_HIDDEN,
      },
      {
        title: 'Harbour Jacket',
        page: 'harbour-jacket',
        shown:
          'Dropdowns. Sold-out fits are greyed out and cannot be chosen: choose Cotton and the form offers Regular. Linen / Loose was never made.',
        ...whenHidden('Dropdowns, every Linen and two more sold out.'),
      },
      {
        title: 'Everyday Hoodie',
        page: 'everyday-hoodie',
        shown:
          'Swatches and a dropdown. Red / Wool and Green / Cotton are sold out: choose one of them.',
        older:
          'Swatches and a dropdown. Red / Wool and Green / Cotton are sold out and cannot be chosen: choose Red and the form offers Wool.',
        ...whenHidden('Swatches and a dropdown, two combinations sold out.'),
      },
      {
        title: 'Summit Boot',
        page: 'summit-boot',
        shown:
          'Three attributes, seventeen combinations sold out: the form has a select for each attribute, narrowed by the others. Choose Green and the width is chosen by itself.',
        ...whenHidden('Three attributes, seventeen combinations sold out.'),
      },
      {
        title: 'Trail Runner 2, several at once',
        page: 'trail-runner',
        parameters: { options: '{"multiple":true}' },
        shown: 'The form has a box for each of the five that are sold out: tick two.',
        ...TRAIL_RUNNER_HIDDEN,
      },
      {
        title: 'Summit Boot, several at once',
        page: 'summit-boot',
        parameters: { options: '{"multiple":true}' },
        shown:
          'A select for the colour and one for the size, and a box for each width. What is ticked stays when another colour is chosen.',
        ...whenHidden('Three attributes, seventeen combinations sold out.'),
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
        themes: [HYVA],
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
        ...whenHidden('A grouped product, with a lantern and a kettle that are sold out.'),
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
        themes: [HYVA],
      },
      {
        title: 'Breakfast Bundle',
        page: 'breakfast-bundle',
        shown: 'A bundle in stock, with a sold-out kettle among the choices: no button.',
      },
    ],
  },
];
