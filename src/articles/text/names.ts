import { anyOf } from "../words.ts";
import { fold } from "./pieces.ts";
import { weightOf } from "./prose.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A family name in capitals behind a given name that is not. */
const SHOUTED = /(?<=\p{Ll}\s)\p{Lu}{4,}(?:-\p{Lu}{2,})*$/u;
const CAPITALS = /^[\p{Lu}\s.'’-]+$/u;

/** Arabic's and Hebrew's "and" is written together with the next word: two words before it and behind it are two names. */
const PREFIXED_AND = /(?<=\S+\s\S+)\s+[وו](?=[\p{Script=Arabic}\p{Script=Hebrew}]+\s+\S)/gu;

/** The names in what stands behind a byline's label, without offices, places and words that are nobody's name. */
export function namesIn(text: string, vocabulary: Vocabulary): readonly string[] {
  const { words } = vocabulary;
  const separator = new RegExp(
    `\\s*[,;|•·/、，／｜丨]\\s*|\\s[-–—]\\s|\\s+${anyOf(words.and)}\\s+|\\s+&\\s+`,
    "iu",
  );
  const suffix =
    words.bySuffix.length > 0 ? new RegExp(`\\s*${anyOf(words.bySuffix)}(?=$|[\\s\\p{P}])`, "gu") : /(?!)/u;
  const staff = new Set(words.staff.map(fold));
  const picture = vocabulary.caption(text)?.index ?? 0;
  const own = (picture > 0 ? text.slice(0, picture) : text)
    .replace(new RegExp(`\\s[-–—]\\s(?=${anyOf(words.and)}\\s)`, "iu"), " ")
    .replace(CASELESS_NAMES, ", ")
    .replace(/\s[-–—]\s.*$/u, "")
    .replace(/^[^=＝]{1,12}[=＝]\s*/u, "")
    .replace(PREFIXED_AND, ", ")
    .split(/[;；]/u)
    .filter((part) => !vocabulary.opening("contact", part.trim()))
    .map((part) => vocabulary.opening("by", part.trim())?.rest ?? part)
    .join(", ");
  return own
    .replace(/\s*[(（[](.*?)[)）\]]/gu, (_, within: string) => (vocabulary.isPicture(within) ? NOBODY : ""))
    .split(separator)
    .filter((part) => !vocabulary.opening("contact", part.trim()))
    .flatMap((name) => withoutLabels(name, vocabulary))
    .map((name) =>
      withoutPlace(name)
        .replace(suffix, "")
        .replace(/^[^\p{L}]+|[^\p{L}\p{M}.\u{FFFC}]+$/gu, "")
        .replace(STOP, ""),
    )
    .filter(
      (name) =>
        name !== "" &&
        !name.endsWith(NOBODY) &&
        !REPORTED_FROM.test(name) &&
        !staff.has(fold(name.split(/\s/u)[0] ?? "")) &&
        !staff.has(fold(name)) &&
        weightOf(name) <= 60 &&
        !/\d/u.test(name),
    )
    .map((name) => /^(.{4,})\1$/u.exec(name)?.[1] ?? name)
    .map((name) =>
      CAPITALS.test(name) && name.length > 4 ? inTitleCase(name) : name.replace(SHOUTED, inTitleCase),
    );
}

/** A full stop behind a name, which is no shortened word's (`Jr.`). */
const STOP = /(?<=\s\S*\p{Ll}{3})\.$/u;

/** Behind the name of who took the pictures. */
const NOBODY = "\u{FFFC}";

/** `記者林佩芸／花蓮報導`: where it was reported from. */
const REPORTED_FROM = /^\p{Script=Han}*(?:報導|报导|报道|報道)$/u;

/** A dash between two names of several words, in scripts without capitals. */
const CASELESS_NAMES =
  /(?<=[\p{Lo}\p{M}]{2}\s[\p{Lo}\p{M}]{2,})\s-\s(?=[\p{Lo}\p{M}]{2,}\s[\p{Lo}\p{M}]{2,}(?:\s[\p{Lo}\p{M}]{2,})?$)/gu;

/** Words between names that say what the next one does (通讯员). */
function withoutLabels(names: string, { whole }: Vocabulary): readonly string[] {
  const words = names.trim().split(/\s+/u);
  const isEastern = words.length > 2 && words.every((word) => EASTERN.test(word));
  return isEastern && words.some((word) => whole(word)) ? words.filter((word) => !whole(word)) : [names];
}

const EASTERN = /^[\p{Script=Han}\p{Script=Hangul}]{2,5}$/u;

/** A name in capitals as names are written. */
export const inTitleCase = (name: string): string =>
  name.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());

/** `Marta Ellison in Port Ellery`: where capitals mark names, the first word without one that joins no names ends it. */
const withoutPlace = (name: string): string =>
  /\sof\s/u.test(name) ? name : (NAME_AND_MORE.exec(name)?.[0] ?? name);

const JOINER =
  "(?:de|da|do|dos|das|del|della|di|du|von|van|der|den|het|la|le|el|al|bin|ibn|y|e|zu|ter|te|ten)\\s";
const NAME_AND_MORE = new RegExp(
  `^\\p{Lu}\\S*(?:\\s(?:${JOINER})*\\p{Lu}\\S*)*(?=\\s(?!(?:${JOINER})+\\p{Lu})\\p{Ll})`,
  "u",
);
