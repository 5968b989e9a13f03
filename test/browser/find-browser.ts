import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const ADVICE =
  'No browser for the tests. Set CHROMIUM_PATH to a Chrome or Chromium, run "npx playwright install chromium", or install one (Debian: apt-get install -y chromium).';

/** How the browser is started: in a container as root, without a graphics card, and without requests of its own. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser that the tests run in: the one that CHROMIUM_PATH names, else Playwright's own, else an
 * installed Chrome or Chromium, else the Chromium that an npm package carries (Linux on x64).
 */
export async function findBrowser(): Promise<string> {
  const path =
    process.env.CHROMIUM_PATH ||
    [chromium.executablePath(), ...installedBrowsers()].find((candidate) =>
      existsSync(candidate),
    ) ||
    (await unpackChromium());
  try {
    execFileSync(path, ['--version', '--no-sandbox'], { stdio: 'pipe' });
  } catch (error) {
    throw new Error(
      `${path} does not start: ${error}\n${ADVICE}\nThe Chromium from npm needs libnss3, libnspr4 and libexpat1.`,
    );
  }
  return path;
}

function installedBrowsers(): string[] {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
}

async function unpackChromium(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(ADVICE);
  // The package unpacks into the temporary folder without looking at versions, so each gets its own.
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const manifest = join(entry.slice(0, entry.indexOf('chromium')), 'chromium', 'package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  const folder = join(tmpdir(), `chromium-from-npm-${version}`);
  mkdirSync(folder, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
