import type { Element } from "hast";
import type { MarkedLine, Role } from "../text/lines.ts";
import { fold } from "../text/pieces.ts";
import { isSolid, weightOf } from "../text/prose.ts";
import { markLines } from "../text/roles.ts";
import { vocabularyOf } from "../text/vocabulary.ts";
import type { Block } from "./blocks.ts";
import { isNotes } from "./debris.ts";
import { isLayout } from "./tables.ts";
import { isPartOf } from "./titles.ts";

/** The role of each block, as if it were a line of a text that was saved. */
export function rolesOf(
  blocks: readonly Block[],
  titles: readonly string[],
  language: string,
): readonly MarkedLine[] {
  const folded = new Set(titles.map(fold));
  const saysTitle = (text: string) => folded.has(fold(text)) || titles.some((title) => isPartOf(text, title));
  const lines = blocks.map(({ text }, i) => ({ number: i + 2, text, gap: true }));
  const says = new Set(lines.flatMap(({ text, number }) => (saysTitle(text) ? [number] : [])));
  const heading = {
    title: titles[0] ?? "",
    beside: [],
    line: 1,
    lines: says,
    glued: new Map<number, string>(),
  };
  return markLines(lines, { heading, language, vocabulary: vocabularyOf(language) });
}

/** Never the article's, wherever they stand. */
const NEVER = new Set<Role>([
  "furniture",
  "readAlso",
  "copyright",
  "tags",
  "related",
  "skip",
  "note",
  "code",
]);
/** Not the article's above its text and below it. */
const AROUND = new Set<Role>(["date", "byline", "credit", "source", "contact", "caption", "rule"]);
/** What has its own sense as a whole. */
const WHOLES = new Set(["figure", "pre", "table", "blockquote", "dl", "details", "figcaption"]);
const HEADING = /^h[1-6]$/;
/** So many blocks of text may stand above a byline: a standfirst. */
const STANDFIRST = 1;

/** A block, what its words say it is, and whether the extractor kept it. */
interface Judged extends Block {
  readonly role: Role;
  readonly kept: boolean;
  readonly isText: boolean;
}

/** The blocks that are not of the article, of all that stand where it is. */
export function debrisIn(
  blocks: readonly Block[],
  marked: readonly MarkedLine[],
  kept: ReadonlySet<Element>,
): ReadonlySet<Element> {
  const judged = blocks.map((block, i): Judged => {
    const role = marked[i]?.role ?? "body";
    const isText = block.isProse && (role === "body" || role === "list" || isSolid(block.text));
    return { ...block, role, isText, kept: kept.has(block.element) };
  });
  const end = endOf(judged);
  const first = judged.findIndex(({ isText }) => isText);
  const last = judged.findLastIndex(({ isText }, i) => isText && i < end);
  const head = judged.findIndex(({ isText }, i) => isText && i > first + STANDFIRST - 1);
  const place = (i: number): Place =>
    i < first ? "above" : i > last ? "below" : i <= head ? "head" : "within";
  const gone = judged.filter((block, i) => (i >= end && !isOfNotes(block)) || isDebris(block, place(i)));
  const all = new Set(gone.map(({ element }) => element));
  for (const element of headlinesBelow(judged, all)) all.add(element);
  return all;
}

type Place = "above" | "head" | "within" | "below";

function isDebris(block: Judged, place: Place): boolean {
  if (isOfNotes(block)) return false;
  if (isHeadline(block, place) || isCard(block)) return true;
  if (isOfWhole(block)) return place === "above" && !block.kept;
  if (isSolid(block.text) && block.links < 0.5) return false;
  return isNamed(block, place) || isLeft(block, place);
}

const isHeadline = ({ role, element }: Judged, place: Place): boolean =>
  place === "above" && (role === "title" || element.tagName === "h1");

/** What its words say is none of the article, in the place where it stands. */
const isNamed = ({ role }: Judged, place: Place): boolean =>
  NEVER.has(role) || (place !== "within" && (AROUND.has(role) || role === "title"));

/** What the extractor left out, is no text, and could only be the article's if it stood within it. */
function isLeft({ links, element, kept, isText }: Judged, place: Place): boolean {
  const isLink = links > 0.8;
  const isOutside = place === "above" || place === "below";
  if (isOutside && isLink) return true;
  if (isText || kept) return false;
  const heads = HEADING.test(element.tagName);
  return isOutside ? !heads : isLink && (heads || element.tagName === "li");
}

const isOfNotes = ({ path, element }: Judged): boolean => isNotes(element) || path.some(isNotes);

/** A link around a headline and a standfirst leads to another article. */
const isCard = ({ path, element }: Judged): boolean =>
  element.tagName !== "figcaption" &&
  path.some(({ tagName, properties }) => tagName === "a" && properties.href !== undefined);

function isOfWhole({ element, path }: Judged): boolean {
  return [...path, element].some(
    (one) => WHOLES.has(one.tagName) && !(one.tagName === "table" && isLayout(one)),
  );
}

/** Links right below a label of other articles. */
function headlinesBelow(blocks: readonly Judged[], gone: ReadonlySet<Element>): readonly Element[] {
  let isBelow = false;
  return blocks.flatMap(({ role, element, links }) => {
    const isLabel = gone.has(element) && (role === "readAlso" || role === "furniture" || role === "ends");
    isBelow = isLabel || (isBelow && links > 0.8);
    return isBelow ? [element] : [];
  });
}

/** The first block behind which nothing of the article comes: a label says so below most of the text, and the extractor kept nothing behind it. */
function endOf(blocks: readonly Judged[]): number {
  const total = blocks.reduce((sum, { isText, text }) => sum + (isText ? weightOf(text) : 0), 0);
  let above = 0;
  for (const [i, { role, isText, text }] of blocks.entries()) {
    const next = blocks[i + 1];
    const isOver = role === "contact" || (role === "ends" && !(next?.kept === true));
    if (isOver && above > total / 2) return i;
    if (isText) above += weightOf(text);
  }
  return blocks.length;
}
