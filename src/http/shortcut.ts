import { boundedMemory } from "../feeds/memory.ts";
import { answer } from "./answer.ts";
import { FETCH_DESTINATION } from "./found.ts";
import { type Prepared, sizeOf } from "./prepared.ts";

/** Readers poll few addresses over and over: those are answered without looking for them again. */
export interface Shortcut {
  /** `until`: the moment, in milliseconds, up to which the answer tells all. */
  readonly remember: (url: string, prepared: Prepared, until: number) => void;
  /** The answer to a GET of a URL that is remembered. */
  readonly answer: (request: Request) => Response | Promise<Response> | undefined;
}

interface Known {
  readonly prepared: Prepared;
  readonly until: number;
}

/** Of a Worker's 128 MB. */
const REMEMBERED_BYTES = 8_000_000;
/** What it takes to keep an answer beside its bytes. */
const EACH_BYTES = 4000;

/** `clock` is in milliseconds. */
export function shortcuts(clock: () => number): Shortcut {
  const memory = boundedMemory<Known>(REMEMBERED_BYTES, ({ prepared }) => sizeOf(prepared) + EACH_BYTES);
  return {
    remember: (url, prepared, until) => void memory.keep(url, () => ({ prepared, until })),
    answer(request) {
      const one = memory.known(request.url);
      if (!one || request.method !== "GET") return undefined;
      if (one.prepared.isForPrograms && request.headers.get(FETCH_DESTINATION) === "document")
        return undefined;
      const seconds = secondsUntil(one.until, clock);
      if (seconds >= 0) return answer(request, one.prepared, seconds);
      memory.clear(); // What is published changed, for all addresses alike.
      return undefined;
    },
  };
}

/** Whole seconds; below 0 where the moment is past. A clock is read only where it matters. */
export const secondsUntil = (until: number, clock: () => number): number =>
  until === Number.POSITIVE_INFINITY ? until : Math.floor((until - 1 - clock()) / 1000);
