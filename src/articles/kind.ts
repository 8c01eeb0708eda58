/** The kinds of seeds, by the ending that says which one is. */
export const KINDS = ["txt", "md", "html"] as const;

export type Kind = (typeof KINDS)[number];

/** Every ending of a seed. */
const ENDINGS: Readonly<Record<string, Kind>> = {
  txt: "txt",
  md: "md",
  markdown: "md",
  html: "html",
  htm: "html",
};

/** The kind of seed that a file's name says it is; nothing where it is none. */
export const kindOf = (name: string): Kind | undefined => ENDINGS[ENDING.exec(name.toLowerCase())?.[1] ?? ""];

const ENDING = /\.([a-z]+)$/;
