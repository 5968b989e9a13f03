import type { Page } from '@playwright/test';
import { keepPlace } from '../../test/browser/layout-shifts.ts';
import { type Bench, type Table, withPage } from './bench.ts';
import { type Candidate, OWN, PEERS } from './candidates.ts';
import { type OpenedForm, slowDown, timeOpening, waitForFormFile } from './opening.ts';
import { printAims, printNumber, printTable } from './print.ts';
import { WIDGET_FORM } from './scale.ts';
import { type Figures, interleave } from './statistics.ts';

const PATH = '/shop/camp-lantern';

/** The same page with the place of the button kept free, as a shop without the module does it. */
const PATH_WITH_PLACE = '/bench-pages/place';

/** What a shopper does with a form, by selectors. */
interface UsedForm extends OpenedForm {
  readonly candidate: Candidate;
  readonly path: string;
  /** How the table calls it. Default: the candidate's name. */
  readonly name?: string;
  readonly email: string;
  /** Other fields that have to be filled in. */
  readonly others?: readonly string[];
  readonly submit: string;
}

const WIDGET: UsedForm = {
  candidate: OWN.widget,
  path: PATH_WITH_PLACE,
  ...WIDGET_FORM,
  email: 'back-in-stock-modal input[type=email]',
  submit: 'back-in-stock-modal button[type=submit]',
};

const FORMS: readonly UsedForm[] = [
  WIDGET,
  { ...WIDGET, path: PATH, name: 'the same without a place for its button' },
  {
    candidate: PEERS.sentryCore,
    path: PATH,
    button: '#sentry-feedback button.widget__actor',
    host: '#sentry-feedback',
    dialog: 'dialog[open] form',
    email: '#sentry-feedback input[name=email]',
    others: ['#sentry-feedback textarea[name=message]'],
    submit: '#sentry-feedback button[type=submit]',
  },
  {
    candidate: PEERS.a11yDialog,
    path: PATH,
    button: '.bench-open',
    dialog: '#bench-dialog:not([aria-hidden])',
    email: '#bench-email',
    submit: '.bench-submit',
  },
];

const nameForm = ({ candidate, name }: UsedForm) => name ?? candidate.name;

/** Interactions whose paint comes sooner are not told by the browser. */
const SHORTEST = 16;

/** Notes interactions and layout shifts from the start of the next page. */
async function observe(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { longest: 0, shift: 0 };
    Object.assign(window, { seen });
    const observeType = (type: string, see: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) see(entry);
      }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
    observeType('event', (entry) => {
      if (Reflect.get(entry, 'interactionId'))
        seen.longest = Math.max(seen.longest, entry.duration);
    });
    observeType('layout-shift', (entry) => {
      if (!Reflect.get(entry, 'hadRecentInput')) seen.shift += Reflect.get(entry, 'value');
    });
  });
}

/** The longest interaction since the last question, up to the next paint, once the browser has told all of them. */
async function takeLongest(page: Page): Promise<number> {
  await page.evaluate(async () => {
    for (let turn = 0; turn < 2; turn += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestIdleCallback(resolve));
    }
  });
  const longest = await page.evaluate(() => {
    const seen = Reflect.get(window, 'seen');
    const { longest } = seen;
    seen.longest = 0;
    return longest as number;
  });
  return Math.max(longest, SHORTEST);
}

const readShift = (page: Page) => page.evaluate(() => Reflect.get(window, 'seen').shift as number);

function measureForm(bench: Bench, form: UsedForm): Promise<Figures> {
  const { candidate, path, email, others = [], submit } = form;
  return withPage(bench, async (page) => {
    await observe(page);
    await page.goto(bench.shop.address(candidate.id, path), { waitUntil: 'load' });
    if (candidate === OWN.widget) await waitForFormFile(page);
    else await page.waitForSelector(form.button);
    await slowDown(page, 4);
    await takeLongest(page);
    const opened = await timeOpening(page, form);
    const open = await takeLongest(page);
    await page.locator(email).pressSequentially('sam@example.com');
    const type = await takeLongest(page);
    for (const field of others) await page.locator(field).fill('Please.');
    await takeLongest(page);
    await page.locator(submit).click();
    return { opened, open, type, submit: await takeLongest(page), shift: await readShift(page) };
  });
}

/** What a shopper waits for. */
export const interaction: Table = {
  name: 'interaction',
  title: 'Interaction',
  async measure(bench) {
    const there = FORMS.filter(({ candidate }) =>
      bench.candidates.some(({ id }) => id === candidate.id),
    );
    const page = await bench.shop.read(`${PATH}?way=script&delay=50`);
    bench.shop.put(PATH_WITH_PLACE, keepPlace(page));
    const measured = await interleave(
      bench.runs,
      there.map((form) => ({ id: nameForm(form), run: () => measureForm(bench, form) })),
      bench.tell,
    );
    const rows = there.map((form) => {
      const { opened, open, type, submit, shift } = measured.get(nameForm(form)) ?? {};
      const times = [opened, open, type, submit].map((time) => printNumber(time));
      return [nameForm(form), ...times, printNumber(shift, 4)];
    });
    return [
      'On a processor four times slower: the time until the form that was asked for is painted, and the interaction to next paint of',
      'the press, of the slowest key, and of sending, all in milliseconds. Browsers tell interactions in steps of 8 ms, and none below',
      '16. The widget’s form was loaded when its button came into view. The shift is of the whole page, from its start on; the place of',
      'the widget’s button is kept free, as the documents say.',
      '',
      printTable(['', 'painted', 'press', 'type', 'send', 'layout shift'], rows),
      '',
      printAims([
        {
          text: 'Cumulative layout shift with the widget',
          figure: measured.get(nameForm(WIDGET))?.shift,
          most: 0,
          places: 4,
        },
      ]),
    ].join('\n');
  },
};
