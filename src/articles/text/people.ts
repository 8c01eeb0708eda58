import type { Author } from "../article.ts";
import { momentsIn } from "../dates.ts";
import type { MarkedLine } from "./lines.ts";
import { inTitleCase, namesIn } from "./names.ts";
import { fold } from "./pieces.ts";
import { isProse } from "./prose.ts";
import type { Parts } from "./region.ts";
import type { Heading } from "./title.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Who wrote an article, and where it comes from. */
export interface People {
  readonly authors: readonly Author[];
  readonly initials?: string;
  readonly agencies: readonly string[];
  readonly outlet?: string;
}

const NAME_PART = "[\\p{Lu}][\\p{L}\\p{M}.'’‐-]*";
const PARTICLE = "(?:de|da|do|dos|das|del|della|di|du|von|van|der|den|la|le|el|al|bin|ibn|y|e|zu|ter|te)";
/** Two to five words with capitals, as names are written in Latin, Cyrillic and Greek. */
const PERSON = new RegExp(
  `^(?:Dr\\.?\\s|Prof\\.?\\s)?${NAME_PART}(?:\\s(?:${NAME_PART}|${PARTICLE})){1,4}$`,
  "u",
);

/** Reads bylines, the agencies' line, datelines and the outlet's name. */
export function peopleOf(
  lines: readonly MarkedLine[],
  parts: Parts,
  heading: Heading,
  vocabulary: Vocabulary,
  language: string,
): People {
  const outlet = heading.outlet ?? outletIn(lines, parts, vocabulary);
  const close = parts.tail.slice(0, 12);
  const opening = parts.body[2]?.number ?? Number.POSITIVE_INFINITY;
  const bylines = lines.filter((line) => line.role === "byline" && isNear(line, parts));
  const first = bylines.filter(({ number }) => number < opening);
  const labelled = (first.length > 0 ? first : bylines).flatMap(({ says }) => namesIn(says, vocabulary));
  const far = lines.filter(({ role }) => role === "byline").flatMap(({ says }) => namesIn(says, vocabulary));
  const dated = lines.filter(({ number, role }) => (role === "date" || role === "title") && number < opening);
  const gluedIn = (some: readonly MarkedLine[]) =>
    some.flatMap(({ text, role, says }) => gluedNames(role === "title" ? says : text, vocabulary, language));
  const beside = gluedIn(dated);
  const glued =
    beside.length + labelled.length > 0 ? beside : gluedIn(close.filter(({ role }) => role === "date"));
  const bare =
    labelled.length + glued.length > 0
      ? []
      : bareNames(
          lines.filter(({ number }) => number < opening),
          heading,
          vocabulary,
        );
  const signed =
    labelled.length + glued.length + bare.length > 0
      ? []
      : [...reporters(parts.body, vocabulary), ...signature(lines, parts, vocabulary)];
  const named = [...labelled, ...glued, ...bare, ...signed];
  const dashed = dashedNames(
    lines.filter(({ number }) => number > heading.line && number < (parts.body[0]?.number ?? opening)),
    outlet,
    vocabulary,
  );
  const confirmed = far.filter((name) =>
    dated.some(({ text }) => ` ${fold(text)} `.includes(` ${fold(name)} `)),
  );
  const otherwise = [
    dashed,
    confirmed,
    besideTitle(heading, lines, vocabulary),
    aboutWriter(parts.body),
  ].find((some) => some.length > 0);
  const authors = distinct(named.length > 0 ? named : (otherwise ?? [])).filter(
    (name) => !outlet || fold(name) !== fold(outlet),
  );
  const credit = lines.findLast(
    (line) => line.role === "credit" && line.number > (parts.body[0]?.number ?? heading.line),
  );
  return {
    authors: authors.map((name) => ({ name })),
    ...creditOf(credit?.text),
    ...(credit && /[(（]/u.test(credit.text) ? {} : { agencies: datelineAgencies(parts.body) }),
    ...(outlet && { outlet }),
  };
}

/** A person whom the first line names beside the title, and the page again alone. */
const besideTitle = (
  { beside }: Heading,
  lines: readonly MarkedLine[],
  { whole }: Vocabulary,
): readonly string[] =>
  beside.filter(
    (name) => PERSON.test(name) && !whole(name) && lines.some(({ text }) => fold(text) === fold(name)),
  );

/** `SÉRGIO LEAL é professor …`: a name in capitals that opens the last lines tells who wrote the text. */
function aboutWriter(body: readonly MarkedLine[]): readonly string[] {
  const names = body.slice(-2).map(({ text }) => IN_CAPITALS.exec(text)?.[1] ?? "");
  return names.filter((name) => name !== "").map(inTitleCase);
}

const IN_CAPITALS = /^((?:\p{Lu}{2,}\s){1,4}\p{Lu}{3,})\s\p{Ll}{1,4}\s\p{Ll}/u;

/** A byline belongs to the article where it stands in its head, in it, or right below it. */
function isNear(line: MarkedLine, { tail }: Parts): boolean {
  if (line.number < (tail[0]?.number ?? Number.POSITIVE_INFINITY)) return true;
  const below = tail.slice(0, 40).findIndex(({ number }) => number === line.number);
  if (below < 0) return false;
  return !tail.slice(0, below).some(({ role }) => role === "ends" || role === "body" || role === "title");
}

/** `… 19.09.2022 автором Ганна Полотай`: two or three capitals at the end, behind a word in lower case. */
const LAST_NAME = /\s\p{Ll}+\s(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,2})$/u;

const EAST_ASIAN = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]";
const EAST_ASIAN_NAMES = new RegExp(`^${EAST_ASIAN}{2,6}(?:[\\s・、,]+${EAST_ASIAN}{2,6})*$`, "u");

/** `島嶼社記者林佩芸花蓮12日電`: a name of three characters, then the place and the day. */
const CORRESPONDENT = /(?:記者|记者)(\p{Script=Han}{3})(?=\p{Script=Han}{2,6}\d{1,2}日)/u;

/** Reporters in a dateline: `（记者孟晓棠、崔立新）`, `〔記者…／…報導〕`, `(서울=…) 김도연 기자 =`. */
function reporters(body: readonly MarkedLine[], vocabulary: Vocabulary): readonly string[] {
  const first = body[0]?.text.slice(0, 80) ?? "";
  const bracket = /[（(〔［【]([^（）()〔〕［］【】]{2,40})[）)〕］】]/u.exec(first)?.[1] ?? "";
  const found = vocabulary.opening("by", bracket);
  if (found && new RegExp(`^${EAST_ASIAN}`, "u").test(bracket))
    return namesIn(found.rest.split(/[/／]/u)[0] ?? "", vocabulary);
  const signed = /【([^【】]{2,24})】$/u.exec(body.at(-1)?.text ?? "")?.[1];
  if (signed && EAST_ASIAN_NAMES.test(signed)) return signed.split(/[\s・、,]+/u);
  const inside = CORRESPONDENT.exec(bracket)?.[1];
  if (inside) return [inside];
  const behind = /[)）]\s*([^=＝()]{2,24}?)\s*[=＝]/u.exec(first)?.[1] ?? "";
  return vocabulary.bySuffix.test(behind) ? namesIn(behind, vocabulary) : [];
}

/** A person's name alone below the last line of the text. */
function signature(lines: readonly MarkedLine[], { body }: Parts, { whole }: Vocabulary): readonly string[] {
  const last = lines.findIndex(({ number }) => number === body.at(-1)?.number);
  const [line, next] = lines.slice(last + 1, last + 3);
  const signs =
    last >= 0 &&
    line?.role === "body" &&
    next?.role !== "body" &&
    PERSON.test(line.text) &&
    !whole(line.text);
  return signs ? [line.text] : [];
}

/** A name beside the date: `Von X, 12.03.2024`, `By X Published …`. */
function gluedNames(text: string, vocabulary: Vocabulary, language: string): readonly string[] {
  const first = momentsIn(text, language)[0];
  const [before, ...more] = first
    ? text.slice(0, first.start).replace(vocabulary.labels, "\n").split("\n")
    : [text];
  const found =
    vocabulary.opening("by", before ?? "") ??
    more.map((part) => vocabulary.opening("by", part.trim())).find((one) => one !== undefined) ??
    vocabulary.opening("by", text.slice(momentsIn(text, language).at(-1)?.end ?? text.length));
  const last = first ? LAST_NAME.exec(text.slice(first.end))?.[1] : undefined;
  const alone = before?.trim() ?? "";
  if (!found && first && EAST_ASIAN_NAMES.test(alone) && !vocabulary.whole(alone))
    return alone.split(/[\s・、,]+/u);
  if (!found && last && !vocabulary.whole(last)) return [last];
  return found
    ? namesIn(found.rest, vocabulary).filter((name) => /\s/u.test(name) || !/^\p{Lu}\p{Ll}+$/u.test(name))
    : [];
}

/** Behind the outlet's name or a place, and before who took the pictures, in the lines right beside the date: `Outlet - Name`. */
function dashedNames(
  head: readonly MarkedLine[],
  outlet: string | undefined,
  vocabulary: Vocabulary,
): readonly string[] {
  const date = head.findLastIndex(({ role }) => role === "date");
  const near = date < 0 ? [] : head.slice(Math.max(0, date - 2), date + 4);
  return near.flatMap(({ role, text }) => {
    const parts = text.split(/\s+[-–—|]\s+/u);
    if (role === "title" || role === "date" || parts.length < 2 || parts.length > 4 || isProse(text))
      return [];
    const own = parts.filter((part) => !vocabulary.caption(part) && !/[:：]/u.test(part));
    const others = own.filter((part, i) => (outlet ? fold(part) !== fold(outlet) : i > 0));
    const names = others.length > 1 || others.length === own.length ? others.slice(1) : others;
    return names.filter((name) => (PERSON.test(name) || CASELESS.test(name)) && !vocabulary.whole(name));
  });
}

/** Names in scripts without capitals: two or three words, and only right between the title and the date. */
const CASELESS = /^(?=[^\p{Lu}\p{Ll}]*$)[\p{L}\p{M}'’.-]+(?:\s[\p{L}\p{M}'’.-]+){1,2}$/u;

/** Persons' names alone on a line between title and text, beside the date. */
function bareNames(head: readonly MarkedLine[], heading: Heading, vocabulary: Vocabulary): readonly string[] {
  const below = head.filter(({ number }) => number > heading.line);
  const parted = below.flatMap(({ text, role }) =>
    role !== "caption" && /[•·|]/u.test(text)
      ? text.split(/\s*[•·|]\s*/u).filter((part) => PERSON.test(part) && !vocabulary.whole(part))
      : [],
  );
  if (parted.length > 0) return parted;
  return below.flatMap((line, i) => {
    const text = line.text.replace(/(?<=\p{L}{2})\.$/u, "");
    return line.role === "body" && !isProse(text)
      ? namesAlone(text, below.slice(Math.max(0, i - 3), i + 3), below[i + 1], vocabulary)
      : [];
  });
}

function namesAlone(
  text: string,
  around: readonly MarkedLine[],
  next: MarkedLine | undefined,
  vocabulary: Vocabulary,
): readonly string[] {
  if (!around.some(({ role }) => role === "date" || role === "byline")) return [];
  const own = text.replace(/^(.{4,})\1$/u, "$1").replace(/\s(?:at|in|aus|à|en|em|a|te|w|из|в)\s.*$/u, "");
  const names = namesIn(own, vocabulary);
  if (names.join("").length < own.replace(/\s*[(（].*?[)）]/gu, "").replace(/[\s\p{P}]/gu, "").length * 0.55)
    return [];
  const persons = names.filter((name) => PERSON.test(name) && !vocabulary.whole(name));
  const beside = around.slice(-4).some(({ role }) => role === "date" || role === "byline");
  if (persons.length === names.length && (persons.length > 1 || (persons.length === 1 && beside)))
    return persons;
  return next?.role === "date" && CASELESS.test(text) && !vocabulary.whole(text) ? [text] : [];
}

function distinct(names: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const name of names) if (!seen.has(fold(name))) seen.set(fold(name), name);
  return [...seen.values()];
}

/** `lgc (efe, dpa, afp)` */
function creditOf(credit: string | undefined): Pick<People, "initials" | "agencies"> {
  if (!credit) return { agencies: [] };
  const [, initials = "", agencies = ""] = /^(.*?)\s*[(（](.*)[)）]/u.exec(credit) ?? [];
  const names = agencies.split(/[,;/،、]|\s-\s/u).map((name) => name.trim().toLowerCase());
  return {
    agencies: names.filter((name) => name !== ""),
    ...(initials && { initials: initials.replace(/[\s/]+$/u, "") }),
  };
}

/** `Hinterbrunn (dpa/lsw) -`, `БЕРЁЗОВСК, 5 февраля. /ТАСС/.`, `(서울=연합뉴스)`. */
function datelineAgencies(body: readonly MarkedLine[]): readonly string[] {
  const first = body[0]?.text ?? "";
  const bracket =
    /^[^.!?()（）]{0,60}[(（]([^()（）\d]{2,40})[)）]\s*[-–—:.=]/u.exec(first)?.[1] ??
    /^[^/]{2,60}\/([^/]{2,30})\/\s*\.?/u.exec(first)?.[1];
  const last = /[(（](\p{L}[\p{L}\s/,.-]{1,30})[)）]\.?$/u.exec(body.at(-1)?.text ?? "")?.[1];
  const names = [bracket, bracket ? undefined : last].flatMap((found) => found?.split(/[,/=]/u) ?? []);
  return names
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "" && name.split(" ").length <= 3);
}

/** The outlet's name where the title does not say it: in the line of copyright, behind "source", else a short line that the page repeats. */
function outletIn(
  lines: readonly MarkedLine[],
  { head, tail }: Parts,
  vocabulary: Vocabulary,
): string | undefined {
  const stated = [...tail, ...head].find(({ role }) => role === "source")?.says;
  const line =
    lines.findLast(({ role, text }) => role === "copyright" && !/\([^()]*©/u.test(text))?.text ?? "";
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
    head.find(({ text }) => JOINED_NAME.test(text))?.text ??
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
  /^[لל]/u.test(name) && lines.some(({ text }) => text.startsWith(name.slice(1))) ? name.slice(1) : name;

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
  const lower = line.toLowerCase();
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
    ({ text, number }) =>
      /\s/u.test(text) && short.some((other) => other.number !== number && isSaid(other.text, text)),
  )?.text;
}
