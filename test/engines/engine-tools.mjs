// The browsers of the other two engines, and what is to be installed where there are none. Playwright's own come first.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { firefox, webkit } from '@playwright/test';

const MINI_BROWSERS = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
];

/** The first program of these names that is on the path. */
function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

function findWebKitGtk() {
  const path = MINI_BROWSERS.find((candidate) => existsSync(candidate));
  return findProgram('WebKitWebDriver') && findProgram('Xvfb') ? path : undefined;
}

const ENGINES = {
  firefox: {
    type: firefox,
    driver: 'firefox',
    find: () => findProgram('firefox-esr', 'firefox'),
    packages: 'firefox-esr',
  },
  webkit: {
    type: webkit,
    driver: 'webkit',
    find: findWebKitGtk,
    packages: 'webkit2gtk-driver xvfb',
  },
};

/** The browser of an engine: its driver, and its path. */
export function findEngine(name) {
  const { type, driver, find } = ENGINES[name];
  if (existsSync(type.executablePath()))
    return { driver: 'playwright', path: type.executablePath() };
  const path = find();
  return path && { driver, path };
}

/** Why the rows of an engine are skipped; undefined when it is there. */
export function findReasonWithoutEngine(name) {
  if (!(name in ENGINES) || findEngine(name)) return undefined;
  return `no ${name}: run "npx playwright install ${name}", or on Debian "apt-get install -y ${ENGINES[name].packages}"`;
}

/** Each reason, of all engines. */
export const listMissingEngines = () =>
  Object.keys(ENGINES)
    .map(findReasonWithoutEngine)
    .filter((reason) => reason !== undefined);
