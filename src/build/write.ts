import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { dirname } from "node:path";
import type { Root } from "../archive/root.ts";
import type { Publication } from "../articles/publication.ts";
import type { Ready } from "../http/ready.ts";
import { removeUnfinished, writeWhole } from "./whole.ts";

/** What is bundled with the Worker: all articles, or the newest and what is known of an archive of all. */
export interface Bundle {
  readonly publication: Publication;
  /** Each as JSON in UTF-8. */
  readonly articles: Iterable<Uint8Array>;
  readonly searchIndex: string;
  readonly archive?: Root;
  readonly ready?: Ready;
}

/**
 * Writes a bundle as a module, whole or not at all, and only when its text changed: a watcher sees no idle build.
 * Throws where it cannot; the earlier module then stays.
 */
export function writeModule(path: string, bundle: Bundle): void {
  removeUnfinished(dirname(path), path);
  if (!isWritten(path, bundle)) writeWhole(path, moduleOf(bundle), true);
}

function isWritten(path: string, bundle: Bundle): boolean {
  if (!existsSync(path)) return false;
  const file = openSync(path, "r");
  try {
    for (const part of moduleOf(bundle)) if (!nextIn(file, part.length)?.equals(part)) return false;
    return nextIn(file, 1) === undefined;
  } finally {
    closeSync(file);
  }
}

/** The next bytes of a file, or as many as are left; nothing where none are. */
function nextIn(file: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length);
  let read = 0;
  for (let some = -1; some !== 0 && read < length; read += some)
    some = readSync(file, bytes, read, length - read, null);
  return read === 0 ? undefined : bytes.subarray(0, read);
}

/** Bytes that are written at a time. */
const MANY = 500_000;

function* moduleOf({ publication, articles, ...rest }: Bundle): Generator<Buffer> {
  let parts: Uint8Array[] = [Buffer.from(headOf(publication))];
  let size = 0;
  for (const article of articles) {
    parts.push(INDENT, article, LINE_END);
    size += article.length;
    if (size < MANY) continue;
    yield Buffer.concat(parts);
    [parts, size] = [[], 0];
  }
  yield Buffer.concat([...parts, Buffer.from(tailOf(rest))]);
}

const INDENT = Buffer.from("  ");
const LINE_END = Buffer.from(",\n");

/** A text, not an object: it is parsed when somebody first searches. */
const tailOf = ({ searchIndex, archive, ready }: Omit<Bundle, "publication" | "articles">): string =>
  `];\n\nexport const searchIndex = ${JSON.stringify(searchIndex)};\n
export const archive: Root | undefined = ${JSON.stringify(archive)};\n
export const ready: Ready | undefined = ${JSON.stringify(ready)};\n`;

const headOf = (publication: Publication): string => `// Made from the seeds by \`npm run build\`: edit those.
import type { Root } from "../archive/root.ts";
import type { Article } from "../articles/article.ts";
import type { Publication } from "../articles/publication.ts";
import type { Ready } from "../http/ready.ts";

export const publication: Publication = ${JSON.stringify(publication, null, 2)};

export const articles: readonly Article[] = [
`;
