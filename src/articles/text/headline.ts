import { momentsIn } from "../dates.ts";
import { aboveSubtitle, belowPicture } from "./beside-headline.ts";
import { undatedPieces } from "./day.ts";
import { likeness } from "./likeness.ts";
import type { Line } from "./lines.ts";
import { type Places, runsOf, saidRun } from "./pieces.ts";
import { isProse, isSolid, weightOf } from "./prose.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { isSigned } from "./writer-line.ts";

const TOP = 30;

export const TITLE_WEIGHT = 20;

/**
 * The line that says the title first: the first line of the page, unless only another one above the text is said again,
 * or the first is navigation: then the longest above the text.
 * What a picture shows, and a subtitle, are passed over.
 */
export function headLine(
  lines: readonly Line[],
  places: Places,
  vocabulary: Vocabulary,
  language: string,
): Line | undefined {
  const found = likeliest(lines, places, vocabulary, language);
  return (
    found &&
    (belowPicture(found, lines, vocabulary, language) ?? aboveSubtitle(found, lines, vocabulary) ?? found)
  );
}

function likeliest(
  lines: readonly Line[],
  places: Places,
  vocabulary: Vocabulary,
  language: string,
): Line | undefined {
  const [first] = lines;
  const text = lines.findIndex((line) => isSolid(line.text));
  const top = lines.slice(0, Math.min(TOP, text < 1 ? lines.length : text));
  const isSaid = (line: Line): boolean => {
    const run = saidRun(runsOf(undatedPieces(line.text, language), line.text), places, line.number);
    return run !== undefined && weightOf(run.text) >= TITLE_WEIGHT;
  };
  if (!first || isSaid(first)) return first;
  const couldSay = (text: string) =>
    !vocabulary.whole(text) &&
    !isPath(text) &&
    !isTicker(text) &&
    !vocabulary.hasRow(text) &&
    !MAIL_ADDRESS.test(text);
  const isLikely = couldSay(first.text);
  const could = top.filter(({ text }) => (text === first.text ? isLikely : couldSay(text)));
  if (could.length === 0) return first;
  const undated = could.filter(
    ({ text }) =>
      momentsIn(text, language).length === 0 &&
      !(STOPPED.test(text) && isProse(text)) &&
      !isSigned(text, vocabulary),
  );
  const longest = undated.reduce((most, { text }) => Math.max(most, weightOf(text)), 0);
  const least = Math.max(TITLE_WEIGHT, longest * SAID);
  const said = could.find((line) => line.text !== first.text && weightOf(line.text) >= least && isSaid(line));
  if (said && could[0] !== first) return said;
  if (said && !couldBe(first, said)) return said;
  if (could[0] === first) return first;
  const isLong = ({ text, gap }: Line) =>
    weightOf(text) > longest * LONG ||
    (gap && weightOf(text) >= LIKELY && text.split(/\s+/u).length > DOUBLED_WORDS);
  return undated.find(isLong) ?? could[0] ?? first;
}

/** Whom to write to. */
const MAIL_ADDRESS = /[\p{L}\d]@[\p{L}\d-]+\.\p{L}/u;

/** With a full stop, in any script, and what may close behind it. */
export const STOPPED = /[.。।][\p{Pf}"'»“)\]」』）]*$/u;

export const isPath = (text: string): boolean => /\s[>›→»]\s/u.test(text);

/** Rates, temperatures, what is on now; or a word about cookies. */
export const isTicker = (text: string): boolean =>
  /[▲▼]|cookie/iu.test(text) ||
  (text.match(/\d[.,]\d|\d\s?[°%]/gu)?.length ?? 0) > 2 ||
  (text.match(/\s•\s/gu)?.length ?? 0) > 1;

/** A line that is said again and much shorter than another above the text is who published it. */
const SAID = 0.5;
/** Nearly as long as the longest: what stands below it is a subtitle. */
const LONG = 0.7;

export const LIKELY = 30;

/** Whether a first line and one that is said twice may be the same title. */
const couldBe = (first: Line, said: Line): boolean =>
  likeness(first.text, said.text) > 0.5 || first.text.split(/\s+/u).length <= DOUBLED_WORDS;

export const DOUBLED_WORDS = 4;
