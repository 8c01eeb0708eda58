/** RFC 3229's "feed" against a client that always asks for the whole: whatever happens to a publication, both end with the same. */
import * as fc from "fast-check";
import { expect, inject, test } from "vitest";
import type { App } from "../../src/http/app.ts";
import { app, FILES, type File } from "../sample.ts";
import { type Follower, newcomer, poll } from "./follower.ts";
import { after, announcedAt, beginning, type Event, historyFor, type Moment } from "./history.ts";

const CLIENTS = FILES.flatMap((file) =>
  ["", "/topics/tides"].map((channel) => ({ file, path: `${channel}/${file}` })),
);

const appAt = ({ articles, publication, now }: Moment): App =>
  app({ articles, publication, clock: () => now });

/** The ids of changes since a step. */
const since = (changes: Moment["silent"], steps: number) =>
  changes.filter(([, at]) => at > steps).map(([id]) => id);

/** One poll: what the client holds afterwards is what the document holds, but for changes that nobody could see. */
async function followed(
  moment: Moment,
  path: string,
  file: File,
  follower: Follower,
  seen: Seen,
): Promise<Follower> {
  const { status, whole, held, got, merged, etag } = await poll(appAt(moment), path, file, follower);
  seen[status] = (seen[status] ?? 0) + 1;
  if (status === 304) expect(whole).toBe(follower.text);
  if (status === 226) expect(got.size).toBeLessThan(held.size);
  const announced = announcedAt(moment);
  const isAnnounced = [...announced].some((change) => !follower.announced.has(change));
  const missed = status === 226 && isAnnounced ? since(moment.silent, follower.steps) : [];
  const excused = new Set([...follower.excused, ...missed].filter((id) => !got.has(id)));
  for (const [id, entry] of held)
    if (!excused.has(id)) expect(merged.get(id), `${status} ${path}`).toBe(entry);
  return { etag, text: whole, entries: merged, steps: moment.steps, announced, excused };
}

type Seen = Record<number, number>;

async function lived(history: readonly Event[], seen: Seen) {
  let moment = beginning;
  const followers = CLIENTS.map(() => newcomer);
  for (const event of history) {
    moment = after(moment, event);
    for (const [i, { path, file }] of CLIENTS.entries())
      if (event.asks[i]) followers[i] = await followed(moment, path, file, followers[i] ?? newcomer, seen);
  }
}

test("a client that asks only for what is new has what one has that asks for all, whatever happens in between", async () => {
  const seen: Seen = {};
  await fc.assert(
    fc.asyncProperty(historyFor(CLIENTS.length), (history) => lived(history, seen)),
    { numRuns: inject("fuzz") / 20 },
  );
  // All three are met often: the property says something.
  for (const status of [200, 226, 304]) expect(seen[status], String(status)).toBeGreaterThan(50);
});
