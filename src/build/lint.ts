import { SaxesParser } from "saxes";
import type { Publication } from "../articles/publication.ts";
import { addressOf } from "../feeds/addresses.ts";
import { countsOf, currentCount } from "../feeds/archive.ts";
import { documentWriter } from "../feeds/documents.ts";
import { ALL_FORMATS, type AnyFormat, type Format, takenOf } from "../feeds/formats.ts";
import type { Library, OpenLibrary } from "../feeds/library.ts";
import { type Document, judgeBy } from "./judge.ts";
import { PROFILES } from "./profile-table.ts";
import { NOWHERE } from "./ready.ts";

/** What is published, wherever its articles are. */
interface Published {
  readonly publication: Publication;
  readonly library: OpenLibrary;
}

/** What was found: of documents that no parser reads, and of each profile, a line each. */
export interface Linted {
  readonly documents: number;
  /** How many articles these documents hold, and how many there are: the others stand in archived documents alone. */
  readonly held: number;
  readonly articles: number;
  readonly malformed: readonly string[];
  readonly lacks: Readonly<Record<string, readonly string[]>>;
}

/**
 * Writes the subscription documents of every channel that is named as they are at a moment (milliseconds), and reads each as a
 * parser and as the aggregators do, which follow no archive. One document is held at a time.
 */
export async function lint({ publication, library }: Published, now: number): Promise<Linted> {
  const judges = PROFILES.map((profile) => judgeBy(profile, publication, now));
  const [malformed, held]: [string[], Set<string>] = [[], new Set()];
  let documents = 0;
  const opened = await library(now);
  for await (const document of documentsOf(publication, opened)) {
    documents += 1;
    malformed.push(...faultOf(document));
    for (const { id } of document.held) held.add(id);
    for (const { see } of judges) see(document);
  }
  const { dated = 0, undated = 0 } = (await opened.channel(""))?.counts ?? {};
  return {
    documents,
    held: held.size,
    articles: dated + undated,
    malformed,
    lacks: Object.fromEntries(judges.map(({ name, lacks }) => [name, lacks()])),
  };
}

async function* documentsOf(publication: Publication, library: Library): AsyncGenerator<Document> {
  const base = publication.url || NOWHERE[0];
  const { entries } = publication;
  const writer = documentWriter({ publication, base });
  for (const { path } of await library.channels()) {
    const holding = await library.channel(decodeURI(path));
    if (!holding) continue;
    for (const name of Object.keys(ALL_FORMATS) as readonly AnyFormat[]) {
      const format: Format = ALL_FORMATS[name];
      const stock = await holding.stock(name, true);
      const taken = takenOf(format, stock.articles, holding.channel);
      yield {
        address: addressOf(holding.channel, name, base),
        file: format.file,
        text: writer.current(holding.channel, name, stock).text,
        held: taken.slice(0, currentCount(countsOf(taken, stock.older), entries)),
      };
    }
  }
}

/** Why no parser reads a document; nothing where each does. */
function faultOf({ address, text, file }: Document): readonly string[] {
  try {
    if (file.endsWith(".json")) JSON.parse(text);
    else readStrictly(text);
    return [];
  } catch (error) {
    // Parsers have no other way to say that they cannot read it.
    return [`${address}: a well-formed document; found ${error instanceof Error ? error.message : error}`];
  }
}

function readStrictly(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
}

const SHOWN = 20;

/** The lines to print: each profile with what it lacks, at most twenty of each, and a summary. */
export function reportOf({ documents, held, articles, malformed, lacks }: Linted): readonly string[] {
  const groups = Object.entries(lacks).flatMap(([name, lines]) => {
    if (lines.length === 0) return [`${name}: nothing is lacking`];
    const more = lines.length > SHOWN ? [`  … and ${lines.length - SHOWN} more`] : [];
    return [`${name}:`, ...lines.slice(0, SHOWN).map((line) => `  ${line}`), ...more];
  });
  const count = Object.values(lacks).reduce((sum, lines) => sum + lines.length, 0);
  return [
    ...malformed,
    ...groups,
    `looked at ${held} of ${articles} articles: those that a feed holds now, without its archive`,
    `${documents} documents, ${malformed.length} malformed; ${count} wishes of ${Object.keys(lacks).length} aggregators open`,
  ];
}
