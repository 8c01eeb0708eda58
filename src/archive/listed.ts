import { printable } from "../articles/characters.ts";
import type { Publication } from "../articles/publication.ts";
import { bySegment, type Channel, channelOf, everythingOf } from "../feeds/channels.ts";
import { KIND_NAMES, KINDS, type Traited } from "../feeds/traits.ts";
import { traitOf } from "./directory.ts";
import type { Moment } from "./moment.ts";
import type { ListedChannel } from "./root.ts";

/** Makes, once what they are made of was read, all topics and languages, and the largest of the others, as they stand at a moment. */
export async function namedChannels(
  publication: Publication,
  moment: Moment,
): Promise<() => readonly Channel[]> {
  const { root, stacks } = moment;
  const kept = await stacks.table<readonly ListedChannel[]>(root.named);
  const waiting = await waitingBy(publication, moment);
  return () => channelsOf(kept, waiting, publication, moment);
}

function channelsOf(
  kept: readonly ListedChannel[],
  waiting: ReadonlyMap<string, number>,
  publication: Publication,
  { root, dueCount }: Moment,
): readonly Channel[] {
  const byPath = new Map(kept.map((one) => [`${one[0]}/${one[1]}`, one]));
  const topics = publication.topics.map(({ id }): ListedChannel => {
    const segment = printable(id);
    return byPath.get(`topics/${segment}`) ?? ["topics", segment, [null, null], 0, 0, -1];
  });
  const others = kept.filter(([kind]) => kind !== "topics");
  const singles = [...topics, ...others].flatMap(([kind, segment, names, dated, undated]) => {
    const counts = { dated: dated - (waiting.get(`${kind}/${segment}`) ?? 0), undated };
    const trait = traitOf(kind, segment, names, counts, publication);
    return trait ? [channelOf([[kind, trait]], publication, counts.dated + undated)] : [];
  });
  return [everythingOf(publication, dueCount + root.undated.count), ...singles];
}

/** How many articles of each channel are not due yet. */
async function waitingBy(
  publication: Publication,
  { root, dueCount, shelf }: Moment,
): Promise<ReadonlyMap<string, number>> {
  const places = Array.from({ length: root.dated.count - dueCount }, (_, i) => dueCount + i);
  const counts = new Map<string, number>();
  for (const headline of await shelf.headlines(places))
    for (const key of keysOf(headline, publication)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The channels of one trait that hold an article, in the order of the directory. */
export const keysOf = (article: Traited, publication: Publication): ReadonlySet<string> =>
  new Set(
    KIND_NAMES.flatMap((kind) =>
      KINDS[kind]
        .valuesOf(article)
        .flatMap((value) => KINDS[kind].traitOf(value, publication) ?? [])
        .sort(kind === "topics" ? () => 0 : bySegment)
        .map(({ segment }) => `${kind}/${segment}`),
    ),
  );
