import type { Publication } from "../articles/publication.ts";
import type { Counts } from "../feeds/archive.ts";
import { type Channel, channelOf, everythingOf, namedIn } from "../feeds/channels.ts";
import { KINDS, type Kind, type Trait } from "../feeds/traits.ts";
import { keptAt } from "./kept.ts";
import type { Moment } from "./moment.ts";
import { countBelow } from "./numbers.ts";
import type { ChannelRecord } from "./root.ts";

/** A channel, what is kept of it, and how many of its articles are due. */
export interface Entered {
  readonly channel: Channel;
  /** What it is kept under: its path, decoded; empty for everything. */
  readonly key: string;
  readonly record: ChannelRecord;
  readonly counts: Counts;
}

const NOTHING_KEPT: ChannelRecord = {
  dated: { count: 0, steps: [] },
  undated: { count: 0, steps: [] },
  withdrawn: [],
};

/** The channel at a path (decoded); nothing where nothing of it is due. */
export async function enteredAt(
  path: string,
  publication: Publication,
  moment: Moment,
): Promise<Entered | undefined> {
  if (path === "") return everything(publication, moment);
  const named = namedIn(path) ?? [];
  const kinds = new Set(named.map(([kind]) => kind));
  if (named.length === 0 || named.length > 2 || kinds.size !== named.length) return undefined;
  const singles = await Promise.all(
    named.map(([kind, segment]) => single(kind, segment, publication, moment)),
  );
  const [one, other] = singles;
  if (!one || (named.length === 2 && !other)) return undefined;
  const key = named.map(([kind, segment]) => `/${kind}/${segment}`).join("");
  if (!other) return entered([one], key, one.record, one.counts, publication);
  const record = await recordAt(key, moment);
  const counts = record && (await countsOf(record, moment));
  return counts && counts.dated + counts.undated > 0
    ? entered([one, other], key, record, counts, publication)
    : undefined;
}

function everything(publication: Publication, { root, dueCount }: Moment): Entered {
  const counts = { dated: dueCount, undated: root.undated.count };
  return {
    channel: everythingOf(publication, counts.dated + counts.undated),
    key: "",
    record: {
      dated: { count: root.dated.count },
      undated: { count: root.undated.count },
      taken: root.taken,
      withdrawn: root.withdrawn,
    },
    counts,
  };
}

interface Single {
  readonly kind: Kind;
  readonly trait: Trait;
  readonly record: ChannelRecord;
  readonly counts: Counts;
}

async function single(
  kind: Kind,
  segment: string,
  publication: Publication,
  moment: Moment,
): Promise<Single | undefined> {
  const record = (await recordAt(`/${kind}/${segment}`, moment)) ?? NOTHING_KEPT;
  const counts = await countsOf(record, moment);
  const trait = traitOf(kind, segment, record.names, counts, publication);
  return trait && { kind, trait, record, counts };
}

/** What a channel's trait is called, by its oldest article; nothing where there is none, but for topics. */
export function traitOf(
  kind: Kind,
  segment: string,
  names: ChannelRecord["names"],
  { dated, undated }: Counts,
  publication: Publication,
): Trait | undefined {
  if (kind === "topics") {
    const traits = publication.topics.flatMap(({ id }) => KINDS.topics.traitOf(id, publication) ?? []);
    return traits.find((trait) => trait.segment === segment);
  }
  const name = dated > 0 ? names?.[0] : undated > 0 ? names?.[1] : undefined;
  return name ? KINDS[kind].traitOf(name, publication) : undefined;
}

const entered = (
  singles: readonly Single[],
  key: string,
  record: ChannelRecord,
  counts: Counts,
  publication: Publication,
): Entered => ({
  channel: channelOf(
    singles.map(({ kind, trait }) => [kind, trait] as const),
    publication,
    counts.dated + counts.undated,
  ),
  key,
  record,
  counts,
});

async function countsOf(
  { dated, undated }: ChannelRecord,
  { root, dueCount, stacks }: Moment,
): Promise<Counts> {
  const isAllDue = dueCount === root.dated.count;
  return {
    dated: isAllDue ? dated.count : await countBelow(dated, dueCount, stacks),
    undated: undated.count,
  };
}

const recordAt = (key: string, { root, stacks }: Moment): Promise<ChannelRecord | undefined> =>
  keptAt<ChannelRecord>(key, root.channels, stacks);
