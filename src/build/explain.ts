import { readFileSync, statSync } from "node:fs";
import { relative } from "node:path";
import type { Publication } from "../articles/publication.ts";
import { type Read, readSeed } from "../articles/seed.ts";
import { explainTopics } from "../articles/topics.ts";
import { publicationIn } from "./folder.ts";
import { report } from "./report.ts";

// `npm run explain seeds/x.txt`: how a seed was read, line by line, and why each topic was chosen; or what is wrong with it.
const SEEDS = "seeds";
const path = process.argv[2];
if (path && statSync(path, { throwIfNoEntry: false })?.isFile()) explain(path);
else {
  console.error("npm run explain seeds/name.txt: a seed to explain");
  process.exitCode = 1;
}

/** No other seed is read: one is understood by itself, and by what the publication's file says. */
function explain(file: string): void {
  const { value: publication, customs, problems } = publicationIn(SEEDS);
  if (!publication) {
    for (const line of report({ problems, warnings: [] }, SEEDS)) console.error(line);
    process.exitCode = 1;
    return;
  }
  const read = readSeed(relative(SEEDS, file), readFileSync(file), customs);
  if (read.ok) show(read.value, publication);
  else
    for (const { line, expected, found } of read.problems)
      console.log(`${file}:${line}: ${expected}; found ${found}`);
}

function show({ draft, text, lines }: Read, publication: Publication): void {
  for (const { number, role, why, text: words } of lines)
    console.log(`${String(number).padStart(4)}  ${role.padEnd(9)}  ${shortened(words).padEnd(62)}  ${why}`);
  const { title, language, published, updated, source, authors, agencies, initials } = draft;
  console.log("");
  for (const [name, value] of Object.entries({
    title,
    language,
    published,
    updated,
    source: source?.name,
    authors: authors.map((one) => one.name).join(", "),
    agencies: agencies.join(", "),
    initials,
  }))
    if (value) console.log(`${name}: ${value}`);
  for (const line of explainTopics(publication.topics, { ...draft, text })) console.log(line);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
