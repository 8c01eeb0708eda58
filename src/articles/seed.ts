import { oneLine, printable } from "./characters.ts";
import { decode } from "./decode.ts";
import { escapeMarkup } from "./escape.ts";
import { type Checked, type Customs, type Facts, readFacts, sourceOf } from "./facts.ts";
import { type Parted, partFrontMatter } from "./front-matter.ts";
import { readHtml } from "./html.ts";
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

/** What a seed claims as its own, whatever else of it is at fault. */
export interface Claims extends Pick<Facts, "id" | "slug"> {
  readonly lineOf: Read["lineOf"];
}

/** A seed that is at fault may still say what it claims. */
export type SeedOutcome = Outcome<Read> & { readonly claims?: Claims };

type Reader = (parted: Parted, customs: Customs) => SeedOutcome;

/** How each kind of seed is read, by the ending of its name. */
const READERS: Readonly<Record<string, Reader>> = { txt: fromText, md: fromMarkdown, html: fromHtml };

/** The endings of seeds. */
export const KINDS = Object.keys(READERS);

/** The kind of seed that a file's name says it is; nothing where it is none. */
export const kindOf = (name: string): string | undefined =>
  KINDS.find((kind) => name.toLowerCase().endsWith(`.${kind}`));

/** Reads one seed: its bytes become an article, or every problem that keeps them from it. */
export function readSeed(name: string, bytes: Uint8Array, customs: Customs): SeedOutcome {
  const decoded = decode(bytes);
  if (!decoded.ok) return decoded;
  if (decoded.value.trim() === "") return bad({ line: 1, expected: "an article", found: "an empty file" });
  const reader = READERS[kindOf(name) ?? "txt"] ?? fromText;
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

/** What was read, unless there are faults of what was stated: those, those of the rest, and what is claimed all the same. */
function judged({ facts, problems }: Checked, { lineOf }: Located, read: Outcome<Read>): SeedOutcome {
  if (read.ok && problems.length === 0) return read;
  const { id, slug } = facts;
  return {
    ...bad(...problems, ...(read.ok ? [] : read.problems)),
    claims: { ...(id && { id }), ...(slug && { slug }), lineOf: (key) => lineOf([key]) },
  };
}

function fromText({ facts, text: given, firstLine }: Parted, customs: Customs): SeedOutcome {
  const text = printable(withoutLinkNumbers(withoutDoubleEscapes(given)));
  const detected = detectLanguage(proseOf(text)) ?? customs.language;
  const stated = readFacts(facts, detected, customs);
  const language = stated.facts.language ?? detected;
  const reading = readText({ text, firstLine, language, timeZone: customs.timeZone });
  if (!reading.ok) {
    const gone = stated.facts.withdrawn && withdrawn(stated.facts, language, facts);
    return judged(stated, facts, gone || reading);
  }
  const { blocks, lines, standfirst, ...draft } = reading.value;
  const body = blocks.flatMap(({ texts }) => texts).join("\n\n");
  const opening = blocks.filter(({ kind }) => kind === "paragraph").flatMap(({ texts }) => texts);
  const summary = summaryOf(oneLine(standfirst ?? (opening.join(" ") || body)), language);
  const contentHtml = blocks.map(htmlOf).join("\n");
  const read = merged({ ...draft, language, summary, contentHtml }, stated.facts, body, facts);
  return judged(stated, facts, good({ ...read, lines }, read.draft.published ? [] : reading.warnings));
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

function fromMarkdown({ facts, text, firstLine }: Parted, customs: Customs): SeedOutcome {
  const language = detectedIn(text) ?? customs.language;
  const stated = readFacts(facts, language, customs);
  const crowded = crowdedParagraph(text, firstLine);
  if (crowded) return judged(stated, facts, bad(crowded));
  const { title, body } = readMarkdown(text, stated.facts.title);
  const read = fromMarkup({ body, title, firstLine, language, located: facts }, stated.facts);
  return judged(stated, facts, read);
}

function fromHtml({ facts, text, firstLine }: Parted, customs: Customs): SeedOutcome {
  const page = readHtml(text, firstLine, customs.language);
  const detected = detectedIn(publishable(structuredClone(page.body)).text);
  const own = page.factsIn(detected, customs);
  const language = detected ?? customs.language;
  const [outright, told] = [readFacts(facts, language, customs), readFacts(own.facts, language, customs)];
  const said = { ...told.facts, ...outright.facts };
  const stated: Checked = { facts: said, problems: [...outright.problems, ...told.problems] };
  const located: Located = {
    value: {},
    lineOf: ([key]) => (key && key in Object(facts.value) ? facts : own.facts).lineOf([key ?? ""]),
  };
  const shown = page.lines && shownOn(page.lines, said, language, customs);
  const read = fromMarkup(
    { ...page, title: undefined, firstLine, language, located, ...(shown && { shown }) },
    said,
  );
  if (!read.ok) return judged(stated, located, read);
  const undated = page.lines && !read.value.draft.published && !read.value.draft.withdrawn;
  const warnings = [...own.warnings, ...(undated ? [undatedAt(firstLine)] : [])];
  return judged(stated, located, good(read.value, warnings));
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
    summary: summaryOf(oneLine(text), language),
    contentHtml,
    authors: [],
    agencies: [],
    ...shown,
    ...(note && { note }),
    related: [],
  };
  return good(merged(read, facts, text, located));
}
