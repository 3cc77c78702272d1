const segmenter = new Intl.Segmenter('ko', { granularity: 'grapheme' });

const maskedWord = (word: string): string => {
  const letters = [...segmenter.segment(word)].map(({ segment }) => segment);
  const [first = ''] = letters;
  if (letters.length <= 2) return letters.length === 1 ? '*' : `${first}*`;
  return `${first}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`;
};

/**
 * A name as it is shown to whoever has the paper in their hands and nobody else: `김*원`, `남**수`, `J**e D*e`. Of a
 * name in one letter nothing is left.
 */
export const maskedName = (name: string): string =>
  name.normalize('NFC').split(/\s+/u).filter(Boolean).map(maskedWord).join(' ');
