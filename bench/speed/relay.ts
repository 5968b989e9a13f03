import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CATALOGUE } from '../../demo/catalogue/catalogue.ts';
import { PUBLIC_KEY } from '../../demo/sandbox/account.ts';
import { startShop } from '../../demo/server.ts';
import { findReasonWithout } from '../../test/module/php-tools.mjs';
import type { Bench, Table } from './bench.ts';
import { type Load, putUnderLoad } from './load.ts';
import { type PhpServer, startPhpServer } from './php-server.ts';
import { printAims, printNumber, printTable, printTimes } from './print.ts';
import { type Figures, interleave } from './statistics.ts';

const CONNECTIONS = 50;
/** Fewer than the 1,000 a minute that the relay forwards for all shoppers together. */
const AMOUNT = 200;
const ADDRESS = '/back-in-stock/subscribe';

/** The settings, the clock and the counters of the relay, as `test/module/relay-server.php` reads them. */
function writeRelay(folder: string, shop: string, sandbox: string): void {
  const counters = join(folder, 'counters');
  rmSync(counters, { recursive: true, force: true });
  mkdirSync(counters);
  const relay = {
    settings: {
      'back_in_stock/general/api_key': PUBLIC_KEY,
      // The most that a merchant can set.
      'back_in_stock/general/forwards_at_once': '20',
    },
    catalogue: CATALOGUE,
    shop: `${shop}/`,
    sandbox,
    now: 1_800_000_015,
  };
  writeFileSync(join(folder, 'relay.json'), JSON.stringify(relay));
}

/** A subscription as the widget sends it, of a shopper with an address of his own. */
function describeRequest(number: number, visitor: number) {
  return {
    headers: {
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      'sec-fetch-site': 'same-origin',
      'x-forwarded-for': `93.184.${Math.floor(visitor / 250)}.${(visitor % 250) + 1}`,
    },
    body: `a=${PUBLIC_KEY}&email=shopper${number}%40example.com&variant=2045&platform=magento_two&store=1`,
  };
}

interface Case {
  readonly name: string;
  readonly server: PhpServer;
  /** From how many network addresses the requests come. */
  readonly visitors: number;
}

function measureCase({ server, visitors }: Case, prepare: () => void): () => Promise<Figures> {
  return async () => {
    prepare();
    const load: Load = await putUnderLoad({
      url: server.origin + ADDRESS,
      connections: CONNECTIONS,
      amount: AMOUNT,
      request: (number) => describeRequest(number, number % visitors),
    });
    const { statuses, ...figures } = load;
    return { ...figures, ...statuses };
  };
}

function printCases(cases: readonly Case[], measured: ReadonlyMap<string, Figures>): string {
  const base = measured.get(cases[0]?.name ?? '')?.rate ?? Number.NaN;
  const rows = cases.map(({ name }) => {
    const { rate, half, ninetyNine, ...statuses } = measured.get(name) ?? {};
    const answers = Object.entries(statuses).map(
      ([status, count]) => `${printNumber(count)} × ${status}`,
    );
    return [
      name,
      printNumber(rate),
      printTimes((rate ?? Number.NaN) / base),
      printNumber(half),
      printNumber(ninetyNine),
      answers.join(', '),
    ];
  });
  const header = ['', 'requests a second', 'beside empty', 'half within, ms', '99 % within, ms'];
  return printTable([...header, 'answers'], rows);
}

async function measureRelay(bench: Bench): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'back-in-stock-bench-'));
  const shop = await startShop();
  const servers: PhpServer[] = [];
  const start = async (script: string, environment = {}) => {
    const server = await startPhpServer(script, environment);
    servers.push(server);
    return server;
  };
  try {
    const prepare = () => writeRelay(folder, shop.origin, shop.sandbox.origin);
    prepare();
    const empty = await start('bench/speed/empty-controller.php');
    const relay = await start('test/module/relay-server.php', { RELAY_FOLDER: folder });
    const cases: readonly Case[] = [
      { name: 'an empty controller', server: empty, visitors: AMOUNT },
      { name: 'the relay, each request forwarded', server: relay, visitors: AMOUNT },
      { name: 'the relay, one visitor above his limit', server: relay, visitors: 1 },
    ];
    const measured = await interleave(
      bench.runs,
      cases.map((each) => ({ id: each.name, run: measureCase(each, prepare) })),
      bench.tell,
    );
    const forwarded = measured.get(cases[1]?.name ?? '') ?? {};
    return [
      `${CONNECTIONS} connections send ${AMOUNT} subscriptions as fast as PHP’s own web server with six processes answers. The stand-ins of`,
      'the tests take the place of Magento, so what a shop needs to start Magento is not in it, on neither side. What is forwarded goes to',
      'the demo’s sandbox on the same machine, which answers at once.',
      '',
      printCases(cases, measured),
      '',
      printAims([
        {
          text: 'Requests within the limits that were not forwarded',
          figure: AMOUNT - (forwarded['200'] ?? Number.NaN),
          most: 0,
          places: 0,
        },
      ]),
    ].join('\n');
  } finally {
    for (const server of servers) await server.close();
    await shop.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the module's relay takes of a shop's server. */
export const relay: Table = {
  name: 'relay',
  title: 'The relay',
  async measure(bench) {
    const reason = findReasonWithout('php');
    return reason ? `The relay was not measured: ${reason}.` : measureRelay(bench);
  },
};
