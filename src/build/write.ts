import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Root } from "../archive/root.ts";
import type { Publication } from "../articles/publication.ts";
import { LINES } from "../bundled.ts";
import type { Ready } from "../http/ready.ts";
import { removeUnfinished, writeWhole } from "./whole.ts";

/** Where the build puts the module, which the Worker imports. */
export const MODULE = "src/generated/publication.ts";

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
 * Writes a bundle as a file of lines, and a module that names it, whole or not at all, and only when what is in it changed: a
 * watcher sees no idle build. Throws where it cannot; the earlier module and its file then stay.
 */
export function writeModule(path: string, bundle: Bundle): void {
  const folder = dirname(path);
  removeUnfinished(folder);
  const name = nameOf(partsOf(bundle));
  const file = join(folder, name);
  if (!isSound(file)) writeWhole(file, partsOf(bundle), true);
  const text = moduleOf(name);
  if (!existsSync(path) || readFileSync(path, "utf8") !== text) writeWhole(path, [Buffer.from(text)], true);
  for (const other of readdirSync(folder))
    if (FILE.test(other) && other !== name) rmSync(join(folder, other), { force: true });
}

/** The file that a module names, as it was bundled. Throws where there is none. */
export function bundleAt(path: string): Uint8Array {
  const [, name = ""] = /"\.\/(\w+\.bin)"/.exec(readFileSync(path, "utf8")) ?? [];
  return readFileSync(join(dirname(path), name));
}

/** A bundle's file is named by a digest of what is in it. */
const FILE = /^[0-9a-f]{32}\.bin$/;

function nameOf(parts: Iterable<Uint8Array>): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return `${hash.digest("hex").slice(0, 32)}.bin`;
}

const isSound = (file: string): boolean =>
  existsSync(file) && nameOf([readFileSync(file)]) === basename(file);

/** Bytes that are written at a time. */
const MANY = 500_000;

function* partsOf({ articles, ...one }: Bundle): Generator<Uint8Array> {
  let parts: Uint8Array[] = [Buffer.from(LINES.map((line) => `${lineOf(one[line])}\n`).join(""))];
  let size = 0;
  for (const article of articles) {
    parts.push(article, LINE_END);
    size += article.length;
    if (size < MANY) continue;
    yield Buffer.concat(parts);
    [parts, size] = [[], 0];
  }
  yield Buffer.concat(parts);
}

const LINE_END = Buffer.from("\n");

/** The index is a text already. */
const lineOf = (value: Bundle[(typeof LINES)[number]]): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? "");

const moduleOf = (name: string): string => `// Made from the seeds by \`npm run build\`: edit those.
import bundle from "./${name}";

export { bundle };
`;
