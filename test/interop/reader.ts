/** Where each format is, below a channel's address. */
export const FILES = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" } as const;

export type FormatName = keyof typeof FILES;

/** An entry as somebody understood it. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  /** Seconds since 1970; undefined where no date is told. */
  readonly published: number | undefined;
  readonly bodyHtml: string;
}

/** Something that must be installed: a command that fails where it is not, and Debian's package of it. */
export interface Need {
  readonly command: readonly [string, ...string[]];
  readonly debian: string;
}

/** A feed reader that people use. */
export interface Reader {
  readonly name: string;
  readonly formats: readonly FormatName[];
  readonly needs: readonly Need[];
  /** Visits that it pays to each address: as many as it takes until one is conditional, or one where none ever is. */
  readonly visits: number;
  /** Visits every address from an empty folder of its own; what it shows in the end, by address. */
  readonly read: (urls: readonly string[], folder: string) => Promise<ReadonlyMap<string, readonly Entry[]>>;
}

/** Seconds since 1970 of a date in the words of a feed. */
export const secondsOf = (date: string | undefined): number | undefined =>
  date === undefined ? undefined : Date.parse(date) / 1000;
