import type { MarkedLine, Role } from "./lines.ts";
import { endsSentence, isProse, isSolid } from "./prose.ts";
import type { Heading } from "./title.ts";

/** A page parted: what stands above the article, the article, and what stands below. */
export interface Parts {
  readonly head: readonly MarkedLine[];
  readonly body: readonly MarkedLine[];
  readonly tail: readonly MarkedLine[];
}

/** Roles behind which nothing of the article comes, once there was something of it. */
const ENDS = new Set<Role>(["ends", "contact", "tags", "copyright", "related"]);
const CONTENT = new Set<Role>(["body", "list"]);

/** Finds the article below the title, and where it is over. */
export function partPage(lines: readonly MarkedLine[], heading: Heading): Parts {
  const below = lines.findIndex((line) => line.number === heading.line) + 1;
  const start = bodyStart(lines, below);
  const last = withoutTail(lines, start, withoutClosing(lines, start, bodyEnd(lines, start)));
  return {
    head: lines.slice(0, start),
    body: withoutDebris(lines.slice(start, last)),
    tail: lines.slice(last),
  };
}

/** The first sentence below the title; lines of a list or of dialogue right before it belong to it. */
function bodyStart(lines: readonly MarkedLine[], below: number): number {
  const isCredited = ({ text }: MarkedLine) =>
    !isSolid(text) && /[(（][^()（）]{2,40}[/／][^()（）]{2,40}[)）]$/u.test(text);
  const first = lines.findIndex(
    (line, i) => i >= below && line.role === "body" && isProse(line.text) && !isCredited(line),
  );
  if (first >= 0) return first;
  const any = lines.findIndex((line, i) => i >= below && CONTENT.has(line.role));
  return any >= 0 ? any : lines.length;
}

function bodyEnd(lines: readonly MarkedLine[], start: number): number {
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
  if (!ENDS.has(line.role)) return false;
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
    own.slice(0, NEAR).some((line) => line.role === "list" || isText(line)) &&
    own.filter(isText).length >= solid * GOOD_PART
  );
}

/** Who signs an article stands below it: short sentences behind that are the page's. */
const CLOSING = new Set<Role>(["byline", "credit", "source", "note"]);

function withoutClosing(lines: readonly MarkedLine[], start: number, end: number): number {
  const text = lines.findLastIndex((line, i) => i < end && CONTENT.has(line.role) && isSolid(line.text));
  const closing = lines.findIndex(
    (line, i) => i > Math.max(text, start) && i < end && CLOSING.has(line.role),
  );
  return text < 0 || closing < 0 ? end : closing;
}

/** So many lines in a row that are no sentence, one of them the page's, are its end, whatever sentence may stand among the rest. */
const PAGE_LINES = 3;

function withoutTail(lines: readonly MarkedLine[], start: number, end: number): number {
  const text = lines.findLastIndex((line, i) => i < end && CONTENT.has(line.role) && isSolid(line.text));
  if (text < start) return end;
  let run: MarkedLine[] = [];
  for (let i = text + 1; i < end; i++) {
    const line = lines[i];
    const isOwn = !line || line.role === "list" || (line.role === "body" && isProse(line.text));
    run = isOwn ? [] : [...run, line];
    if (run.length >= PAGE_LINES && run.some(({ role }) => role !== "body")) return i - run.length + 1;
  }
  return end;
}

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
  // The day of a film or of another article that is referred to within the text.
  const isReferred = lines.slice(first, at).some(({ role }) => role === "readAlso");
  return first < at && !isReferred ? first : undefined;
}

const isText = (text: string): boolean => isSolid(text) || (isProse(text) && endsSentence(text));

/** The body's lines alone: what is not content goes, with the headlines below a reference to other articles. */
function withoutDebris(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  const kept: MarkedLine[] = [];
  let skipped: number | undefined;
  const own = withoutPictured(isParted(lines) ? withoutPleas(lines) : lines);
  const text = belowMeta(own);
  for (const [i, line] of own.entries()) {
    if (line.role === "date") dropAttached(kept, line);
    const isContent = CONTENT.has(line.role) && (i >= text || isSolid(line.text));
    if (isContent && skipped !== undefined && isHeadline(line, skipped)) skipped++;
    else if (isContent) {
      skipped = undefined;
      kept.push(line);
    } else skipped = opensReference(line) ? 0 : skipped;
  }
  return withoutLead(withoutTrail(kept));
}

const PARTED = 0.8;

/** Whether the page has a gap before nearly every paragraph. */
function isParted(lines: readonly MarkedLine[]): boolean {
  const solid = lines.filter(({ role, text }, i) => i > 0 && role === "body" && isSolid(text));
  return solid.filter(({ gap }) => gap).length >= solid.length * PARTED;
}

/** What goes on without a gap below a line that wants something of the reader belongs to it. */
function withoutPleas(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  let isBelow = false;
  return lines.filter((line) => {
    isBelow = line.role === "plea" || (isBelow && !line.gap && !isSolid(line.text));
    return !isBelow;
  });
}

/** Above the text, a line right above a caption is what the picture shows. */
const withoutPictured = (lines: readonly MarkedLine[]): readonly MarkedLine[] => {
  const text = lines.findIndex((line) => line.role === "body" && isSolid(line.text));
  return lines.filter((line, i) => {
    const below = lines[i + 1];
    return !(i < text && line.role === "body" && below?.role === "caption" && !below.gap);
  });
};

/** Above the first sentence short lines are the page's: what was left of its head. */
function withoutLead(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  const first = lines.findIndex((line) => line.role === "list" || isProse(line.text));
  return lines.slice(Math.max(first, 0));
}

const META = new Set<Role>(["date", "byline"]);
const META_LINES = 14;

/** Where a standfirst stands above date and byline, the text is below them: what is between is the page's, but for sentences. */
function belowMeta(lines: readonly MarkedLine[]): number {
  const second = lines.findIndex((line, i) => i > 0 && line.role === "body" && isSolid(line.text));
  const top = lines.slice(0, Math.min(META_LINES, Math.max(second, 0)));
  return top.findLastIndex(({ role }) => META.has(role)) + 1;
}

/** A label of other articles, whose headlines stand below it; one that has its headline beside it opens nothing. */
const opensReference = (line: MarkedLine): boolean =>
  line.role === "readAlso" ? line.says === "" : ENDS.has(line.role);

/** Below the label of a reference: what is no text, up to the next gap. */
const isHeadline = (line: MarkedLine, skipped: number): boolean =>
  !isSolid(line.text) &&
  !(line.gap && skipped > 0) &&
  !(
    (line.gap || (skipped > 0 && !/[?？؟]["”»]?$/u.test(line.text))) &&
    isProse(line.text) &&
    endsSentence(line.text)
  );

/** Lines right above the date of another article are its section and headline. */
function dropAttached(kept: MarkedLine[], date: MarkedLine): void {
  let number = date.number;
  for (
    let last = kept.at(-1);
    last && last.number === number - 1 && !isProse(last.text);
    last = kept.at(-1)
  ) {
    kept.pop();
    number--;
  }
}

/** Short lines at the very end that are no sentence are the page's. */
function withoutTrail(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  const last = lines.findLastIndex(
    (line) => (line.role === "list" || isProse(line.text)) && !/[:：]$/u.test(line.text),
  );
  return lines.slice(0, last + 1);
}
