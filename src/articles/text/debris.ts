import { ENDS } from "./end.ts";
import type { MarkedLine, Role } from "./lines.ts";
import { endsSentence, isProse, isSolid } from "./prose.ts";
import { CONTENT } from "./region.ts";

/** The body's lines alone: what is not content goes, with the headlines below a reference to other articles. */
export function withoutDebris(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  const kept: MarkedLine[] = [];
  let skipped: number | undefined;
  const own = withoutPictured(withoutLists(isParted(lines) ? withoutPleas(lines) : lines));
  const first = firstText(own);
  for (const [i, line] of own.entries()) {
    if (line.role === "date") dropAttached(kept, line);
    const isContent = CONTENT.has(line.role) && (i >= first || isSolid(line.text));
    if (isContent && skipped !== undefined && isHeadline(line, skipped)) skipped++;
    else if (isContent) {
      skipped = undefined;
      kept.push(line);
    } else skipped = opensReference(line) ? 0 : skipped;
  }
  return withoutTrail(withoutLead(kept, lines));
}

/** The first sentence below date and byline, where a standfirst stands above them; else the first line. */
function firstText(lines: readonly MarkedLine[]): number {
  const below = belowMeta(lines);
  return below && lines.findIndex((line, i) => i >= below && CONTENT.has(line.role) && isText(line));
}

const isText = (line: MarkedLine): boolean => line.role === "list" || isProse(line.text);

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

/** Below the label of other articles, where each of their headlines is a block of its own, all up to the next sentence are headlines. */
function withoutLists(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  let isListed = false;
  return lines.filter((line, i) => {
    if (line.role === "ends") isListed = lines[i + 1]?.gap ?? false;
    else isListed &&= !(CONTENT.has(line.role) && isText(line));
    return !isListed || line.role !== "body";
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

/** Above the first sentence short lines are the page's, what was left of its head, but for that with which the article begins. */
function withoutLead(lines: readonly MarkedLine[], all: readonly MarkedLine[]): readonly MarkedLine[] {
  if (lines[0] === all[0]) return lines;
  const first = lines.findIndex(isText);
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
