import { PHRASES, type Phrases, TOPICS } from "./phrases.ts";

/** An invented article, from which a seed and a Markdown file are written. */
export interface Invented {
  readonly language: string;
  readonly title: string;
  readonly outlet: string;
  readonly published: Date;
  readonly paragraphs: readonly string[];
  readonly topics: readonly string[];
  readonly credit: string;
  readonly update: string;
  readonly neighbours: readonly [string, string];
}

/** What the paragraphs weigh, so that the whole file weighs about as much as the owner's. */
const PARAGRAPH_BYTES = 640;
const PARAGRAPHS = 4;
const FIRST_DAY = Date.UTC(2015, 0, 1);
const DAYS = 3650;
const DAY = 86_400_000;

/** The same articles every time, no two of them alike. */
export const invent = (count: number): readonly Invented[] => [...inventing(count)];

/** The same, one after the other: a million are not to be held at once. */
export function* inventing(count: number): Generator<Invented> {
  const next = randomFrom(20240619);
  for (let number = 0; number < count; number++) yield inventOne(number, next);
}

export type Random = () => number;

function inventOne(number: number, next: Random): Invented {
  const language = pick(Object.keys(PHRASES), next);
  const phrases = PHRASES[language];
  if (!phrases) throw new Error(`no phrases in ${language}`);
  const topics = [pick(Object.keys(TOPICS), next), pick(Object.keys(TOPICS), next)];
  const say = (pattern: string) =>
    filled(pattern, phrases, TOPICS[pick(topics, next)]?.[language] ?? "", next);
  return {
    language,
    title: `${say(pick(phrases.titles, next))} (${number})`,
    outlet: phrases.outlet,
    published: new Date(FIRST_DAY + Math.floor(next() * DAYS) * DAY),
    paragraphs: Array.from({ length: PARAGRAPHS }, () => paragraph(phrases.sentences, say, next)),
    topics: [...new Set(topics)],
    credit: `lgc (${phrases.agencies.join(", ")})`,
    update: say(phrases.update),
    neighbours: [say(pick(phrases.titles, next)), say(pick(phrases.titles, next))],
  };
}

function paragraph(sentences: readonly string[], say: (pattern: string) => string, next: Random): string {
  let text = say(pick(sentences, next));
  while (Buffer.byteLength(text) < PARAGRAPH_BYTES) text += ` ${say(pick(sentences, next))}`;
  return text;
}

const filled = (pattern: string, { places, names }: Phrases, topic: string, next: Random): string =>
  pattern
    .replace("{topic}", topic)
    .replace("{place}", () => pick(places, next))
    .replace("{name}", () => pick(names, next))
    .replace("{number}", () => String(2 + Math.floor(next() * 9998)))
    .replace("{hour}", () => String(10 + Math.floor(next() * 10)));

function pick<T>(some: readonly T[], next: Random): T {
  const one = some[Math.floor(next() * some.length)];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
}

/** Numbers from 0 to 1, the same ones from the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** As the owner's: the title three times with outlet and day, a dash, the text, who wrote it, what changed, its neighbours. */
export function seedOf(article: Invented): string {
  const { title, outlet, published, paragraphs, credit, update, neighbours } = article;
  const [year, month, day] = published.toISOString().slice(0, 10).split("-");
  const heading = `${title} – ${outlet} – ${day}.${month}.${year}`;
  const [previous, following] = neighbours;
  return [
    `${heading}\n\n${heading}\n${heading}\n-`,
    ...paragraphs,
    `${credit}\n${update}`,
    `-`,
    `PREV ${previous}\nNEXT ${following}`,
  ].join("\n\n");
}

/** For Hugo: what a seed's reader has to find out is said in front matter. */
export const markdownOf = ({ title, published, topics, paragraphs }: Invented): string => `---
title: ${JSON.stringify(title)}
date: ${published.toISOString()}
topics: ${JSON.stringify(topics)}
---

${paragraphs.join("\n\n")}
`;

/** The publication's file: every topic with its word in each language, whatever its ending. */
export const publicationToml = (): string => `id = "urn:uuid:00000000-0000-4000-8000-000000000000"
title = "Bench"
language = "en"
since = 2015-01-01
entries = 50
${Object.entries(TOPICS).map(topicToml).join("")}`;

const topicToml = ([id, words]: readonly [string, Readonly<Record<string, string>>]): string => `
[[topics]]
id = "${id}"
title = "${id}"

[topics.words]
${Object.entries(words)
  .map(([language, word]) => `${language} = ["${word}*"]`)
  .join("\n")}
`;
