import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { readSeed } from "../articles/seed.ts";
import { explainTopics } from "../articles/topics.ts";
import { readSeeds } from "./read.ts";

// `npm run explain seeds/x.txt`: how a seed was read, line by line, and why each topic was chosen.
const path = process.argv[2];
const publication = readSeeds("seeds").collection?.publication;
if (!path || !existsSync(path)) {
  console.error("npm run explain seeds/name.txt: a seed to explain");
  process.exitCode = 1;
} else if (!publication) {
  console.error("the seeds have problems: npm run build tells which");
  process.exitCode = 1;
} else explain(path);

function explain(file: string): void {
  if (!publication) return;
  const customs = { ...publication, topics: new Set(publication.topics.map(({ id }) => id)) };
  const read = readSeed(relative("seeds", file), readFileSync(file), customs);
  if (!read.ok) {
    for (const { line, expected, found } of read.problems)
      console.log(`${file}:${line}: ${expected}; found ${found}`);
    return;
  }
  const { draft, text, lines } = read.value;
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
