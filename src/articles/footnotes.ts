import type { Options } from "remark-rehype";
import { baseOf } from "./languages.ts";

/** What notes below a text are called. */
const NAMES: Readonly<Record<string, string>> = {
  ar: "الحواشي",
  de: "Fußnoten",
  en: "Footnotes",
  es: "Notas",
  fr: "Notes",
  he: "הערות שוליים",
  hi: "पाद टिप्पणियाँ",
  it: "Note",
  ja: "脚注",
  ko: "각주",
  nl: "Voetnoten",
  pl: "Przypisy",
  pt: "Notas",
  ru: "Примечания",
  tr: "Dipnotlar",
  uk: "Примітки",
  zh: "脚注",
};

/** How notes are labelled in a language: without words in one whose are not known, and so are the ways back. */
export const footnotesIn = (language: string): Options => ({
  footnoteLabel: NAMES[baseOf(language)] ?? "*",
  footnoteBackLabel: (note, again) => `↩ ${note + 1}${again > 1 ? `-${again}` : ""}`,
});
