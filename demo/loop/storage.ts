import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sqlite from 'node-sqlite3-wasm';
import { z } from 'zod';
import { type Action, actionSchema } from './actions.ts';

/*
 * What a loop is kept in: its actions, one row each, in a file of SQLite. An action is added when it is performed, nothing is
 * ever written again, and the loop is made again from all of them.
 *
 * The package is `node-sqlite3-wasm`: SQLite compiled to WebAssembly, with access to files. It runs on every platform and
 * every Node from 20 on, and is installed by nothing but the registry. `better-sqlite3` 12 is better known, but fetches a file from
 * elsewhere while it is installed, or compiles for a minute with tools that a merchant's computer may lack; 13 needs Node 22,
 * and so does `node:sqlite`.
 */

// Node finds no named exports in this package.
const { Database, SQLite3Error } = sqlite;
type Database = InstanceType<typeof Database>;

const FILE = 'loop.sqlite';
const OWNER = 'owner.pid';

/** Written into the file, so that it is known again: "BIS1", and the version of what is in it. */
const APPLICATION_ID = 0x42495331;
const VERSION = 1;

export interface KeptAction {
  /** When it was performed, in virtual time. */
  readonly at: number;
  readonly action: Action;
}

export interface Storage {
  /** What was kept before, the oldest first. */
  readonly kept: readonly KeptAction[];
  /** Where a file was moved to that could not be read; `undefined` where there was none. */
  readonly setAside: string | undefined;
  append(kept: KeptAction): void;
  /** Forgets everything. */
  reset(): void;
  close(): void;
}

/** Another process that still runs keeps its loop there. */
export class StorageInUse extends Error {}

/** The file is damaged, or not one of ours. */
class UnreadableFile extends Error {}

const keptAction = z.strictObject({ at: z.number(), action: actionSchema });

/** Opens the storage in a folder, which is made if there is none. A file that cannot be read is set aside, and stays. */
export function openStorage(folder: string): Storage {
  mkdirSync(folder, { recursive: true });
  const release = takeOwnership(folder);
  try {
    const { database, kept, setAside } = openOrSetAside(join(folder, FILE));
    const insert = database.prepare('INSERT INTO actions (at, action) VALUES (?, ?)');
    return {
      kept,
      setAside,
      append: ({ at, action }) => {
        insert.run([at, JSON.stringify(action)]);
      },
      reset: () => database.exec('DELETE FROM actions'),
      close() {
        insert.finalize();
        database.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}

interface OpenFile {
  readonly database: Database;
  readonly kept: readonly KeptAction[];
}

function openOrSetAside(path: string): OpenFile & { readonly setAside: string | undefined } {
  try {
    return { ...openFile(path), setAside: undefined };
  } catch (error) {
    if (!(error instanceof UnreadableFile || error instanceof SQLite3Error)) throw error;
    if (!existsSync(path)) throw error;
    const setAside = moveAside(path);
    return { ...openFile(path), setAside };
  }
}

function openFile(path: string): OpenFile {
  // Whoever held the file is gone, or ownership would not have been given.
  rmSync(`${path}.lock`, { recursive: true, force: true });
  const database = new Database(path);
  try {
    prepareFile(database);
    return { database, kept: readActions(database) };
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepareFile(database: Database): void {
  const hasTables = database.get('SELECT 1 FROM sqlite_schema LIMIT 1') !== null;
  if (!hasTables) {
    database.exec(`
      BEGIN;
      CREATE TABLE actions (number INTEGER PRIMARY KEY, at REAL NOT NULL, action TEXT NOT NULL);
      PRAGMA application_id = ${APPLICATION_ID};
      PRAGMA user_version = ${VERSION};
      COMMIT;
    `);
    return;
  }
  const { application_id } = database.get('PRAGMA application_id') ?? {};
  const { user_version } = database.get('PRAGMA user_version') ?? {};
  const { quick_check } = database.get('PRAGMA quick_check(1)') ?? {};
  if (application_id !== APPLICATION_ID || user_version !== VERSION || quick_check !== 'ok') {
    throw new UnreadableFile();
  }
}

function readActions(database: Database): readonly KeptAction[] {
  return database.all('SELECT at, action FROM actions ORDER BY number').map(({ at, action }) => {
    const { data } = keptAction.safeParse({ at, action: parseJson(String(action)) });
    if (!data) throw new UnreadableFile();
    return data;
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Gives the file the next name that is free, and its journal with it. */
function moveAside(path: string): string {
  let number = 1;
  while (existsSync(`${path}.set-aside-${number}`)) number += 1;
  const setAside = `${path}.set-aside-${number}`;
  renameSync(path, setAside);
  if (existsSync(`${path}-journal`)) renameSync(`${path}-journal`, `${setAside}-journal`);
  return setAside;
}

/** Folders that this very process keeps loops in. */
const ownFolders = new Set<string>();

/**
 * Two processes that add to the same actions would each know half of them. SQLite's own lock is not enough here: it is a
 * folder beside the file, which stays when a process is killed.
 */
function takeOwnership(folder: string): () => void {
  const path = resolve(folder, OWNER);
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (readCode(error) !== 'EEXIST') throw error;
    const owner = Number(readFileSync(path, 'utf8'));
    // In a container each start may have the same number, so that its own is no sign of another process.
    if (owner === process.pid ? ownFolders.has(path) : isAlive(owner)) throw new StorageInUse(path);
    writeFileSync(path, String(process.pid));
  }
  ownFolders.add(path);
  return () => {
    ownFolders.delete(path);
    rmSync(path, { force: true });
  };
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // A process of somebody else may not be asked, but is there.
    return readCode(error) === 'EPERM';
  }
}

function readCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
