import { isMostlyDay } from "./day.ts";
import type { Line } from "./lines.ts";
import { fold, piecesOf } from "./pieces.ts";
import { countOf, isText, weightOf } from "./prose.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { isSigned } from "./writer-line.ts";

/** Fewer words are a section or a name. */
const FEWEST = 3;
const SHORTEST = 15;

/**
 * The headline, where the first line is what a picture shows: the credit of a picture stands right below it, and below that one
 * line alone, a shorter one, above who wrote or the day.
 */
export function belowPicture(
  found: Line,
  lines: readonly Line[],
  vocabulary: Vocabulary,
  language: string,
): Line | undefined {
  const [first, credit, headline, meta] = lines;
  if (found !== first || !credit || !headline || !meta || piecesOf(first.text).length > 1) return undefined;
  const isMeta = isSigned(meta.text, vocabulary) || isMostlyDay(meta.text, language);
  const isSaid = lines.some((line) => line !== first && fold(line.text) === fold(first.text));
  return isMeta && !isSaid && isCredit(credit.text, vocabulary) && isShorter(headline, first)
    ? headline
    : undefined;
}

/** Far enough behind what the picture shows. */
const CREDIT_START = 6;

function isCredit(text: string, vocabulary: Vocabulary): boolean {
  const label = vocabulary.caption(text);
  return vocabulary.endsWithPicture(text) || (label !== null && label.index >= CREDIT_START);
}

/** So much is no headline, but a subtitle. */
const SUBTITLE = 80;

/** The headline between the label of a section and a subtitle, which is longer than any headline. */
export function aboveSubtitle(found: Line, lines: readonly Line[], { whole }: Vocabulary): Line | undefined {
  const at = lines.indexOf(found);
  const [label, above] = [lines[at - 2], lines[at - 1]];
  return label &&
    above &&
    whole(label.text) &&
    !whole(above.text) &&
    weightOf(found.text) >= SUBTITLE &&
    isShorter(above, found)
    ? above
    : undefined;
}

const isShorter = ({ text }: Line, other: Line): boolean =>
  weightOf(text) >= SHORTEST &&
  weightOf(text) < weightOf(other.text) &&
  countOf(text) >= FEWEST &&
  !isText(text);
