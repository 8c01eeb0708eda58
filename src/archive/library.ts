import type { Article } from "../articles/article.ts";
import type { Headline } from "../articles/headline.ts";
import type { Publication } from "../articles/publication.ts";
import type { Channel } from "../feeds/channels.ts";
import type { Library, OpenLibrary, Standing } from "../feeds/library.ts";
import { MOST_NEWS } from "../feeds/sitemap.ts";
import { isDue, NEWS, withoutLater } from "../feeds/snapshot.ts";
import { censusOf } from "./census.ts";
import { enteredAt } from "./directory.ts";
import { holdingOf } from "./holding.ts";
import { keptAt } from "./kept.ts";
import { keysOf, namedChannels } from "./listed.ts";
import { dueAt, type Moment } from "./moment.ts";
import { type Lasting, lastingAt } from "./moments.ts";
import type { Root, Slugged } from "./root.ts";
import { searched, suggested } from "./searched.ts";
import { type Newest, shelfOf } from "./shelf.ts";
import { type Read, stacksOf } from "./stacks.ts";

/** What is bundled of an archive. */
export interface Archived {
  readonly publication: Publication;
  readonly root: Root;
  /** The newest of the dated articles, newest first: at least as many as a stock holds. */
  readonly newest: Newest;
}

/** A library whose articles are in files that are read when they are needed. */
export function inShards({ publication, root, newest }: Archived, read: Read): OpenLibrary {
  const stacks = stacksOf(read);
  let open: Library | undefined;
  return async (now) => {
    if (open && now < open.until) return open;
    const shelf = shelfOf(root, stacks, newest, now);
    const dueCount = await dueAt(now, root.dated.count, newest, shelf);
    const lasting = await lastingAt({ root, stacks, now });
    // Another request may have opened it meanwhile.
    if (open && now < open.until) return open;
    const moment = { root, stacks, shelf, now, dueCount, entries: publication.entries };
    open = libraryAt(moment, lasting, publication);
    return open;
  };
}

function libraryAt(moment: Moment, lasting: Lasting, publication: Publication): Library {
  const { root, now } = moment;
  const firsts = root.firsts.filter((one) => isDue(one, now)).map((one) => withoutLater(one, now));
  let named: Named | undefined;
  const channels = async (): Promise<Named> => {
    if (named) return named;
    const make = await namedChannels(publication, moment);
    // Another request may have made them meanwhile.
    named ??= namedBy(make());
    return named;
  };
  return {
    ...lasting,
    async channel(path) {
      const entered = await enteredAt(path, publication, moment);
      return entered && holdingOf(entered, moment);
    },
    channels: async () => (await channels()).all,
    article: (slug) =>
      standingOf(slug, moment, async (article) => holding(article, await channels(), publication, moment)),
    firstOfTopics: () => firsts,
    news: () => newsAt(moment),
    search: (query) => searched(query, publication, moment),
    suggest: (query) => suggested(query, moment),
    census: async () => censusOf(moment),
  };
}

/** So many headlines are looked through for news, so many at a time: many may be of what was first published elsewhere. */
const MOST_LOOKED_AT = 2 * MOST_NEWS;
const AT_A_TIME = 250;

async function newsAt({ shelf, dueCount, now }: Moment): Promise<readonly Headline[]> {
  const news: Headline[] = [];
  const most = Math.min(dueCount, MOST_LOOKED_AT);
  for (let start = 0; start < most; start += AT_A_TIME) {
    const places = Array.from(
      { length: Math.min(AT_A_TIME, most - start) },
      (_, i) => dueCount - 1 - start - i,
    );
    const some = await shelf.headlines(places);
    const fresh = some.filter((headline) => !isDue(headline, now - NEWS));
    news.push(...fresh);
    if (fresh.length < some.length) break;
  }
  return news;
}

async function standingOf(
  slug: string,
  moment: Moment,
  channelsOf: (article: Article) => Promise<readonly Channel[]>,
): Promise<Standing> {
  const { root, stacks, shelf, dueCount, now } = moment;
  const place = await keptAt<Slugged>(slug, root.slugs, stacks);
  if (typeof place === "string")
    return { kind: isDue(place === "" ? {} : { published: place }, now) ? "withdrawn" : "nothing" };
  if (place === undefined || place >= dueCount) return { kind: "nothing" };
  // Behind the oldest dated article, whose place is 0, stand the undated ones: -1, -2 …
  const there = [place + 1, place, place - 1].filter((one) => one < dueCount && one >= -root.undated.count);
  const articles = await shelf.articles(there);
  const [above, article, below] = [place + 1, place, place - 1].map((one) => articles[there.indexOf(one)]);
  if (!article) return { kind: "nothing" };
  const [later, earlier] = [above, below].map((other) =>
    article.published && other?.published ? other : undefined,
  );
  const channels = await channelsOf(article);
  return { kind: "published", article, ...(earlier && { earlier }), ...(later && { later }), channels };
}

/** The channels that are named. */
interface Named {
  readonly all: readonly Channel[];
  readonly byPath: ReadonlyMap<string, Channel>;
}

const namedBy = (all: readonly Channel[]): Named => ({
  all,
  byPath: new Map(all.map((channel) => [decodeURI(channel.path), channel])),
});

/** The channels that hold an article. */
async function holding(
  article: Article,
  { all: [everything], byPath }: Named,
  publication: Publication,
  moment: Moment,
): Promise<readonly Channel[]> {
  const keys = [...keysOf(article, publication)].map((key) => `/${key}`);
  const others = await Promise.all(
    keys.map(async (key) => byPath.get(key) ?? (await enteredAt(key, publication, moment))?.channel),
  );
  return [everything, ...others].filter((channel) => channel !== undefined);
}
