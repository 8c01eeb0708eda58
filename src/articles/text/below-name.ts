import { momentsIn } from "../dates.ts";
import { isMostlyDay } from "./day.ts";
import { DOUBLED_WORDS, isPath, isTicker, LIKELY, TITLE_WEIGHT } from "./headline.ts";
import type { Line } from "./lines.ts";
import { fold, type Piece, type Run } from "./pieces.ts";
import { isProse, isSolid, weightOf } from "./prose.ts";
import type { Vocabulary } from "./vocabulary.ts";

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
  return title ? { title, outlet: /\s/u.test(first.text) ? first.text : undefined } : undefined;
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
