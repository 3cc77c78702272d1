/** The two languages of every page, mail and round text, the default first. */
export const langs = ['ko', 'en'] as const;
export type Lang = (typeof langs)[number];

/** One text in both languages, side by side, so that a missing translation does not compile. */
export type Text = Readonly<Record<Lang, string>>;

/** A number that is given out: on the waiting list, of an application among others. */
export const numberText = (number: number): Text => ({ ko: `${number}번`, en: String(number) });

/** A number of people. */
export const peopleText = (count: number): Text => ({ ko: `${count}명`, en: String(count) });

const units = {
  hours: { ko: '시간', en: ['hour', 'hours'] },
  days: { ko: '일', en: ['day', 'days'] },
  weeks: { ko: '주', en: ['week', 'weeks'] },
  years: { ko: '년', en: ['year', 'years'] },
} as const;

/** So many minutes that are whole hours: `8시간`, `8 hours`. */
export const hoursText = (minutes: number): Text => lengthText(minutes / 60, 'hours');

/** A length of time in one unit: `90일`, `90 days`. */
export const lengthText = (count: number, unit: keyof typeof units): Text => ({
  ko: `${count}${units[unit].ko}`,
  en: `${count} ${units[unit].en[count === 1 ? 0 : 1]}`,
});

/** The language of a BCP 47 tag or an Accept-Language header, Korean if neither language is asked for. */
export function langOf(header: string | undefined): Lang {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().toLowerCase().split(';');
      return { tag: tag.split('-')[0], quality: Number(quality.trim().replace('q=', '')) || 0 };
    })
    .sort((a, b) => b.quality - a.quality)
    .find(({ tag }) => tag === 'ko' || tag === 'en');
  return wanted?.tag === 'en' ? 'en' : 'ko';
}

export const isLang = (value: string | undefined): value is Lang => value === 'ko' || value === 'en';

const endsInConsonant = (word: string): boolean => {
  const last = [...word.trim().normalize('NFC')].findLast((char) => /[\p{L}\p{N}]/u.test(char)) ?? '';
  const code = last.codePointAt(0) ?? 0;
  if (code >= 0xac00 && code <= 0xd7a3) return (code - 0xac00) % 28 !== 0;
  return '0136780lmnrLMNR'.includes(last);
};

/**
 * A Korean word with the particle that fits its last sound, for example `withParticle('지원서', '을', '를')`.
 * For words that we write ourselves; what a person typed gets a wording without a particle.
 */
export const withParticle = (word: string, afterConsonant: string, afterVowel: string): string =>
  word + (endsInConsonant(word) ? afterConsonant : afterVowel);
