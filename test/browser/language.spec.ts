import { readFigures } from '../../build/figures.ts';
import { LOCALES } from '../../build/locales.ts';
import { START_TEXTS } from '../../src/configuration/start-settings.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, takeComplaints } from './fixtures.ts';
import { saveData, triggerOf } from './form-file.ts';
import { KEY, test } from './form-hosts.ts';
import {
  answerLanguage,
  holdLanguage,
  listLanguageScripts,
  recordLanguages,
  recordTexts,
} from './language-file.ts';
import { expectNothingOffered, openByHandle, waitForOptions } from './readiness.ts';
import { readViolations, recordViolations } from './violations.ts';

// The texts of the page's language come from a file of their own, and no shopper sees that.

const { de } = LOCALES;

const FILE = 'back-in-stock.de.js';

const HINT = de.hint.replace('{attributes}', 'Colour / Size');

const START = Object.fromEntries(
  Object.keys(START_TEXTS).map((name) => [name, de[name as keyof typeof START_TEXTS]]),
);

const withOptions = (options: object) => ({ options: JSON.stringify(options) });

/** The name of a sold-out swatch, in German. */
const nameSwatch = (option: string) => de.soldOutOption.replace('{option}', option);

for (const [theme, path, way] of [
  ['Luma', '/shop/trail-runner', 'script'],
  ['Luma', '/shop/trail-runner', 'requirejs'],
  ['Luma', '/shop/trail-runner', 'mage-init'],
  ['Hyvä', '/hyva/trail-runner', 'script'],
] as const) {
  test(
    `${theme}, ${way}: the button and the swatches have only ever had German texts, after one request`,
    atLengthUnless(way === 'requirejs' || theme === 'Hyvä'),
    async ({ page, openPage, widget }) => {
      const files = recordLanguages(page);
      const readTexts = await recordTexts(page);
      const store = theme === 'Luma' ? {} : withOptions({ store: '1' });
      await openPage(path, { way, lang: 'de-AT', ...store });
      await waitForOptions(page);
      await expect(triggerOf(page)).toHaveText(HINT);
      await expect(page.getByLabel(nameSwatch('Blue'))).toBeVisible();

      await triggerOf(page).click();
      await expect(widget.dialog.getByText(de.body, { exact: true })).toBeVisible();
      await expect(widget.submit).toHaveText(de.submit);
      expect(await readTexts()).toEqual(expect.arrayContaining([HINT, nameSwatch('Blue')]));
      const foreign = (await readTexts()).filter((text) =>
        /Notify|sold out|One moment/i.test(text),
      );
      expect(foreign).toEqual([]);
      expect(files).toEqual([FILE]);
      expect(await listLanguageScripts(page)).toEqual([]);
    },
  );
}

test('nothing sold out: no language is asked for', async ({ page, openProduct }) => {
  const files = recordLanguages(page);
  await openProduct('enamel-mug', { lang: 'de' });
  await expectNothingOffered(page);
  expect(files).toEqual([]);
});

for (const [name, parameters, expected] of [
  ['Brazil, of which Magento’s lang says only "pt"', { lang: 'pt-BR' }, ['back-in-stock.pt-BR.js']],
  ['simplified Chinese', { lang: 'zh-Hans-CN' }, ['back-in-stock.zh-Hans.js']],
  ['traditional Chinese, which has no texts', { lang: 'zh-Hant-TW' }, []],
  ['the setting', { lang: 'de', ...withOptions({ locale: 'nb-NO' }) }, ['back-in-stock.nb.js']],
  ['off', { lang: 'de', ...withOptions({ locale: 'off' }) }, []],
  ['all texts given', { lang: 'de', ...withOptions({ texts: de }) }, []],
  ['the module, which prints all texts', { lang: 'de', way: 'module' }, []],
  ['an ES module', { lang: 'de', way: 'esm' }, []],
] as [string, Record<string, string>, string[]][]) {
  test(
    `${name}: ${expected.join() || 'no file'}`,
    atLengthUnless(parameters.way === 'module'),
    async ({ page, openProduct, widget }) => {
      const files = recordLanguages(page);
      await openProduct('camp-lantern', parameters);
      await triggerOf(page).click();
      await expect(widget.dialog).toBeVisible();
      expect(files).toEqual(expected);
    },
  );
}

test(
  'an ES module ignores the setting, and says so',
  AT_LENGTH,
  async ({ page, openProduct, complaints }) => {
    await openProduct('camp-lantern', { way: 'esm', ...withOptions({ locale: 'de' }) });
    await expect(triggerOf(page)).toHaveText(DEFAULT_TEXTS.trigger);
    await takeComplaints(complaints, ['an ES module loads no "locale"']);
  },
);

test('a wrong setting is named', AT_LENGTH, async ({ openProduct, complaints }) => {
  await openProduct('camp-lantern', withOptions({ locale: 'german' }));
  await takeComplaints(complaints, [
    'locale cannot be "german". Give a language such as de, or off',
  ]);
});

/** Waits until the widget has asked for the file, and everything that was to be drawn by then is drawn. */
async function waitForRequest(page: Page, files: readonly string[]): Promise<void> {
  await waitForOptions(page);
  await expect.poll(() => files).toEqual([FILE]);
}

test(
  'a slow file: the button waits for it, and so does whoever asks for the form',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    const files = recordLanguages(page);
    const readTexts = await recordTexts(page);
    const release = await holdLanguage(page);
    // The page has loaded only once the file has come.
    const loaded = openProduct('camp-lantern', { lang: 'de' });
    await waitForRequest(page, files);
    await expect(triggerOf(page)).toHaveCount(0);
    const opened = openByHandle(page);
    release();
    await loaded;
    expect(await opened).toBe(true);
    await expect(widget.submit).toHaveText(de.submit);
    expect(await readTexts()).toEqual(expect.arrayContaining([de.trigger]));
    expect((await readTexts()).filter((text) => /Notify/.test(text))).toEqual([]);
  },
);

for (const [name, answer, logged] of [
  ['is not there', { status: 404 }, ['404', 'does not load']],
  [
    'is another file',
    { body: 'window.other = 1', contentType: 'text/javascript' },
    ['is another file'],
  ],
] as const) {
  test(
    `a file that ${name}: English, at once and for good, logged once`,
    atLengthUnless(name === 'is not there'),
    async ({ page, openProduct, widget, complaints }) => {
      const files = recordLanguages(page);
      const readTexts = await recordTexts(page);
      await answerLanguage(page, (route) => route.fulfill(answer));
      await openProduct('camp-lantern', { lang: 'de' });
      await widget.button.click();
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.submit);
      expect(new Set(await readTexts())).toEqual(
        new Set([
          DEFAULT_TEXTS.trigger,
          ...(await readTexts()).filter((it) => it === DEFAULT_TEXTS.sending),
        ]),
      );
      expect(files).toEqual([FILE]);
      expect(await listLanguageScripts(page)).toEqual([]);
      await takeComplaints(complaints, logged);
    },
  );
}

test(
  'a file that never comes: English after three seconds, also when it comes then',
  AT_LENGTH,
  async ({ page, openProduct, widget, complaints }) => {
    await page.clock.install();
    const files = recordLanguages(page);
    const release = await holdLanguage(page);
    const loaded = openProduct('camp-lantern', { lang: 'de' });
    await expect.poll(() => files).toEqual([FILE]);
    await expect(triggerOf(page)).toHaveCount(0);
    await page.clock.fastForward(3000);
    await expect(triggerOf(page)).toHaveText(DEFAULT_TEXTS.trigger);
    expect(await listLanguageScripts(page)).toEqual([]);
    release();
    await loaded;
    await widget.button.click();
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.submit);
    await takeComplaints(complaints, ['does not come']);
  },
);

test('the texts of the start are printed: the button is there at once, and the file comes with the form', async ({
  page,
  openProduct,
  widget,
}) => {
  await saveData(page);
  const files = recordLanguages(page);
  const release = await holdLanguage(page);
  const texts = { ...START, trigger: 'Bescheid geben' };
  await openProduct('camp-lantern', { lang: 'de', ...withOptions({ texts }) });
  await expect(triggerOf(page)).toHaveText('Bescheid geben');
  expect(files).toEqual([]);
  await triggerOf(page).click();
  await expect(triggerOf(page)).toHaveText(de.sending);
  release();
  await expect(widget.submit).toHaveText(de.submit);
  expect(files).toEqual([FILE]);
  // The merchant's own text has not been replaced.
  await widget.dialog.press('Escape');
  await expect(triggerOf(page)).toHaveText('Bescheid geben');
});

test(
  'the widget ends while the file is on its way: nothing is left, and nothing comes',
  AT_LENGTH,
  async ({ page, openProduct }) => {
    const files = recordLanguages(page);
    const release = await holdLanguage(page);
    const readTexts = await recordTexts(page);
    const loaded = openProduct('camp-lantern', { lang: 'de' });
    await waitForRequest(page, files);
    await page.evaluate(() => {
      const running = Reflect.get(document, Symbol.for('magento-back-in-stock'));
      (running as { handle: { destroy(): void } }).handle.destroy();
    });
    await expect.poll(() => listLanguageScripts(page)).toEqual([]);
    release();
    await loaded;
    expect((await readTexts()).filter((text) => /Notify|Benachrichtigen/.test(text))).toEqual([]);
    await expect(triggerOf(page)).toHaveCount(0);
  },
);

const NONCE = 'c2FsdA';

const POLICY = `default-src 'none'; style-src 'self'; img-src 'self' data:; connect-src *; script-src 'nonce-${NONCE}' 'strict-dynamic'; require-trusted-types-for 'script'; trusted-types back-in-stock`;

test('a strict policy with a nonce, and Trusted Types, on a host without CORS: no violation', async ({
  page,
  openPatched,
  startHost,
  widget,
}) => {
  await recordViolations(page);
  const host = await startHost();
  const head = `<script defer src="${host.origin}/js/back-in-stock.min.js?v=3" ${KEY} data-locale="de" nonce="${NONCE}"></script>`;
  await openPatched({ head, policy: POLICY, nonce: NONCE });
  await triggerOf(page).click();
  await expect(widget.submit).toHaveText(de.submit);
  expect(host.requests).toEqual([
    '/js/back-in-stock.min.js?v=3',
    '/js/back-in-stock.de.min.js?v=3',
    '/js/back-in-stock.form.min.js?v=3',
  ]);
  expect(await readViolations(page)).toEqual([]);
});

test(
  'formUrl: the language is beside the form',
  AT_LENGTH,
  async ({ page, openPatched, startHost }) => {
    const host = await startHost();
    const head = `<script defer src="/dist/back-in-stock.js" ${KEY} data-locale="fr" data-form-url="${host.origin}/x/widget.form.js?v=2"></script>`;
    await openPatched({ head });
    await expect(triggerOf(page)).toHaveText(LOCALES.fr.trigger);
    expect(host.requests[0]).toBe('/x/widget.fr.js?v=2');
  },
);

test(
  'formUrl without ".form.": English, and the console says why',
  AT_LENGTH,
  async ({ page, openPatched, startHost, complaints }) => {
    const host = await startHost();
    const head = `<script defer src="/dist/back-in-stock.js" ${KEY} data-locale="fr" data-form-url="${host.origin}/widget.js"></script>`;
    await saveData(page);
    await openPatched({ head });
    await expect(triggerOf(page)).toHaveText(DEFAULT_TEXTS.trigger);
    await takeComplaints(complaints, ['Nothing says where it is']);
  },
);

test.describe('with integrity on the script’s tag', () => {
  const { integrity } = readFigures('back-in-stock.js');
  const tagOf = (origin: string, own: string) =>
    `<script defer src="${origin}/back-in-stock.js" ${KEY} data-locale="de" integrity="${integrity}" crossorigin="anonymous" ${own}></script>`;

  for (const [name, own, tamper, text, logged] of [
    ['the language of this build is run', readFigures(FILE).integrity, '', de.trigger, []],
    [
      'without a hash no language is loaded',
      '',
      '',
      DEFAULT_TEXTS.trigger,
      ['has no data-locale-integrity'],
    ],
    [
      'another language file is not run',
      readFigures(FILE).integrity,
      'window.tampered = 1;',
      DEFAULT_TEXTS.trigger,
      ["valid digest in the 'integrity' attribute", 'back-in-stock.de.js does not load'],
    ],
  ] as const) {
    test(name, AT_LENGTH, async ({ page, openPatched, startHost, complaints }) => {
      const change = (code: string, path: string) => (path.includes('.de.') ? tamper + code : code);
      const host = await startHost({ isOpen: true, change });
      await openPatched({ head: tagOf(host.origin, own && `data-locale-integrity="${own}"`) });
      await expect(triggerOf(page)).toHaveText(text);
      expect(host.requests.filter((path) => path.includes('.de.'))).toHaveLength(own ? 1 : 0);
      expect(await page.evaluate(() => 'tampered' in window)).toBe(false);
      await takeComplaints(complaints, logged);
    });
  }
});

test(
  'the module prints the texts in the language of the store view, and no file is asked for',
  AT_LENGTH,
  async ({ page, openPage }) => {
    const files = recordLanguages(page);
    await openPage('/shop/trail-runner', { way: 'module', lang: 'de', stock: 'hidden' });
    await expect(triggerOf(page)).toHaveText(HINT);
    expect(files).toEqual([]);
  },
);
