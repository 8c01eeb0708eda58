import type { Author } from "../article.ts";
import type { MarkedLine } from "./lines.ts";
import { namesIn } from "./names.ts";
import { outletIn } from "./outlet.ts";
import { fold } from "./pieces.ts";
import type { Parts } from "./region.ts";
import { writerIn } from "./signed.ts";
import type { Heading } from "./title.ts";
import type { Vocabulary } from "./vocabulary.ts";
import {
  aboutWriter,
  bareNames,
  besideTitle,
  dashedNames,
  gluedNames,
  reporters,
  signature,
} from "./writers.ts";

/** Who wrote an article, and where it comes from. */
export interface People {
  readonly authors: readonly Author[];
  readonly initials?: string;
  readonly agencies: readonly string[];
  readonly outlet?: string;
}

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
          language,
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
  const said = dated.map(({ text }) => ` ${fold(text)} `).join("\n");
  const confirmed = distinct(far).filter((name) => said.includes(` ${fold(name)} `));
  const otherwise = [
    dashed,
    confirmed,
    besideTitle(heading, lines, vocabulary),
    aboutWriter(parts.body),
  ].find((some) => some.length > 0);
  const authors = distinct(named.length > 0 ? named : (otherwise ?? [])).filter(
    (name) => !outlet || !` ${fold(outlet)} `.includes(` ${fold(name)} `),
  );
  const credit = lines.findLast(
    (line) => line.role === "credit" && line.number > (parts.body[0]?.number ?? heading.line),
  );
  return {
    authors: authors.map((name) => ({ name })),
    ...creditOf(credit?.text, vocabulary),
    ...(credit && /[(（]/u.test(credit.text) ? {} : { agencies: datelineAgencies(parts.body, vocabulary) }),
    ...(outlet && { outlet }),
  };
}

/** A byline belongs to the article where it stands in its head, in it, or right below it. */
function isNear(line: MarkedLine, { tail }: Parts): boolean {
  if (line.number < (tail[0]?.number ?? Number.POSITIVE_INFINITY)) return true;
  const below = tail.slice(0, 40).findIndex(({ number }) => number === line.number);
  if (below < 0) return false;
  return !tail.slice(0, below).some(({ role }) => role === "ends" || role === "body" || role === "title");
}

function distinct(names: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const name of names) if (!seen.has(fold(name))) seen.set(fold(name), name);
  return [...seen.values()];
}

/** `lgc (efe, dpa, afp)` */
function creditOf(credit: string | undefined, vocabulary: Vocabulary): Pick<People, "initials" | "agencies"> {
  if (!credit) return { agencies: [] };
  const [, initials = "", agencies = ""] = /^(.*?)\s*[(（](.*)[)）]/u.exec(credit) ?? [];
  return {
    agencies: agenciesIn(agencies.split(/[,;/،、]|\s-\s/u), vocabulary),
    ...(initials && { initials: initials.replace(/[\s/]+$/u, "") }),
  };
}

/** `Hinterbrunn (dpa/lsw) -`, `БЕРЁЗОВСК, 5 февраля. /ТАСС/.`, `(서울=연합뉴스)`. */
function datelineAgencies(body: readonly MarkedLine[], vocabulary: Vocabulary): readonly string[] {
  const first = body[0]?.text ?? "";
  const bracket =
    /^[^.!?()（）]{0,60}[(（]([^()（）\d]{2,40})[)）]\s*[-–—:.=]/u.exec(first)?.[1] ??
    /^[^/]{2,60}\/([^/]{2,30})\/\s*\.?/u.exec(first)?.[1];
  const last = /[(（](\p{L}[\p{L}\s/,.-]{1,30})[)）]\.?$/u.exec(body.at(-1)?.text ?? "")?.[1];
  const names = [bracket, bracket ? undefined : last].flatMap((found) => found?.split(/[,/=]/u) ?? []);
  return agenciesIn(names, vocabulary).filter((name) => name.split(" ").length <= 3);
}

/** Agencies in lower case: neither the outlet's own staff (`red/dpa`) nor a reporter is one. */
function agenciesIn(names: readonly string[], vocabulary: Vocabulary): readonly string[] {
  const staff = new Set(vocabulary.words.staff.map(fold));
  return names
    .map((name) => name.trim())
    .filter((name) => name !== "" && !staff.has(fold(name)) && !writerIn(name, vocabulary))
    .map((name) => name.toLowerCase());
}
