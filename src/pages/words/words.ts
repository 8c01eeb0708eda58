/** The fixed words of pages in one language. `{name}` stands for what is put there. */
export interface Words {
  readonly skip: string;
  readonly topics: string;
  readonly languages: string;
  readonly authors: string;
  readonly sources: string;
  /** What a channel is of, above its name. */
  readonly kinds: {
    readonly topics: string;
    readonly languages: string;
    readonly authors: string;
    readonly sources: string;
    readonly combination: string;
    readonly search: string;
  };
  readonly all: string;
  readonly newest: string;
  readonly none: string;
  readonly newer: string;
  readonly older: string;
  readonly pageOf: string;
  readonly reading: string;
  readonly by: string;
  readonly agencies: string;
  readonly firstAt: string;
  readonly updated: string;
  readonly noteOf: string;
  readonly earlier: string;
  readonly later: string;
  readonly subscribe: string;
  readonly subscribeTo: string;
  readonly what: string;
  readonly isFeed: string;
  readonly copy: string;
  readonly copied: string;
  readonly openIn: string;
  readonly anyReader: string;
  readonly phone: string;
  readonly opml: string;
  readonly search: string;
  readonly searchFor: string;
  readonly found: string;
  readonly foundNothing: string;
  readonly perhaps: string;
  readonly absent: string;
  readonly absentWhy: string;
  readonly withdrawn: string;
  readonly withdrawnWhy: string;
  readonly feedsThereAre: string;
}
