const LENGTH = 300;

/** The first sentences of a text up to about 300 characters, cut at a sentence's end, else at a word's with an ellipsis. */
export function summaryOf(text: string, language: string): string {
  const whole = text.replace(/\s+/gu, " ").trim();
  if (whole.length <= LENGTH) return whole;
  const sentences = new Intl.Segmenter(language, { granularity: "sentence" }).segment(
    whole.slice(0, LENGTH * 2),
  );
  const end = lastWithin([...sentences].map(({ index, segment }) => index + segment.trimEnd().length));
  if (end > 0) return whole.slice(0, end);
  const words = new Intl.Segmenter(language, { granularity: "word" }).segment(whole.slice(0, LENGTH));
  const cut = lastWithin([...words].filter((word) => word.isWordLike).map(({ index }) => index));
  return `${whole.slice(0, cut || LENGTH).trimEnd()}…`;
}

const lastWithin = (ends: readonly number[]): number => ends.findLast((end) => end <= LENGTH) ?? 0;
