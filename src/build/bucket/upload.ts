import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isSound } from "../../archive/shard.ts";
import { saidBy } from "../whole.ts";
import { type Bucket, eachOf, fault, type Held } from "./bucket.ts";
import { archiveNames, isList, listOf } from "./builds.ts";

/** What was uploaded, in files and bytes, and how many files the bucket had. */
export interface Uploaded {
  readonly files: number;
  readonly bytes: number;
  readonly asBefore: number;
  /** What the list of them all is called in the bucket. */
  readonly list: string;
}

/**
 * Uploads the files of an archive that a bucket lacks, or has with other bytes, and then their names. What is interrupted goes on
 * where it was: an object is there whole or not at all. Throws where a file is not as the build wrote it.
 */
export async function upload(
  folder: string,
  bucket: Bucket,
  tell: (done: number, of: number) => void,
): Promise<Uploaded> {
  const names = archiveNames(folder);
  const held = new Map<string, Held>();
  for await (const one of bucket.list()) held.set(one.name, one);
  const lacking = names.filter((name) => {
    const known = held.get(name);
    return !known || known.md5 !== hash("md5", contentOf(join(folder, name)), "hex");
  });
  let bytes = 0;
  const send = async (name: string) => {
    const path = join(folder, name);
    const content = contentOf(path);
    if (!isSound(name, content))
      throw fault(path, "a file as the build wrote it", "other bytes: try again, the build mends it");
    await bucket.put(name, content);
    bytes += content.length;
  };
  await eachOf(lacking, bucket.atATime, send, tell);
  const list = listOf(names);
  if (!isNewest(list, held)) await bucket.put(list.name, list.bytes);
  return { files: lacking.length, bytes, asBefore: names.length - lacking.length, list: list.name };
}

/** Whether a bucket has a list, and none that came later: its date then tells since when the build before is not in use any more. */
function isNewest(list: ReturnType<typeof listOf>, held: ReadonlyMap<string, Held>): boolean {
  const known = held.get(list.name);
  if (known?.md5 !== hash("md5", list.bytes, "hex")) return false;
  return [...held.values()].every((one) => !isList(one) || one === known || one.since < known.since);
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    // Another build may have taken it away meanwhile.
    throw fault(path, "a file that can be read", saidBy(error));
  }
}
