import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CATALOGUE } from '../../demo/catalogue/catalogue.ts';
import { PUBLIC_KEY } from '../../demo/sandbox/account.ts';
import type { RunningShop } from '../../demo/server.ts';
import { ROOT } from '../module/php.ts';

/** The demo's shop with the module's relay, behind one web server. */
export interface RelayedShop {
  readonly origin: string;
  /** Everything that PHP and its web server have written to their logs. */
  readonly log: () => string;
  /** Forgets all requests, and takes these settings from now on, laid over those that switch the relay on. */
  configure(settings?: Readonly<Record<string, string>>): void;
  /** Lets this many seconds pass on the server. */
  pass(seconds: number): void;
  close(): Promise<void>;
}

const ADDRESS = '127.0.0.1';

/** What the relay's clock shows: a quarter of a minute is over. */
const NOW = 1_800_000_015;

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, ADDRESS, resolve));
  return (server.address() as AddressInfo).port;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** As many as a small shop has for all of its pages. */
const PROCESSES = '6';

/** Starts PHP's own web server, and waits until it answers. */
async function startPhp(folder: string) {
  const port = await findFreePort();
  const php = spawn('php', ['-S', `${ADDRESS}:${port}`, 'test/module/relay-server.php'], {
    cwd: ROOT,
    env: { ...process.env, RELAY_FOLDER: folder, PHP_CLI_SERVER_WORKERS: PROCESSES },
    // A group of its own, so that all of its processes can be ended.
    detached: true,
  });
  let log = '';
  php.stdout.on('data', (part) => {
    log += part;
  });
  php.stderr.on('data', (part) => {
    log += part;
  });
  const isUp = () =>
    fetch(`http://${ADDRESS}:${port}/`).then(
      () => true,
      () => false,
    );
  for (let tries = 0; !(await isUp()); tries += 1) {
    if (tries === 100) throw new Error(`PHP's web server does not answer:\n${log}`);
    await wait(100);
  }
  const stop = () => {
    if (php.pid !== undefined) process.kill(-php.pid);
  };
  return { port, log: () => log, stop };
}

/** A web server in front of shop and PHP, which passes every request on unchanged, with the address that it comes from. */
function createFront(shopPort: number, phpPort: number): Server {
  return createServer((incoming, outgoing) => {
    const isForPhp = incoming.url?.startsWith('/back-in-stock/');
    const passed = request({
      host: ADDRESS,
      port: isForPhp ? phpPort : shopPort,
      path: incoming.url,
      method: incoming.method,
      headers: { ...incoming.headers, 'x-forwarded-for': '93.184.216.34' },
    });
    passed.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
}

/** Starts PHP with the module's controller, and a web server in front of it and the shop. */
export async function startRelay(shop: RunningShop): Promise<RelayedShop> {
  const folder = mkdtempSync(join(tmpdir(), 'back-in-stock-relay-'));
  let origin = '';
  let set: Readonly<Record<string, string>> = {};
  let now = NOW;

  function write(): void {
    const relay = {
      settings: { 'back_in_stock/general/api_key': PUBLIC_KEY, ...set },
      catalogue: CATALOGUE,
      shop: `${origin}/`,
      sandbox: shop.sandbox.origin,
      now,
    };
    writeFileSync(join(folder, 'relay.json'), JSON.stringify(relay));
  }

  function configure(settings: Readonly<Record<string, string>> = {}): void {
    const counters = join(folder, 'counters');
    rmSync(counters, { recursive: true, force: true });
    mkdirSync(counters);
    [set, now] = [settings, NOW];
    write();
  }

  function pass(seconds: number): void {
    now += seconds;
    write();
  }

  configure();
  const php = await startPhp(folder);
  const server = createFront(Number(new URL(shop.origin).port), php.port);
  origin = `http://${ADDRESS}:${await listen(server)}`;
  configure();
  return {
    origin,
    log: php.log,
    configure,
    pass,
    async close() {
      php.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true });
    },
  };
}
