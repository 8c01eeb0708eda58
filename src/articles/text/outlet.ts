import { plainSpaced } from "../characters.ts";
import { DOMAIN } from "./beside-title.ts";
import type { MarkedLine } from "./lines.ts";
import { fold } from "./pieces.ts";
import { isProse } from "./prose.ts";
import type { Parts } from "./region.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The outlet's name where the title does not say it: in the line of copyright, behind "source", else a short line that the page repeats. */
export function outletIn(
  lines: readonly MarkedLine[],
  { head, tail }: Parts,
  vocabulary: Vocabulary,
): string | undefined {
  const stated = [...tail, ...head].find(({ role }) => role === "source")?.says;
  const rights = [...tail, ...lines].filter(
    ({ role, text }) => role === "copyright" && !/\([^()]*©/u.test(text),
  );
  // In the head of a page the rights are those of a picture.
  const line = rights.findLast(({ number }) => number > (head.at(-1)?.number ?? 0))?.text ?? "";
  const own = /^[^(]{12,}?(?:©|\(c\)\s)(.*\p{L}{3}.*)$/iu.exec(line)?.[1] ?? line;
  const name = withoutPhrases(own, vocabulary.words.copyright)
    .replace(/[©ⓒ]|\(c\)|copyright|&copy;/giu, " ")
    .replace(/\b(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?\b/gu, " ")
    .split(/[.,|–—:;]|\s-\s/u)
    .map((part) =>
      part
        .replace(/^[^\p{L}]+|[^\p{L}\p{N})!?]+$/gu, "")
        .replace(/^([^(]*)\)$/u, "$1")
        .trim(),
    )
    .find((part) => part !== "" && part.split(/\s+/u).length <= 6);
  return (
    (name && withoutPrefix(name, lines)) ??
    stated?.split(/[|,]|\s[-–]\s/u)[0]?.trim() ??
    repeated(lines, vocabulary) ??
    besideDate([...head, ...tail], lines, vocabulary) ??
    head.find(({ text }) => JOINED_NAME.test(text) || DOMAIN.test(text))?.text ??
    openingBar(head, vocabulary)
  );
}

/** The outlet's name opens a bar of sections (`Name | Home | Sport`). */
const openingBar = (head: readonly MarkedLine[], { whole }: Vocabulary): string | undefined =>
  head.slice(0, 12).flatMap(({ text }) => {
    const parts = text.split(/\s+\|\s+/u);
    const [name = "", ...rest] = parts;
    return rest.length > 1 && !whole(name) && rest.some((part) => whole(part)) ? [name] : [];
  })[0];

/** A name written as one word, with a capital within: nothing but a site's is. */
const JOINED_NAME = /^\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}{2,}$/u;

/** Arabic's and Hebrew's "to" is written together with the name behind it; the page says the name without it. */
const withoutPrefix = (name: string, lines: readonly MarkedLine[]): string =>
  /^[لל]/u.test(name) && lines.some(({ text }) => fold(text).startsWith(fold(name.slice(1))))
    ? name.slice(1)
    : name;

/** What stands beside the date between bars, and again in the title or in the text: who published a release. */
function besideDate(
  around: readonly MarkedLine[],
  lines: readonly MarkedLine[],
  { whole }: Vocabulary,
): string | undefined {
  return around
    .filter(({ role, text }) => role === "date" && /[|•·]/u.test(text))
    .flatMap(({ text, number }) =>
      text
        .split(/\s*[|•·]\s*/u)
        .filter(
          (part) =>
            /^\P{Nd}{4,60}$/u.test(part) &&
            !whole(part) &&
            lines.some((line) => line.number !== number && line.text.includes(part)),
        ),
    )[0];
}

/** A line without the phrases that only speak of rights, and what follows them. */
function withoutPhrases(line: string, phrases: readonly string[]): string {
  const lower = plainSpaced(line.toLowerCase());
  const places = phrases.map((phrase) => ({ at: lower.indexOf(phrase), phrase })).filter(({ at }) => at >= 0);
  const first = places.reduce((least, { at }) => Math.min(least, at), line.length);
  const opening = places.find(({ at }) => at === 0)?.phrase;
  return opening ? line.slice(opening.length) : line.slice(0, first);
}

/** What a page says of itself in its header and again elsewhere, as a handle too (`@name`). */
function repeated(lines: readonly MarkedLine[], { whole }: Vocabulary): string | undefined {
  const key = (text: string) => fold(text).replaceAll(" ", "");
  const isSaid = (text: string, name: string) =>
    key(text) === key(name) || ` ${fold(text)} `.includes(` ${fold(name)} `);
  const short = lines.filter(
    ({ role, text }) =>
      (role === "furniture" || role === "plea" || role === "body") &&
      text.length >= 6 &&
      text.length <= 40 &&
      !isProse(text) &&
      !whole(text),
  );
  return short.find(
    ({ text, number, role }) =>
      role !== "plea" &&
      /\s/u.test(text) &&
      (short.some((other) => other.number !== number && isSaid(other.text, text)) ||
        lines.some(({ role, text: plea }) => role === "plea" && isSaid(plea, text))),
  )?.text;
}
