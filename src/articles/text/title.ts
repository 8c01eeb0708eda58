import { plainSpaced } from "../characters.ts";
import { belowName, officeLine } from "./below-name.ts";
import { isNamed, outletOf, withoutDay } from "./beside-title.ts";
import { undatedPieces } from "./day.ts";
import { headLine } from "./headline.ts";
import { canBeLike, likenessTo } from "./likeness.ts";
import type { Line } from "./lines.ts";
import {
  fold,
  gluedRun,
  nearlySaid,
  type Piece,
  piecesOf,
  placesOf,
  type Run,
  runsOf,
  saidRun,
} from "./pieces.ts";
import { isSolid, weightOf } from "./prose.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What the title lines of a saved page say. */
export interface Heading {
  readonly title: string;
  readonly outlet?: string;
  /** What else the first line says beside title and outlet: a section, a writer. */
  readonly beside: readonly string[];
  /** The line of the title as the page shows it: the article is below it. */
  readonly line: number;
  /** Numbers of the lines that only say the title again. */
  readonly lines: ReadonlySet<number>;
  /** What is glued behind the title on a line of it, by number. */
  readonly glued: ReadonlyMap<number, string>;
}

/** A title line without the pieces that are its day. */
const withoutDays = (text: string, language: string): string =>
  undatedPieces(text, language)
    .map((piece) => piece.text)
    .join(" – ");

/** How like a title line others are, whatever day either names; 0 for those that are too short to be the {@link SAME}. */
function undatedLikeness(first: string, language: string): (text: string) => number {
  const undated = withoutDays(first, language);
  const like = likenessTo(undated);
  return (text) => (canBeLike(undated, text, SAME) ? like(withoutDays(text, language), SAME) : 0);
}

const OUTLET_WORDS = 5;
/** Two lines that are as like as this say all that the first one says. */
const SAME = 0.93;
/** Of their pairs of letters, what two titles share that are the same. */
const ALIKE = 0.85;

/** A title is said again within so many lines. */
const NEAR = 200;

/**
 * Reads the page's title: the first line says it with section, outlet and day beside it, and the page mostly says it
 * again alone. That second line decides; where there is none, the marks between the parts and the rest of the page do.
 */
export function readHeading(
  lines: readonly Line[],
  vocabulary: Vocabulary,
  language: string,
): Heading | undefined {
  const places = placesOf(lines);
  const first = headLine(lines, places, vocabulary, language);
  if (!first) return undefined;
  const others = lines.filter((line) => line !== first);
  const all = piecesOf(first.text);
  const pieces = undatedPieces(first.text, language);
  const runs = runsOf(pieces, first.text);
  const folded = fold(first.text);
  const likeFirst = undatedLikeness(first.text, language);
  const near = others
    .slice(0, NEAR)
    .filter(
      ({ text }) =>
        text.length < 400 &&
        text !== first.text &&
        !isSolid(text) &&
        !vocabulary.whole(text) &&
        !(all.length > pieces.length && likeFirst(text) > SAME) &&
        !`${folded} `.startsWith(`${fold(text)} `),
    );
  const again = saidAgain(saidRun(runs, places, first.number), all, pieces, runs, others);
  const glued = again?.tells ? undefined : gluedRun(runs, near);
  const alike = again?.tells || glued ? undefined : nearlySaid(runs, near);
  const said = again?.tells || !(glued || alike) ? again?.run : undefined;
  const run = said ?? glued ?? alike?.run ?? plainest(pieces, runs, others, first, first === lines[0]);
  const isAlone = !(said || glued || alike) && pieces.length === 1;
  const elsewhere = isAlone
    ? belowName(first, others, vocabulary, language)
    : officeLine(pieces, said, others, vocabulary);
  const { title, outlet } = elsewhere ?? {
    title: alike && !said ? alike.text : run.text,
    outlet: withoutDay(outletOf(pieces, run, others, vocabulary), language),
  };
  return {
    title,
    ...(outlet && { outlet }),
    beside: pieces.flatMap(({ text }, i) => ((i < run.from || i > run.to) && text !== outlet ? [text] : [])),
    ...titleLines(lines, first, run, title, pieces, language),
  };
}

/** The run that the page says again; the first line again, as it is, tells less of its parts than a title with small differences does. */
function saidAgain(
  said: Run | undefined,
  all: readonly Piece[],
  pieces: readonly Piece[],
  runs: readonly Run[],
  others: readonly Line[],
): { readonly run: Run; readonly tells: boolean } | undefined {
  if (!said) return undefined;
  const like = likenessTo(runs.find(({ from, to }) => from === said.from && to === said.to - 1)?.text ?? "");
  const ends =
    all.length > pieces.length ||
    isNamed(pieces.at(-1)?.text ?? "", others) ||
    others.slice(0, NEAR).some(({ text }) => fold(text) !== fold(said.text) && like(text, ALIKE) > ALIKE);
  const run = ends ? withoutOutlet(said, pieces, runs) : said;
  return { run, tells: said.from > 0 || said.to < all.length - 1 || all.length === 1 };
}

/** Where the page says the line without its last part, names that part elsewhere, or ends the line with its day, it is the outlet: every line that says the title may have both. */
function withoutOutlet(said: Run, pieces: readonly Piece[], runs: readonly Run[]): Run {
  const outlet = pieces.at(-1)?.text ?? "";
  const isWhole = said.to === pieces.length - 1 && said.from < said.to;
  if (!isWhole || outlet.split(/\s+/u).length > OUTLET_WORDS || weightOf(outlet) > weightOf(said.text) / 2)
    return said;
  return runs.find(({ from, to }) => from === said.from && to === said.to - 1) ?? said;
}

/**
 * Where no other line says the title: all pieces but the outlet's, and what stands behind it. A headline that is not the page's
 * first line is its author's alone: what its last piece says must be named elsewhere to be taken for the outlet.
 */
function plainest(
  pieces: readonly Piece[],
  runs: readonly Run[],
  others: readonly Line[],
  { text: line }: Line,
  isFirst: boolean,
): Run {
  const whole = {
    from: 0,
    to: pieces.length - 1,
    text: line.slice(pieces[0]?.start ?? 0, pieces.at(-1)?.end),
  };
  const find = (from: number, to: number) => runs.find((run) => run.from === from && run.to === to) ?? whole;
  if (pieces.length < 2) return find(0, 0);
  const [head, tail] = [pieces[0], pieces.at(-1)];
  if (head && isNamed(head.text, others) && !isNamed(tail?.text ?? "", others))
    return find(1, pieces.length - 1);
  const colonOnly = pieces.length === 2 && tail?.mark === ":";
  const short =
    isFirst &&
    (tail?.text.split(/\s+/u).length ?? 9) <= OUTLET_WORDS &&
    weightOf(tail?.text ?? "") < weightOf(line) * 0.5;
  const cut = !colonOnly && (short || isNamed(tail?.text ?? "", others));
  return cut ? find(0, pieces.length - 2) : { ...whole, text: line.slice(0, tail?.end).trim() };
}

function titleLines(
  lines: readonly Line[],
  first: Line,
  run: Run,
  title: string,
  pieces: readonly Piece[],
  language: string,
): Pick<Heading, "line" | "lines" | "glued"> {
  const says = new Set([run.text, title, first.text, ...longer(pieces, run, first.text)].map(fold));
  const found = new Set([first.number]);
  const glued = new Map<number, string>();
  const like = likenessTo(title);
  const shown = plainSpaced(title); // A page may break its lines elsewhere.
  const longest = Math.max(first.text.length, title.length) * 2 + 60;
  const likeFirst = undatedLikeness(first.text, language);
  const isFirst = (text: string) =>
    text.length > title.length &&
    text.length < first.text.length * 1.4 + 12 &&
    /\d/u.test(text) &&
    likeFirst(text) > SAME;
  for (const { number, text } of lines) {
    if (text.length > longest + 400) continue;
    const isAlike =
      text.length > title.length * 0.6 &&
      text.length < title.length * 1.6 &&
      !isSolid(text) &&
      like(text, ALIKE) > ALIKE;
    if (isAlike || isFirst(text) || (text.length <= longest && says.has(fold(text)))) found.add(number);
    else if (
      weightOf(title) > 20 &&
      text.length > title.length &&
      plainSpaced(text.slice(0, title.length)) === shown &&
      !isSolid(text.slice(title.length))
    ) {
      found.add(number);
      glued.set(number, text.slice(title.length).trim());
    }
  }
  return { line: lastAbove(lines, found), lines: found, glued };
}

/** The title with the pieces behind it, one more each time. */
const longer = (pieces: readonly Piece[], run: Run, line: string): readonly string[] =>
  pieces.slice(run.to).map((piece) => line.slice(pieces[run.from]?.start, piece.end));

/** The last title line that has most of the page's prose below it. */
function lastAbove(lines: readonly Line[], found: ReadonlySet<number>): number {
  const total = lines.reduce((sum, { text }) => sum + (isSolid(text) ? text.length : 0), 0);
  let above = 0;
  let last = [...found].reduce((least, number) => Math.min(least, number));
  for (const { number, text } of lines) {
    if (found.has(number) && above <= total / 3) last = number;
    if (isSolid(text)) above += text.length;
  }
  return last;
}
