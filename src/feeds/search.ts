import MiniSearch, { type Options } from "minisearch";
import { v5 } from "uuid";
import type { Article } from "../articles/article.ts";
import type { Publication } from "../articles/publication.ts";
import type { Channel } from "./channels.ts";
import { once } from "./once.ts";

/** Finds articles by words of their titles and summaries. */
export interface Search {
  /** The ids of articles that have every word asked for, or a word that begins with it; the most fitting first. */
  readonly find: (query: string) => readonly string[];
  /** Another query, where a word was mistyped, that finds one of the articles that are `there`. */
  readonly suggest: (query: string, isThere: (id: string) => boolean) => string | undefined;
}

/** What is indexed of an article. */
type Indexed = Pick<Article, "id" | "title" | "summary">;

/** Made once it is needed: it takes a Worker a fifth of the time in which it starts. */
const segmenter = once(() => new Intl.Segmenter("und", { granularity: "word" }));

/** Words of any script: Chinese, Japanese and Thai have no spaces between theirs. */
const wordsOf = (text: string): readonly string[] =>
  [...segmenter().segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);

/** Letters that Unicode does not take apart, by how people write them who have no such key, or write in capitals. */
const ALIKE: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ς: "σ",
};
const UNLIKE = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "g");

/**
 * Letters without their marks and what stands unseen between them (soft hyphens, joiners), in lower case: who looks for
 * "Prasident" means "Präsident". Hangul is put together again.
 */
const plainTerm = (term: string): string =>
  term
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(UNLIKE, (letter) => ALIKE[letter] ?? letter);

/** The words of a text as they are looked for. */
export const termsOf = (text: string): readonly string[] =>
  wordsOf(text)
    .map(plainTerm)
    .filter((term) => term !== "");

const OPTIONS: Options<Indexed> = {
  fields: ["title", "summary"],
  tokenize: (text) => [...wordsOf(text)],
  processTerm: plainTerm,
  searchOptions: { boost: { title: 3 }, combineWith: "AND", prefix: true },
};

/** The index of articles as JSON, for the build to make and {@link searchIn} to read. */
export function indexOf(articles: Iterable<Indexed>): string {
  const index = new MiniSearch(OPTIONS);
  for (const { id, title, summary } of articles) index.add({ id, title, summary });
  return JSON.stringify(index);
}

/** Opens an index, once it is first asked. */
export function searchIn(indexJson: () => string): Search {
  let opened: MiniSearch<Indexed> | undefined;
  const index = () => {
    opened ??= MiniSearch.loadJSON(indexJson(), OPTIONS);
    return opened;
  };
  return {
    find: (query) =>
      index()
        .search(query)
        .map(({ id }) => String(id)),
    suggest: (query, isThere) =>
      index().autoSuggest(query, { fuzzy: 0.25, filter: ({ id }) => isThere(String(id)) })[0]?.suggestion,
  };
}

/** Characters of a query that are looked at. */
const LONGEST = 100;

/**
 * A query as it is understood: without spaces and unseen characters that say nothing, and no longer than anybody types.
 * Joiners say something: Persian is spelled with them.
 */
export const queryIn = (asked: string): string =>
  [
    ...asked
      .normalize("NFC")
      .replace(/(?![\u200c\u200d])\p{Cf}/gu, "")
      .replace(/[\s\p{Cc}\p{Cn}\p{Co}\p{Cs}]+/gu, " ")
      .trim(),
  ]
    .slice(0, LONGEST)
    .join("")
    .trim();

export const SEARCH_PATH = "/search";

/** What a search finds, to subscribe to. */
export function searchChannel(query: string, count: number, { id, title, language }: Publication): Channel {
  const address = `?q=${encodeURIComponent(query)}`;
  return {
    path: SEARCH_PATH,
    query: address.replaceAll("'", "%27"), // As the URL Standard writes it, and with it the Link header and every client.
    id: `urn:uuid:${v5(SEARCH_PATH + address, id.replace("urn:uuid:", ""))}`,
    kind: "search",
    name: query,
    title: `“${query}” – ${title}`,
    description: query,
    language,
    count,
  };
}
