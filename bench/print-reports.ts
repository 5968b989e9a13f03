import { markdownTable } from 'markdown-table';
import { LIMITS, MODEL } from './model.ts';
import type { Report } from './report.ts';
import { SCENARIOS } from './scenarios.ts';
import { STAGES, type Stage } from './stage.ts';

type Row = readonly [name: string, describe: (report: Report) => string];

const STAGE_ROWS = Object.entries(STAGES).map(
  ([stage, name]): Row => [`… ${name}`, ({ byStage }) => separate(byStage[stage as Stage])],
);

const ROWS: readonly Row[] = [
  ['accepted in the end', ({ accepted }) => separate(accepted)],
  ...STAGE_ROWS,
  ['lost', ({ lost }) => separate(lost)],
  ['requests', ({ requests }) => separate(requests)],
  ['… sent again', ({ retries }) => separate(retries)],
  ['… answered by 429', ({ refused }) => separate(refused)],
  ['… accepted a second time', ({ repeated }) => separate(repeated)],
  ['requests in the busiest second', ({ peak }) => separate(peak)],
  ['… sent again, in theirs', ({ retryPeak }) => separate(retryPeak)],
  ['half accepted after', ({ half }) => tellTime(half)],
  ['90 % after', ({ ninety }) => tellTime(ninety)],
  ['99 % after', ({ ninetyNine }) => tellTime(ninetyNine)],
  ['the last one after', ({ last }) => tellTime(last)],
];

/** A table with a column for each scenario, what the columns are, and what all of it is based on. */
export function printReports(reports: readonly Report[], shoppers: number): string {
  const letters = SCENARIOS.map((_, place) => String.fromCharCode(65 + place));
  const table = markdownTable(
    [
      ['', ...letters],
      ...ROWS.map(([name, describe]) => [name, ...reports.map((report) => describe(report))]),
    ],
    { align: ['l', ...letters.map(() => 'r')] },
  );
  const legend = SCENARIOS.map(({ name }, place) => `${letters[place]}  ${name}`);
  return [...describeModel(shoppers), '', ...legend, '', table].join('\n');
}

function describeModel(shoppers: number): string[] {
  const { rush, latency, meanStay, goingOn, meanView, longestAbsence } = MODEL;
  const { perSecond, perMinute } = LIMITS;
  return [
    `${separate(shoppers)} shoppers press "Notify me" at random moments within ${tellTime(rush)}. The server takes ${perSecond} requests in a`,
    `second and ${separate(perMinute)} in a minute (fixed windows, as Klaviyo documents them) and answers all others with 429 and the`,
    `seconds until its window opens. So it is ${tellTime(leastTime(shoppers))} at least until the last one can be accepted.`,
    `Latency: log-normal, median ${latency.median} ms, sigma ${latency.sigma}. The page stays open for ${tellTime(meanStay)} on average after pressing`,
    `(exponential). From each page ${goingOn * 100} % go on to another one, open for ${tellTime(meanView)} on average; the others are gone, and`,
    `back at a random moment within ${tellTime(longestAbsence)}. The seeds are fixed: the figures are the same each time.`,
  ];
}

/** However they are sent: full minutes, then full seconds, then what is left at once. */
function leastTime(shoppers: number): number {
  const minutes = Math.ceil(shoppers / LIMITS.perMinute) - 1;
  const rest = shoppers - minutes * LIMITS.perMinute;
  return minutes * 60_000 + (Math.ceil(rest / LIMITS.perSecond) - 1) * 1000;
}

const separate = (count: number) => count.toLocaleString('en-US');

function tellTime(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return 'never';
  const seconds = Math.round(milliseconds / 1000);
  const minutes = Math.floor(seconds / 60);
  const parts = [
    [Math.floor(minutes / 60), 'h'],
    [minutes % 60, 'min'],
    // Nobody asks for the seconds of a day.
    [minutes < 60 ? seconds % 60 : 0, 's'],
  ] as const;
  return parts.flatMap(([count, unit]) => (count ? [`${count} ${unit}`] : [])).join(' ') || '0 s';
}
