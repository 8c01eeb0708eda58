import { existsSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { extname, join } from "node:path";
import { decode } from "../articles/decode.ts";
import type { Customs } from "../articles/facts.ts";
import { kindOf } from "../articles/kind.ts";
import type { Publication } from "../articles/publication.ts";
import { bundledIn, customsOf, readPublication } from "../articles/publication-file.ts";
import { type Complaint, inFile } from "./complaint.ts";

const PUBLICATION = "publication.toml";

/** Who publishes, where that is known, and by what seeds are read in any case. */
export interface Publishing {
  readonly value?: Publication;
  /** Up to how many articles are bundled. */
  readonly bundled?: number;
  readonly customs: Customs;
  readonly problems: readonly Complaint[];
}

/** The publication that the folder's file describes, or what is wrong with the file. */
export function publicationIn(folder: string): Publishing {
  const path = join(folder, PUBLICATION);
  const missing = {
    path: PUBLICATION,
    line: 1,
    expected: "a file that says who publishes",
    found: "no such file",
  };
  if (!existsSync(path)) return { customs: customsOf(undefined), problems: [missing] };
  if (!statSync(path).isFile())
    return { customs: customsOf(undefined), problems: [{ ...missing, found: "something that is no file" }] };
  const text = decode(readFileSync(path));
  const read = text.ok ? readPublication(text.value) : text;
  if (!read.ok)
    return {
      customs: customsOf(text.ok ? text.value : undefined),
      problems: inFile(PUBLICATION, read.problems),
    };
  const topics = new Set(read.value.topics.map(({ id }) => id));
  const bundled = text.ok ? bundledIn(text.value) : 0;
  return { value: read.value, bundled, customs: { ...read.value, topics }, problems: [] };
}

/** Paths of files below a folder, with `/` between segments, in the order of their code points. */
export interface Found {
  readonly seeds: readonly string[];
  /** What people write articles in, and nothing here reads. */
  readonly documents: readonly string[];
}

/** Finds all seeds below the folder. */
export function filesIn(folder: string): Found {
  const [seeds, documents]: [string[], string[]] = [[], []];
  const tell = (path: string) => {
    if (kindOf(path)) seeds.push(path);
    else if (DOCUMENT.test(path)) documents.push(path);
  };
  if (existsSync(folder)) look(folder, "", [realpathSync(folder)], tell);
  return { seeds: seeds.sort(), documents: documents.sort() };
}

const DOCUMENT = /\.(?:docx?|epub|odt|pages|pdf|rtf)$/i;

/** Tells every file below a folder. `within`: the folders that are being looked through, the innermost last, as a link may lead back to one of them. */
function look(folder: string, above: string, within: readonly string[], tell: (path: string) => void): void {
  for (const entry of readdirSync(join(folder, above), { withFileTypes: true })) {
    if (entry.name.startsWith(".")) continue;
    const path = above + entry.name;
    const { kind, real } = entry.isSymbolicLink() ? linked(join(folder, path)) : { kind: entry };
    if (kind?.isDirectory()) {
      const below = real ?? join(within.at(-1) ?? "", entry.name);
      if (!within.includes(below)) look(folder, `${path}/`, [...within, below], tell);
    }
    // A folder may be called `notes.md`, and a link that leads nowhere is a seed at fault.
    else if (kind?.isFile() ?? true) tell(path);
  }
}

/** Warns of what was meant as an article, it seems, and is none. */
export const unreadIn = ({ documents }: Found): readonly Complaint[] =>
  documents.map((path) => ({
    path,
    line: 1,
    expected: "text, Markdown or HTML (.txt, .md, .html)",
    found: `a ${extname(path)} file, which is not read: save it as one of these`,
  }));

/** What a link leads to, if anything: it may lead round in a circle. */
function linked(path: string): { readonly kind?: Stats; readonly real?: string } {
  try {
    const real = realpathSync(path);
    return { kind: statSync(real), real };
  } catch {
    return {};
  }
}
