import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Collection } from "./built.ts";

/** Writes the collection as a module, whole or not at all, and only when its text changed: a watcher sees no idle build. */
export function writeModule(path: string, collection: Collection): void {
  const parts = moduleOf(collection);
  if (isWritten(path, parts)) return;
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.tmp`;
  const file = openSync(unfinished, "w");
  for (const part of parts) writeFileSync(file, part);
  closeSync(file);
  renameSync(unfinished, path);
}

function isWritten(path: string, parts: readonly Uint8Array[]): boolean {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (statSync(path, { throwIfNoEntry: false })?.size !== length) return false;
  return readFileSync(path).equals(Buffer.concat(parts));
}

/** How many articles are written at a time. */
const MANY = 200;

function moduleOf({ publication, articles }: Collection): readonly Uint8Array[] {
  const lines = Array.from({ length: Math.ceil(articles.length / MANY) }, (_, i) =>
    articles.slice(i * MANY, (i + 1) * MANY).flatMap((article) => [INDENT, article, LINE_END]),
  );
  return [Buffer.from(headOf(publication)), ...lines.map((some) => Buffer.concat(some)), Buffer.from("];\n")];
}

const INDENT = Buffer.from("  ");
const LINE_END = Buffer.from(",\n");

const headOf = (
  publication: Collection["publication"],
): string => `// Made from the seeds by \`npm run build\`: edit those.
import type { Article } from "../articles/article.ts";
import type { Publication } from "../articles/publication.ts";

export const publication: Publication = ${JSON.stringify(publication, null, 2)};

export const articles: readonly Article[] = [
`;
