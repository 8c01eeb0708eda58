import { isMostlyDay } from "./day.ts";
import { STOPPED } from "./headline.ts";
import { likenessTo } from "./likeness.ts";
import type { Line, MarkedLine } from "./lines.ts";
import { fold, NEARLY, piecesOf, runsOf } from "./pieces.ts";
import { isProse, isSolid } from "./prose.ts";
import { markLines } from "./roles.ts";
import { type Heading, readHeading } from "./title.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Where the title is stated, the line that says it, or nearly; else the page's own headline, where a day or a writer between it
 * and the text shows that it is one; else no line is the title's, and all may be text.
 */
export function statedHeading(
  title: string,
  lines: readonly Line[],
  vocabulary: Vocabulary,
  language: string,
): Heading | undefined {
  const read = readHeading(lines, vocabulary, language);
  if (!read) return undefined;
  const says = saysTitle(title);
  const at = (heading: Heading) => lines.find(({ number }) => number === heading.line)?.text ?? "";
  if (says(read.title) && says(at(read))) return read;
  const said = topOf(lines).findIndex(({ text }) => says(text));
  const line = lines[said];
  if (line) {
    const own = readHeading(lines.slice(said), vocabulary, language);
    return own && says(own.title)
      ? own
      : { ...nowhere(title), line: line.number, lines: new Set([line.number]) };
  }
  const without = { ...nowhere(title), line: (lines[0]?.number ?? 1) - 1 };
  const marked = markLines(lines, { heading: without, language, vocabulary });
  return isAbove(marked, read, vocabulary, language) ? read : without;
}

const nowhere = (title: string): Omit<Heading, "line"> => ({
  title,
  beside: [],
  lines: new Set(),
  glued: new Map(),
});

/** Whether a line, or some of its parts, say the title, or nearly; one with a full stop only does in all its words. */
function saysTitle(title: string): (text: string) => boolean {
  const like = likenessTo(title);
  const folded = fold(title);
  return (text) =>
    fold(text) === folded ||
    (!isSolid(text) &&
      !(STOPPED.test(text) && isProse(text)) &&
      runsOf(piecesOf(text), text).some((run) => like(run.text, NEARLY) >= NEARLY));
}

/** The lines above the second paragraph: a title stands among them. */
function topOf(lines: readonly Line[]): readonly Line[] {
  const second = lines.filter(({ text }) => isSolid(text))[1];
  return second ? lines.slice(0, lines.indexOf(second)) : lines;
}

/** Whether what was read as the page's headline is one: it is said twice, or above who wrote or the day, and all above the text. */
function isAbove(
  marked: readonly MarkedLine[],
  { line, lines }: Heading,
  { opening }: Vocabulary,
  language: string,
): boolean {
  const at = marked.findIndex(({ number }) => number === line);
  const own = marked[at];
  if (!own || isMostlyDay(own.text, language) || own.role === "byline" || opening("by", own.text))
    return false;
  if (STOPPED.test(own.text) && isProse(own.text)) return false;
  if (lines.size > 1) return true;
  const below = marked.slice(at + 1);
  const text = below.findIndex((one) => one.role === "body" && isProse(one.text));
  return below.slice(0, Math.max(text, 0)).some(({ role }) => role === "date" || role === "byline");
}
