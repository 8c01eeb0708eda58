import { momentsIn } from "../dates.ts";
import type { Line } from "./lines.ts";
import {
  fold,
  gluedRun,
  likeness,
  likenessTo,
  nearlySaid,
  type Piece,
  type Places,
  piecesOf,
  placesOf,
  type Run,
  runsOf,
  saidRun,
} from "./pieces.ts";
import { isProse, isSolid, weightOf } from "./prose.ts";
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

const OUTLET_WORDS = 5;

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
  const pieces = all.filter((piece, i) => i === 0 || !isDay(piece.text, language));
  const runs = runsOf(pieces, first.text);
  const folded = fold(first.text);
  const near = others
    .slice(0, NEAR)
    .filter(
      ({ text }) =>
        text.length < 400 &&
        !isSolid(text) &&
        !vocabulary.whole(text) &&
        !`${folded} `.startsWith(`${fold(text)} `),
    );
  const saidAs = saidRun(runs, places, first.number);
  const said = all.length > pieces.length ? withoutOutlet(saidAs, pieces, runs) : saidAs;
  const glued = said ? undefined : gluedRun(runs, near);
  const alike = said || glued ? undefined : nearlySaid(runs, near);
  const run = said ?? glued ?? alike?.run ?? plainest(pieces, runs, others, first.text);
  const isAlone = !(said || glued || alike) && pieces.length === 1;
  const elsewhere = isAlone
    ? belowName(first, others, vocabulary, language)
    : officeLine(pieces, said, others, vocabulary);
  const { title, outlet } = elsewhere ?? {
    title: alike && !said ? alike.text : run.text,
    outlet: withoutDay(outletOf(pieces, run, others), language),
  };
  return {
    title,
    ...(outlet && { outlet }),
    beside: pieces.flatMap(({ text }, i) => ((i < run.from || i > run.to) && text !== outlet ? [text] : [])),
    ...titleLines(lines, first, run, title, pieces),
  };
}

interface Named {
  readonly title: string;
  readonly outlet: string | undefined;
}

/** Where the first line is the outlet's name alone, or a section's of a single word, the title stands below it. */
function belowName(
  first: Line,
  others: readonly Line[],
  vocabulary: Vocabulary,
  language: string,
): Named | undefined {
  const doubled = doubledLine(first, others);
  if (doubled) return { title: doubled, outlet: first.text };
  const title = lineAboveDate(first, others, vocabulary, language);
  return title ? { title, outlet: /\s/u.test(first.text) ? first.text : undefined } : undefined;
}

/** Where the line ends with its day, the outlet stands before it, and every line that says the title may have both. */
function withoutOutlet(
  said: Run | undefined,
  pieces: readonly Piece[],
  runs: readonly Run[],
): Run | undefined {
  const outlet = pieces.at(-1)?.text ?? "";
  const isWhole = said?.to === pieces.length - 1 && said.from < said.to;
  if (
    !said ||
    !isWhole ||
    outlet.split(/\s+/u).length > OUTLET_WORDS ||
    weightOf(outlet) > weightOf(said.text) / 2
  )
    return said;
  return runs.find(({ from, to }) => from === said.from && to === said.to - 1) ?? said;
}

const TOP = 30;
/** A title is said again within so many lines. */
const NEAR = 200;
const TITLE_WEIGHT = 20;

/**
 * The line that says the title first: the first line of the page, unless only another one above the text is said again,
 * or the first is navigation: then the longest above the text.
 */
function headLine(
  lines: readonly Line[],
  places: Places,
  { whole }: Vocabulary,
  language: string,
): Line | undefined {
  const [first] = lines;
  const text = lines.findIndex((line) => isSolid(line.text));
  const top = lines.slice(0, Math.min(TOP, text < 1 ? lines.length : text));
  const isSaid = (line: Line): boolean => {
    const pieces = piecesOf(line.text).filter((piece, i) => i === 0 || !isDay(piece.text, language));
    const run = saidRun(runsOf(pieces, line.text), places, line.number);
    return run !== undefined && weightOf(run.text) >= TITLE_WEIGHT;
  };
  const could = top.filter(({ text }) => !whole(text) && !isPath(text) && !isTicker(text));
  if (!first || isSaid(first) || could.length === 0) return first;
  const said = could.find((line) => weightOf(line.text) >= TITLE_WEIGHT && isSaid(line));
  if (said && could[0] !== first) return said;
  if (said && !couldBe(first, said)) return said;
  if (could[0] === first) return first;
  const undated = could.filter(
    ({ text }) => momentsIn(text, language).length === 0 && !(text.endsWith(".") && isProse(text)),
  );
  const longest = undated.reduce((most, { text }) => Math.max(most, weightOf(text)), 0);
  const isLikely = ({ text, gap }: Line) =>
    weightOf(text) > longest * LONG ||
    (gap && weightOf(text) >= LIKELY && text.split(/\s+/u).length > DOUBLED_WORDS);
  return undated.find(isLikely) ?? could[0] ?? first;
}

const isPath = (text: string): boolean => /\s[>›→»]\s/u.test(text);

/** Rates, temperatures, what is on now; or a word about cookies. */
const isTicker = (text: string): boolean =>
  /[▲▼]|cookie/iu.test(text) ||
  (text.match(/\d[.,]\d/gu)?.length ?? 0) > 2 ||
  (text.match(/\s•\s/gu)?.length ?? 0) > 1;

/** Nearly as long as the longest: what stands below it is a subtitle. */
const LONG = 0.7;
const LIKELY = 30;

/** Whether a first line and one that is said twice may be the same title. */
const couldBe = (first: Line, said: Line): boolean =>
  likeness(first.text, said.text) > 0.5 || first.text.split(/\s+/u).length <= DOUBLED_WORDS;

const DOUBLED_WORDS = 4;

/** Where the first line is the outlet's name alone, the title is a line of some words that the page says twice above its text. */
function doubledLine(first: Line, others: readonly Line[]): string | undefined {
  if (first.text.split(/\s+/u).length > DOUBLED_WORDS) return undefined;
  const text = others.findIndex((line) => isSolid(line.text));
  const above = others
    .slice(0, text < 0 ? undefined : text)
    .filter((line) => line.text.split(/\s+/u).length > DOUBLED_WORDS);
  return above.find((line, i) => above.some((other, j) => j > i && fold(other.text) === fold(line.text)))
    ?.text;
}

const ABOVE_DATE = 3;
/** So many lines above its day a page says its title. */
const ABOVE = 6;

/** Where the page says its first line nowhere else, the title is a line of its own right above the labelled day, below navigation. */
function lineAboveDate(
  first: Line,
  others: readonly Line[],
  vocabulary: Vocabulary,
  language: string,
): string | undefined {
  const text = others.findIndex((line) => isProse(line.text) && weightOf(line.text) >= TITLE_WEIGHT);
  const isShort = first.text.split(/\s+/u).length <= DOUBLED_WORDS;
  const date = others.findIndex(
    ({ text }) =>
      (isShort && isMostlyDay(text, language)) ||
      (vocabulary.opening("published", text) && momentsIn(text, language).some(({ day }) => day)),
  );
  if (date < 1 || (text >= 0 && text < date)) return undefined;
  const above = others
    .slice(0, date)
    .filter((line) => !vocabulary.whole(line.text) && line.text.split(/\s+/u).length >= ABOVE_DATE);
  const title = above.at(-1);
  const isOwn = title?.gap && title === others[date - 1] && title.number > first.number + 1;
  if (isOwn && weightOf(title.text) >= TITLE_WEIGHT) return title.text;
  const isLikely = ({ text }: Line) =>
    weightOf(text) >= LIKELY && text.split(/\s+/u).length > DOUBLED_WORDS && !isPath(text) && !isTicker(text);
  return isShort ? others.slice(Math.max(0, date - ABOVE), date).find(isLikely)?.text : undefined;
}

/** Where the first line is the name of an office and a label such as "press release", the title is the line of some words between the two. */
function officeLine(
  pieces: readonly Piece[],
  said: Run | undefined,
  others: readonly Line[],
  { whole }: Vocabulary,
): Named | undefined {
  const named = pieces.filter(({ text }) => !whole(text));
  if (named.length === pieces.length || named.length !== 1 || named[0]?.text !== said?.text) return undefined;
  if ((said?.text.split(/\s+/u).length ?? 0) > DOUBLED_WORDS) return undefined;
  const text = others.findIndex((line) => isSolid(line.text));
  const title = others
    .slice(0, Math.max(text, 0))
    .find((line) => line.gap && line.text.split(/\s+/u).length > DOUBLED_WORDS && !whole(line.text))?.text;
  return title ? { title, outlet: said?.text } : undefined;
}

/** An outlet's name without a day that is glued to it. */
function withoutDay(name: string | undefined, language: string): string | undefined {
  const moment = name ? momentsIn(name, language).find(({ day }) => day) : undefined;
  return name && moment
    ? (name.slice(0, moment.start) + name.slice(moment.end)).replace(/^[\s,|·–-]+|[\s,|·–-]+$/gu, "") ||
        undefined
    : name;
}

/** Where no other line says the title: all pieces but the outlet's, and what stands behind it. */
function plainest(
  pieces: readonly Piece[],
  runs: readonly Run[],
  others: readonly Line[],
  line: string,
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
    (tail?.text.split(/\s+/u).length ?? 9) <= OUTLET_WORDS &&
    weightOf(tail?.text ?? "") < weightOf(line) * 0.5;
  const cut = !colonOnly && (short || isNamed(tail?.text ?? "", others));
  return cut ? find(0, pieces.length - 2) : { ...whole, text: line.slice(0, tail?.end).trim() };
}

/** Whether the page names this elsewhere, as it does with its own name: alone on a line, or in its line of copyright. */
function isNamed(name: string, others: readonly Line[]): boolean {
  const folded = fold(name);
  const says = (text: string) => text.length <= name.length * 2 + 20 && fold(text) === folded;
  return (
    folded.length > 1 &&
    (others.some(({ text }) => text.length < 200 && says(text)) || hasRights(name, others))
  );
}

/** Whether a line of copyright names it. */
function hasRights(name: string, others: readonly Line[]): boolean {
  const folded = fold(name);
  return (
    folded.length > 1 &&
    others.some(
      ({ text }) =>
        text.length < 200 && /©|\(c\)|copyright/iu.test(text) && ` ${fold(text)} `.includes(` ${folded} `),
    )
  );
}

const DOMAIN = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u;

/** The piece beside the title that is the outlet's name: behind the title an address, one in the line of copyright, or the last one; else one before it that the page says again. */
function outletOf(pieces: readonly Piece[], run: Run, others: readonly Line[]): string | undefined {
  const before = pieces.slice(0, run.from).map((piece) => piece.text);
  const behind = pieces.slice(run.to + 1).map((piece) => piece.text);
  const sure = behind.findLast((text) => DOMAIN.test(text)) ?? behind.find((text) => hasRights(text, others));
  const outlet = sure ?? behind.at(-1) ?? before.find((text) => isNamed(text, others)) ?? before[0];
  return outlet && (shorter(outlet, others) ?? outlet.replace(/^（(.*)）$/u, "$1"));
}

/** In scripts without spaces a name may go on with what the outlet is: the page says the name alone elsewhere. */
const shorter = (name: string, others: readonly Line[]): string | undefined =>
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)
    ? others.find(({ text }) => text.length >= 4 && text.length < name.length && name.startsWith(text))?.text
    : undefined;

function titleLines(
  lines: readonly Line[],
  first: Line,
  run: Run,
  title: string,
  pieces: readonly Piece[],
): Pick<Heading, "line" | "lines" | "glued"> {
  const says = new Set([run.text, title, first.text, ...longer(pieces, run, first.text)].map(fold));
  const found = new Set([first.number]);
  const glued = new Map<number, string>();
  const like = likenessTo(title);
  const longest = Math.max(first.text.length, title.length) * 2 + 60;
  for (const { number, text } of lines) {
    if (text.length > longest + 400) continue;
    const isAlike =
      text.length > title.length * 0.6 &&
      text.length < title.length * 1.6 &&
      !isSolid(text) &&
      like(text) > 0.85;
    if (isAlike || (text.length <= longest && says.has(fold(text)))) found.add(number);
    else if (
      weightOf(title) > 20 &&
      text.length > title.length &&
      text.startsWith(title) &&
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

const isDay = (text: string, language: string): boolean => lettersBesideDay(text, language) < 12;
/** A place may stand before it. */
const isMostlyDay = (text: string, language: string): boolean => lettersBesideDay(text, language) < 24;

function lettersBesideDay(text: string, language: string): number {
  const [moment, ...more] = momentsIn(text, language);
  if (!moment?.day || more.length > 0) return Number.POSITIVE_INFINITY;
  return (text.slice(0, moment.start) + text.slice(moment.end)).replace(/[^\p{L}]/gu, "").length;
}
