import { type Moment, momentsIn } from "../dates.ts";
import type { Line } from "./lines.ts";

/** What the title lines of a saved page say. */
export interface Heading {
  readonly title: string;
  readonly outlet?: string;
  /** The day on the title line. */
  readonly moment?: Moment;
  /** Numbers of the lines that only say the title again. */
  readonly lines: ReadonlySet<number>;
}

/** Between title, outlet and day: a bar, a dash or a dot with white space on both sides. */
const SEPARATOR = /\s+[|–—\-·•]\s+/gu;
/** The title is said again near the top, if it is. */
const TOP = 15;
const OUTLET_WORDS = 5;

interface Piece {
  readonly text: string;
  readonly mark: string;
  /** The line up to and with this piece. */
  readonly upTo: string;
}

/**
 * Reads the page's title line, `Title – Outlet – day`: trailing day and outlet are taken off where the mark before them,
 * the day behind them, or a second line that says the title without them shows that they are not part of it.
 */
export function readHeading(lines: readonly Line[], language: string): Heading | undefined {
  const top = lines.filter((line) => line.text !== "").slice(0, TOP);
  const head = top[0];
  if (!head) return undefined;
  const pieces = piecesOf(head.text);
  const said = new Set(top.slice(1).map((line) => fold(line.text)));
  const moment = pieces.length > 1 ? dayAlone(pieces.at(-1)?.text ?? "", language) : undefined;
  const rest = moment ? pieces.slice(0, -1) : pieces;
  const shortest = rest.findIndex((piece) => said.has(fold(piece.upTo)));
  const titleEnd =
    shortest >= 0 && shortest < rest.length - 1 ? shortest : withoutOutlet(rest, moment !== undefined);
  const title = rest[titleEnd]?.upTo ?? head.text;
  const outlet = rest.slice(titleEnd + 1).at(-1)?.text;
  return {
    title,
    ...(outlet && { outlet }),
    ...(moment && { moment }),
    lines: new Set(
      top
        .filter((line) => pieces.slice(titleEnd).some((p) => fold(p.upTo) === fold(line.text)))
        .map((line) => line.number),
    ),
  };
}

function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let mark = "";
  for (const match of text.matchAll(SEPARATOR)) {
    pieces.push({
      text: text.slice(from, match.index).trim(),
      mark,
      upTo: text.slice(0, match.index).trim(),
    });
    from = match.index + match[0].length;
    mark = match[0].trim();
  }
  return [...pieces, { text: text.slice(from).trim(), mark, upTo: text.trim() }];
}

/** The index of the last piece that belongs to the title. */
function withoutOutlet(pieces: readonly Piece[], hasDay: boolean): number {
  const last = pieces.at(-1);
  const short = (last?.text.split(/\s+/).length ?? 0) <= OUTLET_WORDS;
  const named = pieces.length > 1 && short && (hasDay || last?.mark === "|");
  return pieces.length - (named ? 2 : 1);
}

function dayAlone(text: string, language: string): Moment | undefined {
  const [moment, ...more] = momentsIn(text, language);
  const alone =
    moment &&
    more.length === 0 &&
    text.replace(text.slice(moment.start, moment.end), "").replace(/[^\p{L}]/gu, "").length < 12;
  return alone && (moment.day || moment.impossible) ? moment : undefined;
}

const fold = (text: string) => text.replace(/\s+/gu, " ").trim().toLocaleLowerCase("en");
