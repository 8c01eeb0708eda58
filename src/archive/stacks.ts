import { boundedMemory } from "../feeds/memory.ts";
import { unreadable } from "../feeds/unreadable.ts";
import { NAMES_A_SHARD, type Names } from "./root.ts";
import { type Opened, openShard, valueIn } from "./shard.ts";

/** Reads a file by its name from wherever the archive is kept; nothing where there is none. */
export type Read = (name: string) => Promise<Uint8Array | undefined>;

/** The files of an archive. */
export interface Stacks {
  /** What lines of a file say, in the order of their numbers as they are given; throws where one cannot be read. */
  readonly lines: <T>(name: string, numbers: readonly number[]) => Promise<readonly T[]>;
  /** What the first line of a file says: kept, as it is asked for over and over. */
  readonly table: <T>(name: string) => Promise<T>;
  /** The name of a file by its number. */
  readonly nameAt: (names: Names, number: number) => Promise<string>;
}

/** Bytes of files, and of tables as they are written, that are kept: of a Worker's 128 MB. */
const FILES_BYTES = 12_000_000;
const TABLES_BYTES = 1_500_000;

interface Table {
  readonly value: unknown;
  readonly size: number;
}

export function stacksOf(read: Read): Stacks {
  const files = boundedMemory<Opened>(FILES_BYTES, ({ size }) => size);
  const tables = boundedMemory<Table>(TABLES_BYTES, ({ size }) => size);
  const open = async (name: string): Promise<Opened> => {
    const known = files.known(name);
    if (known) return known;
    const bytes = await read(name);
    if (!bytes) throw unreadable(name, "none");
    // Another request may have read it meanwhile.
    return files.keep(name, () => {
      const opened = openShard(name, bytes);
      if (!opened) throw unreadable(name, "another beginning");
      return opened;
    });
  };
  const lineIn = (name: string, opened: Opened, number: number): Uint8Array => {
    const line = opened.line(number);
    if (line) return line;
    files.forget(name); // It may be mended where it lies.
    throw unreadable(name, `another line ${number + 2}`);
  };
  const table = async <T>(name: string): Promise<T> => {
    const known = tables.known(name);
    if (known) return known.value as T;
    const line = lineIn(name, await open(name), 0);
    return tables.keep(name, () => ({ value: valueIn(line), size: line.length })).value as T;
  };
  return {
    async lines<T>(name: string, numbers: readonly number[]) {
      const opened = await open(name);
      return numbers.map((number) => valueIn(lineIn(name, opened, number)) as T);
    },
    table,
    async nameAt(names, number) {
      const page = names[Math.floor(number / NAMES_A_SHARD)];
      const name = page && (await table<readonly string[]>(page))[number % NAMES_A_SHARD];
      if (!name) throw unreadable(`number ${number}`, "no name for it");
      return name;
    },
  };
}

/** Connections that a Worker may have open at a time. */
const AT_A_TIME = 6;

/** Does something to each, some at a time, and tells what came of it in their order. */
export async function each<T, R>(all: readonly T[], task: (one: T) => Promise<R>): Promise<readonly R[]> {
  const made: R[] = [];
  for (let start = 0; start < all.length; start += AT_A_TIME)
    made.push(...(await Promise.all(all.slice(start, start + AT_A_TIME).map(task))));
  return made;
}
