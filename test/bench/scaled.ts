import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Invented, inventing, publicationToml, seedOf } from "./seeds.ts";

const AUTHORS = 200;
const SOURCES = 50;
const HOUR = 3_600_000;

/** As the owner's, with an author, a source and a time of day, which generated ones lack. */
function seedNumber(article: Invented, number: number): string {
  const published = new Date(article.published.getTime() + (number % 18) * HOUR).toISOString();
  const facts = [
    `title: ${JSON.stringify(article.title)}`,
    `date: ${published}`,
    `language: ${article.language}`,
    `author: Author ${number % AUTHORS}`,
    `source: Outlet ${(number * 7) % SOURCES}`,
  ];
  return `---\n${facts.join("\n")}\n---\n${seedOf(article)}`;
}

/** A copy of this project with so many seeds of its own, a thousand in a folder. */
export function projectOf(folder: string, count: number): void {
  cpSync("src", join(folder, "src"), { recursive: true, filter: (from) => !from.endsWith("generated") });
  for (const name of ["package.json", "tsconfig.json"]) cpSync(name, join(folder, name));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "wrangler.toml"), withoutBuild(readFileSync("wrangler.toml", "utf8")));
  mkdirSync(join(folder, "seeds"));
  writeFileSync(join(folder, "seeds/publication.toml"), publicationToml());
  let number = 0;
  for (const article of inventing(count)) {
    const part = join(folder, "seeds", String(Math.floor(number / 1000)));
    if (number % 1000 === 0) mkdirSync(part);
    writeFileSync(join(part, `${number}.txt`), seedNumber(article, number));
    number += 1;
  }
}

/** Bundling is not to build once more. */
const withoutBuild = (toml: string): string => toml.replace(/\[build\]\n(?:.+\n)+/, "");
