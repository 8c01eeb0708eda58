import type { Article } from "../articles/article.ts";
import type { Publication } from "../articles/publication.ts";
import { type Channel, type Directory, directoryOf } from "../feeds/channels.ts";
import { type DocumentWriter, documentWriter } from "../feeds/documents.ts";
import type { Content } from "../feeds/envelope.ts";
import { boundedMemory } from "../feeds/memory.ts";
import type { Place } from "../feeds/place.ts";
import { queryIn, SEARCH_PATH, type Search } from "../feeds/search.ts";
import { type Snapshot, snapshotAt } from "../feeds/snapshot.ts";
import { type Prepared, prepare, sizeOf } from "./answer.ts";
import { searching } from "./searching.ts";

/** A publication as it is published under one address. */
export interface Edition {
  readonly place: Place;
  /** All that can be subscribed to now, but for what searches find. */
  readonly directory: () => Directory;
  /** The channel at a path (decoded, without a slash at its end), or what is searched for there by the parameter `q`. */
  readonly channelAt: (path: string, query: (name: string) => string | undefined) => Channel | undefined;
  /** What a search's channel holds, the most fitting first. */
  readonly found: (channel: Channel) => readonly Article[];
  /** Another query that finds something. */
  readonly suggest: (channel: Channel) => string | undefined;
  readonly write: DocumentWriter;
  /** What is published now. */
  readonly snapshot: () => Snapshot;
  /** What is answered at an address: made once, until what is published changes. */
  readonly prepared: (path: string, write: () => Content) => Prepared;
}

/** Of a Worker's 128 MB. */
const PREPARED_BYTES = 32_000_000;
/** Addresses that one Worker answers under, where the publication names none: any client can make up more. */
const PLACES = 4;

/** A server at a desk starts anew at each change of a seed: that is no deployment. */
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/;

/** Opens editions by the origin that was asked for; one for all where the publication has an address. `clock` is in milliseconds, as is `deployed`. */
export function editions(
  publication: Publication,
  articles: readonly Article[],
  search: Search,
  clock: () => number,
  deployed: number,
): (origin: string) => Edition {
  const open = new Map<string, Edition>();
  return (origin) => {
    // A host may hold marks that mean something in markup.
    const base = publication.url || origin.replace(/["'<>&]/g, encodeURIComponent);
    const known = open.get(base);
    if (known) return known;
    if (open.size >= PLACES) open.clear();
    const since = LOOPBACK.test(origin) ? 0 : deployed;
    const edition = openEdition({ publication, base }, articles, search, clock, since);
    open.set(base, edition);
    return edition;
  };
}

function openEdition(
  place: Place,
  articles: readonly Article[],
  search: Search,
  clock: () => number,
  deployed: number,
): Edition {
  const kept = boundedMemory<Prepared>(PREPARED_BYTES / PLACES, sizeOf);
  const searched = searching(place.publication, search);
  let current = snapshotAt(articles, clock());
  let directory: Directory | undefined;
  const snapshot = (): Snapshot => {
    const now = clock();
    if (now < current.until) return current;
    kept.clear();
    searched.clear();
    directory = undefined;
    current = snapshotAt(articles, now);
    return current;
  };
  const allOf = () => {
    const { articles: published } = snapshot();
    directory ??= directoryOf(place.publication, published);
    return directory;
  };
  return {
    place,
    directory: allOf,
    channelAt(path, query) {
      if (path !== SEARCH_PATH) return allOf().find(path);
      const asked = queryIn(query("q") ?? "");
      return asked === "" ? undefined : searched.channel(asked, snapshot().articles);
    },
    found: ({ name }) => searched.found(name, snapshot().articles),
    suggest: ({ name }) => searched.suggest(name, snapshot().articles),
    write: documentWriter(place),
    snapshot,
    prepared: (path, write) => kept.keep(path, () => prepare(write(), place.publication.cache, deployed)),
  };
}
