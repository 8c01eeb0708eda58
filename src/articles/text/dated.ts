import { momentsIn } from "../dates.ts";
import { endsSentence, LIST_ITEM, weightOf } from "./prose.ts";
import { isRelative } from "./relative.ts";
import type { Page, Verdict } from "./rule.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A meta line has few letters beside its dates and labels. */
const META_LETTERS = 48;

/** A line of dates and labels, and little else. */
export function meta(text: string, page: Page): Verdict | undefined {
  const { vocabulary, language } = page;
  if (weightOf(text) > 260) return undefined;
  const labelled = vocabulary.opening("published", text) ?? vocabulary.opening("updated", text);
  const moments = momentsIn(text, language);
  if (moments.length === 0) return labelled && emptyLabel(labelled.rest, page);
  if (LIST_ITEM.test(text) && moments[0]?.start !== 0) return undefined;
  const beside = lettersBeside(text, vocabulary, language);
  const isSentence = endsSentence(text) && beside > 8 && !/\s[·•|]\s/u.test(text);
  const isDated = labelled !== undefined || moments.some(({ day, impossible }) => day || impossible);
  if (!isDated || isSentence || beside > META_LETTERS * (labelled ? 2 : 1)) return undefined;
  return ["date", labelled ? `labelled "${labelled.label}"` : "a date"];
}

/** Labels with nothing behind them, or with a time that names no day. */
function emptyLabel(rest: string, { vocabulary, language }: Page): Verdict | undefined {
  const left = vocabulary.withoutLabels(rest, "").trim();
  return !/\p{L}/u.test(left) || isRelative(left, language) ? ["date", "the label of a date"] : undefined;
}

export function note(text: string, { vocabulary, language }: Page): Verdict | undefined {
  const changed = weightOf(text) < 600 && vocabulary.opening("notes", text);
  const updated = weightOf(text) < 400 && vocabulary.opening("updated", text);
  if (!changed && !updated) return undefined;
  const isDated = momentsIn(text, language).length > 0;
  const says = !isDated || lettersBeside(text, vocabulary, language) > 12;
  if (changed && says) return ["note", "tells what was changed"];
  return updated && isDated && says && endsSentence(text)
    ? ["note", "tells when and what was changed"]
    : undefined;
}

/** Letters of a line that belong to no date and no label of one. */
function lettersBeside(text: string, { withoutLabels }: Vocabulary, language: string): number {
  let rest = text;
  for (const { start, end } of [...momentsIn(text, language)].reverse())
    rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return weightOf(withoutLabels(rest, " ").replace(/[^\p{L}]/gu, ""));
}
