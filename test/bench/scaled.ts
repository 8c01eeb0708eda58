import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyProject } from "../copied.ts";
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
  copyProject(folder);
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
