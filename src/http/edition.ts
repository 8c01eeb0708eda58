import type { CacheTimes, Publication } from "../articles/publication.ts";
import { type DocumentWriter, documentWriter, entryMemory } from "../feeds/documents.ts";
import type { Content } from "../feeds/envelope.ts";
import type { Holding, Library, OpenLibrary } from "../feeds/library.ts";
import { boundedMemory } from "../feeds/memory.ts";
import type { Place } from "../feeds/place.ts";
import { queryIn, SEARCH_PATH } from "../feeds/search.ts";
import { deltaMemory, prepare } from "./prepare.ts";
import { type Prepared, sizeOf } from "./prepared.ts";

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
const PREPARED_BYTES = 16_000_000;
/** Addresses that one Worker answers under, where the publication names none: any client can make up more. */
const PLACES = 4;

const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/;

/** A server at a desk starts anew at each change of a seed: that is no deployment. */
export const deployedAt = (origin: string, deployed: number): number =>
  LOOPBACK.test(origin) ? 0 : deployed;

/** The address under which a publication is asked for: its own where it names one. A host may hold marks that mean something in markup. */
export const baseOf = ({ url }: Publication, origin: string): string =>
  url || origin.replace(/["'<>&]/g, encodeURIComponent);

/** A place, what writes documents for it, and when they were deployed there. */
interface Printer {
  readonly place: Place;
  readonly write: DocumentWriter;
  readonly deployed: number;
}

/** Opens editions by the origin that was asked for; one for all deployed where the publication has an address. `clock` is in milliseconds, as is `deployed`. */
export function editions(
  publication: Publication,
  openLibrary: OpenLibrary,
  clock: () => number,
  deployed: number,
): (origin: string) => Promise<Edition> {
  const printers = printersOf(publication, deployed);
  const { turnTo, prepared } = preparing(publication.cache);
  return async (origin) => {
    const library = await openLibrary(clock());
    turnTo(library);
    const { place, write, deployed: since } = printers(origin);
    return {
      place,
      library,
      write,
      async channelAt(path, query) {
        if (path !== SEARCH_PATH) return library.channel(path);
        const asked = queryIn(query("q") ?? "");
        return asked === "" ? undefined : library.search(asked);
      },
      prepared: (key, writeContent) =>
        prepared(library, `${since} ${place.base} ${key}`, writeContent, since),
    };
  };
}

/** Sets up printers by the origin that was asked for. */
function printersOf(publication: Publication, deployed: number): (origin: string) => Printer {
  const rendered = entryMemory();
  const known = new Map<string, Printer>();
  return (origin) => {
    const base = baseOf(publication, origin);
    const since = deployedAt(origin, deployed);
    const key = `${since} ${base}`;
    const printer = known.get(key);
    if (printer) return printer;
    if (known.size >= PLACES) known.clear();
    const place = { publication, base };
    const made = { place, write: documentWriter(place, rendered), deployed: since };
    known.set(key, made);
    return made;
  };
}

/** Makes contents ready and keeps them, those of all places together, until what is published changes. */
function preparing(times: CacheTimes) {
  const kept = boundedMemory<Prepared>(PREPARED_BYTES, sizeOf);
  const deltas = deltaMemory();
  let current: Library | undefined;
  return {
    turnTo(library: Library): void {
      if (library === current) return;
      kept.clear();
      deltas.clear();
      current = library;
    },
    async prepared(library: Library, key: string, write: Write, deployed: number): Promise<Prepared> {
      const known = library === current ? kept.known(key) : undefined;
      if (known) return known;
      const content = await write();
      const make = () => prepare(content, times, deployed, deltas);
      // While it was written, what it tells of may have changed for others, or another request may have written it.
      return library === current ? kept.keep(key, make) : make();
    },
  };
}
