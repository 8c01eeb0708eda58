const HEAD = `Harbour lights go out for an evening – Example – 19.06.2024

Harbour lights go out for an evening

By Ada Sample

`;
const TEXT =
  "The council of the harbour said that the lights go out at nine, and that nobody needs to fear for boats.\n";

/** An article with something in it. */
export const page = (text: string): string => `${HEAD}${TEXT}\n${text}\n\n${TEXT}`;

/** What makes expressions go back and forth. */
export const PIECES = [
  ..."([{<«„“”\"'.…:-–/|_=#@&*•→>©1 \t\u00A0\u3000\u0301\u200D漢한",
  ...[
    "{{",
    "}}",
    "()",
    "(a",
    "a ",
    "a. ",
    "1/",
    "1.1.",
    "01.02.",
    "12:30 ",
    "2024-01-",
    " – ",
    ": ",
    "ab/",
    "a@",
    "a.",
  ],
  ...[
    "&amp;",
    "amp;",
    "&amp;#1",
    "]]>",
    "<!--",
    "<script>",
    "👨‍👩‍👧‍👦",
    "ا و ",
    ".”",
    "!»",
    "\u2028",
    "\uFEFF",
  ],
] as const;

/** What pages are made of. */
export const CUSTOMARY = [
  ...[
    "By Ada Sample",
    "Von ",
    "Published ",
    "Updated 12:30 ",
    "19.06.2024",
    "Foto: ",
    "© ",
    "Share",
    "Tags: a",
  ],
  ...[
    "Read also: ",
    "NEXT ",
    "(dpa) ",
    "Harbour lights go out for an evening",
    " – Example",
    TEXT.trim(),
    "- a",
  ],
] as const;

type Made = readonly [name: string, make: (size: number) => string];

/** Lines of one kind, no two alike, as long together as is asked for. */
const lines = (line: (word: string) => string): ((size: number) => string) => {
  const one = line(wordOf(0)).length + 1;
  return (size) => Array.from({ length: Math.ceil(size / one) }, (_, i) => line(wordOf(i))).join("\n");
};

/** A word for a number. */
const wordOf = (number: number): string =>
  [...number.toString(10).padStart(6, "0")].map((digit) => "bdfghklmnp"[Number(digit)]).join("");

const line = (piece: string): Made => [
  `${JSON.stringify(piece)} on one line`,
  (size) => page(`a${piece.repeat(size / piece.length)}a!`),
];
const many = (name: string, each: (word: string) => string): Made => [
  name,
  (size) => page(lines(each)(size)),
];
const top = (name: string, make: (size: number) => string): Made => [name, make];

/** The worst of their kind that a search over expressions and passes has found, and what it was thought to find. */
export const HOSTILE: readonly Made[] = [
  ...PIECES.map(line),
  many("closing marks behind a full stop", (word) => `It is said.${"”".repeat(60)}${word}`),
  many("digits and spaces between letters", (word) => `x${"1 ".repeat(55)}${word}`),
  many("spaces between letters", (word) => `a${" ".repeat(380)}${word}`),
  many("opening brackets", (word) => `${"(".repeat(100)}${word}`),
  many("dots before a colon", (word) => `Foto ${". ".repeat(90)}${word}:`),
  many("addresses", (word) => `${"a@".repeat(120)}${word}!`),
  many("initials", (word) => `${"ab./ ".repeat(20)}${word}1`),
  many("days without a year", (word) => `${"1 de 1. de May, ".repeat(12)}${word}`),
  many("zones without an end", (word) => `${"12:30 (UTC+".repeat(18)}${word}`),
  many("dates", (word) => `19.06.2024 | ${word}`),
  many("bylines", (word) => `By ${word} Sample`),
  many("credits", (word) => `(${word}, dpa)`),
  many("rights", (word) => `© ${word}`),
  many("references", (word) => `Read also:\n${word} news`),
  many("neighbours", (word) => `NEXT ${word} news`),
  many("items of a list", (word) => `- ${word} news`),
  many("changes", (word) => `Updated 19.06.2024 12:30 ${word}`),
  many("boxes to jump over", (word) => `Skip ${word} and continue reading`),
  many("ends", (word) => `Recommended\n${word}`),
  many("titles with a word more", (word) => `Harbour lights go out for an evening ${word}`),
  many("titles", () => "Harbour lights go out for an evening"),
  many("lines of a character", () => "a"),
  many(
    "lines broken at a column",
    (word) => `the lights of ${word} go out at nine and nobody fears for ${word}`,
  ),
  top(
    "lines of some words below a name",
    (size) => `Example\n${lines((word) => `a line of ${word} that is none`)(size)}`,
  ),
  top("short lines and no outlet", (size) => `${TEXT}\n${TEXT}${lines((word) => `word ${word}`)(size)}`),
  top("a long title above counts", (size) => `${"a ".repeat(size / 4)}\n${TEXT}${"1 a\n".repeat(size / 8)}`),
  top("pages, one behind another", (size) => page("").repeat(size / page("").length)),
  top("blank lines", (size) => `${HEAD}${TEXT}${"\n".repeat(size)}${TEXT}`),
];
