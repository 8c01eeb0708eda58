import { remembering } from "../remembering.ts";
import { likenessTo } from "./likeness.ts";
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

/** A quick look first: one of them is in all that is parted. */
const MARK = /[|｜_–—\-·•:/»（：]|\s{2}/u;

/** The parts of a title line. */
export const piecesOf = remembering((text: string): readonly Piece[] => {
  const pieces = text.length > LONGEST || !MARK.test(text) ? [] : parted(text);
  return pieces.length === 0 || pieces.length > MOST
    ? [{ text, start: 0, end: text.length, mark: "" }]
    : pieces;
});

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
  const said = titlesOf(runs).flatMap((run) => {
    const place = places.get(fold(run.text))?.findLast((number) => number !== own);
    return place === undefined ? [] : [{ run, place }];
  });
  const smallest = said.filter(
    ({ run }) =>
      !said.some(({ run: other }) => other !== run && other.from >= run.from && other.to <= run.to),
  );
  return smallest.reduce<(typeof said)[number] | undefined>(
    (best, one) => (best && best.place >= one.place ? best : one),
    undefined,
  )?.run;
}

/** The runs that hold the longest piece, or nearly as much: a section's or an outlet's name is no title. */
function titlesOf(runs: readonly Run[]): readonly Run[] {
  const longest = Math.max(...runs.map(({ from, to, text }) => (from === to ? weightOf(text) : 0)));
  return runs.filter(({ text }) => weightOf(text) >= longest * 0.8);
}

/** A line that begins with the title and goes on with what stood beside it on the page. */
export function gluedRun(runs: readonly Run[], near: readonly Line[]): Run | undefined {
  const titles = titlesOf(runs).filter(({ text }) => weightOf(text) > 20);
  const folded = titles.length === 0 ? [] : near.slice(0, 60).map(({ text }) => fold(text.slice(0, LONGEST)));
  return titles.find(({ text }) => {
    const title = fold(text);
    return folded.some((line) => line.length > title.length && line.startsWith(title));
  });
}

/** As much of a title and of what says it nearly. */
export const NEARLY = 0.72;

/** The same title with small differences: other quotation marks, a word more or less. */
export function nearlySaid(
  runs: readonly Run[],
  near: readonly Line[],
): { readonly run: Run; readonly text: string } | undefined {
  const titles = titlesOf(runs)
    .map((run) => ({ run, like: likenessTo(run.text) }))
    .reverse();
  const scored = near
    .slice(0, 60)
    .flatMap(({ text }) => titles.map(({ run, like }) => ({ run, text, score: like(text, NEARLY) })));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), {
    run: titles[0]?.run,
    text: "",
    score: 0,
  });
  return best.run && best.score >= NEARLY ? { run: best.run, text: best.text } : undefined;
}

/** Letters and digits alone, with one space between words. */
export const fold = remembering((text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim(),
);
