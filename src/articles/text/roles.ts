import { isYearless } from "../date-grammar.ts";
import { namedAbove, noteBelow, withoutBoxes } from "./around.ts";
import { caption } from "./captions.ts";
import { meta, note } from "./dated.ts";
import { ADVERTISED, button, CODE, CRUMBS, copyright, HANDLE, opening, plea, whole } from "./furniture.ts";
import type { Line, MarkedLine } from "./lines.ts";
import { fold } from "./pieces.ts";
import { endsSentence, isProse, isSolid, LIST_ITEM, weightOf } from "./prose.ts";
import { neighbour, readAlso, source } from "./references.ts";
import { isRelative, withoutRelative } from "./relative.ts";
import type { Page, Rule } from "./rule.ts";
import { byline, credit } from "./signed.ts";
import { PLATFORM } from "./vocabulary.ts";

const HASHTAGS = /^(?:#[\p{L}\p{M}\p{N}_]+[\s,]*)+$/u;

const ADDRESS_ONLY = /^(?:https?:\/\/\S+|www\.\S+|[\w.+-]+@[\w.-]+|@\w+)(?:\s*[|/]?\s*\S+@\S+)?$/iu;

/** What is longer is no title that is looked for in other lines. */
const LONGEST_TITLE = 400;

const RULES: readonly Rule[] = [
  (text) => (/[\p{L}\p{N}]/u.test(text) ? undefined : ["rule", "no letters"]),
  (_, { heading }, { number }) =>
    heading.lines.has(number) ? ["title", "says the title", heading.glued.get(number) ?? ""] : undefined,
  (text) =>
    CODE.test(text) && !(isSolid(text) && !/[;{}]\s*$|^[<{]/u.test(text))
      ? ["code", "left-over markup or code"]
      : undefined,
  button,
  neighbour,
  copyright,
  (text, { heading }) =>
    /^\d/u.test(text) &&
    heading.title.length < LONGEST_TITLE &&
    text.length < heading.title.length + 60 &&
    fold(text).includes(fold(heading.title))
      ? ["ends", "a count of comments on the title"]
      : undefined,
  (text, { language, vocabulary }) => {
    const left = withoutRelative(text, language);
    const own = left && (vocabulary.opening("published", left)?.rest ?? left);
    const by = own && vocabulary.opening("by", own);
    return by ? ["byline", `a time that names no day, and "${by.label}"`, by.rest] : undefined;
  },
  (text, { language }) =>
    isRelative(text, language) || isYearless(text, language)
      ? ["date", "a time that names no day", ""]
      : undefined,
  (text) =>
    weightOf(text) < 140 && PLATFORM.test(text) && (/[)）]$/u.test(text) || HANDLE.test(text))
      ? ["furniture", "a button to share by"]
      : undefined,
  (text, { vocabulary }) =>
    weightOf(text) < 120 && vocabulary.isSkip(text) ? ["skip", "jumps over a box", ""] : undefined,
  (text, { vocabulary }) =>
    weightOf(text) < 160 && !/[.:。।]["”»]?$/u.test(text) && vocabulary.holds("asks", text)
      ? ["plea", "asks to subscribe, to support or to load"]
      : undefined,
  (text, { vocabulary }) =>
    weightOf(text) < 260 && PLATFORM.test(text) && vocabulary.opening("follow", text)
      ? ["plea", "asks to be followed elsewhere"]
      : undefined,
  (text) =>
    weightOf(text) < 120 && ADVERTISED.test(text)
      ? ["furniture", "an advertisement's label at its end"]
      : undefined,
  (text) => (HASHTAGS.test(text) ? ["tags", "hashtags"] : undefined),
  (text) => (text.length < 300 && ADDRESS_ONLY.test(text) ? ["furniture", "an address alone"] : undefined),
  whole,
  credit,
  note,
  opening("prompts", "plea"),
  plea,
  opening("tags", "tags"),
  opening("contact", "contact"),
  readAlso,
  meta,
  source,
  byline,
  caption,
  (text, { vocabulary }) =>
    weightOf(text) < 90 && vocabulary.holds("readingTime", text) ? ["furniture", "reading time"] : undefined,
  (text) =>
    text.length < 200 &&
    CRUMBS.test(text.replace(/«[^«»]*»/gu, "")) &&
    !endsSentence(text) &&
    weightOf(text) < 200 &&
    !LIST_ITEM.test(text) &&
    !/^[>»]/u.test(text)
      ? ["furniture", "a path of sections"]
      : undefined,
  (text) =>
    text.length < 60 && text.replace(/[^\p{L}]/gu, "").length <= 2 && !endsSentence(text)
      ? ["furniture", "hardly a letter"]
      : undefined,
  (text) => (LIST_ITEM.test(text) ? ["list", "an item of a list"] : undefined),
];

/** Gives each line the first role that a rule knows for it; a line that none knows is body. */
export function markLines(lines: readonly Line[], page: Page): readonly MarkedLine[] {
  const marked = lines.map((line) => roleOf(line, page));
  return withoutBoxes(marked, page).map(
    (line, i, all) => namedAbove(line, all[i - 1], page) ?? noteBelow(line, all[i - 1], page) ?? line,
  );
}

function roleOf(line: Line, page: Page): MarkedLine {
  for (const rule of RULES) {
    const verdict = rule(line.text, page, line);
    if (verdict) return { ...line, role: verdict[0], why: verdict[1], says: verdict[2] ?? line.text };
  }
  return {
    ...line,
    role: "body",
    why: isProse(line.text) ? "sentences" : "nothing speaks against it",
    says: line.text,
  };
}
