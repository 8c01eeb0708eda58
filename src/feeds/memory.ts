/** Things made once and kept by key. */
export interface Memory<T> {
  /** What was made under the key, or what `make` makes now. */
  readonly keep: (key: string, make: () => T) => T;
  /** What is kept under the key. */
  readonly known: (key: string) => T | undefined;
  readonly forget: (key: string) => void;
  readonly clear: () => void;
}

/** A memory that gives up what was asked for longest ago, so that all it holds stays under the limit. */
export function boundedMemory<T>(limit: number, sizeOf: (value: T) => number): Memory<T> {
  const kept = new Map<string, T>();
  let size = 0;
  const giveUp = (key: string, value: T) => {
    kept.delete(key);
    size -= sizeOf(value);
  };
  const knownAt = (key: string): T | undefined => {
    const known = kept.get(key);
    if (known === undefined) return undefined;
    // Behind all others.
    kept.delete(key);
    kept.set(key, known);
    return known;
  };
  return {
    known: knownAt,
    keep(key, make) {
      const known = knownAt(key);
      if (known !== undefined) return known;
      const made = make();
      kept.set(key, made);
      size += sizeOf(made);
      for (const [oldest, value] of kept) {
        if (size <= limit || oldest === key) break;
        giveUp(oldest, value);
      }
      return made;
    },
    forget(key) {
      const known = kept.get(key);
      if (known !== undefined) giveUp(key, known);
    },
    clear() {
      kept.clear();
      size = 0;
    },
  };
}
