import type { Publication } from "../articles/publication.ts";
import type { Dates } from "../feeds/library.ts";
import { type Buckets, bucketsOf, type Values } from "./buckets.ts";
import { channelRolls } from "./channel-rolls.ts";
import type { Filing } from "./filed.ts";
import { type Gathered, gathered } from "./gathered.ts";
import { goneOf } from "./gone-writer.ts";
import type { Keeper } from "./keeper.ts";
import { momentsOf } from "./moment-writer.ts";
import { listedOf, namedOf, pathsOf } from "./named.ts";
import { namesOf, originOf, type Records, recordOf, sizeOf, withdrawnOf } from "./record-writer.ts";
import type { Root, Slugged } from "./root.ts";
import { rowOf } from "./rows.ts";
import { lineOf } from "./shard.ts";
import { stackOf } from "./stack-writer.ts";
import { takenBy } from "./taken.ts";
import { termsOf } from "./term-writer.ts";

/** Keeps articles as files, and tells what is to be known of them. */
export function writeArchive(publication: Publication, filing: Filing, keeper: Keeper): Root {
  const { dated, undated, withdrawn } = filing;
  const [rows, loose, back] = [rowOf(dated), rowOf(undated), rowOf(withdrawn)];
  const records: Records = { publication, filing, keeper, rows: [rows, loose, back] };
  const channels = gathered(records).filter(isChannel);
  const listed = channels.filter(isSingle).map((one) => listedOf(one, namesOf(one, records)));
  const everything: Gathered = {
    path: "",
    parts: [],
    dated: numbersTo(dated.length),
    undated: numbersTo(undated.length),
    withdrawn: numbersTo(withdrawn.length),
  };
  const rolls = channelRolls(everything, channels, records);
  const gone = goneOf(filing, publication, keeper);
  return {
    dated: stackOf(keeper, rows, filing),
    undated: stackOf(keeper, loose, filing),
    slugs: slugsOf(filing, keeper),
    channels: recordsOf(channels, records),
    named: namedOf(keeper, listed),
    paths: pathsOf(keeper, publication, listed),
    terms: termsOf([rows, loose], filing, keeper),
    moments: momentsOf(records.rows, keeper),
    firsts: channels.flatMap((one) => firstOf(one, filing)),
    taken: takenBy(everything, records.rows, publication.language, publication.entries),
    withdrawn: withdrawnOf(everything.withdrawn, records),
    ...(rolls && { rolls }),
    ...(gone && { gone }),
  };
}

function slugsOf({ dated, undated, withdrawn }: Filing, keeper: Keeper): Buckets {
  const all = [...dated, ...undated, ...withdrawn];
  const loose = dated.length + undated.length;
  const keys = all.map(({ slug }) => slug);
  const placeOf = (number: number): Slugged => {
    if (number < dated.length) return number;
    return number < loose ? dated.length - 1 - number : (all[number]?.facts.published ?? "");
  };
  const moments = withdrawn.map(({ facts }) => facts.published ?? null);
  const origin = [JSON.stringify([dated.length, undated.length, moments]), keys.join(" ")];
  const values: Values = {
    keys,
    sizeOf: () => SLUGGED_BYTES,
    originOf: (numbers) => [JSON.stringify(numbers.map(placeOf))],
    line: (number) => lineOf(placeOf(number)),
  };
  return keeper.made(["slugs", ...origin], () => bucketsOf(keeper, values));
}

/** What a number takes, about. */
const SLUGGED_BYTES = 6;

function recordsOf(channels: readonly Gathered[], records: Records): Buckets {
  return bucketsOf(records.keeper, {
    keys: channels.map(({ path }) => path),
    sizeOf: (number) => of(channels, number, sizeOf) ?? 0,
    originOf: (numbers) =>
      numbers.flatMap((number) => of(channels, number, (one) => originOf(one, records)) ?? []),
    line: (number) => lineOf(of(channels, number, (one) => recordOf(one, records))),
  });
}

const of = <T, R>(all: readonly T[], number: number, tell: (one: T) => R): R | undefined => {
  const one = all[number];
  return one && tell(one);
};

/** Topics are channels though they hold nothing. */
const isChannel = ({ dated, undated, parts }: Gathered): boolean =>
  dated.length + undated.length > 0 || (parts.length === 1 && parts[0]?.kind === "topics");

/** When the last article of a topic was published and changed. */
function firstOf({ parts, dated, undated }: Gathered, filing: Filing): readonly Dates[] {
  if (parts.length > 1 || parts[0]?.kind !== "topics") return [];
  const last = undated.at(-1);
  const one = last === undefined ? filing.dated[dated[0] ?? -1] : filing.undated[last];
  if (!one) return [];
  const { published, updated } = one.facts;
  return [{ ...(published !== undefined && { published }), ...(updated !== undefined && { updated }) }];
}

const isSingle = ({ parts }: Gathered): boolean => parts.length === 1;

const numbersTo = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, i) => i);
