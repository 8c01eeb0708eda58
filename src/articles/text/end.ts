import { STOPPED } from "./headline.ts";
import type { MarkedLine, Role } from "./lines.ts";
import { countOf, endsSentence, isProse, isSolid } from "./prose.ts";
import { CONTENT } from "./region.ts";
import { PERSON } from "./writers.ts";

/** Roles behind which nothing of the article comes, once there was something of it. */
export const ENDS = new Set<Role>(["ends", "contact", "tags", "copyright", "related"]);

export function bodyEnd(lines: readonly MarkedLine[], start: number): number {
  let solid = 0;
  let after = lines.filter((line, i) => i >= start && line.role === "body" && isSolid(line.text)).length;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    const isText = CONTENT.has(line.role) && isSolid(line.text);
    if (isText && line.role === "body") after--;
    if (isEnd(line, lines, i, solid, after)) return i;
    if (isText) solid++;
    const second = startOfSecond(lines, i, start, solid);
    if (second !== undefined) return second;
  }
  return lines.length;
}

/**
 * Behind such a line the article is over, unless sentences go on right below it, as much as a good part of what was
 * above, before the page names another day: then it was the label of a box within the article.
 */
function isEnd(
  line: MarkedLine,
  lines: readonly MarkedLine[],
  at: number,
  solid: number,
  after: number,
): boolean {
  if (line.role === "date") return solid >= 2 && after === 0;
  if (!ENDS.has(line.role) || (line.role === "ends" && resumes(lines.slice(at + 1, at + FAR)))) return false;
  if (after === 0 || line.role === "contact") return solid > 0 || after === 0;
  if (solid < 2 && weightAbove(lines, at) < MUCH) return false;
  return !goesOn(lines.slice(at + 1, at + FAR), solid);
}

/** As much as two paragraphs. */
const MUCH = 500;

const weightAbove = (lines: readonly MarkedLine[], at: number): number =>
  lines
    .slice(Math.max(0, at - NEAR), at)
    .reduce((sum, { role, text }) => sum + (role === "body" && isSolid(text) ? text.length : 0), 0);

const NEAR = 4;

const FAR = 400;

const GOOD_PART = 0.3;

function goesOn(below: readonly MarkedLine[], solid: number): boolean {
  const boundary = below.findIndex(
    ({ role }) => role === "date" || role === "byline" || role === "copyright" || role === "contact",
  );
  const own = below.slice(0, boundary < 0 ? undefined : boundary);
  const isText = (line: MarkedLine) => line.role === "body" && isSolid(line.text);
  return (
    own
      .filter(({ role }) => role !== "furniture")
      .slice(0, NEAR)
      .some((line) => line.role === "list" || isText(line)) && own.filter(isText).length >= solid * GOOD_PART
  );
}

/** So many sentences in a row are no teaser of another article, and no comment. */
const IN_A_ROW = 2;
/** Of the lines from the first sentence on, so many are sentences where the article goes on. */
const SENTENCES = 2 / 3;

/** So many words: a name above a comment has fewer. */
const HEADLINE = 3;

/** Whether the article goes on below a list of other articles, however short its paragraphs: in sentences, up to the page's end. */
function resumes(below: readonly MarkedLine[]): boolean {
  const boundary = below.findIndex(({ role }) => BOUNDARIES.has(role));
  const own = below
    .slice(0, boundary < 0 ? undefined : boundary)
    .filter(({ role }) => role === "body" || role === "list" || role === "plea" || role === "caption");
  const first = own.findIndex(isSentence);
  const text = own.slice(Math.max(first, 0));
  return (
    first > 0 &&
    own.slice(0, first).every(({ text }) => countOf(text) >= HEADLINE && !PERSON.test(text)) &&
    text.slice(0, IN_A_ROW).filter(isSentence).length === IN_A_ROW &&
    text.filter(isSentence).length >= text.length * SENTENCES
  );
}

const BOUNDARIES = new Set<Role>(["date", "byline", "copyright", "contact", "ends", "related", "tags"]);

const isSentence = ({ role, text }: MarkedLine): boolean =>
  role === "body" && STOPPED.test(text) && isProse(text);

/** Where a second article begins, whose date this is: at the headline above it, if sentences follow below. */
function startOfSecond(
  lines: readonly MarkedLine[],
  at: number,
  start: number,
  solid: number,
): number | undefined {
  const date = lines[at];
  if (solid < 2 || date?.role !== "date" || date.says === "") return undefined;
  const follows = lines.slice(at + 1, at + 8).some((line) => line.role === "body" && isSolid(line.text));
  if (!follows) return undefined;
  let first = at;
  while (first - 1 > start && at - first < 5) {
    const above = lines[first - 1];
    if (!above || (CONTENT.has(above.role) && isText(above.text))) break;
    first--;
  }
  // Without a label, a writer beside it or the end of the page above, it may be the day of what the text refers to.
  const isOwn =
    date.why.startsWith("labelled") ||
    lines.slice(Math.max(first, at - 3), at + 3).some(({ role }) => role === "byline") ||
    lines.slice(start, first).some(({ role }) => ENDS.has(role));
  const isReferred = lines.slice(first, at).some(({ role }) => role === "readAlso");
  return first < at && isOwn && !isReferred ? first : undefined;
}

const isText = (text: string): boolean => isSolid(text) || (isProse(text) && endsSentence(text));
