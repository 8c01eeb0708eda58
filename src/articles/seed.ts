import type { Draft } from "./article.ts";
import { oneLine, printable } from "./characters.ts";
import { decode } from "./decode.ts";
import { escapeMarkup } from "./escape.ts";
import { type Customs, type Facts, readFacts } from "./facts.ts";
import { type Parted, partFrontMatter } from "./front-matter.ts";
import { readHtml } from "./html.ts";
import { detectLanguage } from "./languages.ts";
import type { Located } from "./located.ts";
import { readMarkdown } from "./markdown.ts";
import { publishable } from "./markup.ts";
import { bad, good, type Outcome } from "./problem.ts";
import { summaryOf } from "./summary.ts";
import { withoutDoubleEscapes } from "./text/entities.ts";
import type { MarkedLine } from "./text/lines.ts";
import type { Block } from "./text/paragraphs.ts";
import { isSolid, LIST_ITEM } from "./text/prose.ts";
import { readText } from "./text/read.ts";

/** An article, and its body as plain text, by which topics are chosen. */
export interface Read {
  readonly draft: Draft;
  readonly text: string;
  /** The line on which front matter or metadata state a fact. */
  readonly lineOf: (key: string) => number;
  /** The lines of a text seed, and what each became. */
  readonly lines: readonly MarkedLine[];
}

type Reader = (parted: Parted, customs: Customs) => Outcome<Read>;

/** How each kind of seed is read, by the ending of its name. */
const READERS: Readonly<Record<string, Reader>> = { txt: fromText, md: fromMarkdown, html: fromHtml };

/** The endings of seeds. */
export const KINDS = Object.keys(READERS);

/** Reads one seed: its bytes become an article, or every problem that keeps them from it. */
export function readSeed(name: string, bytes: Uint8Array, customs: Customs): Outcome<Read> {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  if (decoded.value.trim() === "") return bad({ line: 1, expected: "an article", found: "an empty file" });
  const reader = READERS[name.split(".").at(-1)?.toLowerCase() ?? ""] ?? fromText;
  const parted = partFrontMatter(printable(decoded.value), reader === fromText);
  if (!parted.ok) return parted;
  try {
    return reader(parted.value, customs);
  } catch (error) {
    // Trees of markup are walked by recursion: one that is nested without end exhausts the stack.
    if (!(error instanceof RangeError)) throw error;
    return bad({
      line: parted.value.firstLine,
      expected: "markup that is nested less deeply",
      found: error.message,
    });
  }
}

function fromText({ facts, text: given, firstLine }: Parted, customs: Customs): Outcome<Read> {
  const text = withoutDoubleEscapes(given);
  const detected = detectLanguage(proseOf(text)) ?? customs.language;
  const stated = readFacts(facts, detected, customs);
  if (!stated.ok) return stated;
  const language = stated.value.language ?? detected;
  const reading = readText({ text, firstLine, language, timeZone: customs.timeZone });
  if (!reading.ok) return stated.value.withdrawn ? good(gone(stated.value, language, facts)) : reading;
  const { blocks, lines, ...draft } = reading.value;
  const body = blocks.flatMap(({ texts }) => texts).join("\n\n");
  const opening = blocks.filter(({ kind }) => kind === "paragraph").flatMap(({ texts }) => texts);
  const summary = summaryOf(oneLine(opening.join(" ") || body), language);
  const contentHtml = blocks.map(htmlOf).join("\n");
  const read = merged({ ...draft, language, summary, contentHtml }, stated.value, body, facts);
  return good({ ...read, lines }, read.draft.published ? [] : reading.warnings);
}

/** The lines that are long enough to tell a page's language by; all of them where none is. */
function proseOf(text: string): string {
  const long = text.split("\n").filter(isSolid).join("\n");
  return long === "" ? text : long;
}

const textHtml = (text: string): string => escapeMarkup(printable(text));

function htmlOf({ kind, texts }: Block): string {
  if (kind === "heading") return `<h2>${textHtml(texts.join(" "))}</h2>`;
  if (kind === "paragraph") return `<p>${textHtml(texts.join(" "))}</p>`;
  const items = texts.map((text) => `<li>${textHtml(text.replace(LIST_ITEM, ""))}</li>`);
  const name = /^\d/u.test(texts[0] ?? "") ? "ol" : "ul";
  return `<${name}>\n${items.join("\n")}\n</${name}>`;
}

function fromMarkdown({ facts, text, firstLine }: Parted, customs: Customs): Outcome<Read> {
  const { title, body } = readMarkdown(text);
  const language = detectLanguage(text) ?? customs.language;
  const stated = readFacts(facts, language, customs);
  if (!stated.ok) return stated;
  return fromMarkup({ body, title, firstLine, language, located: facts }, stated.value);
}

function fromHtml({ facts, text, firstLine }: Parted, customs: Customs): Outcome<Read> {
  const page = readHtml(text, firstLine);
  const language = detectLanguage(publishable(structuredClone(page.body)).text) ?? customs.language;
  const [outright, stated] = [facts, page.facts].map((located) => readFacts(located, language, customs));
  if (!outright?.ok || !stated?.ok)
    return bad(...[outright, stated].flatMap((read) => (read && !read.ok ? read.problems : [])));
  const located: Located = {
    value: {},
    lineOf: ([key]) => (key && key in Object(facts.value) ? facts : page.facts).lineOf([key ?? ""]),
  };
  return fromMarkup(
    { body: page.body, title: undefined, firstLine, language, located },
    { ...stated.value, ...outright.value },
  );
}

interface Markup {
  readonly body: Parameters<typeof publishable>[0];
  readonly title: string | undefined;
  readonly firstLine: number;
  readonly language: string;
  readonly located: Located;
}

function fromMarkup(
  { body, title: heading, firstLine, language: detected, located }: Markup,
  facts: Facts,
): Outcome<Read> {
  if (facts.withdrawn)
    return good(
      gone({ ...facts, title: facts.title ?? oneLine(heading ?? "") }, facts.language ?? detected, located),
    );
  const title = facts.title ?? (heading && oneLine(heading));
  const { contentHtml, text } = publishable(body, facts.source?.url);
  if (!title)
    return bad({
      line: firstLine,
      expected: "a title, in the metadata or as the first heading",
      found: "none",
    });
  if (contentHtml === "")
    return bad({ line: firstLine, expected: `an article below "${title}"`, found: "no text" });
  const language = facts.language ?? detected;
  const read = {
    title,
    language,
    summary: summaryOf(oneLine(text), language),
    contentHtml,
    authors: [],
    agencies: [],
    related: [],
  };
  return good(merged(read, facts, text, located));
}

/** An article of which nothing is left but who it was. */
function gone(facts: Facts, language: string, located: Located): Read {
  const nothing = { summary: "", contentHtml: "", authors: [], agencies: [], related: [] };
  return merged({ title: facts.title ?? "", language, ...nothing }, facts, "", located);
}

/** What was read, but for what was said outright. A change is never before the publication. */
function merged(read: Draft, facts: Facts, text: string, { lineOf }: Located): Read {
  const { updated, ...draft } = { ...read, ...facts };
  const published = draft.published ?? updated;
  return {
    draft: {
      ...draft,
      ...(published && { published }),
      ...(updated && published && updated > published && { updated }),
      ...(draft.source && { source: { ...read.source, ...draft.source } }),
      title: oneLine(draft.title),
      ...(draft.note && { note: oneLine(draft.note) }),
      related: draft.related.map(oneLine),
    },
    text,
    lineOf: (key) => lineOf([key]),
    lines: [],
  };
}
