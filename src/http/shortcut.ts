import { answer, type Prepared, sizeOf } from "./answer.ts";
import { FETCH_DESTINATION } from "./found.ts";

/** Readers poll few addresses over and over: those are answered without looking for them again. */
export interface Shortcut {
  /** `until`: the moment, in milliseconds, up to which the answer tells all. */
  readonly remember: (url: string, prepared: Prepared, until: number) => void;
  /** The answer to a GET of a URL that is remembered. */
  readonly answer: (request: Request) => Response | undefined;
}

interface Known {
  readonly prepared: Prepared;
  readonly until: number;
}

/** Each keeps its bytes in memory. */
const REMEMBERED = 32;
const REMEMBERED_BYTES = 16_000_000;

/** `clock` is in milliseconds. */
export function shortcuts(clock: () => number): Shortcut {
  const known = new Map<string, Known>();
  let size = 0;
  return {
    remember(url, prepared, until) {
      if (known.size >= REMEMBERED || size > REMEMBERED_BYTES) {
        known.clear();
        size = 0;
      }
      known.set(url, { prepared, until });
      size += sizeOf(prepared);
    },
    answer(request) {
      const one = known.get(request.url);
      if (!one || request.method !== "GET") return undefined;
      if (one.prepared.isForPrograms && request.headers.get(FETCH_DESTINATION) === "document")
        return undefined;
      const seconds = secondsUntil(one.until, clock);
      return seconds < 0 ? undefined : answer(request, one.prepared, seconds);
    },
  };
}

/** Whole seconds; below 0 where the moment is past. A clock is read only where it matters. */
export const secondsUntil = (until: number, clock: () => number): number =>
  until === Number.POSITIVE_INFINITY ? until : Math.floor((until - 1 - clock()) / 1000);
