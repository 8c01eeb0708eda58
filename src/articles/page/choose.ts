import { isAddress, isPublicAddress } from "../address.ts";
import type { Author } from "../article.ts";
import { type Customs, readFacts } from "../facts.ts";
import { isTable, type Located } from "../located.ts";
import { type Problem, quote } from "../problem.ts";
import { namesIn } from "../text/names.ts";
import { fold } from "../text/pieces.ts";
import { type Vocabulary, vocabularyOf } from "../text/vocabulary.ts";
import { type Claim, type Claims, KEYS, type Key, plainOf } from "./claim.ts";
import { bareTitle } from "./titles.ts";

export interface Choice {
  readonly facts: Located;
  readonly warnings: readonly Problem[];
}

/** What is known of a page when its claims are weighed. */
export interface Weighing {
  /** The language that the article is written in, where that can be told. */
  readonly detected: string | undefined;
  readonly customs: Customs;
  /** Others made the page, so what it states wrongly is no fault of the author's. */
  readonly isForeign: boolean;
  /** What the page shows as its headline. */
  readonly headlines: readonly string[];
  readonly firstLine: number;
}

/** For each fact the most telling claim that can be true; the false ones of a page that others made are warned of. */
export function choose(claims: Claims, weighing: Weighing): Choice {
  const warnings: Problem[] = [];
  const chosen = new Map<Key, Claim>();
  const own = weighing.isForeign ? refined(claims, weighing) : claims;
  for (const key of KEYS) {
    const claim = own[key].find((one) => {
      const fault = faultOf(key, one, weighing);
      if (fault && !isFault(one, weighing))
        warnings.push({ ...fault, found: `${fault.found}: it is left out` });
      return !fault || isFault(one, weighing);
    });
    if (claim) chosen.set(key, claim);
  }
  const changed = chosen.get("updated");
  if (changed && !isFault(changed, weighing) && isBefore(chosen, weighing)) chosen.delete("updated");
  const value = Object.fromEntries([...chosen].map(([key, claim]) => [key, claim.value]));
  return {
    facts: { value, lineOf: ([key]) => chosen.get(key as Key)?.line ?? weighing.firstLine },
    warnings,
  };
}

/** What an author states by a documented name is at fault where it is wrong. */
const isFault = ({ own, documented }: Claim, { isForeign }: Weighing): boolean =>
  own === true || (documented === true && !isForeign);

/** Instants that stand for no day at all. */
const NO_DAY = /^(?:0000|0001|1970-01-01)/;

function faultOf(
  key: Key,
  { value, line }: Claim,
  { detected, customs, isForeign }: Weighing,
): Problem | undefined {
  if (isForeign && (key === "date" || key === "updated") && NO_DAY.test(String(value)))
    return { line, expected: `${key}: a day`, found: quote(String(value)) };
  const { problems } = readFacts(
    { value: { [key]: value }, lineOf: () => line },
    detected ?? customs.language,
    customs,
  );
  return problems[0];
}

function isBefore(chosen: ReadonlyMap<Key, Claim>, { detected, customs }: Weighing): boolean {
  const both = { date: chosen.get("date")?.value, updated: chosen.get("updated")?.value };
  return (
    both.date !== undefined &&
    readFacts({ value: both, lineOf: () => 1 }, detected ?? customs.language, customs).problems.length > 0
  );
}

/** The claims of a page that others made: without markup, without the outlet's name beside titles and among authors. */
function refined(claims: Claims, weighing: Weighing): Claims {
  const outlets = claims.source.map(({ value }) => String(plainOf(value)));
  const url = claims.source_url[0]?.value;
  const vocabulary = vocabularyOf(weighing.detected ?? weighing.customs.language);
  const hosts = typeof url === "string" ? [new URL(url).hostname.replace(/^www\./, "")] : [];
  const map = (key: Key, refine: (value: unknown) => unknown): readonly Claim[] =>
    claims[key].flatMap((claim) => {
      const value = refine(claim.value);
      return value === undefined || value === "" || (Array.isArray(value) && value.length === 0)
        ? []
        : [{ ...claim, value }];
    });
  return {
    ...claims,
    language: claims.language.filter(({ value }) => isWrittenAs(String(value), weighing.detected)),
    title: map("title", (value) =>
      bareTitle(String(plainOf(value)), [...outlets, ...hosts], weighing.headlines),
    ),
    summary: map("summary", plainOf),
    source: map("source", plainOf),
    image: map("image", (value) => resolvedImage(value, url)),
    author: map("author", (value) => writers([value].flat(), vocabulary, outlets)),
  };
}

/** A picture's address on the page it is from; a relative one of a page that is from nowhere leads nowhere. */
function resolvedImage(value: unknown, base: unknown): unknown {
  const image = isTable(value)
    ? (value as { readonly url: string; readonly alt?: string })
    : { url: String(value) };
  const url = isAddress(image.url) ? image.url : URL.parse(image.url, String(base))?.href;
  return url && isPublicAddress(url) ? { ...image, url } : undefined;
}

/** The people of a byline, each once; neither the outlet, nor a word that stands for nobody. */
function writers(
  given: readonly unknown[],
  vocabulary: Vocabulary,
  outlets: readonly string[],
): readonly Author[] {
  const others = new Set(outlets.map(fold));
  const all = given.flatMap((one): readonly Author[] => {
    const { name, url } = isTable(one) ? (one as Author) : { name: String(one), url: undefined };
    const text = String(plainOf(name));
    if (isAddress(text) || /@/.test(text)) return [];
    const label = vocabulary.opening("by", text);
    const names = namesIn(label?.rest ?? text, vocabulary);
    return names.map((found) =>
      url && names.length === 1 && isPublicAddress(url) ? { name: found, url } : { name: found },
    );
  });
  const distinct = new Map(all.map((author) => [fold(author.name), author]));
  return [...distinct].flatMap(([key, author]) => (key === "" || others.has(key) ? [] : [author]));
}

/** Whether a text in one language can be in the other by its script: themes leave `lang="en"` on pages in any. */
const isWrittenAs = (stated: string, detected: string | undefined): boolean =>
  detected === undefined || scriptOf(stated) === scriptOf(detected);

const scriptOf = (tag: string): string | undefined =>
  new Intl.Locale(tag).maximize().script?.replace(/^Hant$/, "Hans");
