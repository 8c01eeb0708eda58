import * as fc from "fast-check";
import type { Article } from "../../src/articles/article.ts";
import type { Publication } from "../../src/articles/publication.ts";
import { article, publication, topic, undated } from "../sample.ts";

/** A publication at a moment, and what happened to it since any earlier one. */
export interface Moment {
  /** Milliseconds. */
  readonly now: number;
  readonly publication: Publication;
  readonly articles: readonly Article[];
  /** Ids of what was changed without a word, by when. */
  readonly silent: readonly (readonly [string, number])[];
  readonly steps: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const instant = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
const midnight = (at: number) => Math.floor(at / DAY) * DAY;

export const beginning: Moment = {
  now: Date.parse("2026-05-01T06:00:00Z"),
  publication: publication(),
  articles: [],
  silent: [],
  steps: 0,
};

/** What may happen, told by a number that says to which article or how much. */
type Step = (moment: Moment, n: number) => Partial<Moment>;

const added = ({ articles, steps }: Moment, dates: readonly (number | undefined)[]): Partial<Moment> => ({
  articles: [
    ...articles,
    ...dates.map((at, i) => {
      const slug = `a-${steps}-${i}`;
      return at === undefined ? undated({ slug }) : article({ slug, published: instant(at) });
    }),
  ],
});

/** Changes the article that a number says, if there is one. */
const changed = (
  moment: Moment,
  n: number,
  change: (one: Article) => Partial<Article>,
): Pick<Moment, "articles"> & { readonly ids: readonly string[] } => {
  const { articles } = moment;
  const at = articles.length === 0 ? -1 : articles.length - 1 - (n % articles.length);
  return {
    articles: articles.map((one, i) => (i === at ? { ...one, ...change(one) } : one)),
    ids: articles.flatMap(({ id }, i) => (i === at ? [id] : [])),
  };
};

const body = ({ steps }: Moment) => ({ contentHtml: `<p>As of step ${steps}.</p>`, title: `Step ${steps}` });

/** Notes that articles were changed without a word. */
const noted = (moment: Moment, ids: readonly string[]): Pick<Moment, "silent"> => ({
  silent: [...moment.silent, ...ids.map((id) => [id, moment.steps] as const)],
});

/** An edit whose date of change is some way from the moment at which it is published; one that is its article's own says nothing. */
const edit =
  (dateOf: (now: number) => number): Step =>
  (moment, n) => {
    const { articles, ids } = changed(moment, n, ({ published = "" }) => {
      const updated = instant(dateOf(moment.now));
      return { ...body(moment), updated: published > updated ? published : updated };
    });
    const isSilent = articles.some(({ id, published, updated }) => ids.includes(id) && published === updated);
    return { articles, ...(isSilent && noted(moment, ids)) };
  };

const silently =
  (change: (moment: Moment, one: Article, n: number) => Partial<Article>): Step =>
  (moment, n) => {
    const { articles, ids } = changed(moment, n, (one) => change(moment, one, n));
    return { articles, ...noted(moment, ids) };
  };

const settings = (change: (moment: Moment, n: number) => Partial<Publication>): Step => {
  return (moment, n) => ({ publication: { ...moment.publication, ...change(moment, n) } });
};

const STEPS = {
  nothing: () => ({}),
  publish: (moment) => added(moment, [moment.now]),
  publishSeveral: (moment, n) => added(moment, Array(2 + (n % 3)).fill(moment.now)),
  publishMany: (moment) => added(moment, Array(10).fill(midnight(moment.now))),
  publishOfToday: (moment) => added(moment, [midnight(moment.now)]),
  publishBackdated: (moment, n) => added(moment, [moment.now - n * HOUR]),
  publishUndated: (moment) => added(moment, [undefined]),
  schedule: (moment, n) => added(moment, [moment.now + n * HOUR]),
  editNow: edit((now) => now),
  editOfToday: edit(midnight),
  editOfAnHourAgo: edit((now) => now - HOUR),
  editSilently: silently((moment) => body(moment)),
  editDate: silently((_, { published }, n) => ({
    ...(published && { published: instant(Date.parse(published) - n * HOUR) }),
  })),
  withdraw: (moment, n) => changed(moment, n, () => ({ withdrawn: true, updated: instant(moment.now) })),
  remove: ({ articles }, n) => ({ articles: articles.filter((_, i) => i !== n % articles.length) }),
  title: settings(({ steps }) => ({ title: `The Sample ${steps}` })),
  entries: settings((_, n) => ({ entries: 2 + (n % 8) })),
  address: settings(({ steps }) => ({ url: `https://news${steps}.example` })),
  topicTitle: settings(({ steps }) => ({ topics: [topic("tides", { title: { en: `Tides ${steps}` } })] })),
} as const satisfies Readonly<Record<string, Step>>;

type StepName = keyof typeof STEPS;

/** Some time passes, and then something happens. */
export interface Event {
  readonly step: StepName;
  readonly n: number;
  readonly hours: number;
  /** Which clients ask after it. */
  readonly asks: readonly boolean[];
}

/** The next moment of a publication. */
export function after(moment: Moment, { step, n, hours }: Event): Moment {
  const later = { ...moment, now: moment.now + hours * HOUR, steps: moment.steps + 1 };
  const happen: Step = STEPS[step];
  return { ...later, ...happen(later, n) };
}

const NAMES = Object.keys(STEPS) as StepName[];

/** Histories, for a number of clients. */
export const historyFor = (clients: number): fc.Arbitrary<readonly Event[]> =>
  fc.array(
    fc.record({
      step: fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom(...NAMES) },
        { weight: 1, arbitrary: fc.constantFrom<StepName[]>("publish", "publishSeveral", "editNow") },
      ),
      n: fc.nat({ max: 30 }),
      hours: fc.constantFrom(0, 0, 1, 1, 5, 24),
      asks: fc.array(fc.boolean(), { minLength: clients, maxLength: clients }),
    }),
    { minLength: 1, maxLength: 25 },
  );

/** The changes that articles tell of at a moment, by id and date: one dated later is none yet. */
export const announcedAt = ({ articles, now }: Moment): ReadonlySet<string> =>
  new Set(
    articles.flatMap(({ id, published, updated }) =>
      updated !== undefined && updated !== published && Date.parse(updated) <= now
        ? [`${id} ${updated}`]
        : [],
    ),
  );
