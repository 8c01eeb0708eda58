import { momentsIn } from "../dates.ts";
import type { MarkedLine } from "./lines.ts";
import { inTitleCase, namesIn } from "./names.ts";
import { fold } from "./pieces.ts";
import { isProse } from "./prose.ts";
import type { Parts } from "./region.ts";
import { writerIn } from "./signed.ts";
import type { Heading } from "./title.ts";
import type { Vocabulary } from "./vocabulary.ts";

const NAME_PART = "[\\p{Lu}][\\p{L}\\p{M}.'’‐-]*";

const PARTICLE = "(?:de|da|do|dos|das|del|della|di|du|von|van|der|den|la|le|el|al|bin|ibn|y|e|zu|ter|te)";

/** Two to five words with capitals, as names are written in Latin, Cyrillic and Greek. */
export const PERSON = new RegExp(
  `^(?=.*\\p{L}{2})(?:Dr\\.?\\s|Prof\\.?\\s)?${NAME_PART}(?:\\s(?:${NAME_PART}|${PARTICLE})){0,3}\\s${NAME_PART}$`,
  "u",
);

/** A person whom the first line names beside the title, and the page again alone. */
export const besideTitle = (
  { beside }: Heading,
  lines: readonly MarkedLine[],
  { whole, opening }: Vocabulary,
): readonly string[] =>
  beside
    .map((name) => opening("by", name)?.rest ?? name)
    .filter(
      (name) => PERSON.test(name) && !whole(name) && lines.some(({ text }) => fold(text) === fold(name)),
    );

/** `SÉRGIO LEAL é professor …`: a name in capitals that opens the last lines tells who wrote the text. */
export function aboutWriter(body: readonly MarkedLine[]): readonly string[] {
  const names = body.slice(-2).map(({ text }) => IN_CAPITALS.exec(text)?.[1] ?? "");
  return names.filter((name) => name !== "").map(inTitleCase);
}

const IN_CAPITALS = /^((?:\p{Lu}{2,}\s){1,4}\p{Lu}{3,})\s\p{Ll}{1,4}\s\p{Ll}/u;

/** `… 19.09.2022 автором Ганна Полотай`: two or three capitals at the end, behind a word in lower case. */
const LAST_NAME = /\s\p{Ll}+\s(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,2})$/u;

const EAST_ASIAN = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]";

export const EAST_ASIAN_NAMES = new RegExp(`^${EAST_ASIAN}{2,6}(?:[\\s・、,]+${EAST_ASIAN}{2,6})*$`, "u");

/** `島嶼社記者林佩芸花蓮12日電`: a name of three characters, then the place and the day. */
const CORRESPONDENT = /(?:記者|记者)(\p{Script=Han}{3})(?=\p{Script=Han}{2,6}\d{1,2}日)/u;

/** Reporters in a dateline: `（记者孟晓棠、崔立新）`, `〔記者…／…報導〕`, `(서울=…) 김도연 기자 =`. */
export function reporters(body: readonly MarkedLine[], vocabulary: Vocabulary): readonly string[] {
  const first = body[0]?.text.slice(0, 80) ?? "";
  const bracket = /[（(〔［【]([^（）()〔〕［］【】]{2,40})[）)〕］】]/u.exec(first)?.[1] ?? "";
  const found = vocabulary.opening("by", bracket);
  if (found && new RegExp(`^${EAST_ASIAN}`, "u").test(bracket))
    return namesIn(found.rest.split(/[/／]/u)[0] ?? "", vocabulary);
  const writer = writerIn(
    /[（(]([^（）()]{4,40})[）)]$/u.exec(body.at(-1)?.text ?? "")?.[1] ?? "",
    vocabulary,
  );
  if (writer) return namesIn(writer, vocabulary);
  const signed = /【([^【】]{2,24})】$/u.exec(body.at(-1)?.text ?? "")?.[1];
  if (signed && EAST_ASIAN_NAMES.test(signed)) return signed.split(/[\s・、,]+/u);
  const inside = CORRESPONDENT.exec(bracket)?.[1];
  if (inside) return [inside];
  const behind = /[)）]\s*([^=＝()]{2,24}?)\s*[=＝]/u.exec(first)?.[1] ?? "";
  return vocabulary.bySuffix.test(behind) ? namesIn(behind, vocabulary) : [];
}

/** A person's name alone below the last line of the text. */
export function signature(
  lines: readonly MarkedLine[],
  { body }: Parts,
  { whole }: Vocabulary,
): readonly string[] {
  const last = lines.findIndex(({ number }) => number === body.at(-1)?.number);
  const [line, next] = lines.slice(last + 1).filter(({ role }) => role !== "furniture");
  const signs =
    last >= 0 &&
    line?.role === "body" &&
    next?.role !== "body" &&
    PERSON.test(line.text) &&
    !whole(line.text);
  return signs ? [line.text] : [];
}

const DASH = /\s[–—|·•]\s/u;

/** A name beside the date: `Von X, 12.03.2024`, `By X Published …`. */
export function gluedNames(text: string, vocabulary: Vocabulary, language: string): readonly string[] {
  const first = momentsIn(text, language)[0];
  const [before, ...more] = first
    ? vocabulary.withoutLabels(text.slice(0, first.start), "\n").split("\n")
    : [text];
  const rest = text.slice(momentsIn(text, language).at(-1)?.end ?? text.length);
  // `来源：… 作者：…`: one labelled word behind another.
  const behind = [rest.split(DASH)[0] ?? "", ...rest.split(/\s+/u).filter((part) => /[:：]/u.test(part))];
  const found =
    vocabulary.opening("by", before ?? "") ??
    more.map((part) => vocabulary.opening("by", part.trim())).find((one) => one !== undefined) ??
    behind.map((part) => vocabulary.opening("by", part)).find((one) => one !== undefined);
  const last = first ? LAST_NAME.exec(rest.split(DASH)[0] ?? "")?.[1] : undefined;
  const alone = before?.trim() ?? "";
  if (!found && first && EAST_ASIAN_NAMES.test(alone) && !vocabulary.whole(alone))
    return alone.split(/[\s・、,]+/u);
  if (!found && last && !vocabulary.whole(last)) return [last];
  const [writer = "", ...weekday] = alone.split(/\s+[–—]\s+/u);
  if (!found && weekday.length === 1 && PERSON.test(writer) && !vocabulary.whole(writer)) return [writer];
  return found
    ? namesIn(found.rest, vocabulary).filter((name) => /\s/u.test(name) || !/^\p{Lu}\p{Ll}+$/u.test(name))
    : [];
}

/** Behind the outlet's name or a place, and before who took the pictures, in the lines right beside the date: `Outlet - Name`. */
export function dashedNames(
  head: readonly MarkedLine[],
  outlet: string | undefined,
  vocabulary: Vocabulary,
): readonly string[] {
  const date = head.findLastIndex(({ role }) => role === "date");
  const near = date < 0 ? [] : head.slice(Math.max(0, date - 2), date + 4);
  return near.flatMap(({ role, text }) => {
    const parts = text.split(/\s+[-–—|/]\s+/u);
    if (role === "title" || role === "date" || parts.length < 2 || parts.length > 4 || isProse(text))
      return [];
    const own = parts.filter((part) => !vocabulary.caption(part) && !/[:：]/u.test(part));
    const others = own.filter((part, i) => (outlet ? fold(part) !== fold(outlet) : i > 0));
    const names = others.length > 1 || others.length === own.length ? others.slice(1) : others;
    return names.filter((name) => (PERSON.test(name) || CASELESS.test(name)) && !vocabulary.whole(name));
  });
}

/** Names in scripts without capitals: two or three words, and only right between the title and the date. */
export const CASELESS = /^(?=[^\p{Lu}\p{Ll}]*$)[\p{L}\p{M}'’.-]+(?:\s[\p{L}\p{M}'’.-]+){1,2}$/u;

/** Persons' names alone on a line between title and text, beside the date. */
export function bareNames(
  head: readonly MarkedLine[],
  heading: Heading,
  vocabulary: Vocabulary,
  language: string,
): readonly string[] {
  const below = head.filter(({ number }) => number > heading.line);
  const parted = head.flatMap(({ text, role, number }) =>
    (role === "date" || (role !== "caption" && number > heading.line)) && /[•·|]/u.test(text)
      ? text
          .split(/\s*[•·|]\s*/u)
          .filter(
            (part) =>
              (PERSON.test(part) || (role === "date" && CASELESS.test(part))) && !vocabulary.whole(part),
          )
      : [],
  );
  if (parted.length > 0) return parted;
  const beside = besideDay(below, vocabulary, language);
  if (beside.length > 0) return beside;
  const own = below.filter(({ role }) => role !== "furniture");
  return own.flatMap((line, i) => {
    const text = line.text.replace(/(?<=\p{L}{2})\.$/u, "");
    return line.role === "body" && !isProse(text)
      ? namesAlone(line.text, own.slice(Math.max(0, i - 3), i + 3), dateBelow(own, i), vocabulary)
      : [];
  });
}

/** A name before the day in the line right below the title; a name of three to five Han characters right below the day. */
function besideDay(
  below: readonly MarkedLine[],
  vocabulary: Vocabulary,
  language: string,
): readonly string[] {
  const at = below.findIndex(({ role }) => role === "date");
  const [first, date, next] = [below[0], below[at], below[at + 1]];
  const day = date && momentsIn(date.text, language)[0];
  const before = day && date === first ? date.text.slice(0, day.start).trim().replace(ON, "") : "";
  const behind = date && next && !next.gap ? next.text.trim() : "";
  return [...(PERSON.test(before) ? [before] : []), ...(HAN_NAME.test(behind) ? [behind] : [])].filter(
    (name) => !vocabulary.whole(name),
  );
}

/** What stands before a day and is no part of a name (`Jeanne Petit le 12/02/2026`). */
const ON = /\s\p{Ll}{1,3}$/u;

const HAN_NAME = /^\p{Script=Han}{3,5}(?<![部面版社局県縣市区區町村报報刊网網課欄闻聞])$/u;

/** Whether the day stands right below a line, with no more than rules and its label between them. */
function dateBelow(lines: readonly MarkedLine[], at: number): boolean {
  const next = lines
    .slice(at + 1, at + 4)
    .find(({ role, why }) => role !== "rule" && why !== "a label with nothing behind it");
  return next?.role === "date";
}

function namesAlone(
  text: string,
  around: readonly MarkedLine[],
  isAboveDate: boolean,
  vocabulary: Vocabulary,
): readonly string[] {
  if (!around.some(({ role }) => role === "date" || role === "byline")) return [];
  const isSentence = isProse(text);
  const own = text
    .replace(/(?<=\p{L}{2})\.$/u, "")
    .replace(/^(.{4,})\1$/u, "$1")
    .replace(/\s(?:at|in|aus|à|en|em|a|te|w|из|в)\s.*$/u, "");
  const names = namesIn(own, vocabulary);
  if (
    names.join("").length <
    own.replace(/\s*[(（].*?[)）]/gu, "").replace(/[\s\p{P}]/gu, "").length * (isSentence ? 0.8 : 0.55)
  )
    return [];
  const persons = names.filter((name) => PERSON.test(name) && !vocabulary.whole(name));
  const beside = around.slice(-4).some(({ role }) => role === "date" || role === "byline");
  if (persons.length === names.length && (persons.length > 1 || (persons.length === 1 && beside)))
    return persons;
  return isAboveDate && CASELESS.test(text) && !vocabulary.whole(text) ? [text] : [];
}
