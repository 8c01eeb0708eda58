import { SaxesParser } from "saxes";
import type { Article } from "../articles/article.ts";
import type { Publication } from "../articles/publication.ts";
import { addressOf } from "../feeds/addresses.ts";
import { countsOf, currentCount, NONE } from "../feeds/archive.ts";
import { type Chosen, directoryOf } from "../feeds/directory.ts";
import { documentWriter } from "../feeds/documents.ts";
import { ALL_FORMATS, type AnyFormat, type Format, takenOf } from "../feeds/formats.ts";
import { snapshotAt } from "../feeds/snapshot.ts";
import { PROFILES, type Profile } from "./profile-table.ts";

/** What is published. */
interface Published {
  readonly publication: Publication;
  readonly articles: readonly Article[];
}

/** A document as it would be answered, and the articles in it. */
interface Document {
  readonly address: string;
  readonly file: string;
  readonly text: string;
  readonly held: readonly Article[];
}

/** What was found: of documents that no parser reads, and of each profile, a line each. */
export interface Linted {
  readonly documents: number;
  readonly malformed: readonly string[];
  readonly lacks: Readonly<Record<string, readonly string[]>>;
}

const UNTOLD = "https://publication.invalid";
const encoder = new TextEncoder();

/** Writes every document of every channel as it is at a moment (milliseconds), and reads it as a parser and as each aggregator does. */
export function lint(published: Published, now: number): Linted {
  const documents = documentsOf(published, now);
  const lacksOf = (profile: Profile) => lacking(profile, documents, published, now);
  return {
    documents: documents.length,
    malformed: documents.flatMap(faultOf),
    lacks: Object.fromEntries(PROFILES.map((profile) => [profile.name, lacksOf(profile)])),
  };
}

function documentsOf({ publication, articles }: Published, now: number): readonly Document[] {
  const base = publication.url || UNTOLD;
  const stock = snapshotAt(articles, now);
  const writer = documentWriter({ publication, base });
  const written = (channel: Chosen, name: AnyFormat): Document => {
    const format: Format = ALL_FORMATS[name];
    const own = stock.articles.filter(channel.holds);
    const withdrawn = stock.withdrawn.filter(channel.holds);
    const taken = takenOf(format, own, channel);
    return {
      address: addressOf(channel, name, base),
      file: format.file,
      text: writer.current(channel, name, { articles: own, older: NONE, withdrawn }).text,
      held: taken.slice(0, currentCount(countsOf(taken), publication.entries)),
    };
  };
  const names = Object.keys(ALL_FORMATS) as readonly AnyFormat[];
  return directoryOf(publication, stock.articles).channels.flatMap((channel) =>
    names.map((name) => written(channel, name)),
  );
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

/** What articles, documents and the publication lack for an aggregator, each article once. */
function lacking(
  profile: Profile,
  documents: readonly Document[],
  { publication }: Published,
  now: number,
): readonly string[] {
  const own = documents.filter(({ file, held }) => profile.files.includes(file) && held.length > 0);
  if (own.length === 0) return [];
  const judged = { publication, now };
  const line = (subject: string, wants: string, found: string | undefined): readonly string[] =>
    found === undefined ? [] : [`${subject}: ${profile.name} wants ${wants}; found ${found}`];
  return [
    ...profile.publication.flatMap(({ wants, lack }) =>
      line("publication.toml", wants, lack(publication, judged)),
    ),
    ...own.flatMap(({ address, text, held }) =>
      profile.document.flatMap(({ wants, lack }) =>
        line(address, wants, lack({ size: encoder.encode(text).length, count: held.length }, judged)),
      ),
    ),
    ...[...new Set(own.flatMap(({ held }) => held))].flatMap((article) =>
      profile.article.flatMap(({ wants, lack }) => line(`"${article.title}"`, wants, lack(article, judged))),
    ),
  ];
}

const SHOWN = 20;

/** The lines to print: each profile with what it lacks, at most twenty of each, and a summary. */
export function reportOf({ documents, malformed, lacks }: Linted): readonly string[] {
  const groups = Object.entries(lacks).flatMap(([name, lines]) => {
    if (lines.length === 0) return [`${name}: nothing is lacking`];
    const more = lines.length > SHOWN ? [`  … and ${lines.length - SHOWN} more`] : [];
    return [`${name}:`, ...lines.slice(0, SHOWN).map((line) => `  ${line}`), ...more];
  });
  const count = Object.values(lacks).reduce((sum, lines) => sum + lines.length, 0);
  return [
    ...malformed,
    ...groups,
    `${documents} documents, ${malformed.length} malformed; ${count} wishes of ${Object.keys(lacks).length} aggregators open`,
  ];
}
