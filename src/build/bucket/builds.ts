import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { digestOf } from "../digest.ts";
import { ARCHIVE } from "../store.ts";
import { writeWhole } from "../whole.ts";
import { type Bucket, eachOf, type Held } from "./bucket.ts";

/** Where it is noted which archive a bucket has. */
const NOTE = "src/generated/published.txt";

const FILE = /^[0-9a-f]{32}\.jsonl$/;
const LISTS = "builds/";

export const isList = ({ name }: Pick<Held, "name">): boolean => name.startsWith(LISTS);

/** The names of an archive's files; none where there is no archive. */
export const archiveNames = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => FILE.test(name))
        .sort()
    : [];

/** What a bucket keeps of each build: the names of its files, called after their digest; dated when the build came into use. */
export const listOf = (names: readonly string[]) => {
  const bytes = Buffer.from(names.join("\n"));
  return { name: `${LISTS}${digestOf(bytes)}.txt`, bytes };
};

const noteOf = (bucket: string, list: string): string => `${bucket} ${list}\n`;

/** Notes that a bucket has the files of a list, for {@link isNoted}. */
export function note(bucket: string, list: string, path = NOTE): void {
  mkdirSync(dirname(path), { recursive: true });
  writeWhole(path, [Buffer.from(noteOf(bucket, list))]);
}

/** Whether it was noted here that a bucket has the archive as it is now; one without files needs none. */
export function isNoted(bucket: string, folder = ARCHIVE, path = NOTE): boolean {
  const names = archiveNames(folder);
  if (names.length === 0) return true;
  return existsSync(path) && readFileSync(path, "utf8") === noteOf(bucket, listOf(names).name);
}

/**
 * Removes the files that no build names which was in use since a moment, but for those that came later themselves: somebody may be
 * uploading. Tells how many there were. Nothing is removed but what was put by an upload.
 */
export async function removeUnnamed(bucket: Bucket, folder: string, since: Date): Promise<number> {
  const [lists, files] = await heldIn(bucket);
  const names = archiveNames(folder);
  const named = new Set(names);
  const used = inUse(lists, listOf(names).name, since);
  await eachOf([...used], bucket.atATime, async ({ name }) => {
    const text = Buffer.from(await bucket.get(name)).toString();
    for (const line of text.split("\n")) named.add(line);
  });
  const unnamed = files.filter((one) => one.since < since && !named.has(one.name));
  const old = lists.filter((one) => !used.has(one));
  await eachOf([...unnamed, ...old], bucket.atATime, ({ name }) => bucket.remove(name));
  return unnamed.length;
}

/**
 * The lists of builds that were in use since a moment. Each is from its upload until the next one's: the newest is, and so is this
 * build (`current`). The one before is kept in any case, as it is deployed until the newer one is.
 */
function inUse(lists: readonly Held[], current: string, since: Date): ReadonlySet<Held> {
  const byAge = lists.toSorted((one, other) => one.since.getTime() - other.since.getTime());
  const isUsed = ({ name }: Held, at: number): boolean => {
    const next = byAge[at + 1];
    if (!next || name === current || next.name === current) return true;
    return at === byAge.length - 2 || next.since >= since;
  };
  return new Set(byAge.filter(isUsed));
}

async function heldIn(bucket: Bucket): Promise<readonly [lists: readonly Held[], files: readonly Held[]]> {
  const [lists, files]: [Held[], Held[]] = [[], []];
  for await (const one of bucket.list()) {
    if (isList(one)) lists.push(one);
    else if (FILE.test(one.name)) files.push(one);
  }
  return [lists, files];
}
