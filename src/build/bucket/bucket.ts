/** What a bucket holds under a name. */
export interface Held {
  readonly name: string;
  /** The MD5 of its bytes in hexadecimal digits, as R2 tells it in its entity tag. */
  readonly md5: string;
  readonly since: Date;
}

/** A bucket of R2: Cloudflare's, or the local one of `wrangler dev`. Each of these throws a {@link fault} where it cannot. */
export interface Bucket {
  readonly list: () => AsyncIterable<Held>;
  readonly get: (name: string) => Promise<Uint8Array>;
  /** Puts an object, whole or not at all. */
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  /** How many of these it takes at a time. */
  readonly atATime: number;
}

const FAULT = "fault";

/** Something that whoever publishes can mend: what was expected where, and what was found. */
export const fault = (where: string, expected: string, found: string): Error =>
  Object.assign(new Error(`${where}: ${expected}; found ${found}`), { kind: FAULT });

export const isFault = (error: unknown): error is Error =>
  error instanceof Error && "kind" in error && error.kind === FAULT;

/** Does something to each, so many at a time, and tells how many are done; the first that throws stops all. */
export async function eachOf<T>(
  all: readonly T[],
  atATime: number,
  task: (one: T) => Promise<void>,
  tell: (done: number, of: number) => void = () => {},
): Promise<void> {
  const left = all.values();
  let done = 0;
  let isOver = false;
  const work = async () => {
    for (const one of left) {
      await task(one);
      done += 1;
      tell(done, all.length);
      if (isOver) return;
    }
  };
  try {
    await Promise.all(Array.from({ length: atATime }, work));
  } finally {
    isOver = true;
  }
}
