import { ALL_FORMATS, type AnyFormat, type Format } from "../feeds/formats.ts";

/** What of a channel a format takes is kept under the name of the first that takes the same. `key`: the channel's. */
export function takenKey(key: string, name: AnyFormat): string {
  const takes = takesOf(name);
  const first = (Object.keys(ALL_FORMATS) as readonly AnyFormat[]).find((one) => takesOf(one) === takes);
  return `${key} ${first}`;
}

const takesOf = (name: AnyFormat) => (ALL_FORMATS[name] as Format).taking?.takes;

/** And what of that is undated. `key`: {@link takenKey}. */
export const looseKey = (key: string): string => `${key} undated`;

/** What of a channel was withdrawn. */
export const goneKey = (key: string): string => `${key} withdrawn`;
