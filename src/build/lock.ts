import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Milliseconds that SQLite may wait at most: 24 days. */
const LONG = 2 ** 31 - 1;

/**
 * Does something while no other process does. `path` is a file, a database of SQLite's without anything in it, as Node has no
 * other way to the locks of the system: those end with the process that has them, however it ends. `onWait` is called where
 * another process has the lock. Where no such file can be written, nobody is kept from anything.
 */
export async function alone<T>(path: string, onWait: () => void, what: () => Promise<T>): Promise<T> {
  // In a folder that was removed meanwhile this throws, where `mkdirSync` would try for ever.
  const release = taken(resolve(path), onWait);
  try {
    return await what();
  } finally {
    release();
  }
}

/** Waits for the lock, and tells how to give it back. */
function taken(path: string, onWait: () => void): () => void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    let database = locked(path, 0);
    if (!database) onWait();
    database ??= locked(path, LONG);
    return () => database?.close();
  } catch {
    return () => {};
  }
}

/** Nothing where another process has the lock for so many milliseconds. */
function locked(path: string, timeout: number): DatabaseSync | undefined {
  const database = new DatabaseSync(path, { timeout });
  try {
    database.exec("BEGIN EXCLUSIVE");
    return database;
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
}

const SQLITE_BUSY = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
