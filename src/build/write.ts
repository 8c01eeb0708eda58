import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { dirname } from "node:path";
import type { Collection } from "./built.ts";
import { removeUnfinished, writeWhole } from "./whole.ts";

/**
 * Writes the collection as a module, whole or not at all, and only when its text changed: a watcher sees no idle build.
 * Throws where it cannot; the earlier module then stays.
 */
export function writeModule(path: string, collection: Collection): void {
  removeUnfinished(dirname(path), path);
  if (!isWritten(path, collection)) writeWhole(path, moduleOf(collection), true);
}

function isWritten(path: string, collection: Collection): boolean {
  if (!existsSync(path)) return false;
  const file = openSync(path, "r");
  try {
    for (const part of moduleOf(collection)) if (!nextIn(file, part.length)?.equals(part)) return false;
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

function* moduleOf({ publication, articles, searchIndex }: Collection): Generator<Buffer> {
  let parts: Uint8Array[] = [Buffer.from(headOf(publication))];
  let size = 0;
  for (const article of articles) {
    parts.push(INDENT, article, LINE_END);
    size += article.length;
    if (size < MANY) continue;
    yield Buffer.concat(parts);
    [parts, size] = [[], 0];
  }
  yield Buffer.concat([...parts, Buffer.from(tailOf(searchIndex))]);
}

const INDENT = Buffer.from("  ");
const LINE_END = Buffer.from(",\n");

/** A text, not an object: it is parsed when somebody first searches. */
const tailOf = (searchIndex: string): string =>
  `];\n\nexport const searchIndex = ${JSON.stringify(searchIndex)};\n`;

const headOf = (
  publication: Collection["publication"],
): string => `// Made from the seeds by \`npm run build\`: edit those.
import type { Article } from "../articles/article.ts";
import type { Publication } from "../articles/publication.ts";

export const publication: Publication = ${JSON.stringify(publication, null, 2)};

export const articles: readonly Article[] = [
`;
