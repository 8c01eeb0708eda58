const LENGTH = 300;
/** A number, or a few letters that begin with a capital, before a full stop: an ordinal or an abbreviation ("19.", "Dr.", "z. B."). */
const NO_END = /(?:\p{N}|(?<!\p{L})\p{Lu}\p{L}{0,2})\.$/u;

/** The first sentences of a text up to about 300 characters, cut at a sentence's end, else at a word's with an ellipsis. */
export function summaryOf(text: string, language: string): string {
  const whole = text.replace(/\s+/gu, " ").trim();
  if (whole.length <= LENGTH) return whole;
  const sentences = endsOf(whole.slice(0, LENGTH * 2), language, "sentence");
  const end = lastWithin(sentences.filter((one) => !NO_END.test(whole.slice(0, one))));
  if (end > 0) return whole.slice(0, end);
  const cut =
    wordEnd(whole.slice(0, LENGTH), language) ||
    lastWithin(endsOf(whole.slice(0, LENGTH * 2), language, "grapheme"));
  return `${whole.slice(0, cut).trimEnd()}…`;
}

function endsOf(text: string, language: string, granularity: "sentence" | "grapheme"): readonly number[] {
  const segments = new Intl.Segmenter(language, { granularity }).segment(text);
  return [...segments].map(({ index, segment }) => index + segment.trimEnd().length);
}

/** Where the last word of the text, which may be cut, begins. */
function wordEnd(text: string, language: string): number {
  const words = new Intl.Segmenter(language, { granularity: "word" }).segment(text);
  return [...words].findLast(({ isWordLike }) => isWordLike)?.index ?? 0;
}

const lastWithin = (ends: readonly number[]): number => ends.findLast((end) => end <= LENGTH) ?? 0;
