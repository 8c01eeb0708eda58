import { crc32 } from "node:zlib";
import { VERSION_LENGTH } from "../archive/filed.ts";
import { digestOfAll, type Index } from "../archive/indexed.ts";
import type { Keeper, Origin } from "../archive/keeper.ts";
import { shardOf } from "../archive/shard.ts";
import type { Cache } from "./cache.ts";
import { openSealed, writeSealed } from "./sealed.ts";
import type { Store } from "./store.ts";

/** What was made, names and sizes of the files that were kept meanwhile, and digests of what else was made. */
interface Entry {
  readonly value: unknown;
  readonly files: (readonly [name: string, size: number])[];
  readonly inner: string[];
}

/** A keeper that makes only what it did not make before. */
export interface Ledger extends Keeper {
  /** Keeps in the cache what was made. */
  readonly close: () => void;
}

const FILE = "files";

/** `key`: what decides, beside the articles, what is made of them. */
export function ledgerIn(cache: Cache, key: string, store: Store): Ledger {
  const before = readEntries(cache.path(FILE), `${key} ${FILE}`);
  const entries = new Map<string, Entry>();
  let open: Entry = { value: undefined, files: [], inner: [] };
  const anew = (make: () => unknown): Entry => {
    const outer = open;
    open = { value: undefined, files: [], inner: [] };
    const entry = { ...open, value: make() };
    open = outer;
    return entry;
  };
  const enter = (digest: string, entry: Entry) => {
    entries.set(digest, entry);
    for (const one of entry.inner) {
      const made = entries.has(one) ? undefined : before.get(one);
      if (made) enter(one, made);
    }
  };
  return {
    keep(lines) {
      const shard = shardOf(lines());
      store.put(shard);
      open.files.push([shard.name, shard.bytes.length]);
      return shard.name;
    },
    made<T>(origin: Origin, make: () => T): T {
      const digest = digestOfAll(origin);
      const known = before.get(digest);
      const isThere = known?.files.every(([name, size]) => store.has(name, size));
      const entry = known && isThere ? known : anew(make);
      enter(digest, entry);
      open.inner.push(digest);
      for (const file of entry.files) open.files.push(file);
      return entry.value as T;
    },
    recall: (name) => readIndex(cache.path(name), `${key} ${name}`),
    remember: (name, index) => cache.attempt(() => writeIndex(cache.path(name), `${key} ${name}`, index)),
    close() {
      const isSame = entries.size === before.size && entries.keys().every((digest) => before.has(digest));
      if (!isSame)
        cache.attempt(() => writeSealed(cache.path(FILE), `${key} ${FILE}`, JSON.stringify([...entries])));
    },
  };
}

function readEntries(path: string, kind: string): ReadonlyMap<string, Entry> {
  const opened = openSealed(path, kind);
  return new Map(opened.is === "whole" ? (JSON.parse(opened.head) as [string, Entry][]) : []);
}

interface Head extends Pick<Index, "keys" | "digest"> {
  /** How many articles there are. */
  readonly rows: number;
  /** How many cells there are, and the checksum of all behind. */
  readonly cells: number;
  readonly sum: number;
}

function readIndex(path: string, kind: string): Index | undefined {
  const opened = openSealed(path, kind);
  if (opened.is !== "whole") return undefined;
  const { keys, digest, rows, cells, sum }: Head = JSON.parse(opened.head);
  const own = rows * Uint32Array.BYTES_PER_ELEMENT;
  const versions = own + cells * Uint32Array.BYTES_PER_ELEMENT;
  const bytes = opened.body(0, versions + rows * VERSION_LENGTH);
  if (!bytes || crc32(bytes) !== sum) return undefined;
  return {
    keys,
    digest,
    ends: new Uint32Array(bytes.buffer, 0, rows),
    cells: new Uint32Array(bytes.buffer, own, cells),
    versions: bytes.subarray(versions),
  };
}

function writeIndex(path: string, kind: string, { keys, versions, digest, ends, cells }: Index): void {
  const body = [bytesOf(ends), bytesOf(cells), versions];
  const sum = body.reduce((before, part) => crc32(part, before), 0);
  const head: Head = { keys, digest, rows: ends.length, cells: cells.length, sum };
  writeSealed(path, kind, JSON.stringify(head), body);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
