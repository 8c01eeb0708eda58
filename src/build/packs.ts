import { crc32 } from "node:zlib";
import type { Words } from "../archive/filed.ts";
import type { Card, Pack, Seedling } from "./grown.ts";
import { type Body, openSealed, writeSealed } from "./sealed.ts";

/** What stands at the beginning of a pack. */
interface Head {
  readonly cards: readonly Card[];
  /** The checksum of what comes next: a table of the {@link PARTS} of each, and of each part its bytes and its checksum. */
  readonly table: number;
}

/** Article, headline and words, one after another. */
const PARTS = 3;
const ROW = 2 * PARTS;
/** Bytes of a number in the table. */
const NUMBER = Uint32Array.BYTES_PER_ELEMENT;

/** Keeps what some seeds became in one file. `name`: unlike that of any other pack. Throws where it cannot. */
export function writePack(path: string, name: string, seedlings: readonly Seedling[]): void {
  const parts = seedlings.flatMap(({ article, headline, words }) => [
    article,
    headline,
    Buffer.from(JSON.stringify(words)),
  ]);
  const table = new Uint8Array(Uint32Array.from(parts.flatMap((part) => [part.length, crc32(part)])).buffer);
  const cards = seedlings.map(({ article: _, headline: _headline, words: _words, ...card }) => card);
  const head: Head = { cards, table: crc32(table) };
  writeSealed(path, name, JSON.stringify(head), [table, ...parts]);
}

/** What the seeds of a pack became; `damaged` where it is not as it was written, or another's. */
export function readPack(path: string, name: string): Pack | "absent" | "damaged" {
  const opened = openSealed(path, name);
  if (opened.is !== "whole") return opened.is;
  const { body } = opened; // What it was read from is large, and not held.
  const head: Head = JSON.parse(opened.head);
  let known: ReturnType<typeof partsOf>;
  const part = (number: number, which: number) => {
    known ??= partsOf(body, head);
    return known?.(PARTS * number + which);
  };
  for (const card of head.cards) pool(card);
  return {
    cards: head.cards,
    article: (number) => part(number, 0),
    headline: (number) => part(number, 1),
    words(number) {
      const bytes = part(number, 2);
      return bytes && (JSON.parse(bytes.toString()) as Words);
    },
  };
}

/** Languages, lists and names that many articles have are held once: there may be a million of them. Nobody else has these cards yet. */
function pool({ grown }: Card): void {
  if (!grown) return;
  const own: Partial<Pick<Shared, "source">> & Omit<Shared, "source"> = grown;
  [own.language = ""] = once([grown.language]);
  own.topics = once(grown.topics);
  own.authors = once(grown.authors);
  const [source] = grown.source === undefined ? [] : once([grown.source]);
  if (source !== undefined) own.source = source;
}

/** What of an article's facts others have too. */
interface Shared {
  language: string;
  topics: readonly string[];
  authors: readonly string[];
  source: string;
}

const pooled = new Map<string, readonly string[]>();

function once(names: readonly string[]): readonly string[] {
  const key = names.join("\n");
  const known = pooled.get(key) ?? names;
  pooled.set(key, known);
  return known;
}

/** Reads parts by their numbers; nothing where one is not as it was written. */
function partsOf(body: Body, { cards, table }: Head) {
  const size = cards.length * ROW * NUMBER;
  const bytes = body(0, size);
  if (!bytes || crc32(bytes) !== table) return undefined;
  const numbers = new Uint32Array(bytes.buffer);
  const starts: number[] = [size];
  for (let i = 0; i < numbers.length; i += 2) starts.push((starts.at(-1) ?? 0) + (numbers[i] ?? 0));
  return (number: number) => {
    const read = body(starts[number] ?? 0, numbers[2 * number] ?? 0);
    return read && crc32(read) === numbers[2 * number + 1] ? read : undefined;
  };
}
