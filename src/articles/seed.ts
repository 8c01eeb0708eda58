import { printable } from "./characters.ts";
import { decode } from "./decode.ts";
import { escapeMarkup } from "./escape.ts";
import { type Customs, type Facts, readFacts, sourceOf } from "./facts.ts";
import { type Parted, partFrontMatter } from "./front-matter.ts";
import { readHtml } from "./html.ts";
import { type Kind, kindOf } from "./kind.ts";
import { detectLanguage } from "./languages.ts";
import type { Located } from "./located.ts";
import { crowdedParagraph, readMarkdown } from "./markdown.ts";
import { publishable } from "./markup.ts";
import { merged, type Read, withdrawn } from "./merge.ts";
import { mojibakeIn } from "./mojibake.ts";
import { type Shown, shownBy } from "./page/shown.ts";
import { bad, good, type Outcome, type Problem } from "./problem.ts";
import { summaryOf } from "./summary.ts";
import { withoutDoubleEscapes } from "./text/entities.ts";
import { withoutLinkNumbers } from "./text/numbered.ts";
import type { Block } from "./text/paragraphs.ts";
import { isSolid, LIST_ITEM, weightOf } from "./text/prose.ts";
import { readText } from "./text/read.ts";

export type { Read };

type Reader = (parted: Parted, customs: Customs) => Outcome<Read>;

/** How each kind of seed is read. */
const READERS: Readonly<Record<Kind, Reader>> = { txt: fromText, md: fromMarkdown, html: fromHtml };

/** Reads one seed: its bytes become an article, or every problem that keeps them from it. */
export function readSeed(name: string, bytes: Uint8Array, customs: Customs): Outcome<Read> {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  if (decoded.value.trim() === "") return bad({ line: 1, expected: "an article", found: "an empty file" });
  const reader = READERS[kindOf(name) ?? "txt"];
  const parted = partFrontMatter(printable(decoded.value), reader === fromText);
  if (!parted.ok) return parted;
  try {
    const read = reader(parted.value, customs);
    return read.ok
      ? good(read.value, [...mojibakeIn(parted.value.text, parted.value.firstLine), ...read.warnings])
      : read;
  } catch (error) {
    // Markup is read by recursion, and what is nested some thousand deep exhausts the stack: V8 says so in these words.
    if (!(error instanceof RangeError && error.message.includes("call stack"))) throw error;
    const line = parted.value.firstLine;
    return bad({ line, expected: "markup that is nested less deeply", found: "thousands of levels" });
  }
}

function fromText({ facts, text: given, firstLine }: Parted, customs: Customs): Outcome<Read> {
  const text = printable(withoutLinkNumbers(withoutDoubleEscapes(given)));
  const detected = detectLanguage(proseOf(text)) ?? customs.language;
  const stated = readFacts(facts, detected, customs);
  if (!stated.ok) return stated;
  const language = stated.value.language ?? detected;
  const reading = readText({ text, firstLine, language, timeZone: customs.timeZone });
  if (!reading.ok) return stated.value.withdrawn ? withdrawn(stated.value, language, facts) : reading;
  const { blocks, lines, standfirst, ...draft } = reading.value;
  const body = blocks.flatMap(({ texts }) => texts).join("\n\n");
  const opening = blocks.filter(({ kind }) => kind === "paragraph").flatMap(({ texts }) => texts);
  const summary = summaryOf(standfirst ?? (opening.join(" ") || body), language);
  const contentHtml = blocks.map(htmlOf).join("\n");
  const read = merged({ ...draft, language, summary, contentHtml }, stated.value, body, facts);
  return good({ ...read, lines }, read.draft.published ? [] : reading.warnings);
}

/** The lines that are long enough to tell a page's language by; all of them where none is. */
function proseOf(text: string): string {
  const long = text.split("\n").filter(isSolid).join("\n");
  return long === "" ? text : long;
}

function htmlOf({ kind, texts }: Block): string {
  if (kind === "heading") return `<h2>${escapeMarkup(texts.join(" "))}</h2>`;
  if (kind === "paragraph") return `<p>${escapeMarkup(texts.join(" "))}</p>`;
  const items = texts.map((text) => `<li>${escapeMarkup(text.replace(LIST_ITEM, ""))}</li>`);
  const name = /^\d/u.test(texts[0] ?? "") ? "ol" : "ul";
  return `<${name}>\n${items.join("\n")}\n</${name}>`;
}

/** A text shorter than this tells no language. */
const TELLING = 40;

const detectedIn = (text: string): string | undefined =>
  weightOf(text.trim()) < TELLING ? undefined : detectLanguage(text);

function fromMarkdown({ facts, text, firstLine }: Parted, customs: Customs): Outcome<Read> {
  const language = detectedIn(text) ?? customs.language;
  const stated = readFacts(facts, language, customs);
  if (!stated.ok) return stated;
  const crowded = crowdedParagraph(text, firstLine);
  if (crowded) return bad(crowded);
  const { title, body } = readMarkdown(text, stated.value.title);
  return fromMarkup({ body, title, firstLine, language, located: facts }, stated.value);
}

function fromHtml({ facts, text, firstLine }: Parted, customs: Customs): Outcome<Read> {
  const page = readHtml(text, firstLine, customs.language);
  const detected = detectedIn(publishable(structuredClone(page.body)).text);
  const own = page.factsIn(detected, customs);
  const language = detected ?? customs.language;
  const [outright, stated] = [facts, own.facts].map((located) => readFacts(located, language, customs));
  if (!outright?.ok || !stated?.ok)
    return bad(...[outright, stated].flatMap((read) => (read && !read.ok ? read.problems : [])));
  const located: Located = {
    value: {},
    lineOf: ([key]) => (key && key in Object(facts.value) ? facts : own.facts).lineOf([key ?? ""]),
  };
  const said = { ...stated.value, ...outright.value };
  const shown = page.lines && shownOn(page.lines, said, language, customs);
  const read = fromMarkup(
    { ...page, title: undefined, firstLine, language, located, ...(shown && { shown }) },
    said,
  );
  if (!read.ok) return read;
  const undated = page.lines && !read.value.draft.published && !read.value.draft.withdrawn;
  return good(read.value, [...own.warnings, ...(undated ? [undatedAt(firstLine)] : [])]);
}

/** A page that states neither its day nor its authors may show them. */
const shownOn = (lines: readonly string[], said: Facts, language: string, { timeZone }: Customs): Shown =>
  shownBy({ lines, title: said.title ?? "", language: said.language ?? language, timeZone });

const undatedAt = (line: number): Problem => ({
  line,
  expected: "a day of publication",
  found: "none: it is published undated, behind all others",
});

interface Markup {
  readonly body: Parameters<typeof publishable>[0];
  readonly title: string | undefined;
  readonly firstLine: number;
  readonly language: string;
  readonly located: Located;
  /** What the page shows beside its text. */
  readonly shown?: Shown;
  readonly note?: string;
}

function fromMarkup(
  { body, title: heading, firstLine, language: detected, located, shown, note }: Markup,
  facts: Facts,
): Outcome<Read> {
  const title = facts.title ?? heading;
  const language = facts.language ?? detected;
  if (facts.withdrawn) return withdrawn({ ...facts, ...(title && { title }) }, language, located);
  const { contentHtml, text } = publishable(body, sourceOf(facts)?.url);
  if (!title)
    return bad({
      line: firstLine,
      expected: "a title, in the metadata or as the first heading",
      found: "none",
    });
  if (contentHtml === "")
    return bad({ line: firstLine, expected: `an article below "${title}"`, found: "no text" });
  const read = {
    title,
    language,
    summary: summaryOf(text, language),
    contentHtml,
    authors: [],
    agencies: [],
    ...shown,
    ...(note && { note }),
    related: [],
  };
  return good(merged(read, facts, text, located));
}
