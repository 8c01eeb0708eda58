import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Collection } from "./built.ts";

/** Writes the collection as a module, whole or not at all, and only when its text changed: a watcher sees no idle build. */
export function writeModule(path: string, collection: Collection): void {
  if (isWritten(path, collection)) return;
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.tmp`;
  const file = openSync(unfinished, "w");
  for (const part of moduleOf(collection)) writeFileSync(file, part);
  closeSync(file);
  renameSync(unfinished, path);
}

function isWritten(path: string, collection: Collection): boolean {
  if (!existsSync(path)) return false;
  const text = readFileSync(path);
  let end = 0;
  for (const part of moduleOf(collection)) {
    const start = end;
    end += part.length;
    if (!text.subarray(start, end).equals(part)) return false;
  }
  return end === text.length;
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
