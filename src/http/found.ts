import type { Edition, Write } from "./edition.ts";
import type { Pages } from "./pages.ts";

/** What a request asks for, as far as it decides what is answered. */
export interface Asked {
  /** Decoded, beginning with a slash. */
  readonly path: string;
  /** The value of a parameter of its query. */
  readonly query: (name: string) => string | undefined;
  /** A person's browser wants to show it as a page of its own (Fetch Metadata: `Sec-Fetch-Dest: document`). */
  readonly isDocument: boolean;
}

/**
 * Browsers show RSS and Atom as their source (Chromium) or save them (Firefox), whatever style they name: by this header
 * people get a page there. It is no preference of a client's, as `Accept` is: programs that read feeds never say "document".
 */
export const FETCH_DESTINATION = "Sec-Fetch-Dest";

/** What is at an address: a content still to be made, another address that is meant, or the reason why there is none. */
export type Found =
  | {
      readonly kind: "content";
      readonly write: Write;
      /** What it is kept under; its path unless set. */
      readonly key?: string;
    }
  | {
      readonly kind: "moved";
      /** A URI (RFC 9110 §10.2.2). */
      readonly to: string;
      readonly status: 307 | 308;
    }
  | { readonly kind: "gone" }
  | { readonly kind: "nothing" };

/** Finds what an edition has. */
export type Finder = (edition: Edition, asked: Asked, pages: Pages) => Found | Promise<Found>;

export const NOTHING: Found = { kind: "nothing" };
export const GONE: Found = { kind: "gone" };
