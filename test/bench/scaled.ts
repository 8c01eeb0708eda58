import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyCode, copyProject } from "../copied.ts";
import { type Invented, invent, inventing, publicationToml, seedOf } from "./seeds.ts";

/** Where such a project is published. */
const ADDRESS = "https://news.example";

/** An address there, wherever it is served meanwhile. */
export function served(address: string, url: string): string {
  const { pathname, search } = new URL(address, ADDRESS);
  return url + pathname + search;
}

const AUTHORS = 200;
const SOURCES = 50;
const HOUR = 3_600_000;

/** As the owner's, with an author, a source and a time of day, which generated ones lack. */
function seedNumber(article: Invented, number: number): string {
  const moment = new Date(article.published.getTime() + (number % 18) * HOUR);
  return seedAt(article, number, moment);
}

function seedAt(article: Invented, number: number, moment: Date): string {
  const published = `${moment.toISOString().slice(0, 19)}Z`;
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
  writeFileSync(join(folder, "seeds/publication.toml"), `url = "${ADDRESS}"\n${publicationToml()}`);
  let number = 0;
  for (const article of inventing(count)) {
    const part = join(folder, "seeds", String(Math.floor(number / 1000)));
    if (number % 1000 === 0) mkdirSync(part);
    writeFileSync(join(part, `${number}.txt`), seedNumber(article, number));
    number += 1;
  }
}

/**
 * Does something with such a project in a folder for the time being, or in one that is kept: there the seeds of an earlier run
 * are used again with the code of today.
 */
export async function withProject<T>(
  count: number,
  kept: string | undefined,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), "broadsheet-scale-"));
  try {
    if (existsSync(join(folder, "seeds"))) copyCode(folder);
    else projectOf(folder, count);
    return await use(folder);
  } finally {
    if (!kept) rmSync(folder, { recursive: true });
  }
}

/** Adds a word to one of the seeds: to the one that stands so far behind the first, of all from 0 to 1. */
export function editSeed(folder: string, at: number): void {
  const parts = readdirSync(join(folder, "seeds")).filter((name) => /^\d+$/.test(name));
  const part = join(folder, "seeds", parts[Math.floor(at * parts.length)] ?? "");
  const names = readdirSync(part);
  const seed = join(part, names[Math.floor(at * names.length)] ?? "");
  const text = readFileSync(seed, "utf8");
  const edited = text.replace(/\n\n-\n\nPREV/, () => ` Edited ${Date.now()}.\n\n-\n\nPREV`);
  if (edited === text) throw new Error(`${seed} has no place for an edit`);
  writeFileSync(seed, edited);
}

/** Adds seeds of articles that become due one after the other: from a moment (milliseconds) on, one every so many seconds. */
export function addDue(folder: string, count: number, from: number, pace: number): void {
  rmSync(join(folder, "seeds/due"), { recursive: true, force: true });
  mkdirSync(join(folder, "seeds/due"));
  for (const [number, article] of invent(count).entries()) {
    const moment = new Date(from + number * pace * 1000);
    writeFileSync(join(folder, `seeds/due/${number}.txt`), seedAt(article, number, moment));
  }
}
