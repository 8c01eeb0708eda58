import { openShard } from "../archive/shard.ts";
import type { Read } from "../archive/stacks.ts";
import type { CacheTimes } from "../articles/publication.ts";
import { stateUnder } from "../feeds/changes.ts";
import { boundedMemory } from "../feeds/memory.ts";
import { isUnreadable, unreadable } from "../feeds/unreadable.ts";
import { CODING_NAMES, type Coding, decompress } from "./compression.ts";
import { modifiedBy, prepareBytes } from "./prepare.ts";
import { type Prepared, preparedWhole, sizeOf, type Told } from "./prepared.ts";

/** A document that the build wrote, hashed and compressed. */
export interface ReadyDocument {
  readonly content: Told;
  readonly etag: string;
  /** Bytes of it without a coding. */
  readonly size: number;
  /** The file whose lines it is, in one coding after another; in gzip alone, where an address is still to be put into it. */
  readonly file: string;
}

/** What is polled most, written by the build: a Worker that was just started has little to do but to send it. */
export interface Ready {
  /** Milliseconds, between which these documents are what would be written: from the first moment on, up to the second. */
  readonly from: number;
  readonly until?: number;
  /** The address in these documents that stands for that which a publication is asked for under, where it names none of its own. */
  readonly standIn?: string;
  /** By their paths. */
  readonly documents: Readonly<Record<string, ReadyDocument>>;
}

/** A document as it is sent, and until when it is what there is, in milliseconds. */
export interface AtHand {
  readonly prepared: Prepared;
  readonly until: number;
}

/** For whom a document is: the address that it is asked for under, the moment, and when that was deployed, in milliseconds. */
export interface For {
  readonly base: string;
  readonly now: number;
  readonly deployed: number;
}

/** Makes a document anew. */
type Rewrite = () => Promise<Prepared>;

/** Finds what is ready at a path. `write` is for what cannot be told by what the build wrote: deltas, and files that cannot be read. */
export type FindReady = (path: string, asked: For, write: Rewrite) => AtHand | Promise<AtHand> | undefined;

/** Of a Worker's 128 MB. */
const READY_BYTES = 8_000_000;
/** An address that stands in every format as it is. */
const PLAIN = /^https?:\/\/[a-z0-9.:-]+$/;

/** `read` reads the files that documents are in. */
export function readyIn(
  { from, until = Number.POSITIVE_INFINITY, standIn, documents }: Ready,
  read: Read,
  times: CacheTimes,
): FindReady {
  const kept = boundedMemory<AtHand>(READY_BYTES, ({ prepared }) => sizeOf(prepared));
  return (path, { base, now, deployed }, write) => {
    const document = Object.hasOwn(documents, path) ? documents[path] : undefined;
    if (!document || now < from || now >= until) return undefined;
    const key = `${deployed} ${base} ${path}`;
    const content = modifiedBy(document.content, deployed);
    const keep = (prepared: Prepared) => kept.keep(key, () => ({ prepared, until }));
    if (standIn === undefined)
      return kept.known(key) ?? keep(asWritten({ ...document, content }, read, times, write));
    if (!PLAIN.test(base)) return undefined;
    const put = () => placedAt(base, standIn, { ...document, content }, read, times);
    return kept.known(key) ?? orWritten(put, write).then((made) => keep(withDeltas(made, write)));
  };
}

/** A document as the build wrote it. */
function asWritten(
  { content, etag, size, file }: ReadyDocument,
  read: Read,
  times: CacheTimes,
  write: Rewrite,
): Prepared {
  const stored = async (coding: Coding | undefined): Promise<Uint8Array> => {
    const found = await lineIn(file, CODING_NAMES.indexOf(coding ?? "gzip"), read);
    return coding ? found : decompress(found);
  };
  const encode = (coding: Coding | undefined) =>
    orWritten(
      () => stored(coding),
      async () => (await (await write()).represented(coding)).bytes,
    );
  return withDeltas(preparedWhole(content, etag, size, encode, times), write);
}

/** A document with an address in place of the one that it was written under. */
async function placedAt(
  base: string,
  standIn: string,
  { content, file }: ReadyDocument,
  read: Read,
  times: CacheTimes,
): Promise<Prepared> {
  const put = (text: string) => text.replaceAll(standIn, base);
  // Both addresses are ASCII: no more need be understood of the bytes around them.
  const text = put(Buffer.from(decompress(await lineIn(file, 0, read))).toString("latin1"));
  const links = content.links.map((link) => ({ ...link, href: put(link.href) }));
  const state = content.state && stateUnder(base, standIn, content.state);
  const told = { ...content, links, ...(state && { state }) };
  return prepareBytes(Buffer.from(text, "latin1"), told, times);
}

const withDeltas = (prepared: Prepared, write: Rewrite): Prepared => ({
  ...prepared,
  delta: async (tag) => (await write()).delta?.(tag),
});

/** What is read, or, where that cannot be, written. */
async function orWritten<T>(read: () => Promise<T>, write: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    console.error(error);
    return write();
  }
}

async function lineIn(file: string, number: number, read: Read): Promise<Uint8Array> {
  const bytes = await read(file);
  const line = bytes && openShard(file, bytes)?.line(number);
  if (!line) throw unreadable(file, bytes ? "another beginning or line" : "none");
  return line;
}
