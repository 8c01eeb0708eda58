import type { Article } from "../../src/articles/article.ts";
import type { Publication } from "../../src/articles/publication.ts";

const SENTENCE =
  "Der Inhalt des Dokuments Nummer %d wurde zunächst nicht näher erläutert, obwohl ein Sprecher später erklärte, dass es „gegenseitige Hilfe“ vorsehe. ";
const DAY = 86_400_000;
const SINCE = Date.UTC(2024, 0, 1);

export const publication: Publication = {
  id: "urn:uuid:00000000-0000-4000-8000-000000000000",
  title: "Bench",
  description: "Articles of the owner's size",
  url: "",
  language: "de",
  timeZone: "UTC",
  authors: [],
  copyright: "",
  since: new Date(SINCE).toISOString(),
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
};

/** Articles about as long as the owner's: four paragraphs, three kilobytes. */
export const articles = (count: number): readonly Article[] =>
  Array.from({ length: count }, (_, i) => articleNumber(i));

function articleNumber(number: number): Article {
  const paragraph = SENTENCE.replace("%d", String(number)).repeat(5);
  return {
    id: `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    slug: `artikel-${number}`,
    title: `Artikel ${number}: strategische Vereinbarung unterzeichnet`,
    language: "de",
    published: new Date(SINCE + number * DAY).toISOString().replace(".000", ""),
    authors: [],
    agencies: ["dpa"],
    source: { name: "Bench" },
    topics: [],
    summary: paragraph.slice(0, 280),
    contentHtml: `<p>${paragraph}</p>`.repeat(4),
    related: [],
  };
}
