import { momentsIn } from "../dates.ts";
import { isMostlyDay } from "./day.ts";
import { DOUBLED_WORDS, isPath, isTicker, LIKELY, TITLE_WEIGHT } from "./headline.ts";
import type { Line } from "./lines.ts";
import { fold, type Piece, type Run } from "./pieces.ts";
import { countOf, isSolid, isText, weightOf } from "./prose.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { isSigned } from "./writer-line.ts";
import { CASELESS, EAST_ASIAN_NAMES, PERSON } from "./writers.ts";

interface Named {
  readonly title: string;
  readonly outlet: string | undefined;
}

/** Where the first line is the outlet's name alone, or a section's of a single word, the title stands below it. */
export function belowName(
  first: Line,
  others: readonly Line[],
  vocabulary: Vocabulary,
  language: string,
): Named | undefined {
  const doubled = doubledLine(first, others);
  if (doubled) return { title: doubled, outlet: first.text };
  const title = lineAboveDate(first, others, vocabulary, language);
  return title ? { title, outlet: countOf(first.text) > 1 ? first.text : undefined } : undefined;
}

/** Where the first line is the outlet's name alone, the title is a line of some words that the page says twice above its text. */
function doubledLine(first: Line, others: readonly Line[]): string | undefined {
  if (first.text.split(/\s+/u).length > DOUBLED_WORDS) return undefined;
  const text = others.findIndex((line) => isSolid(line.text));
  const above = others
    .slice(0, text < 0 ? undefined : text)
    .filter((line) => line.text.split(/\s+/u).length > DOUBLED_WORDS);
  const said = Map.groupBy(above, (line) => fold(line.text));
  return above.find((line) => (said.get(fold(line.text))?.length ?? 0) > 1)?.text;
}

const ABOVE_DATE = 3;

/** So many lines above its day a page says its title. */
const ABOVE = 6;

/**
 * Where the page says its first line nowhere else, the title is a line of its own right above the labelled day, or above who wrote,
 * below navigation.
 */
function lineAboveDate(
  first: Line,
  others: readonly Line[],
  vocabulary: Vocabulary,
  language: string,
): string | undefined {
  const isShort = countOf(first.text) <= DOUBLED_WORDS;
  const date = others.findIndex(
    ({ text }) =>
      (isShort && isMostlyDay(text, language)) ||
      (vocabulary.opening("published", text) && momentsIn(text, language).some(({ day }) => day)),
  );
  const text = others.findIndex((line) => isOpening(line.text));
  if (date < 1 || (text >= 0 && text < date)) return undefined;
  const above = withoutWriters(others.slice(0, date), vocabulary);
  const title = above.at(-1);
  const isOwn =
    title?.gap &&
    title.number > first.number + 1 &&
    !vocabulary.whole(title.text) &&
    countOf(title.text) >= ABOVE_DATE;
  if (isOwn && weightOf(title.text) >= TITLE_WEIGHT) return (titled(above) ?? title).text;
  return isShort ? above.slice(-ABOVE).find(isLikely)?.text : undefined;
}

/** The line above the last one, where that is longer than it: a subtitle. */
function titled(lines: readonly Line[]): Line | undefined {
  const [above, last] = [lines.at(-2), lines.at(-1)];
  return above?.gap && last && isLikely(above) && weightOf(above.text) < weightOf(last.text)
    ? above
    : undefined;
}

/** A line that is long enough for a title, and no navigation. */
const isLikely = ({ text }: Line): boolean =>
  weightOf(text) >= LIKELY && countOf(text) > DOUBLED_WORDS && !isPath(text) && !isTicker(text);

/** Above the day such a line is no headline any more. */
const isOpening = (text: string): boolean =>
  isSolid(text) || (isText(text) && weightOf(text) >= TITLE_WEIGHT);

/** Lines without those at their end that say who wrote: with a label, or a name below what is long enough for a title. */
function withoutWriters(lines: readonly Line[], vocabulary: Vocabulary): readonly Line[] {
  const [above, line] = [lines.at(-2), lines.at(-1)];
  if (!line || !above) return lines;
  const isWriter =
    isSigned(line.text, vocabulary) ||
    (!vocabulary.whole(line.text) &&
      ((isPerson(line.text) && isLikely(above)) ||
        (EAST_ASIAN_NAMES.test(line.text) && weightOf(above.text) >= TITLE_WEIGHT)));
  return isWriter ? withoutWriters(lines.slice(0, -1), vocabulary) : lines;
}

const isPerson = (text: string): boolean => PERSON.test(text) || CASELESS.test(text);

/** Where the first line is the name of an office and a label such as "press release", the title is the line of some words between the two. */
export function officeLine(
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
