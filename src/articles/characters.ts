/**
 * What XML 1.0 §2.2 cannot carry (control characters, lone surrogates, U+FFFE, U+FFFF), and the other noncharacters, which
 * Unicode §23.7 keeps from interchange. TAB, line ends and NEL stay.
 */
const UNPRINTABLE = /(?![\t\n\r\u0085])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** The text without the characters that no feed document can carry. */
export const printable = (text: string): string =>
  SUSPECT.test(text) ? text.replace(UNPRINTABLE, "") : text;

/** A quick look first: half of a surrogate pair, too, may be one of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SUSPECT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

/** `printable`, in Unicode's composed form (NFC), on one line, without white space around it. No-break spaces stay. */
export const oneLine = (text: string): string =>
  printable(text)
    .normalize("NFC")
    .replace(/[\t-\r\u2028\u2029][\t-\r \u2028\u2029]*| [\t-\r \u2028\u2029]+/g, " ")
    .trim();

/** With a plain space for each white space. */
export const plainSpaced = (text: string): string =>
  OTHER_SPACE.test(text) ? text.replace(/\s/gu, " ") : text;

const OTHER_SPACE = /[^\S ]/u;

/** With one plain space for all white space that stands together. */
export const singleSpaced = (text: string): string =>
  MORE_SPACE.test(text) ? text.replace(/\s+/gu, " ") : text;

const MORE_SPACE = /[^\S ]| {2}/u;
