import { type Filed, versionsOf } from "../archive/filed.ts";
import type { Keeper, Origin } from "../archive/keeper.ts";
import { valueIn } from "../archive/shard.ts";
import type { Article } from "../articles/article.ts";
import { documentWriter, type Stock, shownOf } from "../feeds/documents.ts";
import type { Content } from "../feeds/envelope.ts";
import { FORMAT_NAMES, FORMATS } from "../feeds/formats.ts";
import { once } from "../feeds/once.ts";
import { isDue, withoutLater } from "../feeds/snapshot.ts";
import { CODING_NAMES, type Coding, compress, type Effort } from "../http/compression.ts";
import { FETCH_DESTINATION } from "../http/found.ts";
import { tagOf } from "../http/prepare.ts";
import type { Ready, ReadyDocument } from "../http/ready.ts";
import type { Collection } from "./built.ts";
import { type Held, polledIn } from "./polled.ts";

/**
 * Addresses that nobody has (RFC 6761 §6.4), for documents of a publication that names none: the first stands for any. Written
 * under the second, too, a document shows whether putting one in place of the other is all that there is to it.
 */
export const NOWHERE = ["https://publication.invalid", "http://another.invalid:8080"] as const;

/** Writes ahead what is polled most, the documents of everything and of topics, as they stand at a moment (`now`: milliseconds). */
export function readyOf(collection: Collection, keeper: Keeper, now: number): Ready {
  const { publication, article } = collection;
  const isNamed = publication.url !== "";
  const writerAt = (base: string) => documentWriter({ publication, base });
  const writer = writerAt(publication.url || NOWHERE[0]);
  const another = isNamed ? undefined : writerAt(NOWHERE[1]);
  const articlesOf = (some: readonly Filed[]) =>
    some.map((one) => withoutLater(valueIn(article(one)) as Article, now));
  const documents = polledIn(publication, collection).flatMap(({ held, channelOf, effort }) => {
    const standing = standingAt(held, publication.entries, now);
    const { newest, older, withdrawn } = standing;
    const channel = channelOf(newest.length + older.dated + older.undated);
    const stock = once(
      (): Stock => ({ articles: articlesOf(newest), older, withdrawn: articlesOf(withdrawn) }),
    );
    return FORMAT_NAMES.flatMap((name): readonly (readonly [string, ReadyDocument])[] => {
      const path = `${decodeURI(channel.path)}/${FORMATS[name].file}`;
      const made = keeper.made(originOf(path, standing, now), () =>
        documentOf(
          writer.current(channel, name, stock()),
          another?.current(channel, name, stock()),
          keeper,
          effort,
        ),
      );
      return made.map((document) => [path, document]);
    });
  });
  return {
    ...betweenChanges(collection, now),
    ...(!isNamed && { standIn: NOWHERE[0] }),
    documents: Object.fromEntries(documents),
  };
}

/** What a channel's documents tell of, and how many articles stand behind. */
interface Standing {
  /** Newest first, undated last. */
  readonly newest: readonly Filed[];
  readonly older: Stock["older"];
  readonly withdrawn: readonly Filed[];
}

function standingAt({ dated, undated, withdrawn }: Held, entries: number, now: number): Standing {
  const due = dated.findLastIndex(({ facts }) => isDue(facts, now)) + 1;
  const own = dated.slice(Math.max(0, due - shownOf(entries)), due).reverse();
  const others = undated.slice(0, shownOf(entries) - own.length);
  return {
    newest: [...own, ...others],
    older: { dated: due - own.length, undated: undated.length - others.length },
    withdrawn: withdrawn.filter(({ facts }) => isDue(facts, now)).slice(0, entries),
  };
}

/** All that decides about a document, beside the publication. */
function originOf(path: string, { newest, older, withdrawn }: Standing, now: number): Origin {
  const isLater = ({ facts }: Filed) => facts.updated !== undefined && Date.parse(facts.updated) > now;
  const later = [...newest, ...withdrawn].map(isLater);
  return [
    JSON.stringify(["ready", path, newest.length, older, later]),
    versionsOf(newest),
    versionsOf(withdrawn),
  ];
}

/**
 * Keeps a document in a file: in every coding, or for an address to be put into it, where it was written under two. None where
 * that would not do.
 */
function documentOf(
  { text, since: _, ...content }: Content,
  another: Content | undefined,
  keeper: Keeper,
  effort: Effort,
): readonly ReadyDocument[] {
  const bytes = encoder.encode(text);
  if (another && !differInAddress({ text, links: content.links }, another)) return [];
  const codings: readonly Coding[] = another ? ["gzip"] : CODING_NAMES;
  const document = {
    content: { ...content, vary: FETCH_DESTINATION },
    etag: tagOf(content, bytes),
    size: bytes.length,
    file: keeper.keep(() => codings.map((coding) => compress(bytes, coding, effort))),
  };
  return [document];
}

/** Whether documents that were written under two addresses differ by nothing else. */
function differInAddress(one: Pick<Content, "text" | "links">, another: typeof one): boolean {
  const [from, to] = NOWHERE;
  const said = ({ text, links }: typeof one) => [text, ...links.map(({ href }) => href)];
  const others = said(another);
  return said(one).every((text, i) => text.replaceAll(from, to) === others[i]);
}

const encoder = new TextEncoder();

/** The last moment up to now at which something appeared or changed, and the next, in milliseconds: between them nothing does. */
function betweenChanges({ dated, undated, withdrawn }: Held, now: number): Pick<Ready, "from" | "until"> {
  const due = dated.findLastIndex(({ facts }) => isDue(facts, now));
  const today = `${new Date(now).toISOString().slice(0, 19)}Z`;
  let [last, next] = ["", ""];
  const look = (moment = "") => {
    if (moment > today) next = next === "" || moment < next ? moment : next;
    else if (moment > last) last = moment;
  };
  for (const one of [dated[due], dated[due + 1], ...withdrawn]) look(one?.facts.published);
  for (const all of [dated, undated, withdrawn]) for (const { facts } of all) look(facts.updated);
  return { from: last === "" ? 0 : Date.parse(last), ...(next !== "" && { until: Date.parse(next) }) };
}
