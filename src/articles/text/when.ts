import { plainSpaced } from "../characters.ts";
import { type Moment, momentsIn } from "../dates.ts";
import { weekdaysOf } from "../instant.ts";
import { type Problem, quote } from "../problem.ts";
import { dayInText } from "./dateline.ts";
import type { MarkedLine } from "./lines.ts";
import type { Parts } from "./region.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** When an article says that it was published and changed. */
export interface When {
  readonly published?: Moment;
  readonly updated?: Moment;
  /** One of them is a day that no calendar has. */
  readonly impossible?: Problem;
}

interface Dated {
  readonly line: MarkedLine;
  readonly text: string;
  readonly kind: "published" | "updated" | "bare";
  readonly moment: Moment;
}

/**
 * Chooses among the days that a page names: a labelled one, one on a line of its own, one beside the title; a dateline's
 * only where there is no other. A day that stands in a sentence is one of which the text tells, and may lie ahead.
 */
export function whenOf(
  lines: readonly MarkedLine[],
  { body, tail }: Parts,
  vocabulary: Vocabulary,
  language: string,
): When {
  const opening = body[2]?.number ?? Number.POSITIVE_INFINITY;
  const early = lines.filter(
    ({ number }) => number < opening && number < (tail[0]?.number ?? Number.POSITIVE_INFINITY),
  );
  const own = [...early, ...closing(tail)].filter(
    ({ role }) => role === "date" || role === "byline" || role === "title",
  );
  const dated = own.flatMap((line) =>
    datesOf(
      line,
      line.role === "title" && line.number !== lines[0]?.number ? line.says : line.text,
      vocabulary,
      language,
    ),
  );
  const within = lines
    .filter(({ number, role }) => role === "date" && isWithin(number, body))
    .flatMap((line) => datesOf(line, line.text, vocabulary, language));
  const all = [
    ...dated.filter((one) => !one.moment.impossible || isMeant(one, body, language)),
    ...within.filter(({ kind, moment }) => kind !== "bare" && !moment.impossible),
  ];
  const withDay = (kind: Dated["kind"]) => all.find((one) => one.kind === kind && hasDay(one.moment))?.moment;
  const changes = all.filter(({ kind }) => kind === "updated").map(({ moment }) => moment);
  const inText = dayInText(lines, body, vocabulary, language);
  const first = withDay("published") ?? withDay("bare");
  const timed = all.find(
    ({ kind, moment }) => kind !== "updated" && moment.time && first?.day && moment.day === first.day,
  )?.moment;
  const published = (first?.time ? first : timed) ?? first ?? (changes.length > 0 ? undefined : inText);
  const notes = lines
    .filter(({ role }) => role === "note")
    .flatMap(({ text }) =>
      momentsIn(text, language).filter(({ time, day, impossible }) => (time || day) && !impossible),
    );
  const last = [...changes, ...notes.slice(-1)].at(-1);
  const updated = last?.time ? last : (changes.find(({ day, time }) => time && day === last?.day) ?? last);
  const wrong = all.find(({ moment }) => moment.impossible && (moment === published || moment === updated));
  if (wrong) return { impossible: problemOf(wrong) };
  const zoned = (moment: Moment): Moment =>
    lines
      .filter(({ role }) => role === "date")
      .flatMap(({ text }) => momentsIn(text, language))
      .find(
        (other) => other.offset && !moment.offset && other.day === moment.day && other.time === moment.time,
      ) ?? moment;
  if (published)
    return updated
      ? { published: zoned(published), updated: zoned(updated) }
      : { published: zoned(published) };
  const only = withDay("updated") ?? inText;
  return only ? { published: only } : {};
}

const problemOf = ({ line, text, moment }: Dated): Problem => ({
  line: line.number,
  expected: "a date that exists",
  found: quote(text.slice(moment.start, moment.end)),
});

/** A day without the name of its month. */
const NUMBERED = /\p{Nd}[-/.]\s?\p{Nd}{1,2}[-/.]\s?\p{Nd}/u;
/** What may stand right before a day that is written in numbers: a mark, or a short word ("Kiel, den"). */
const BEFORE_DAY = /(?:^|(?<!\p{N}\s*)(?![:.])[\p{P}|]\s*|(?<!\p{L})\p{Ll}{2,3}\s)$/u;

/**
 * Whether a day that no calendar has is meant as that of publication, and is no version, score or number of a telephone:
 * above the text, or with a label, or with nothing else on its line.
 */
function isMeant(
  { kind, line, text, moment }: Dated,
  body: readonly MarkedLine[],
  language: string,
): boolean {
  const isAbove = line.number < (body[0]?.number ?? 0);
  if (kind !== "bare") return isAbove || kind === "published";
  const [before, behind] = [text.slice(0, moment.start), text.slice(moment.end)];
  if (!isAbove) return !/[\p{L}\p{N}]/u.test(before + behind);
  const weekday = /([\p{L}\p{M}-]+)\.?\s$/u.exec(before)?.[1]?.toLowerCase() ?? "";
  const isNumber = NUMBERED.test(text.slice(moment.start, moment.end));
  return !isNumber || BEFORE_DAY.test(before) || weekdaysOf(language).has(weekday);
}

const hasDay = (moment: Moment): boolean => moment.day !== undefined || moment.impossible === true;

/** What stands below an article before the page goes on with others: a date or a byline may. */
function closing(tail: readonly MarkedLine[]): readonly MarkedLine[] {
  const isOther = ({ role }: MarkedLine) =>
    role === "ends" || role === "related" || role === "contact" || role === "body";
  const other = tail.findIndex((line, i) => i > 0 && isOther(line));
  return tail.slice(0, other < 0 ? undefined : other);
}

const isWithin = (number: number, body: readonly MarkedLine[]): boolean =>
  number > (body[0]?.number ?? 0) && number < (body.at(-1)?.number ?? 0);

/** Each moment of a line, by the label before it. */
function datesOf(line: MarkedLine, text: string, vocabulary: Vocabulary, language: string): readonly Dated[] {
  const moments = momentsIn(text, language);
  return moments.map((moment, i) => {
    const before = text.slice(moments[i - 1]?.end ?? 0, moment.start);
    const label = labelIn(before, vocabulary);
    return {
      line,
      text,
      kind:
        label ??
        (i > 0 && moments[i - 1]?.day && moment.day && glued(text, moments[i - 1], moment)
          ? "updated"
          : "bare"),
      moment,
    };
  });
}

/** Two moments with nothing between them: the page's publication and its change, whose labels were lost. */
const glued = (text: string, one: Moment | undefined, other: Moment): boolean =>
  one !== undefined && !/\p{L}/u.test(text.slice(one.end, other.start));

function labelIn(text: string, { words }: Vocabulary): "published" | "updated" | undefined {
  if (!/\p{L}/u.test(text)) return undefined;
  const folded = plainSpaced(text.toLowerCase());
  const last = (labels: readonly string[]) => Math.max(-1, ...labels.map((label) => end(folded, label)));
  const [published, updated] = [last(words.published), last(words.updated)];
  if (published < 0 && updated < 0) return undefined;
  return updated >= published ? "updated" : "published";
}

function end(text: string, label: string): number {
  const at = text.lastIndexOf(label);
  return at < 0 ? -1 : at + label.length;
}
