import { crc32 } from "node:zlib";
import type { Index } from "../archive/inverted.ts";
import type { Keeper } from "../archive/keeper.ts";
import { shardOf } from "../archive/shard.ts";
import type { Cache } from "./cache.ts";
import { digestOf } from "./digest.ts";
import { openSealed, writeSealed } from "./sealed.ts";
import type { Store } from "./store.ts";

/** Names and sizes of files: the last is the one that was kept, those before it are named in it. */
type Files = readonly (readonly [string, number])[];

/** A keeper that makes only what it did not make before. */
export interface Ledger extends Keeper {
  /** Keeps in the cache what was made. */
  readonly close: () => void;
}

const FILE = "files";

/** `key`: what decides, beside the articles, what is made of them. */
export function ledgerIn(cache: Cache, key: string, store: Store): Ledger {
  const before = readEntries(cache.path(FILE), `${key} ${FILE}`);
  const entries = new Map<string, Files>();
  let open: (readonly [string, number])[] = [];
  const make = (lines: Parameters<Keeper["keep"]>[0]): Files => {
    const outer = open;
    open = [];
    const shard = shardOf(lines());
    store.put(shard);
    const files = [...open, [shard.name, shard.bytes.length] as const];
    open = outer;
    return files;
  };
  return {
    keep(lines, of) {
      const origin = of === undefined ? undefined : digestOf(of);
      const known = origin === undefined ? undefined : before.get(origin);
      const files = known?.every(([name, size]) => store.has(name, size)) ? known : make(lines);
      if (origin !== undefined) entries.set(origin, files);
      open.push(...files);
      return files.at(-1)?.[0] ?? "";
    },
    recall: (name) => readIndex(cache.path(name), `${key} ${name}`),
    remember: (name, index) => cache.attempt(() => writeIndex(cache.path(name), `${key} ${name}`, index)),
    close() {
      const isSame = entries.size === before.size && entries.keys().every((origin) => before.has(origin));
      if (!isSame)
        cache.attempt(() => writeSealed(cache.path(FILE), `${key} ${FILE}`, JSON.stringify([...entries])));
    },
  };
}

function readEntries(path: string, kind: string): ReadonlyMap<string, Files> {
  const opened = openSealed(path, kind);
  return new Map(opened.is === "whole" ? (JSON.parse(opened.head) as [string, Files][]) : []);
}

interface Head extends Pick<Index, "keys" | "versions"> {
  /** How many cells there are, and the checksum of ends and cells. */
  readonly cells: number;
  readonly sum: number;
}

function readIndex(path: string, kind: string): Index | undefined {
  const opened = openSealed(path, kind);
  if (opened.is !== "whole") return undefined;
  const { keys, versions, cells, sum }: Head = JSON.parse(opened.head);
  const ends = versions.length * Uint32Array.BYTES_PER_ELEMENT;
  const bytes = opened.body(0, ends + cells * Uint32Array.BYTES_PER_ELEMENT);
  if (!bytes || crc32(bytes) !== sum) return undefined;
  return {
    keys,
    versions,
    ends: new Uint32Array(bytes.buffer, 0, versions.length),
    cells: new Uint32Array(bytes.buffer, ends, cells),
  };
}

function writeIndex(path: string, kind: string, { keys, versions, ends, cells }: Index): void {
  const sum = crc32(bytesOf(cells), crc32(bytesOf(ends)));
  const head: Head = { keys, versions, cells: cells.length, sum };
  writeSealed(path, kind, JSON.stringify(head), [bytesOf(ends), bytesOf(cells)]);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
