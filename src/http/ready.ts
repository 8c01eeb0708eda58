import { openShard } from "../archive/shard.ts";
import type { Read } from "../archive/stacks.ts";
import type { CacheTimes } from "../articles/publication.ts";
import { boundedMemory } from "../feeds/memory.ts";
import { isUnreadable, unreadable } from "../feeds/unreadable.ts";
import { CODING_NAMES, type Coding, decompress } from "./compression.ts";
import { modifiedBy } from "./prepare.ts";
import { type Prepared, preparedWhole, sizeOf, type Told } from "./prepared.ts";

/** A document that the build wrote, hashed and compressed. */
export interface ReadyDocument {
  readonly content: Told;
  readonly etag: string;
  /** Bytes of it without a coding. */
  readonly size: number;
  /** The file whose lines it is, in one coding after another. */
  readonly file: string;
}

/** What is polled most, written by the build: a Worker that was just started has nothing to do but to send it. */
export interface Ready {
  /** Milliseconds, between which these documents are what would be written: from the first moment on, up to the second. */
  readonly from: number;
  readonly until?: number;
  /** By their paths. */
  readonly documents: Readonly<Record<string, ReadyDocument>>;
}

/** A document as it is sent, and until when it is what there is, in milliseconds. */
export interface AtHand {
  readonly prepared: Prepared;
  readonly until: number;
}

/** Finds what is ready at a path at a moment. `write` writes it anew, where that is needed. */
export type FindReady = (
  path: string,
  now: number,
  deployed: number,
  write: () => Promise<Prepared>,
) => AtHand | undefined;

/** Of a Worker's 128 MB. */
const READY_BYTES = 8_000_000;

/** `read` reads the files that documents are in. */
export function readyIn(
  { from, until = Number.POSITIVE_INFINITY, documents }: Ready,
  read: Read,
  times: CacheTimes,
): FindReady {
  const kept = boundedMemory<AtHand>(READY_BYTES, ({ prepared }) => sizeOf(prepared));
  return (path, now, deployed, write) => {
    const document = Object.hasOwn(documents, path) ? documents[path] : undefined;
    if (!document || now < from || now >= until) return undefined;
    return kept.keep(`${deployed} ${path}`, () => ({
      prepared: preparedOf(document, read, times, deployed, write),
      until,
    }));
  };
}

function preparedOf(
  { content, etag, size, file }: ReadyDocument,
  read: Read,
  times: CacheTimes,
  deployed: number,
  write: () => Promise<Prepared>,
): Prepared {
  const encode = async (coding: Coding | undefined): Promise<Uint8Array> => {
    try {
      const found = await encodedIn(file, coding ?? "gzip", read);
      return coding ? found : decompress(found);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
      console.error(error);
      return (await (await write()).represented(coding)).bytes;
    }
  };
  const prepared = preparedWhole(modifiedBy(content, deployed), etag, size, encode, times);
  return { ...prepared, delta: async (tag) => (await write()).delta?.(tag) };
}

async function encodedIn(file: string, coding: Coding, read: Read): Promise<Uint8Array> {
  const bytes = await read(file);
  const line = bytes && openShard(file, bytes)?.line(CODING_NAMES.indexOf(coding));
  if (!line) throw unreadable(file, bytes ? "another beginning or line" : "none");
  return line;
}
