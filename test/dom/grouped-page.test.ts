import { describe, expect, test } from 'vitest';
import { watchConsole } from '../support/console.ts';
import { setStoreView, showMarkup, showProductPage } from '../support/luma-page.ts';
import { addProductTag } from '../support/product-tag.ts';
import { found, foundSimple, startShop } from '../support/shop.ts';
import {
  findButtons,
  openDialog,
  readOffer,
  SETTINGS,
  settle,
  startWidget,
  waitForButton,
} from '../support/widget.ts';

const LABEL = '<div class="stock unavailable"><span>Out of stock</span></div>';

interface Row {
  readonly id?: string;
  readonly name?: string;
  readonly isSoldOut?: boolean;
}

const price = (id: string | undefined) =>
  id === undefined ? '' : `<div class="price-box" data-product-id="${id}"></div>`;
const quantity = (id = '') => `<input name="super_group[${id}]">`;

const lumaRow = ({ id, name = '', isSoldOut = false }: Row) =>
  `<tr><td><strong class="product-item-name">${name}</strong>${price(id)}</td><td>${isSoldOut ? LABEL : quantity(id)}</td></tr>`;

const hyvaRow = ({ id, name = '', isSoldOut = false }: Row) =>
  `<div class="grouped-item" data-sku="GROUP-${id}"><span class="product-item-name">${name}</span>${price(id)}${isSoldOut ? LABEL : quantity(id)}</div>`;

const BOX = '<div class="box-tocart"><button id="product-addtocart-button">Add</button></div>';

const luma = (rows: string) => `<table id="super-product-table">${rows}</table>`;

/** The page of a set; where nothing of it can be bought, Magento prints its label and no box. */
function showSet(rows: string, { below = '', label = '' } = {}): void {
  showMarkup(`<body class="page-product-grouped catalog-product-view"><div class="product-info-main">
    <h1>Camping Set</h1>${label}
    <form id="product_addtocart_form" data-product-sku="SET"><input name="product" value="49">${rows}${label ? '' : BOX}</form>
    </div>${below}</body>`);
  setStoreView('1');
}

const ROWS: readonly Row[] = [
  { id: '44', name: 'Mug' },
  { id: '45', name: 'Lantern', isSoldOut: true },
  { id: '46', name: 'Kettle', isSoldOut: true },
];

describe.each([
  ['Luma', (rows: readonly Row[]) => luma(rows.map(lumaRow).join(''))],
  ['Hyvä', (rows: readonly Row[]) => rows.map(hyvaRow).join('')],
])('a set in %s', (_theme, draw) => {
  test('offers its sold-out members by their names, and never itself', async () => {
    showSet(draw(ROWS));
    const handle = await startWidget();
    await waitForButton();
    expect(findButtons()).toHaveLength(1);
    await handle.open();
    const options = [...openDialog().querySelectorAll('option')].slice(1);
    expect(options.map(({ text, value }) => [text, value])).toEqual([
      ['Lantern', '45'],
      ['Kettle', '46'],
    ]);
    expect(await handle.open('49')).toBe(false);
  });

  test('offers them in the order of the page, whatever their ids', async () => {
    const ids = ['46', '7', '45', '100'];
    showSet(draw(ids.map((id) => ({ id, name: `Thing ${id}`, isSoldOut: true }))));
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(ids);
  });

  test('is read from product data in their order, whatever the ids', async () => {
    showSet(draw(ROWS));
    const ids = ['46', '7', '45'];
    const variants = ids.map((id) => ({ id, name: `Thing ${id}`, salable: false }));
    addProductTag({ id: '49', name: 'Camping Set', type: 'grouped', variants });
    const handle = await startWidget();
    expect(await readOffer(handle)).toEqual(ids);
  });

  test('of which one is sold out names it without a choice', async () => {
    showSet(draw(ROWS.slice(0, 2)));
    const handle = await startWidget();
    await handle.open();
    expect(openDialog().querySelector('select')).toBeNull();
    expect(openDialog().querySelector('b')?.textContent).toBe('Lantern');
  });

  test('of which everything can be bought offers nothing', async () => {
    showSet(draw(ROWS.slice(0, 1)));
    const handle = await startWidget();
    expect(await handle.open()).toBe(false);
    expect(findButtons()).toEqual([]);
  });

  test('leaves out rows that do not say whose they are', async () => {
    showSet(
      draw([{ name: 'Tent', isSoldOut: true }, { id: '', name: 'Pole', isSoldOut: true }, ...ROWS]),
    );
    const handle = await startWidget();
    expect(await readOffer(handle)).toEqual(['45', '46']);
  });

  test('has members whose names look like HTML as texts', async () => {
    showSet(draw([{ id: '45', name: '&lt;b&gt;Lantern&lt;/b&gt;', isSoldOut: true }]));
    const handle = await startWidget();
    await handle.open();
    expect(openDialog().querySelector('b')?.textContent).toBe('<b>Lantern</b>');
  });

  test('has nothing to do with the tiles below it', async () => {
    const tile = `<li class="product-item" data-sku="OTHER">${price('77')}${LABEL}</li>`;
    showSet(draw(ROWS), { below: tile });
    const handle = await startWidget();
    expect(await readOffer(handle)).toEqual(['45', '46']);
  });

  test('with a broken theme that names a member twice offers it once', async () => {
    showSet(draw([...ROWS, { id: '45', name: 'Lantern', isSoldOut: true }]));
    const handle = await startWidget();
    expect(await readOffer(handle)).toEqual(['45', '46']);
  });

  test('that is sold out as a whole has its members asked of the shop', async () => {
    const items = [44, 45].map((id) => ({ product: foundSimple(id) }));
    const set = { ...foundSimple(49), type: 'GroupedProduct', variants: items };
    const { questions } = startShop(found(set));
    // The column with the quantities is left out, and with it the labels.
    const rows = draw(ROWS)
      .replaceAll(LABEL, '')
      .replaceAll(/<input name="super_group[^>]*>/g, '');
    showSet(rows, { label: LABEL });
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['44', '45']);
    expect(questions).toHaveLength(1);
    expect(questions[0]?.variables).toEqual({ filter: { sku: { eq: 'SET' } } });
  });

  test('is read from the server’s data where there are some: they know the rows that are hidden', async () => {
    showSet(draw(ROWS.slice(0, 1)));
    addProductTag({
      id: '49',
      name: 'Camping Set',
      type: 'grouped',
      variants: [
        { id: '44', name: 'Mug', salable: true },
        { id: '48', name: 'Tent', salable: false },
      ],
    });
    const handle = await startWidget();
    expect(await readOffer(handle)).toEqual(['48']);
  });
});

describe('what holds the rows of a set is no row, whatever SKU it carries', () => {
  const rows = ROWS.map(hyvaRow).join('');
  const holder = (sku: string) => `<div data-sku="${sku}"><h2>Members</h2>${rows}</div>`;

  test.each<[string, string]>([
    ['Hyvä’s form', rows],
    ['an element in the form with the SKU of the set', holder('SET')],
    ['an element in the form with another SKU', holder('SET-BOX')],
    ['nested ones', `<div data-sku="A"><div data-sku="B">${rows}</div></div>`],
  ])('%s', async (_name, content) => {
    showSet(content);
    document.querySelector<HTMLElement>('form')?.setAttribute('data-sku', 'SET');
    document.body.setAttribute('data-sku', 'SET');
    const handle = await startWidget();
    await handle.open();
    const options = [...openDialog().querySelectorAll('option')].slice(1);
    expect(options.map(({ text, value }) => [text, value])).toEqual([
      ['Lantern', '45'],
      ['Kettle', '46'],
    ]);
  });

  test('and rows without a SKU of their own, as in older versions of Hyvä, are read', async () => {
    showSet(
      `<div class="my-12"><h2>Members</h2>${rows.replaceAll(/ data-sku="[^"]*"/g, '')}</div>`,
    );
    document.querySelector<HTMLElement>('form')?.setAttribute('data-sku', 'SET');
    const handle = await startWidget();
    expect(await readOffer(handle)).toEqual(['45', '46']);
  });

  test('and the SKU of a member is its own, never that of the set', async () => {
    showSet(`<div data-sku="SET">${rows}</div>`);
    const details: { variants: { sku?: string }[] }[] = [];
    await startWidget({ ...SETTINGS, on: { shown: (detail) => details.push(detail as never) } });
    await waitForButton();
    expect(details[0]?.variants.map(({ sku }) => sku)).toEqual(['GROUP-45', 'GROUP-46']);
  });
});

test('a member with a quantity can be bought, whatever label is beside it', async () => {
  const card = `<div class="card">${LABEL}</div>`;
  showSet(
    hyvaRow({ id: '44' }).replace('</div>', `</div>${card}`) +
      hyvaRow({ id: '45', isSoldOut: true }),
  );
  const row = document.querySelector('[data-sku="GROUP-44"]');
  row?.insertAdjacentHTML('beforeend', card);
  const handle = await startWidget();
  expect(await readOffer(handle)).toEqual(['45']);
});

test('a card of another product in the form of a set is no member', async () => {
  const card = `<aside><div class="card" data-sku="LAMP">${price('99')}${LABEL}</div></aside>`;
  showSet(ROWS.map(hyvaRow).join('') + card);
  const handle = await startWidget();
  expect(await readOffer(handle)).toEqual(['45', '46']);
});

test('a cell of a row that has the SKU too is not another row', async () => {
  const cell = `<td data-sku="GROUP-B">${price('45')}<i class="product-item-name">Lantern</i>${LABEL}</td>`;
  showSet(luma(`<tr>${cell}</tr>`));
  const handle = await startWidget();
  expect(await readOffer(handle)).toEqual(['45']);
});

test('the members of the demo’s set are those that it says are sold out', async () => {
  await showProductPage('campsite-set');
  const handle = await startWidget();
  await waitForButton();
  const offered = await readOffer(handle);
  expect(offered.length).toBeGreaterThan(0);
  for (const id of offered) {
    expect(document.querySelector(`[name="super_group[${id}]"]`)).toBeNull();
    expect(document.querySelector(`#super-product-table [data-product-id="${id}"]`)).not.toBeNull();
  }
});

test('Add to Cart stays: the other members can be bought', async () => {
  showSet(luma(ROWS.map(lumaRow).join('')));
  await startWidget({ ...SETTINGS, trigger: { hideAddToCart: true } });
  await waitForButton();
  const button = document.querySelector<HTMLElement>('#product-addtocart-button');
  expect(button?.style.display).toBe('');
});

test('a set whose id is nowhere is not offered', async () => {
  const { messages } = watchConsole();
  showSet(luma(lumaRow({ id: '45', isSoldOut: true })));
  document.querySelector('[name=product]')?.remove();
  document.querySelector('form')?.removeAttribute('data-product-sku');
  const handle = await startWidget();
  await settle(handle);
  expect(findButtons()).toEqual([]);
  expect(messages).toEqual([]);
});
