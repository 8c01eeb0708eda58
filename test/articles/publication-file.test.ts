import { expect, test } from "vitest";
import { inLanguage } from "../../src/articles/publication.ts";
import { readPublication } from "../../src/articles/publication-file.ts";
import { valueIn } from "./read.ts";

const REQUIRED = `id = "urn:uuid:5f0c9a52-6d0e-4c1b-9a55-3f6f3c1f7b10"
title = "The Tide"
language = "en"
since = 2024-06-19`;

const publicationOf = (more: string) => valueIn(readPublication(`${REQUIRED}\n${more}`));

test("four keys are enough, and the others have defaults", () => {
  expect(publicationOf("")).toEqual({
    id: "urn:uuid:5f0c9a52-6d0e-4c1b-9a55-3f6f3c1f7b10",
    title: "The Tide",
    description: "",
    url: "",
    language: "en",
    timeZone: "UTC",
    authors: [],
    copyright: "",
    since: "2024-06-19T00:00:00Z",
    hub: "",
    entries: 50,
    cache: {
      maxAge: 900,
      maxAgeAtMost: 3600,
      edgeMaxAge: 300,
      staleWhileRevalidate: 3600,
      staleIfError: 86400,
    },
    topics: [],
    formerTopics: [],
    skipHours: [],
    skipDays: [],
    icon: "",
    logo: "",
  });
});

test.each([
  ["", ""],
  ["https://tide.example", "https://tide.example"],
  [" https://Tide.Example:443/ ", "https://tide.example"],
  ["http://tide.example:443", "http://tide.example:443"],
  ["https://bücher.example", "https://xn--bcher-kva.example"],
])("of the url %j the origin is kept as clients spell it: %j", (url, kept) => {
  expect(publicationOf(`url = "${url}"`).url).toBe(kept);
});

test("every key is heard", () => {
  const publication = publicationOf(`description = "Water, twice a day"
url = "https://tide.example/"
time_zone = "Europe/Berlin"
authors = [{ name = "Ada", url = "https://ada.example/", email = "ada@ada.example" }]
copyright = "All of us"
hub = "https://hub.example/"
entries = 7
skip_hours = [0, 23]
skip_days = ["Saturday", "Sunday"]
icon = "https://tide.example/icon.png"
logo = "https://tide.example/logo.png"
[cache]
max_age = 1
max_age_at_most = 7
edge_max_age = 2
stale_while_revalidate = 3
stale_if_error = 0
[[topics]]
id = "tides"
title = "Tides"
description = { de = "Ebbe und Flut" }
words = ["ebb"]
mediatopic = "11000000"`);
  expect(publication).toMatchObject({
    description: "Water, twice a day",
    url: "https://tide.example",
    timeZone: "Europe/Berlin",
    authors: [{ name: "Ada", url: "https://ada.example/", email: "ada@ada.example" }],
    copyright: "All of us",
    hub: "https://hub.example/",
    entries: 7,
    skipHours: [0, 23],
    skipDays: ["Saturday", "Sunday"],
    icon: "https://tide.example/icon.png",
    logo: "https://tide.example/logo.png",
    cache: { maxAge: 1, maxAgeAtMost: 7, edgeMaxAge: 2, staleWhileRevalidate: 3, staleIfError: 0 },
    topics: [
      {
        id: "tides",
        title: { en: "Tides" },
        description: { de: "Ebbe und Flut" },
        words: { "*": ["ebb"] },
        mediatopic: "11000000",
      },
    ],
  });
});

test("a topic that is no more leads to another, or nowhere, and is no topic", () => {
  const { topics, formerTopics } = publicationOf(`[[topics]]
id = "ebb"
moved_to = "tides"
[[topics]]
id = "tides"
title = "Tides"
[[topics]]
id = "rain"
retired = true`);
  expect(topics.map(({ id }) => id)).toEqual(["tides"]);
  expect(formerTopics).toEqual([{ id: "ebb", movedTo: "tides" }, { id: "rain" }]);
});

test("readers may keep a document at least as long as max_age, whatever max_age_at_most says", () => {
  expect(publicationOf("[cache]\nmax_age = 7200\nmax_age_at_most = 60").cache.maxAgeAtMost).toBe(7200);
});

test("a publication without pictures may say so", () => {
  expect(publicationOf('icon = ""\nlogo = ""')).toMatchObject({ icon: "", logo: "" });
});

test("the day it began may be a day, a text or a moment", () => {
  for (const since of ["2024-06-19", '"2024-06-19"', "2024-06-19T00:00:00Z"])
    expect(valueIn(readPublication(REQUIRED.replace("2024-06-19", since))).since).toBe(
      "2024-06-19T00:00:00Z",
    );
});

test("an id in capitals is the same id", () => {
  const upper = REQUIRED.replace("5f0c9a52", "5F0C9A52");
  expect(valueIn(readPublication(upper)).id).toBe("urn:uuid:5f0c9a52-6d0e-4c1b-9a55-3f6f3c1f7b10");
});

test("a topic has a title for each language, and words for each or for all", () => {
  const { topics } = publicationOf(`[[topics]]
id = "reading"
title = { en = "Reading", "pt-BR" = "Leitura" }
[topics.words]
"*" = ["RSS"]
pt-BR = ["leitor*"]`);
  expect(topics[0]).toMatchObject({
    title: { en: "Reading", "pt-BR": "Leitura" },
    words: { "*": ["RSS"], "pt-BR": ["leitor*"] },
  });
});

test("a title without a language is in that of the publication", () => {
  const german = REQUIRED.replace('"en"', '"de"');
  const [topic] = valueIn(readPublication(`${german}\n[[topics]]\nid = "a"\ntitle = "Lesen"`)).topics;
  expect(topic?.title).toEqual({ de: "Lesen" });
});

test.each(["tides", "tide-2", "2024", "größe", "潮汐", "प्रौद्योगिकी", "مد"])(
  "a topic's id may be %s",
  (id) => {
    expect(publicationOf(`[[topics]]\nid = "${id}"\ntitle = "x"`).topics[0]?.id).toBe(id);
  },
);

test.each([
  ["de", "Lesen"],
  ["de-AT", "Lesen"],
  ["pt-BR", "Leitura"],
  ["fr", "Reading"],
])("a text is taken in the asked language, else its base, else the publication's: %s", (language, text) => {
  expect(inLanguage({ "pt-BR": "Leitura", de: "Lesen", en: "Reading" }, language, "en")).toBe(text);
});

test("a text in neither language is the first there is, and nothing where there is none", () => {
  expect(inLanguage({ fr: "Lire", es: "Leer" }, "de", "en")).toBe("Lire");
  expect(inLanguage({}, "de", "en")).toBe("");
});
