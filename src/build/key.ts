import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Publication } from "../articles/publication.ts";
import { digestOf } from "./digest.ts";
import type { Work } from "./work.ts";

const SOURCES = join(import.meta.dirname, "..");
/** The code that decides what a seed becomes, and how it is kept. */
export const READING: readonly string[] = [
  "articles",
  ...["batch", "digest", "grown", "packs", "sealed", "work"].map((name) => `build/${name}.ts`),
  ...["archive/filed.ts", "feeds/once.ts", "feeds/place.ts", "feeds/search.ts"],
];
/** The code that decides what files an archive has, and how it is kept what they were made from. */
export const ARCHIVING: readonly string[] = [
  ...["articles", "archive", "feeds"],
  ...["built", "bundle", "digest", "grown", "in-order", "ledger", "polled", "ready", "sealed"].map(
    (name) => `build/${name}.ts`,
  ),
  ...["compression", "found", "prepare", "prepared"].map((name) => `http/${name}.ts`),
];
/** What says which packages it uses: those that are wanted, and those that npm installed. Whoever uses another tool has not all of them. */
const PACKAGES = ["../package.json", "../package-lock.json", "../node_modules/.package-lock.json"];

/** What decides, beside a seed's path and bytes, what it becomes: code, Node with its tables of languages and zones, and of the publication what bears on reading. */
export function keyOf({ publication, customs }: Work): string {
  const topics = publication?.topics.map(({ id, words }) => [id, words]);
  const { language, timeZone } = customs;
  return keyBy(READING, [publication?.id, language, timeZone, customs.topics && [...customs.topics], topics]);
}

/** What decides, beside the articles, what files their archive has. */
export const archiveKeyOf = (publication: Publication): string => keyBy(ARCHIVING, publication);

function keyBy(code: readonly string[], said: unknown): string {
  const packages = PACKAGES.filter((path) => existsSync(join(SOURCES, path)));
  const paths = [...code.flatMap((path) => filesIn(path)), ...packages];
  const files = paths.map((path) => [path, digestOf(readFileSync(join(SOURCES, path)))]);
  return digestOf(JSON.stringify([process.versions, said, files]));
}

/** Paths of the files in a folder and below, or of the file that it is. */
const filesIn = (path: string): readonly string[] =>
  /\.\w+$/.test(path)
    ? [path]
    : readdirSync(join(SOURCES, path), { withFileTypes: true }).flatMap((entry) => {
        const below = `${path}/${entry.name}`;
        if (entry.isDirectory()) return filesIn(below);
        return entry.name.endsWith(".ts") ? [below] : [];
      });
