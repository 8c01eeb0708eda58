import { momentsIn } from "../dates.ts";
import { foldLabel } from "./labels.ts";
import type { MarkedLine } from "./lines.ts";
import { namesIn } from "./names.ts";
import { isProse, isSolid, weightOf } from "./prose.ts";
import type { Page } from "./rule.ts";
import { NAME } from "./signed.ts";

/** A name below a byline's label that stands alone. */
export function namedAbove(
  line: MarkedLine,
  above: MarkedLine | undefined,
  { vocabulary }: Page,
): MarkedLine | undefined {
  const label = above && vocabulary.opening("by", above.text);
  if (label?.rest !== "" || line.role !== "body" || weightOf(line.text) > 80 || isProse(line.text))
    return undefined;
  const names = namesIn(line.text, vocabulary);
  const isNamed =
    names.length > 0 && names.every((name) => NAME.test(name)) && !/\p{L}{3}\.\s/u.test(line.text);
  return isNamed ? { ...line, role: "byline", why: `below "${label.label}"` } : undefined;
}

/** Right below who signed an article a sentence with the word for a change and a time of day tells of one. */
export function noteBelow(
  line: MarkedLine,
  above: MarkedLine | undefined,
  { vocabulary, language }: Page,
): MarkedLine | undefined {
  const could = above?.role === "credit" && line.role === "body" && weightOf(line.text) < 300;
  return could &&
    vocabulary.holds("updated", line.text) &&
    momentsIn(line.text, language).some(({ time }) => time)
    ? { ...line, role: "note", why: "below the credit, tells when and what was changed" }
    : undefined;
}

const BOX_LINES = 14;

/** Where both lines name the same ("… newsletter promotion"), even paragraphs between them are of a box. */
const nameOne = (opening: string, end: string | undefined): boolean =>
  end !== undefined && lastWords(opening) === lastWords(end);

const lastWords = (text: string): string => foldLabel(text).split(" ").slice(-2).join(" ");

/** What may be jumped over is a box, up to the line that ends it: nothing in it is of the article. */
export function withoutBoxes(lines: readonly MarkedLine[], { vocabulary }: Page): readonly MarkedLine[] {
  let end = -1;
  return lines.map((line, i) => {
    if (line.role === "skip") {
      const below = lines.slice(i + 1, i + 1 + BOX_LINES);
      const last = below.findIndex((one) => one.role !== "skip" && vocabulary.opening("skipEnds", one.text));
      const isEmpty = !below.slice(0, last).some(({ text }) => isSolid(text));
      if (last >= 0 && (isEmpty || nameOne(line.text, below[last]?.text))) end = i + 1 + last;
    }
    return i <= end || line.role === "skip"
      ? { ...line, role: "furniture", why: "a box within the article" }
      : line;
  });
}
