import { withoutDebris } from "./debris.ts";
import { bodyEnd } from "./end.ts";
import type { MarkedLine, Role } from "./lines.ts";
import { endsSentence, isProse, isSolid, weightOf } from "./prose.ts";
import type { Heading } from "./title.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A page parted: what stands above the article, the article, and what stands below. */
export interface Parts {
  readonly head: readonly MarkedLine[];
  readonly body: readonly MarkedLine[];
  readonly tail: readonly MarkedLine[];
}

export const CONTENT = new Set<Role>(["body", "list"]);

/** Finds the article below the title, and where it is over. */
export function partPage(
  lines: readonly MarkedLine[],
  heading: Heading,
  { asksTwice }: Pick<Vocabulary, "asksTwice">,
): Parts {
  const below = lines.findIndex((line) => line.number === heading.line) + 1;
  const start = bodyStart(lines, below);
  const closed = withoutTail(lines, start, withoutClosing(lines, start, bodyEnd(lines, start)));
  const asks = ({ text }: MarkedLine) => text.length < LONGEST_PLEA && asksTwice(text);
  const last = withoutPlea(lines, start, closed, asks);
  const body = withoutDebris(lines.slice(start, last));
  return {
    head: lines.slice(0, start),
    // Where no line is the title, there is text, though it be no sentence.
    body: body.length > 0 || below > 0 ? body : lines.filter(({ role }) => CONTENT.has(role)),
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
  if (first >= 0) return withOpening(lines, first, below);
  const any = lines.findIndex((line, i) => i >= below && CONTENT.has(line.role));
  return any >= 0 ? any : lines.length;
}

/** A paragraph may lack its full stop; what is as long is no section's name and no picture's title. */
const OPENING = 45;

/**
 * The first sentence with what stands above it and is no sentence: the lines that run into it, those of the block that it
 * closes, and a paragraph without a full stop, both right below the title, the day or who wrote.
 */
function withOpening(lines: readonly MarkedLine[], first: number, below: number): number {
  const isBody = (at: number) => at >= below && lines[at]?.role === "body";
  const isBelowHead = (at: number) => at <= below || ABOVE.has(lines[at - 1]?.role ?? "body");
  const opens = (at: number) => at === 0 || lines[at]?.gap === true;
  let block = first;
  while (!opens(block) && isBody(block - 1)) block--;
  if (block < first && opens(block) && isBelowHead(block)) return block;
  let start = first;
  while (isBody(start - 1) && runsInto(lines[start - 1], lines[start])) start--;
  // Without a title line the text begins with the first line of all.
  if (start === 1 && below === 0 && isBody(0)) return 0;
  const above = lines[start - 1];
  const isParagraph = above?.gap && lines[start]?.gap && weightOf(above.text) >= OPENING;
  const isDated = ABOVE.has(lines[start - 2]?.role ?? "body") && start - 2 >= below;
  return isParagraph && isBody(start - 1) && isDated ? start - 1 : start;
}

const ABOVE = new Set<Role>(["date", "byline"]);

/** Whether a line breaks off within a sentence or a word that the next one goes on with. */
const runsInto = (above: MarkedLine | undefined, line: MarkedLine | undefined): boolean =>
  above !== undefined &&
  line !== undefined &&
  !line.gap &&
  !endsSentence(above.text) &&
  /\s/u.test(above.text) &&
  /^\p{Ll}/u.test(line.text);

/** Who signs an article stands below it: short sentences behind that are the page's. */
const CLOSING = new Set<Role>(["byline", "credit", "source", "note"]);

function withoutClosing(lines: readonly MarkedLine[], start: number, end: number): number {
  const text = lines.findLastIndex((line, i) => i < end && CONTENT.has(line.role) && isSolid(line.text));
  const closing = lines.findIndex(
    (line, i) => i > Math.max(text, start) && i < end && CLOSING.has(line.role),
  );
  return text < 0 || closing < 0 ? end : closing;
}

const LONGEST_PLEA = 300;

/** A last sentence that asks for something is the page's. */
function withoutPlea(
  lines: readonly MarkedLine[],
  start: number,
  end: number,
  asks: (line: MarkedLine) => boolean,
): number {
  const last = lines.findLastIndex(
    ({ role, text }, i) => i < end && (role === "list" || (role === "body" && isProse(text))),
  );
  const line = lines[last];
  return line && last > start && line.role === "body" && asks(line)
    ? withoutPlea(lines, start, last, asks)
    : end;
}

/**
 * So many lines in a row that are no sentence are the page's end, whatever sentence may stand among the rest: one of them is
 * known as the page's, and two are known as nothing. Labels alone may stand around a box within the article.
 */
const PAGE_LINES = 3;
const UNKNOWN = 2;

function withoutTail(lines: readonly MarkedLine[], start: number, end: number): number {
  const text = lines.findLastIndex((line, i) => i < end && CONTENT.has(line.role) && isSolid(line.text));
  if (text < start) return end;
  let run = NO_RUN;
  for (let i = text + 1; i < end; i++) {
    const line = lines[i];
    const isOwn =
      !line || line.role === "list" || (line.role === "body" && (isProse(line.text) || goesOn(line.text)));
    run = isOwn
      ? NO_RUN
      : {
          lines: run.lines + 1,
          unknown: run.unknown + Number(line.role === "body"),
          isBox: run.isBox || line.role === "readAlso" || line.role === "ends",
        };
    if (run.lines >= PAGE_LINES && run.unknown >= UNKNOWN && run.unknown < run.lines && !run.isBox)
      return i - run.lines + 1;
  }
  return end;
}

/** The opening or an item of a list within a sentence. */
const goesOn = (text: string): boolean => /[:：;；]$/u.test(text) && weightOf(text) > 20;

const NO_RUN = { lines: 0, unknown: 0, isBox: false };
