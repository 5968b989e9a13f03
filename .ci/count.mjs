// Adds up the reports of the test runners: those of `npm test`, `npm run test:engines` and `npm run test:long`. A command
// that failed without a failure in one of its reports counts as one.
import { existsSync, readFileSync } from 'node:fs';
import { listMissingEngines } from '../test/engines/engine-tools.mjs';
import { listReasons } from '../test/module/php-tools.mjs';

const read = (name) => {
  const path = `test-results/${name}.json`;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
};

/** What ran, by one command: its exit status, and the reports that it leaves. */
function count(status, { unit: unitReport, browser: browserReport, maySkipAll = false }) {
  const unit = unitReport && read(unitReport);
  const browser = read(browserReport)?.stats;
  const passed = (unit?.numPassedTests ?? 0) + (browser?.expected ?? 0);
  const failed = (unit?.numFailedTests ?? 0) + (browser?.unexpected ?? 0) + (browser?.flaky ?? 0);
  const skipped =
    (unit?.numPendingTests ?? 0) + (unit?.numTodoTests ?? 0) + (browser?.skipped ?? 0);
  const isSilentFailure =
    failed === 0 && (status !== 0 || (passed === 0 && !(maySkipAll && skipped > 0)));
  return { passed, failed: isSilentFailure ? 1 : failed, skipped };
}

const [status, enginesStatus, longStatus] = process.argv.slice(2).map(Number);
const runs = [
  count(status, { unit: 'unit', browser: 'browser' }),
  count(enginesStatus, { browser: 'engines', maySkipAll: true }),
  count(longStatus, { unit: 'unit-long', browser: 'browser-long' }),
];
const sum = (name) => runs.reduce((total, run) => total + run[name], 0);
const reasons = [...listReasons(), ...listMissingEngines()].join('; ');

const skipped = sum('skipped');
const failed = sum('failed');
console.log(`${skipped} skipped${skipped > 0 && reasons !== '' ? ` (${reasons})` : ''}`);
console.log(`${sum('passed')} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
