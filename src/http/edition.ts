import type { Publication } from "../articles/publication.ts";
import { type DocumentWriter, documentWriter } from "../feeds/documents.ts";
import type { Content } from "../feeds/envelope.ts";
import type { Holding, Library, OpenLibrary } from "../feeds/library.ts";
import { boundedMemory } from "../feeds/memory.ts";
import type { Place } from "../feeds/place.ts";
import { queryIn, SEARCH_PATH } from "../feeds/search.ts";
import { type Prepared, prepare, sizeOf } from "./answer.ts";

/** A publication as it is published under one address, at a moment. */
export interface Edition {
  readonly place: Place;
  readonly library: Library;
  /** The channel at a path (decoded, without a slash at its end), or what is searched for there by the parameter `q`. */
  readonly channelAt: (
    path: string,
    query: (name: string) => string | undefined,
  ) => Promise<Holding | undefined>;
  readonly write: DocumentWriter;
  /** What is answered at an address: made once, until what is published changes. */
  readonly prepared: (key: string, write: Write) => Promise<Prepared>;
}

/** Makes a content when it is needed. */
export type Write = () => Content | Promise<Content>;

/** Of a Worker's 128 MB. */
const PREPARED_BYTES = 32_000_000;
/** Addresses that one Worker answers under, where the publication names none: any client can make up more. */
const PLACES = 4;

/** A server at a desk starts anew at each change of a seed: that is no deployment. */
const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/;

/** Opens editions by the origin that was asked for; one for all where the publication has an address. `clock` is in milliseconds, as is `deployed`. */
export function editions(
  publication: Publication,
  openLibrary: OpenLibrary,
  clock: () => number,
  deployed: number,
): (origin: string) => Promise<Edition> {
  const open = new Map<string, (library: Library) => Edition>();
  const printed = (origin: string) => {
    // A host may hold marks that mean something in markup.
    const base = publication.url || origin.replace(/["'<>&]/g, encodeURIComponent);
    const known = open.get(base);
    if (known) return known;
    if (open.size >= PLACES) open.clear();
    const since = LOOPBACK.test(origin) ? 0 : deployed;
    const edition = openEdition({ publication, base }, since);
    open.set(base, edition);
    return edition;
  };
  return async (origin) => printed(origin)(await openLibrary(clock()));
}

function openEdition(place: Place, deployed: number): (library: Library) => Edition {
  const kept = boundedMemory<Prepared>(PREPARED_BYTES / PLACES, sizeOf);
  const write = documentWriter(place);
  let current: Library | undefined;
  const preparedOf = async (library: Library, key: string, writeContent: Write) => {
    const known = library === current ? kept.known(key) : undefined;
    if (known) return known;
    const prepared = prepare(await writeContent(), place.publication.cache, deployed);
    // While it was written, what it tells of may have changed for others.
    return library === current ? kept.keep(key, () => prepared) : prepared;
  };
  return (library) => {
    if (library !== current) {
      kept.clear();
      current = library;
    }
    return {
      place,
      library,
      write,
      async channelAt(path, query) {
        if (path !== SEARCH_PATH) return library.channel(path);
        const asked = queryIn(query("q") ?? "");
        return asked === "" ? undefined : library.search(asked);
      },
      prepared: (key, writeContent) => preparedOf(library, key, writeContent),
    };
  };
}
