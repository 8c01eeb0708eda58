/**
 * What XML 1.0 §2.2 cannot carry (control characters, lone surrogates, U+FFFE, U+FFFF), and the other
 * noncharacters, which Unicode §23.7 keeps from interchange. TAB and line ends stay.
 */
const UNPRINTABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFDD0-\uFDEF\p{Surrogate}]|[\uFFFE\uFFFF\u{1FFFE}\u{1FFFF}\u{2FFFE}\u{2FFFF}\u{3FFFE}\u{3FFFF}\u{4FFFE}\u{4FFFF}\u{5FFFE}\u{5FFFF}\u{6FFFE}\u{6FFFF}\u{7FFFE}\u{7FFFF}\u{8FFFE}\u{8FFFF}\u{9FFFE}\u{9FFFF}\u{AFFFE}\u{AFFFF}\u{BFFFE}\u{BFFFF}\u{CFFFE}\u{CFFFF}\u{DFFFE}\u{DFFFF}\u{EFFFE}\u{EFFFF}\u{FFFFE}\u{FFFFF}\u{10FFFE}\u{10FFFF}]/gu;

/** The text without the characters that no feed document can carry. */
export const printable = (text: string): string => text.replace(UNPRINTABLE, "");

/** `printable`, in Unicode's composed form (NFC), on one line, without white space around it. No-break spaces stay. */
export const oneLine = (text: string): string =>
  printable(text)
    .normalize("NFC")
    .replace(/[\t-\r \u2028\u2029]+/g, " ")
    .trim();
