import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Database } from 'node-sqlite3-wasm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../../demo/loop/clock.ts';
import { type KeptLoop, openLoop } from '../../../demo/loop/keep-loop.ts';
import { listNotified, restock, rules, SHOE, START } from './run-loop.ts';

const VARIANTS = [{ id: SHOE, sku: 'TR2-RED-42', quantity: 0 }];

let folder = '';
let file = '';
let realTime = START;
let opened: KeptLoop[] = [];

function openAgain(): KeptLoop {
  const loop = openLoop({ folder, variants: VARIANTS, readRealTime: () => realTime });
  opened.push(loop);
  return loop;
}

function closeAll(): void {
  for (const loop of opened) loop.close();
  opened = [];
}

function subscribe(loop: KeptLoop, ...names: readonly string[]): void {
  for (const name of names) {
    loop.perform({ kind: 'subscribe', email: `${name}@example.com`, variant: SHOE });
  }
}

const notified = ({ state }: KeptLoop) =>
  listNotified({ state } as Parameters<typeof listNotified>[0], SHOE);

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'loop-')), 'state');
  file = join(folder, 'loop.sqlite');
  realTime = START;
});

afterEach(() => {
  closeAll();
  rmSync(join(folder, '..'), { recursive: true });
});

describe('after a restart', () => {
  test('everything is as it was', () => {
    const before = openAgain();
    subscribe(before, 'sam', 'kim', 'sam');
    before.perform(rules());
    before.perform(restock(SHOE, 1));
    before.perform({ kind: 'schedule-report', email: 'shop@example.com', frequency: 'daily' });
    before.perform({ kind: 'import', subscribers: [{ email: 'ada@example.com', variant: SHOE }] });
    before.perform({ kind: 'wait', milliseconds: 30 * HOUR });
    closeAll();
    const after = openAgain();
    expect(after.notice).toBeUndefined();
    expect(after.state).toEqual(before.state);
    expect(notified(after)).toEqual(['sam', 'kim', 'ada']);
    expect(after.now()).toBe(START + 30 * HOUR);
  });

  test('a wait goes on', () => {
    const before = openAgain();
    subscribe(before, 'sam', 'kim');
    before.perform(rules({ waitHours: 6 }));
    before.perform(restock(SHOE, 1));
    before.perform({ kind: 'wait', milliseconds: 5 * HOUR });
    closeAll();
    const after = openAgain();
    expect(after.findNextBatch()).toBe(START + 6 * HOUR);
    realTime += HOUR - 1;
    after.catchUp();
    expect(notified(after)).toEqual(['sam']);
    realTime += 1;
    after.catchUp();
    expect(notified(after)).toEqual(['sam', 'kim']);
    closeAll();
    expect(notified(openAgain())).toEqual(['sam', 'kim']);
  });

  test('time does not go back with the clock of the computer', () => {
    openAgain().perform({ kind: 'wait', milliseconds: DAY });
    closeAll();
    realTime -= 10 * DAY;
    const after = openAgain();
    expect(after.now()).toBe(START + DAY);
    realTime += HOUR;
    expect(after.now()).toBe(START + DAY + HOUR);
    realTime -= DAY;
    after.perform({ kind: 'wait', milliseconds: HOUR });
    expect(after.now()).toBe(START + DAY + 2 * HOUR);
  });

  test('new variants of the shop are added, and the others keep their stock', () => {
    openAgain().perform(restock(SHOE, 3));
    closeAll();
    const variants = [...VARIANTS, { id: 'new', sku: SHOE, quantity: 7 }];
    const after = openLoop({ folder, variants, readRealTime: () => realTime });
    opened.push(after);
    const stock = [...after.state.inventory.list()].map(({ id, quantity }) => [id, quantity]);
    expect(stock).toEqual([
      [SHOE, 3],
      ['new', 7],
    ]);
  });

  test('nothing is left of what was reset', () => {
    const before = openAgain();
    subscribe(before, 'sam');
    before.perform({ kind: 'wait', milliseconds: DAY });
    before.reset();
    expect(before.state.profiles.size).toBe(0);
    expect(before.now()).toBe(START);
    subscribe(before, 'kim');
    closeAll();
    const { state } = openAgain();
    expect([...state.profiles.list()].map(({ email }) => email)).toEqual(['kim@example.com']);
  });
});

describe('a file that cannot be read', () => {
  const write = (text: string) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text);
  };

  test.each([
    ['no SQLite', () => write('This is my diary, not yours.\n'.repeat(300))],
    [
      'of another program',
      () => {
        mkdirSync(folder, { recursive: true });
        const database = new Database(file);
        database.exec('CREATE TABLE orders (id INTEGER); INSERT INTO orders VALUES (1)');
        database.close();
      },
    ],
    [
      'of a newer version',
      () => {
        subscribe(openAgain(), 'sam');
        closeAll();
        const database = new Database(file);
        database.exec('PRAGMA user_version = 2');
        database.close();
      },
    ],
    [
      'with an action that there is not',
      () => {
        subscribe(openAgain(), 'sam');
        closeAll();
        const database = new Database(file);
        database.exec(`INSERT INTO actions (at, action) VALUES (1, '{"kind":"explode"}')`);
        database.close();
      },
    ],
    [
      'with half an action',
      () => {
        subscribe(openAgain(), 'sam');
        closeAll();
        const database = new Database(file);
        database.exec(`UPDATE actions SET action = '{"kind":"wai' WHERE number = 2`);
        database.close();
      },
    ],
    [
      'cut off',
      () => {
        subscribe(openAgain(), 'x'.repeat(900), ...'abcdefghijklmnopqrst');
        closeAll();
        writeFileSync(file, readFileSync(file).subarray(0, 5000));
      },
    ],
    [
      'overwritten in the middle',
      () => {
        subscribe(openAgain(), 'x'.repeat(900), ...'abcdefghijklmnopqrst');
        closeAll();
        const bytes = readFileSync(file);
        bytes.fill(0xff, 4096, 8192);
        writeFileSync(file, bytes);
      },
    ],
  ])('%s: it is set aside as it is, and that is said', (_, spoil) => {
    spoil();
    const bytes = readFileSync(file);
    const loop = openAgain();
    expect(loop.notice).toContain(`set aside as ${file}.set-aside-1`);
    expect(readFileSync(`${file}.set-aside-1`)).toEqual(bytes);
    expect(loop.state.profiles.size).toBe(0);
    subscribe(loop, 'kim');
    closeAll();
    const again = openAgain();
    expect([again.notice, again.state.profiles.size]).toEqual([undefined, 1]);
  });

  test('does not take the place of another one that was set aside', () => {
    for (const text of ['first', 'second']) {
      write(text.repeat(2000));
      openAgain();
      closeAll();
    }
    expect(readFileSync(`${file}.set-aside-1`, 'utf8')).toMatch(/^first/);
    expect(readFileSync(`${file}.set-aside-2`, 'utf8')).toMatch(/^second/);
  });

  test('a folder in its place is set aside as well', () => {
    mkdirSync(file, { recursive: true });
    expect(openAgain().notice).toContain('set aside');
  });

  test('an empty file is none', () => {
    write('');
    expect(openAgain().notice).toBeUndefined();
  });
});

test('what cannot be kept is not done', () => {
  const loop = openAgain();
  closeAll();
  expect(() => subscribe(loop, 'sam')).toThrow();
  expect(loop.state.profiles.size).toBe(0);
});

test('it is loaded by Node in the way in which the demo starts', () => {
  const path = fileURLToPath(new URL('../../../demo/loop/keep-loop.ts', import.meta.url));
  const script = `
    import { runnerImport } from 'vite';
    const { module } = await runnerImport(${JSON.stringify(path)}, { configFile: false });
    const loop = module.openLoop({ folder: ${JSON.stringify(folder)}, variants: [] });
    console.log(loop.state.diary.length, loop.notice);
    loop.close();
  `;
  const node = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
  expect(String(node.stdout).trim()).toBe('0 undefined');
});

describe('a process', () => {
  test('does not write into the file of another one, and says so', () => {
    const first = openAgain();
    subscribe(first, 'sam');
    const second = openAgain();
    expect(second.notice).toContain('Another process');
    subscribe(second, 'kim', 'ada');
    expect(second.state.profiles.size).toBe(2);
    closeAll();
    expect(openAgain().state.profiles.size).toBe(1);
  });

  test('that was killed in the middle of writing holds nobody up, and nothing is half kept', () => {
    subscribe(openAgain(), 'sam');
    closeAll();
    const script = `
      const { Database } = require('node-sqlite3-wasm');
      const { writeFileSync } = require('node:fs');
      writeFileSync(${JSON.stringify(join(folder, 'owner.pid'))}, String(process.pid));
      const database = new Database(${JSON.stringify(file)});
      database.exec('PRAGMA cache_size = 1; BEGIN');
      for (let i = 0; i < 100; i += 1) {
        database.run('INSERT INTO actions (at, action) VALUES (1, ?)', ['x'.repeat(9000)]);
      }
      process.kill(process.pid, 'SIGKILL');
    `;
    const { signal } = spawnSync(process.execPath, ['-e', script], { cwd: process.cwd() });
    expect(signal).toBe('SIGKILL');
    expect(readdirSync(folder)).toContain('loop.sqlite-journal');
    const loop = openAgain();
    expect(loop.notice).toBeUndefined();
    expect(loop.state.profiles.size).toBe(1);
    subscribe(loop, 'kim');
    expect(loop.state.profiles.size).toBe(2);
  });

  test('that ended without closing is no owner any more', () => {
    openAgain();
    closeAll();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    for (const owner of [String(pid), String(process.pid), 'nobody', '']) {
      writeFileSync(join(folder, 'owner.pid'), owner);
      expect(openAgain().notice).toBeUndefined();
      closeAll();
      expect(existsSync(join(folder, 'owner.pid'))).toBe(false);
    }
  });

  test('that keeps nothing works all the same', () => {
    const loop = openLoop({ folder: undefined, variants: VARIANTS, readRealTime: () => START });
    subscribe(loop, 'sam');
    loop.perform(restock(SHOE, 1));
    expect(notified(loop)).toEqual(['sam']);
    loop.reset();
    expect(loop.state.profiles.size).toBe(0);
    expect(existsSync(folder)).toBe(false);
    loop.close();
  });
});
