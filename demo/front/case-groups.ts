import { type PageGroup, TRAIL_RUNNER_HIDDEN, whenHidden } from './page-group.ts';

export const LIST_GROUP: PageGroup = {
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
      ...TRAIL_RUNNER_HIDDEN,
    },
    {
      title: 'Quick view with ids of its own',
      page: 'trail-runner',
      folder: 'quick-view',
      parameters: { quickview: 'renamed' },
      shown:
        'An extension that renames every id in its quick views. The page has its button, and so has the product in a quick view.',
      ...TRAIL_RUNNER_HIDDEN,
    },
    {
      title: 'Quick view with product data alone',
      page: 'trail-runner',
      folder: 'quick-view',
      parameters: { quickview: 'tag' },
      shown:
        "An extension whose quick views have nothing of Magento's but the tag with product data. The page has its button, and so has the product in a quick view.",
      ...TRAIL_RUNNER_HIDDEN,
    },
    {
      title: 'Pages that change without loading',
      page: 'trail-runner',
      folder: 'pwa',
      shown:
        'Go on to related products, go back, or reload the area: the button follows the product.',
      ...TRAIL_RUNNER_HIDDEN,
    },
  ],
};

export const SPECIAL_GROUP: PageGroup = {
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
      ...whenHidden('Swatches, every Blue sold out.'),
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
      ...whenHidden('Dropdowns, every Linen and two more sold out.'),
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
      shown: 'Styles for every button, an overlay on top, swallowed events: the modal is not hurt.',
    },
  ],
};
