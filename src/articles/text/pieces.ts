import { remembering } from "../remembering.ts";
import type { Line } from "./lines.ts";
import { weightOf } from "./prose.ts";

/** Between title, section, outlet and day. */
const SEPARATOR =
  /\s*[|｜_]\s*|(?<=\S)(?=（[^（）]{2,12}）\s*[-|｜–—])|\s+(?:[–—\-·•:/]|(?<!«[^«»]*)»)\s+|\s*[：]\s*(?=[^：]{1,12}$)|\s{2,}/gu;
/** In scripts without spaces a dash needs none. */
const WIDE_SEPARATOR =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}”」』）])[-–—](?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,10}$)/u;
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly mark: string;
}

/** Neighbouring pieces of the first line, as one text. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What is longer is no title, and what has more parts is a list. */
const LONGEST = 600;
const MOST = 10;

/** The parts of a title line. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces = text.length > LONGEST ? [] : parted(text);
  return pieces.length === 0 || pieces.length > MOST
    ? [{ text, start: 0, end: text.length, mark: "" }]
    : pieces;
}

function parted(text: string): readonly Piece[] {
  const marks = [...text.matchAll(SEPARATOR)];
  const wide = marks.length === 0 ? WIDE_SEPARATOR.exec(text) : null;
  const pieces: Piece[] = [];
  let start = 0;
  let mark = "";
  for (const match of wide ? [wide] : marks) {
    if (match.index === 0) continue;
    pieces.push({ text: text.slice(start, match.index).trim(), start, end: match.index, mark });
    start = match.index + match[0].length;
    mark = match[0].trim();
  }
  const all = [...pieces, { text: text.slice(start).trim(), start, end: text.length, mark }];
  const colon = /^([^:：«»"“”]{2,40})[:：]\s+(?=\S)/u.exec(all[0]?.text ?? "");
  if (!colon?.[1] || !all[0]) return all.filter((piece) => piece.text !== "");
  const [head, ...rest] = all;
  const cut = head.start + colon[0].length;
  const both = [
    { ...head, text: colon[1].trim(), end: head.start + colon[1].length },
    { ...head, text: text.slice(cut, head.end).trim(), start: cut, mark: ":" },
  ];
  return [...both, ...rest].filter((piece) => piece.text !== "");
}

/** Every run of neighbouring pieces, the shortest first: `text` has what stands between them. */
export function runsOf(pieces: readonly Piece[], line: string): readonly Run[] {
  const runs = pieces.flatMap((first, from) =>
    pieces
      .slice(from)
      .map((last, more) => ({ from, to: from + more, text: line.slice(first.start, last.end).trim() })),
  );
  return runs.sort((a, b) => a.text.length - b.text.length);
}

/** Where a page says what: the numbers of the lines, by their folded text. */
export type Places = ReadonlyMap<string, readonly number[]>;

/** Lines that are too long to say a title are left out. */
export function placesOf(lines: readonly Line[]): Places {
  const places = new Map<string, number[]>();
  for (const { text, number } of lines) {
    if (text.length > LONGEST) continue;
    const key = fold(text);
    const known = places.get(key);
    if (known) known.push(number);
    else places.set(key, [number]);
  }
  return places;
}

/** The run that another line than `own` says: none that another such run is a part of, and of several the one said last, nearest to the text. */
export function saidRun(runs: readonly Run[], places: Places, own: number): Run | undefined {
  const place = (run: Run) => places.get(fold(run.text))?.findLast((number) => number !== own) ?? 0;
  const said = runs.filter((run) => isTitle(run, runs) && place(run) > 0);
  const smallest = said.filter(
    (run) => !said.some((other) => other !== run && other.from >= run.from && other.to <= run.to),
  );
  return smallest.reduce<Run | undefined>(
    (best, run) => (best && place(best) >= place(run) ? best : run),
    undefined,
  );
}

/** A run that holds the longest piece, or nearly as much: a section's or an outlet's name is no title. */
function isTitle(run: Run, runs: readonly Run[]): boolean {
  const longest = Math.max(...runs.filter(({ from, to }) => from === to).map(({ text }) => weightOf(text)));
  return weightOf(run.text) >= longest * 0.8;
}

/** A line that begins with the title and goes on with what stood beside it on the page. */
export function gluedRun(runs: readonly Run[], near: readonly Line[]): Run | undefined {
  const titles = runs.filter((run) => isTitle(run, runs) && weightOf(run.text) > 20);
  const folded = titles.length === 0 ? [] : near.slice(0, 60).map(({ text }) => fold(text.slice(0, LONGEST)));
  return titles.find(({ text }) =>
    folded.some((line) => line.length > fold(text).length && line.startsWith(fold(text))),
  );
}

/** The same title with small differences: other quotation marks, a word more or less. */
export function nearlySaid(
  runs: readonly Run[],
  near: readonly Line[],
): { readonly run: Run; readonly text: string } | undefined {
  const titles = runs.filter((run) => isTitle(run, runs)).reverse();
  const scores = titles.map((run) => ({ run, like: likenessTo(run.text) }));
  const scored = near
    .slice(0, 60)
    .flatMap(({ text }) => scores.map(({ run, like }) => ({ run, text, score: like(text) })));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { run: titles[0], text: "", score: 0 });
  return best.run && best.score >= 0.72 ? { run: best.run, text: best.text } : undefined;
}

/** Shared pairs of letters (Dice's coefficient), by letters and digits alone. */
export const likeness = (a: string, b: string): number => likenessTo(a)(b);

/** The same for many texts beside one. */
export function likenessTo(one: string): (other: string) => number {
  const pairs = pairsOf(one);
  return (other) => {
    const others = pairsOf(other);
    let shared = 0;
    for (const pair of others) if (pairs.has(pair)) shared++;
    return pairs.size + others.size === 0 ? 0 : (2 * shared) / (pairs.size + others.size);
  };
}

const pairsOf = remembering((text: string): ReadonlySet<string> => {
  const letters = text
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  const all = ASTRAL.test(letters) ? [...letters].slice(0, PAIRED) : letters.slice(0, PAIRED);
  const pairs = new Set<string>();
  for (let i = 1; i < all.length; i++) pairs.add(`${all[i - 1]}${all[i]}`);
  return pairs;
});

const PAIRED = 200;
const ASTRAL = /[\ud800-\udfff]/;

/** Letters and digits alone, with one space between words. */
export const fold = remembering((text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim(),
);
