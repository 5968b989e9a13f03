import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ROOT } from '../../build/bundles.ts';

const ADDRESS = '127.0.0.1';

/** As many processes as a small shop has for all of its pages. */
const PROCESSES = '6';

export interface PhpServer {
  readonly origin: string;
  close(): Promise<void>;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, ADDRESS, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts PHP's own web server with a script that answers everything, and waits until it answers. */
export async function startPhpServer(
  script: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<PhpServer> {
  const port = await findFreePort();
  const origin = `http://${ADDRESS}:${port}`;
  const php = spawn('php', ['-q', '-S', `${ADDRESS}:${port}`, script], {
    cwd: ROOT,
    env: { ...process.env, ...environment, PHP_CLI_SERVER_WORKERS: PROCESSES },
    // A group of its own, so that all of its processes can be ended. It logs every request.
    detached: true,
    stdio: 'ignore',
  });
  for (let tries = 0; !(await answers(origin)); tries += 1) {
    if (tries === 100 || php.exitCode !== null) throw new Error('PHP’s web server does not answer');
    await wait(100);
  }
  return { origin, close: () => end(php) };
}

const answers = (origin: string) =>
  fetch(origin).then(
    () => true,
    () => false,
  );

async function end(php: ChildProcess): Promise<void> {
  if (php.pid === undefined || php.exitCode !== null) return;
  const ended = new Promise((resolve) => php.once('exit', resolve));
  process.kill(-php.pid);
  await ended;
}
