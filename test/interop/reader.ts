/** Where each format is, below a channel's address. */
export const FILES = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" } as const;

export type FormatName = keyof typeof FILES;

/** An entry as somebody understood it. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  /** Seconds since 1970; undefined where no date is told. */
  readonly published: number | undefined;
  /** Seconds since 1970 of its last change, where that is told. */
  readonly updated?: number | undefined;
  readonly bodyHtml: string;
}

/** What a reader shows, by address. */
export type Shelf = ReadonlyMap<string, readonly Entry[]>;

/** Something that must be installed: a command that fails where it is not, and Debian's package of it. */
export interface Need {
  readonly command: readonly [string, ...string[]];
  readonly debian: string;
}

/** A reader that is subscribed to some addresses. */
export interface Session {
  /** Visits every address once. */
  readonly visit: () => Promise<void>;
  /** Ends it; what it shows in the end. */
  readonly close: () => Promise<Shelf>;
}

/** A feed reader that people use. */
export interface Reader {
  readonly name: string;
  readonly version: () => Promise<string>;
  readonly formats: readonly FormatName[];
  /** It dates the entries of these by their last change. */
  readonly datesChanges?: readonly FormatName[];
  readonly needs: readonly Need[];
  /** Visits that it pays to each address until one is conditional; one where none ever is. */
  readonly visits: number;
  /** Subscribes, in an empty folder of its own. */
  readonly open: (urls: readonly string[], folder: string) => Promise<Session>;
}

/** Seconds since 1970 of a date in the words of a feed. */
export const secondsOf = (date: string | undefined): number | undefined =>
  date === undefined ? undefined : Date.parse(date) / 1000;

/** How a library is used that remembers nothing: what it shows is what it read last. */
export const forgetful =
  (read: (url: string, folder: string) => Promise<readonly Entry[]>): Reader["open"] =>
  async (urls, folder) => {
    let shelf: Shelf = new Map();
    return {
      async visit() {
        shelf = new Map(await Promise.all(urls.map(async (url) => [url, await read(url, folder)] as const)));
      },
      close: async () => shelf,
    };
  };
