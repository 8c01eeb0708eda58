import { expect } from "vitest";
import type { App } from "../../src/http/app.ts";
import { ask, type File } from "../sample.ts";

/** Entries as they are written, by id. */
export type Entries = ReadonlyMap<string, string>;

const ENTRY: Readonly<Record<File, RegExp>> = {
  "rss.xml": /<item>.*?<guid[^>]*>([^<]*)<\/guid>.*?<\/item>/gs,
  "atom.xml": /<entry .*?<id>([^<]*)<\/id>.*?<\/entry>/gs,
  "feed.json": /^\{"id":"([^"]*)".*?\}(?=,?$)/gm,
};

/** The entries of a document, and all of it that is none. */
export function entriesIn(file: File, text: string): Entries {
  const found = new Map([...text.matchAll(ENTRY[file])].map(([entry, id = ""]) => [id, entry]));
  const written =
    file === "feed.json" ? JSON.parse(text).items.length : text.split(/<(?:item|entry)[ >]/).length - 1;
  expect(found.size).toBe(written);
  return found;
}

/** What a client keeps that follows a feed by its tag, and asks only for what is new. */
export interface Follower {
  readonly etag?: string;
  /** The whole document at its last poll. */
  readonly text?: string;
  readonly entries: Entries;
  /** At its last poll: the number of steps, and the changes that articles told of. */
  readonly steps: number;
  readonly announced: ReadonlySet<string>;
  /** Ids whose change it may have missed. */
  readonly excused: ReadonlySet<string>;
}

export const newcomer: Follower = { entries: new Map(), steps: 0, announced: new Set(), excused: new Set() };

/** Asks by `If-None-Match` and `A-IM: feed`, and takes up what comes: replaces or adds by id. */
export async function poll(app: App, path: string, file: File, follower: Follower) {
  const headers = { "a-im": "feed", ...(follower.etag && { "if-none-match": follower.etag }) };
  const [answer, whole] = [await ask(app, path, { headers }), await (await ask(app, path)).text()];
  const got = answer.status === 304 ? new Map<string, string>() : entriesIn(file, await answer.text());
  return {
    status: answer.status,
    got,
    whole,
    held: entriesIn(file, whole),
    merged: new Map([...follower.entries, ...got]),
    etag: answer.headers.get("etag") ?? "",
  };
}
