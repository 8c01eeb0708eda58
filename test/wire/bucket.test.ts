/** An archive in a bucket instead of assets: uploaded by `publish:r2`, and read by the Worker through its binding. */
import { once } from "node:events";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { removeUnnamed } from "../../src/build/bucket/builds.ts";
import { invent, seedOf } from "../bench/seeds.ts";
import { BUCKET, servedFromBucket, uploadedIn } from "./bucket.ts";
import { wayTo } from "./way.ts";

const { project, ask, bucket, endpoint, files, publish, publishing, deploying } = servedFromBucket(300);

const NEEDING = [
  "/archive/1/rss.xml",
  "/archive/20/atom.xml",
  "/topics/politics/feed.json",
  "/topics/politics/archive/1/rss.xml",
  "/?page=20",
  "/search?q=the",
  "/search/rss.xml?q=the",
  "/subscribe",
  "/feeds.opml",
  "/sitemap.xml",
];
const NEWEST = ["/rss.xml", "/atom.xml", "/feed.json", "/robots.txt"];

const statuses = (paths: readonly string[]) =>
  Promise.all(paths.map(async (path) => (await ask(path)).status));
const all = (status: number, { length }: readonly string[]) => Array<number>(length).fill(status);

async function named(): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for await (const { name } of bucket().list()) names.add(name);
  return names;
}

/** Builds with another article. */
function write(number: number) {
  const article = invent(number + 1)[number];
  if (article) writeFileSync(join(project.path, `seeds/newer-${number}.txt`), seedOf(article));
  project.build();
}

test("before anything is uploaded the newest feeds are there, and no Worker may be deployed", async () => {
  expect(await statuses(NEEDING.slice(0, 4))).toEqual(all(503, NEEDING.slice(0, 4)));
  expect(await statuses(NEWEST)).toEqual(all(200, NEWEST));
  const { status, complaints } = await deploying();
  expect([status, complaints]).toEqual([
    1,
    expect.stringContaining(`a bucket "${BUCKET}" that has this archive`),
  ]);
});

test("an upload that is killed goes on where it was, and another has nothing to do", async () => {
  const bytes = files().reduce((sum, name) => sum + statSync(join(project.archive, name)).size, 0);
  const begun = publishing(await wayTo(endpoint(), { bytes: bytes / 2 }));
  while ((await named()).size < 10) await sleep(10);
  begun.kill("SIGKILL");
  await once(begun, "exit");
  const there = (await named()).size;
  expect(there).toBeLessThan(files().length);
  const [uploaded, asBefore] = uploadedIn(await publish());
  expect([uploaded + asBefore, asBefore >= there]).toEqual([files().length, true]);
  expect(uploadedIn(await publish())).toEqual([0, files().length]);
});

test("then everything is answered from the bucket, and the Worker may be deployed", async () => {
  expect(await statuses(NEEDING)).toEqual(all(200, NEEDING));
  expect((await deploying()).status).toBe(0);
  const { items } = JSON.parse((await ask("/archive/1/feed.json")).bytes.toString());
  for (const { url } of items) expect((await ask(new URL(url).pathname)).status).toBe(200);
});

test("an object that is lost or altered is uploaded again, and nothing else", async () => {
  const [lost = "", altered = ""] = files();
  await bucket().remove(lost);
  await bucket().put(altered, readFileSync(join(project.archive, altered)).fill("x", 20, 21));
  expect(uploadedIn(await publish())).toEqual([2, files().length - 2]);
  expect(uploadedIn(await publish())).toEqual([0, files().length]);
});

test("after another article only what is new is uploaded, before a Worker may be deployed", async () => {
  const before = files();
  write(300);
  const fresh = files().filter((name) => !before.includes(name));
  expect(fresh.length).toBeGreaterThan(0);
  expect((await deploying()).status).toBe(1);
  expect(uploadedIn(await publish())).toEqual([fresh.length, files().length - fresh.length]);
  expect((await deploying()).status).toBe(0);
  // A Worker that was deployed before still reads what it names.
  const there = await named();
  for (const name of before) expect(there).toContain(name);
});

test("files are removed only when that is asked for, and never those of the build before, which is still deployed", async () => {
  await bucket().put("notes.txt", Buffer.from("not ours"));
  const [before, deployed] = [await named(), files()];
  write(301);
  expect((await publish(["--remove-after", "30"])).out).toContain("\n0 files removed");
  const { out } = await publish(["--remove-after", "0"]);
  const removed = [...before].filter((name) => name.endsWith(".jsonl") && !deployed.includes(name));
  expect(removed.length).toBeGreaterThan(0);
  expect(out).toContain(`\n${removed.length} files removed`);
  const after = await named();
  for (const name of removed) expect(after).not.toContain(name);
  for (const name of [...deployed, ...files(), "notes.txt"]) expect(after).toContain(name);
});

test("a build is in use until another is uploaded, however long ago it was uploaded itself", async () => {
  const [first, second, third] = [await published(302), await published(303), await published(304)];
  const removedSince = async (moment: Date) => {
    const before = await named();
    const count = await removeUnnamed(bucket(), project.archive, moment);
    const after = await named();
    const removed = [...before].filter((name) => name.endsWith(".jsonl") && !after.has(name));
    expect(removed.length).toBe(count);
    return removed;
  };
  const ofFirst = first.files.filter((name) => ![...second.files, ...third.files].includes(name));
  for (const name of await removedSince(first.moment)) expect(first.files).not.toContain(name);
  expect(ofFirst.length).toBeGreaterThan(0);
  expect((await removedSince(second.moment)).sort()).toEqual(ofFirst.sort());
});

/** Publishes another article: the files, and a moment at which they were in use. What is uploaded again thereafter is the same build. */
async function published(number: number) {
  write(number);
  await publish();
  await sleep(50);
  const moment = new Date();
  await sleep(50);
  await publish();
  return { files: files(), moment };
}
