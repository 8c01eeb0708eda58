import type { Channel } from "./channels.ts";
import type { Place } from "./place.ts";

/** An address beside a document: RFC 8288's relation, and the media type of what is there. */
export interface Link {
  readonly rel: "self" | "alternate" | "hub";
  readonly href: string;
  readonly type?: string;
}

/** What is to be answered, in one representation. */
export interface Content {
  readonly text: string;
  readonly mediaType: string;
  /** The newest change that it tells of; absent where no date tells of every change. */
  readonly updated?: string;
  readonly links: readonly Link[];
}

/** What a document says of its channel, around the entries. */
export interface Envelope {
  readonly channel: Channel;
  readonly place: Place;
  /** The newest change among the entries. */
  readonly updated: string;
  /** The channel's page for people. */
  readonly page: string;
  /** The document itself, its siblings in the other formats, and the hub. */
  readonly links: readonly Link[];
}

/** Readers tell makers' faults by it. */
export const GENERATOR = "Broadsheet";
