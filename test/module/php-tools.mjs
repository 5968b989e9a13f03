// What the tests of the Magento module need of PHP, which npm does not bring. `node test/module/php-tools.mjs` names what
// is missing; `.ci/run` asks it before anything is installed, so it needs nothing but Node.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** Debian has them in php-curl, php-mbstring and php-xml. */
const EXTENSIONS = ['curl', 'dom', 'mbstring', 'SimpleXML'];

/** Prints "ok", or what PHP lacks. */
const QUESTION = `
  $names = explode(' ', '${EXTENSIONS.join(' ')}');
  $lacking = array_filter($names, function ($name) { return !extension_loaded($name); });
  echo PHP_VERSION_ID < 80100 ? 'version 8.1 or newer' : (implode(', ', $lacking) ?: 'ok');
`;

/** What a program prints; undefined where it is not there, or does not work. */
function ask(program, ...args) {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

function findReasonWithoutPhp() {
  const lacking = ask('php', '-d', 'display_errors=0', '-r', QUESTION);
  if (lacking === undefined) return 'PHP is missing';
  return lacking === 'ok' ? undefined : `PHP is there without ${lacking}`;
}

const PROGRAMS = {
  phpunit: ['PHPUnit 9 to 11', /^PHPUnit (9|10|11)\./m],
  phpcs: ['PHP_CodeSniffer', /^PHP_CodeSniffer version/m],
};

/** Why the tests that need it are skipped; undefined when everything is there. */
export function findReasonWithout(tool) {
  const reason = findReasonWithoutPhp();
  if (reason !== undefined || tool === 'php') return reason;
  const [name, pattern] = PROGRAMS[tool];
  return pattern.test(ask(tool, '--version') ?? '') ? undefined : `${name} is missing`;
}

/** Each reason once. */
export function listReasons() {
  const reasons = ['php', 'phpunit', 'phpcs'].map(findReasonWithout);
  return [...new Set(reasons)].filter((reason) => reason !== undefined);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const reasons = listReasons();
  for (const reason of reasons) console.log(`${reason}: the tests that need it are skipped.`);
  process.exitCode = reasons.length > 0 ? 1 : 0;
}
