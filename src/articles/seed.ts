import { printable, singleSpaced } from "./characters.ts";
import { decode } from "./decode.ts";
import { escapeMarkup } from "./escape.ts";
import { type Customs, readFacts } from "./facts.ts";
import { type Parted, partFrontMatter } from "./front-matter.ts";
import { judged, type SeedOutcome } from "./judged.ts";
import { type Kind, kindOf } from "./kind.ts";
import { LOOKED_AT } from "./languages/small.ts";
import { detectLanguage } from "./languages.ts";
import { merged, type Read, withdrawn } from "./merge.ts";
import { mojibakeIn } from "./mojibake.ts";
import { onDemand } from "./on-demand.ts";
import { bad, good } from "./problem.ts";
import { summaryOf } from "./summary.ts";
import { withoutDoubleEscapes } from "./text/entities.ts";
import { withoutLinkNumbers } from "./text/numbered.ts";
import type { Block } from "./text/paragraphs.ts";
import { countOf, isSolid, LIST_ITEM } from "./text/prose.ts";
import { readText } from "./text/read.ts";

export type { Read, SeedOutcome };

type Reader = (parted: Parted, customs: Customs) => SeedOutcome;

const markedUp = onDemand((require): typeof import("./marked-up.ts") => require("./marked-up.ts"));

/** How each kind of seed is read. */
const READERS: Readonly<Record<Kind, Reader>> = {
  txt: fromText,
  md: (parted, customs) => markedUp().fromMarkdown(parted, customs),
  html: (parted, customs) => markedUp().fromHtml(parted, customs),
};

/** Reads one seed: its bytes become an article, or every problem that keeps them from it. */
export function readSeed(name: string, bytes: Uint8Array, customs: Customs): SeedOutcome {
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

function fromText({ facts, text: given, firstLine }: Parted, customs: Customs): SeedOutcome {
  const own = withoutLinkNumbers(withoutDoubleEscapes(given));
  const text = own === given ? given : printable(own);
  const detected = detectLanguage(proseOf(text)) ?? customs.language;
  const stated = readFacts(facts, detected, customs);
  const language = stated.facts.language ?? detected;
  const { title } = stated.facts;
  const reading = readText({ text, firstLine, language, timeZone: customs.timeZone, title });
  if (!reading.ok) {
    const gone = stated.facts.withdrawn && withdrawn(stated.facts, language, facts);
    return judged(stated, facts, gone || reading);
  }
  const { blocks, lines, standfirst, ...draft } = reading.value;
  const body = blocks.flatMap(({ texts }) => texts).join("\n\n");
  const opening = blocks.filter(({ kind }) => kind === "paragraph").flatMap(({ texts }) => texts);
  const summary = summaryOf(standfirst ?? (opening.join(" ") || body), language);
  const contentHtml = blocks.map(htmlOf).join("\n");
  const read = merged({ ...draft, language, summary, contentHtml }, stated.facts, body, facts);
  return judged(
    stated,
    facts,
    good({ ...read, lines }, read.draft.published || read.draft.withdrawn ? [] : reading.warnings),
  );
}

/** The first lines that are long enough to tell a page's language by: of a text broken at a column, lines of several words; all where none is. */
const proseOf = (text: string): string =>
  linesWhere(isSolid, text) || linesWhere((line) => countOf(line) >= SEVERAL, text) || text;

/** Words that no label has. */
const SEVERAL = 6;

function linesWhere(isMeant: (line: string) => boolean, text: string): string {
  let prose = "";
  for (let start = 0; start < text.length && prose.length < LOOKED_AT; ) {
    const end = text.indexOf("\n", start);
    const line = text.slice(start, end < 0 ? undefined : end);
    const said = `${singleSpaced(line.trim())}\n`;
    // What a page says again and again, in English mostly, would outweigh the rest.
    if (isMeant(line) && !prose.includes(said)) prose += said;
    start += line.length + 1;
  }
  return prose;
}

function htmlOf({ kind, texts }: Block): string {
  if (kind === "heading") return `<h2>${escapeMarkup(texts.join(" "))}</h2>`;
  if (kind === "paragraph") return `<p>${escapeMarkup(texts.join(" "))}</p>`;
  const items = texts.map((text) => `<li>${escapeMarkup(text.replace(LIST_ITEM, ""))}</li>`);
  const first = /^\d+/u.exec(texts[0] ?? "")?.[0];
  const start = first && Number(first) !== 1 ? ` start="${Number(first)}"` : "";
  const name = first ? "ol" : "ul";
  return `<${name}${start}>\n${items.join("\n")}\n</${name}>`;
}
