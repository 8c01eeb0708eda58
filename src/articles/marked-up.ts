import { type Customs, type Facts, readFacts, sourceOf } from "./facts.ts";
import type { Parted } from "./front-matter.ts";
import { readHtml } from "./html.ts";
import { detectLanguage } from "./languages.ts";
import type { Located } from "./located.ts";
import { crowdedParagraph, readMarkdown } from "./markdown.ts";
import { publishable } from "./markup.ts";
import { merged, type Read, withdrawn } from "./merge.ts";
import { type Shown, shownBy } from "./page/shown.ts";
import { bad, good, type Outcome, type Problem } from "./problem.ts";
import { summaryOf } from "./summary.ts";
import { weightOf } from "./text/prose.ts";

/** A text shorter than this tells no language. */
const TELLING = 40;

const detectedIn = (text: string): string | undefined =>
  weightOf(text.trim()) < TELLING ? undefined : detectLanguage(text);

/** Reads Markdown. */
export function fromMarkdown({ facts, text, firstLine }: Parted, customs: Customs): Outcome<Read> {
  const language = detectedIn(text) ?? customs.language;
  const stated = readFacts(facts, language, customs);
  if (!stated.ok) return stated;
  const crowded = crowdedParagraph(text, firstLine);
  if (crowded) return bad(crowded);
  const { title, body } = readMarkdown(text, stated.value.title);
  return fromMarkup({ body, title, firstLine, language, located: facts }, stated.value);
}

/** Reads a page in HTML. */
export function fromHtml({ facts, text, firstLine }: Parted, customs: Customs): Outcome<Read> {
  const page = readHtml(text, firstLine, customs.language);
  const detected = detectedIn(publishable(structuredClone(page.body)).text);
  const own = page.factsIn(detected, customs);
  const language = detected ?? customs.language;
  const [outright, stated] = [facts, own.facts].map((located) => readFacts(located, language, customs));
  if (!outright?.ok || !stated?.ok)
    return bad(...[outright, stated].flatMap((read) => (read && !read.ok ? read.problems : [])));
  const located: Located = {
    value: {},
    lineOf: ([key]) => (key && key in Object(facts.value) ? facts : own.facts).lineOf([key ?? ""]),
  };
  const said = { ...stated.value, ...outright.value };
  const shown = page.lines && shownOn(page.lines, said, language, customs);
  const read = fromMarkup(
    { ...page, title: undefined, firstLine, language, located, ...(shown && { shown }) },
    said,
  );
  if (!read.ok) return read;
  const undated = page.lines && !read.value.draft.published && !read.value.draft.withdrawn;
  return good(read.value, [...own.warnings, ...(undated ? [undatedAt(firstLine)] : [])]);
}

/** A page that states neither its day nor its authors may show them. */
const shownOn = (lines: readonly string[], said: Facts, language: string, { timeZone }: Customs): Shown =>
  shownBy({ lines, title: said.title ?? "", language: said.language ?? language, timeZone });

const undatedAt = (line: number): Problem => ({
  line,
  expected: "a day of publication",
  found: "none: it is published undated, behind all others",
});

interface Markup {
  readonly body: Parameters<typeof publishable>[0];
  readonly title: string | undefined;
  readonly firstLine: number;
  readonly language: string;
  readonly located: Located;
  /** What the page shows beside its text. */
  readonly shown?: Shown;
  readonly note?: string;
}

function fromMarkup(
  { body, title: heading, firstLine, language: detected, located, shown, note }: Markup,
  facts: Facts,
): Outcome<Read> {
  const title = facts.title ?? heading;
  const language = facts.language ?? detected;
  if (facts.withdrawn) return withdrawn({ ...facts, ...(title && { title }) }, language, located);
  const { contentHtml, text } = publishable(body, sourceOf(facts)?.url);
  if (!title)
    return bad({
      line: firstLine,
      expected: "a title, in the metadata or as the first heading",
      found: "none",
    });
  if (contentHtml === "")
    return bad({ line: firstLine, expected: `an article below "${title}"`, found: "no text" });
  const read = {
    title,
    language,
    summary: summaryOf(text, language),
    contentHtml,
    authors: [],
    agencies: [],
    ...shown,
    ...(note && { note }),
    related: [],
  };
  return good(merged(read, facts, text, located));
}
