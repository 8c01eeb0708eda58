import type { Article } from "../articles/article.ts";
import type { Headline } from "../articles/headline.ts";
import { withoutLater } from "../feeds/snapshot.ts";
import { ARTICLES_A_SHARD, HEADLINES_A_SHARD, type Names, numberOf, type Place, type Root } from "./root.ts";
import { each, type Stacks } from "./stacks.ts";

/** The articles of an archive at a moment, by their places. */
export interface Shelf {
  readonly articles: (places: readonly Place[]) => Promise<readonly Article[]>;
  readonly headlines: (places: readonly Place[]) => Promise<readonly Headline[]>;
}

/** The newest of the dated articles, newest first, by their numbers from 0 on. */
export type Newest = Pick<readonly Article[], "length" | "at">;

export function shelfOf(root: Root, stacks: Stacks, newest: Newest, now: number): Shelf {
  const standing = <T extends { readonly updated?: string }>(all: readonly T[]) =>
    all.map((one) => withoutLater(one, now));
  const bundled = (place: Place): Article | undefined =>
    place < 0 ? undefined : newest.at(root.dated.count - 1 - place);
  return {
    async articles(places) {
      const own = places.map(bundled);
      if (own.every((one) => one !== undefined)) return standing(own);
      const { dated, undated } = root;
      return standing(
        await placed<Article>(places, [dated.articles, undated.articles], ARTICLES_A_SHARD, stacks),
      );
    },
    async headlines(places) {
      const { dated, undated } = root;
      return standing(
        await placed<Headline>(places, [dated.headlines, undated.headlines], HEADLINES_A_SHARD, stacks),
      );
    },
  };
}

/** What stands at places, each file read once. */
async function placed<T>(
  places: readonly Place[],
  [dated, undated]: readonly [Names, Names],
  size: number,
  stacks: Stacks,
): Promise<readonly T[]> {
  const files = Map.groupBy(
    places,
    (place) => `${place < 0 ? "-" : ""}${Math.floor(numberOf(place) / size)}`,
  );
  const read = await each([...files], async ([file, some]) => {
    const name = await stacks.nameAt(file.startsWith("-") ? undated : dated, Math.abs(Number(file)));
    const lines = await stacks.lines<T>(
      name,
      some.map((place) => numberOf(place) % size),
    );
    return lines.map((one, i) => [some[i] ?? 0, one] as const);
  });
  const byPlace = new Map(read.flat());
  return places.flatMap((place) => byPlace.get(place) ?? []);
}
