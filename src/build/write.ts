import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Collection } from "./read.ts";

/** Writes the collection as a module, whole or not at all, and only when its text changed: a watcher sees no idle build. */
export function writeModule(path: string, collection: Collection): void {
  const text = moduleOf(collection);
  if (existsSync(path) && readFileSync(path).equals(text)) return;
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.tmp`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, path);
}

const moduleOf = ({ publication, articles }: Collection): Buffer =>
  Buffer.concat([
    Buffer.from(headOf(publication)),
    ...articles.flatMap((article) => [INDENT, article, LINE_END]),
    Buffer.from("];\n"),
  ]);

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
