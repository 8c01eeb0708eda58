import { addressFrom } from "./address.ts";
import type { Draft } from "./article.ts";
import { oneLine } from "./characters.ts";
import { type Facts, sourceOf } from "./facts.ts";
import type { Located } from "./located.ts";
import { bad, good, type Outcome } from "./problem.ts";
import type { MarkedLine } from "./text/lines.ts";

/** `at`: an instant. */
export interface Withdrawal {
  readonly at: string;
  readonly line: number;
}

/** An article, and its body as plain text, by which topics are chosen. */
export interface Read {
  readonly draft: Draft;
  readonly text: string;
  /** The moment at which it is said to be withdrawn, where one is named, and the line that says so. */
  readonly withdrawal?: Withdrawal;
  /** The line on which front matter or metadata state a fact. */
  readonly lineOf: (key: string) => number;
  /** The lines of a text seed, and what each became. */
  readonly lines: readonly MarkedLine[];
}

/** What was read, but for what was said outright. A change is never before the publication, and alone it is that. */
export function merged(read: Draft, facts: Facts, text: string, { lineOf }: Located): Read {
  const { updated, sourceUrl: _, ...draft } = { ...read, ...facts };
  const published = draft.published ?? updated;
  const source = sourceOf(facts, read.source);
  const image = draft.image && addressFrom(source?.url, draft.image.url);
  const audio = draft.audio && addressFrom(source?.url, draft.audio.url);
  return {
    draft: {
      ...draft,
      ...(draft.image && image && { image: { ...draft.image, url: image } }),
      ...(draft.audio && audio && { audio: { ...draft.audio, url: audio } }),
      ...(published && { published }),
      ...(updated && published && updated > published && { updated }),
      ...(source && { source }),
      title: oneLine(draft.title),
      ...(draft.note && { note: oneLine(draft.note) }),
      related: draft.related.map(oneLine),
    },
    text,
    ...(facts.withdrawn &&
      facts.updated && {
        withdrawal: { at: facts.updated, line: lineOf(["withdrawn"]) },
      }),
    lineOf: (key) => lineOf([key]),
    lines: [],
  };
}

/** A withdrawn article, of which nothing is left but who it was: its page needs the name that it had. */
export function withdrawn(facts: Facts, language: string, located: Located): Outcome<Read> {
  const title = facts.title ?? facts.slug;
  if (!title)
    return bad({
      line: located.lineOf(["withdrawn"]),
      expected: "the title or the slug of what is withdrawn",
      found: "neither",
    });
  const nothing = { summary: "", contentHtml: "", authors: [], agencies: [], related: [] };
  return good(merged({ title, language, ...nothing }, facts, "", located));
}
