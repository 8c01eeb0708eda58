import { detectedIn } from "./detected.ts";
import { type Checked, type Customs, type Facts, readFacts, sourceOf } from "./facts.ts";
import type { Parted } from "./front-matter.ts";
import { readHtml } from "./html.ts";
import { judged, type SeedOutcome } from "./judged.ts";
import type { Located } from "./located.ts";
import { crowdedParagraph, readMarkdown } from "./markdown.ts";
import { publishable } from "./markup.ts";
import { merged, type Read, withdrawn } from "./merge.ts";
import { type Shown, shownBy } from "./page/shown.ts";
import { bad, good, type Outcome, undatedAt } from "./problem.ts";
import { summaryOf } from "./summary.ts";

/** Reads Markdown. */
export function fromMarkdown({ facts, text, firstLine }: Parted, customs: Customs): SeedOutcome {
  const language = detectedIn(text, customs.language) ?? customs.language;
  const stated = readFacts(facts, language, customs);
  const crowded = crowdedParagraph(text, firstLine);
  if (crowded) return judged(stated, facts, bad(crowded));
  const { title, body } = readMarkdown(text, stated.facts.language ?? language, stated.facts.title);
  const read = fromMarkup({ body, title, firstLine, language, located: facts }, stated.facts);
  return judged(stated, facts, read);
}

/** Reads a page in HTML. */
export function fromHtml({ facts, text, firstLine }: Parted, customs: Customs): SeedOutcome {
  const page = readHtml(text, firstLine, customs.language);
  const detected = detectedIn(publishable(structuredClone(page.body)).text, customs.language);
  const own = page.factsIn(detected, customs);
  const language = detected ?? customs.language;
  const [outright, told] = [readFacts(facts, language, customs), readFacts(own.facts, language, customs)];
  const said = { ...told.facts, ...outright.facts };
  const stated: Checked = { facts: said, problems: [...outright.problems, ...told.problems] };
  const located: Located = {
    value: {},
    lineOf: ([key]) => (key && key in Object(facts.value) ? facts : own.facts).lineOf([key ?? ""]),
  };
  const shown = page.lines && shownOn(page.lines, said, language, customs);
  const read = fromMarkup(
    { ...page, title: undefined, firstLine, language, located, ...(shown && { shown }) },
    said,
  );
  if (!read.ok) return judged(stated, located, read);
  const undated = page.lines && !read.value.draft.published && !read.value.draft.withdrawn;
  const warnings = [...own.warnings, ...(undated ? [undatedAt(firstLine)] : [])];
  return judged(stated, located, good(read.value, warnings));
}

/** A page that states neither its day nor its authors may show them. */
const shownOn = (lines: readonly string[], said: Facts, language: string, { timeZone }: Customs): Shown =>
  shownBy({ lines, title: said.title ?? "", language: said.language ?? language, timeZone });

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
  const { contentHtml, text, opening } = publishable(body, sourceOf(facts)?.url);
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
    summary: summaryOf(opening(), language),
    contentHtml,
    authors: [],
    agencies: [],
    ...shown,
    ...(note && { note }),
    related: [],
  };
  return good(merged(read, facts, text, located));
}
