// Adds up the reports of the test runners. A step that failed without a report counts as one failure.
import { existsSync, readFileSync } from 'node:fs';
import { listReasons } from '../test/module/php-tools.mjs';

const status = Number(process.argv[2]);
const read = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined);

const unit = read('test-results/unit.json');
const browser = read('test-results/browser.json');
const passed = (unit?.numPassedTests ?? 0) + (browser?.stats.expected ?? 0);
const reported =
  (unit?.numFailedTests ?? 0) + (browser?.stats.unexpected ?? 0) + (browser?.stats.flaky ?? 0);
const failed = reported === 0 && (status !== 0 || passed === 0) ? 1 : reported;
const skipped =
  (unit?.numPendingTests ?? 0) + (unit?.numTodoTests ?? 0) + (browser?.stats.skipped ?? 0);
const reasons = listReasons().join('; ');

console.log(`${skipped} skipped${skipped > 0 && reasons !== '' ? ` (${reasons})` : ''}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
