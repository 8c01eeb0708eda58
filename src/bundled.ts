import type { Root } from "./archive/root.ts";
import type { Newest } from "./archive/shelf.ts";
import type { Article } from "./articles/article.ts";
import type { Publication } from "./articles/publication.ts";
import type { Ready } from "./http/ready.ts";

/**
 * What is bundled with the Worker: lines of JSON, each of which is parsed when somebody asks for it. They are in a file and not in
 * a module, which V8 would read as code at each start.
 */
export interface Bundled {
  readonly publication: Publication;
  readonly ready?: Ready;
  /** What is to be known of an archive of all articles; nothing where all are here. */
  readonly archive: () => Root | undefined;
  readonly articles: () => readonly Article[];
  /** The same, each parsed when it is asked for. */
  readonly newest: () => Newest;
  /** Empty where there is an archive. */
  readonly searchIndex: () => string;
}

/** The lines before those of the articles; empty where there is no such thing. */
export const LINES = ["publication", "ready", "archive", "searchIndex"] as const;

const LINE_END = 10;
const decoder = new TextDecoder();

/** Reads what `src/build/write.ts` wrote. */
export function bundledIn(bytes: Uint8Array): Bundled {
  const ends: number[] = [];
  for (const _ of LINES) ends.push(bytes.indexOf(LINE_END, (ends.at(-1) ?? -1) + 1));
  const textOf = (line: (typeof LINES)[number]): string => {
    const at = LINES.indexOf(line);
    return decoder.decode(bytes.subarray((ends[at - 1] ?? -1) + 1, ends[at]));
  };
  const valueIn = <T>(line: (typeof LINES)[number]): T | undefined => {
    const text = textOf(line);
    return text === "" ? undefined : (JSON.parse(text) as T);
  };
  const ready = valueIn<Ready>("ready");
  return {
    publication: valueIn("publication") as Publication,
    ...(ready && { ready }),
    archive: () => valueIn("archive"),
    searchIndex: () => textOf("searchIndex"),
    articles() {
      const lines = decoder.decode(bytes.subarray((ends.at(-1) ?? 0) + 1, -1));
      // No line of JSON holds a line end.
      return JSON.parse(`[${lines.replaceAll("\n", ",")}]`) as readonly Article[];
    },
    newest: () => newestIn(bytes, ends.at(-1) ?? 0),
  };
}

/** The articles in the lines behind a line end. */
function newestIn(bytes: Uint8Array, before: number): Newest {
  const ends = [before];
  for (let at = bytes.indexOf(LINE_END, before + 1); at >= 0; at = bytes.indexOf(LINE_END, at + 1))
    ends.push(at);
  const known: Article[] = [];
  return {
    length: ends.length - 1,
    at(number) {
      const [start, end] = [ends[number], ends[number + 1]];
      if (start === undefined || end === undefined) return undefined;
      known[number] ??= JSON.parse(decoder.decode(bytes.subarray(start + 1, end))) as Article;
      return known[number];
    },
  };
}
