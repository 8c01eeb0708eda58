/** Files by their path below `seeds/`. */
export type Seeds = Readonly<Record<string, string>>;

/** What publishes the fixtures: some topics, one of them with a description, and one that is no more. */
export const PUBLICATION_TOML = `id = "urn:uuid:0b6d2c1e-7a43-4f0e-9d55-6c1f0a2b3c4d"
title = "Tide & Current"
description = "What the sea brings, and what it takes"
language = "en"
since = 2024-01-01
copyright = "© Tide & Current <all rights reserved>"
entries = 50
bundled = 1000

[[topics]]
id = "tides"
title = { en = "Tides", de = "Gezeiten", ar = "المد والجزر" }
description = "High water, low water, and those who wait for it"

[[topics]]
id = "harbours"
title = { en = "Harbours & quays", de = "Häfen" }

[[topics]]
id = "weather"
title = "Weather"

[[topics]]
id = "whaling"
retired = true
`;

/** Characters that end a line for those who read a seed, and not for JSON. */
const LINE_ENDS = /[\u0085\u2028\u2029]/g;

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A seed with front matter, whose values are written as JSON: YAML holds it. */
export const seedOf = (facts: Readonly<Record<string, unknown>>, body: string): string =>
  `---\n${Object.entries(facts)
    .map(([key, value]) => `${key}: ${JSON.stringify(value).replace(LINE_ENDS, escaped)}`)
    .join("\n")}\n---\n${body}\n`;
