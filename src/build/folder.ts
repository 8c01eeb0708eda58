import { existsSync, readdirSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
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

/** Paths of all seeds below the folder, with `/` between segments, in the order of their code points. */
export const pathsIn = (folder: string): readonly string[] =>
  existsSync(folder) ? [...seedsBelow(folder, "", [realpathSync(folder)])].sort() : [];

/** `within`: the folders that are being looked through, the innermost last, as a link may lead back to one of them. */
function seedsBelow(folder: string, above: string, within: readonly string[]): readonly string[] {
  return readdirSync(join(folder, above), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith(".")) return [];
    const path = above + entry.name;
    const { real, found } = entry.isSymbolicLink()
      ? linked(join(folder, path))
      : { real: join(within.at(-1) ?? "", entry.name), found: entry };
    // A folder may be called `notes.md`, and a link that leads nowhere is a seed at fault.
    if (!found?.isDirectory()) return (found?.isFile() ?? true) && kindOf(path) ? [path] : [];
    return within.includes(real) ? [] : seedsBelow(folder, `${path}/`, [...within, real]);
  });
}

/** What a link leads to, if anything: it may lead round in a circle. */
function linked(path: string): { readonly real: string; readonly found?: Stats } {
  try {
    const real = realpathSync(path);
    return { real, found: statSync(real) };
  } catch {
    return { real: path };
  }
}
