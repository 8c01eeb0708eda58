/** What a careful editor reads off a case; keys that are absent are not judged. */
export interface Expected {
  readonly title: string | readonly string[];
  readonly language?: string;
  readonly published?: string | null;
  readonly updated?: string | null;
  readonly source?: string | readonly string[] | null;
  readonly authors?: readonly string[];
  readonly credits?: readonly string[];
  readonly paragraphs?: number | readonly number[];
  readonly first_words?: string | readonly string[];
  readonly last_words?: string | readonly string[];
  readonly must_contain?: readonly string[];
  readonly must_not_contain?: readonly string[];
  readonly optional_lines?: readonly string[];
  readonly authors_optional?: readonly string[];
}

/** An item of the JSON Feed that was made of the case. */
export interface Item {
  readonly title: string;
  readonly content_html: string;
  readonly language?: string;
  readonly date_published?: string;
  readonly date_modified?: string;
  readonly authors?: readonly { readonly name?: string }[];
  readonly _broadsheet?: { readonly source?: { readonly name: string } };
}

/** One judgement: of which field, whether it holds, and what was found. */
export interface Check {
  readonly field: string;
  readonly ok: boolean;
  readonly found: string;
}

const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"' };

const fold = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]/g, "")
    .replace(/\s+/gu, " ")
    .trim();

const textOf = (html: string): string =>
  fold(
    html.replace(/<[^>]*>/g, " ").replace(/&(?:lt|gt|amp|quot);/g, (entity) => ENTITIES[entity] ?? entity),
  );

const listOf = <T>(value: T | readonly T[] | undefined | null): readonly T[] =>
  value === undefined || value === null ? [] : ([value].flat() as readonly T[]);

/** Paragraphs that are more than lines which an editor may keep or not. */
function paragraphsOf(html: string, optional: readonly string[]): readonly string[] {
  const all = [...html.matchAll(/<p(?: [^>]*)?>(.*?)<\/p>/gs)].map(([, inner = ""]) => textOf(inner));
  const folded = optional.map(fold);
  return all.filter((text) => !folded.some((line) => text.includes(line) && text.length - line.length < 20));
}

const sameMoment = (a: string | undefined, b: string): boolean =>
  a !== undefined && Date.parse(a) === Date.parse(b);

/** Judges an item by what is expected of it, as ../examples' scorer does. */
export function judge(expected: Expected, item: Item | undefined): readonly Check[] {
  const check = (field: string, ok: boolean, found: unknown): Check => ({ field, ok, found: String(found) });
  if (!item) return [check("title", false, "no item")];
  const whole = textOf(item.content_html);
  const paragraphs = paragraphsOf(item.content_html, expected.optional_lines ?? []);
  const counts = listOf(expected.paragraphs);
  const checks = [
    check(
      "title",
      listOf(expected.title).some((title) => fold(title) === fold(item.title)),
      item.title,
    ),
    ...(expected.language
      ? [check("language", item.language?.split("-")[0] === expected.language, item.language)]
      : []),
    ...dates(expected, item),
    ...people(expected, item),
    ...(counts.length > 0
      ? [check("paragraphs", counts.includes(paragraphs.length), paragraphs.length)]
      : []),
    ...words("first_words", expected.first_words, paragraphs[0] ?? "", (text, part) => text.startsWith(part)),
    ...words("last_words", expected.last_words, paragraphs.at(-1) ?? "", (text, part) => text.endsWith(part)),
    ...listOf(expected.must_contain).map((part) => check("must_contain", whole.includes(fold(part)), part)),
    ...listOf(expected.must_not_contain).map((part) =>
      check("must_not_contain", !whole.includes(fold(part)), part),
    ),
  ];
  return checks;
}

function words(
  field: string,
  wanted: string | readonly string[] | undefined,
  text: string,
  holds: (text: string, part: string) => boolean,
): readonly Check[] {
  return wanted === undefined
    ? []
    : [{ field, ok: listOf(wanted).some((part) => holds(text, fold(part))), found: text.slice(0, 80) }];
}

function dates({ published, updated }: Expected, { date_published, date_modified }: Item): readonly Check[] {
  const checks: Check[] = [];
  if (published === null)
    checks.push({ field: "published", ok: date_published === undefined, found: String(date_published) });
  if (published) {
    const ok =
      date_published?.slice(0, 10) === published.slice(0, 10) || sameMoment(date_published, published);
    checks.push({ field: "published", ok, found: String(date_published) });
    if (published.length > 10)
      checks.push({
        field: "published_time",
        ok: sameMoment(date_published, published),
        found: String(date_published),
      });
  }
  if (updated === null)
    checks.push({
      field: "updated",
      ok: date_modified === undefined || date_modified === date_published,
      found: String(date_modified),
    });
  if (updated)
    checks.push({ field: "updated", ok: sameMoment(date_modified, updated), found: String(date_modified) });
  return checks;
}

function people({ source, authors, authors_optional, credits }: Expected, item: Item): readonly Check[] {
  const checks: Check[] = [];
  const names = new Set((item.authors ?? []).map(({ name }) => nameKey(name ?? "")));
  const outlet = item._broadsheet?.source?.name ?? "";
  if (source) {
    const ok = listOf(source).some((name) =>
      [outlet, ...names].some((one) => nameKey(one).includes(nameKey(name))),
    );
    checks.push({ field: "source", ok, found: outlet });
  }
  if (authors) {
    const free = new Set([...(authors_optional ?? []), ...(credits ?? []), ...listOf(source)].map(nameKey));
    const wanted = new Set(authors.map(nameKey));
    const ok =
      [...wanted].every((name) => names.has(name)) &&
      [...names].every((name) => wanted.has(name) || free.has(name));
    checks.push({ field: "authors", ok, found: [...names].join(", ") });
  }
  return checks;
}

const nameKey = (name: string): string =>
  fold(name)
    .toLowerCase()
    .replace(/^[ .,]+|[ .,]+$/g, "");
