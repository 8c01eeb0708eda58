import type { Article } from "../articles/article.ts";
import type { Channel } from "./channels.ts";
import type { Place } from "./place.ts";

/** An address beside a document: RFC 8288's relation (those of RFC 5005 §4 too), and the media type of what is there. */
export interface Link {
  readonly rel: "self" | "alternate" | "hub" | "current" | "prev-archive" | "next-archive";
  readonly href: string;
  readonly type?: string;
}

/** What is to be answered, in one representation. */
export interface Content {
  readonly text: string;
  readonly mediaType: string;
  /** The newest change that it tells of; absent where no date tells of every change. */
  readonly updated?: string;
  /** Those that an answer's `Link` header names. */
  readonly links: readonly Link[];
  /** Seconds that a reader may keep it; those of the publication unless set. */
  readonly maxAge?: number;
  /** The request's header by which there is something else at the address. */
  readonly vary?: string;
  /** Further headers of answers with all of it. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What it held, for a client to give back. */
  readonly state?: string;
  /** What is new in it since a state, where `isHeld` says that the client holds just what the state says; nothing in any doubt. */
  readonly since?: (state: string, isHeld: (text: string) => boolean) => Promise<Content | undefined>;
}

/** What a document says of its channel, around the entries. */
export interface Envelope {
  readonly channel: Channel;
  readonly place: Place;
  /** The newest change among the entries, and among what was taken back. */
  readonly updated: string;
  /** The channel's page for people. */
  readonly page: string;
  /** The document itself, its siblings in the other formats, the hub, and the documents before and behind it. */
  readonly links: readonly Link[];
  /** Whether it is an archived document (RFC 5005 §4). */
  readonly isArchive: boolean;
  /** Seconds that a reader may wait before it asks again. */
  readonly pace: number;
  /** Articles that were taken back (RFC 6721). */
  readonly withdrawn: readonly Article[];
}

/** Readers tell makers' faults by it. */
export const GENERATOR = "Broadsheet";
