import { VECTORS } from "../articles/vectors.ts";
import { PUBLICATION_TOML, type Seeds, seedOf } from "./publication.ts";

const DAY = 86_400_000;
const dateOf = (i: number): string => new Date(Date.UTC(2025, 0, 1) + i * DAY).toISOString();
const entities = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`).replaceAll("\u0001", "");

const inMarkdown = (vector: string, i: number): string =>
  seedOf(
    {
      title: `M${i} ${vector}`,
      date: dateOf(i),
      language: "en",
      author: `By ${vector}`,
      source: `At ${vector}`,
      summary: vector,
      topics: ["tides"],
    },
    `Before.\n\n${vector}\n\nThen [a link](<${vector.replace(/[<>\n]/g, "")}>) and \`${vector}\`.`,
  );

const inPage = (vector: string, i: number): string => `<!doctype html>
<html lang="en"><head>
<title>H${i} ${entities(vector)}</title>
<meta name="author" content="By ${entities(vector)}">
<meta property="og:site_name" content="At ${entities(vector)}">
<meta name="description" content="${entities(vector)}">
<meta property="article:published_time" content="${dateOf(i)}">
</head><body><article><p>Before.</p>
${vector}
</article></body></html>
`;

const inText = (vector: string, i: number): string => {
  const line = vector.replace(/\s+/g, " ");
  return `T${i} ${line}

By Ada ${line}

${new Date(dateOf(i)).toLocaleDateString("en", { dateStyle: "long", timeZone: "UTC" })}

The tide came in at noon, and with it ${line} came to the quay, where nobody had asked for it.

${vector}

It left before the evening, as the harbour master said, and nobody has seen it since.
`;
};

/** Every known way to run code by markup, wherever a seed of each kind can hold it. */
export const HOSTILE: Seeds = {
  "publication.toml": PUBLICATION_TOML,
  ...Object.fromEntries(
    VECTORS.flatMap((vector, i) => [
      [`markdown/${i}.md`, inMarkdown(vector, i)],
      [`pages/${i}.html`, inPage(vector, i)],
      [`texts/${i}.txt`, inText(vector, i)],
    ]),
  ),
};
