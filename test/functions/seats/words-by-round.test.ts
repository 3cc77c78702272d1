import { describe, expect, it } from 'vitest';
import { letterWordsOf } from '../../../functions/letters/letter-texts.ts';
import { whatIsTaken } from '../../../functions/rounds/what-is-taken.ts';
import { seatMailWordsOf } from '../../../functions/seats/mails/texts-by-round.ts';
import { closedOfferWordsOf, offerWordsOf } from '../../../functions/seats/pages/offer-texts.ts';
import { placeWordsOf } from '../../../functions/seats/pages/place-texts.ts';
import { labRound } from '../../support/rounds/lab.ts';
import { renewalRound } from '../../support/rounds/lab-renewal.ts';
import { academyRound } from '../rounds/academy.ts';

/** All words that are said of a place of a round, those of its waiting list apart. */
const wordsOf = (round: Parameters<typeof seatMailWordsOf>[0]): string[] => {
  const due = { ko: '3월 31일', en: '31 March' };
  const all = {
    ...seatMailWordsOf(round),
    ...Object.fromEntries(
      Object.entries({ ...offerWordsOf(round), ...closedOfferWordsOf(round), ...placeWordsOf(round) }).map(
        ([name, text], index) => [`${index} ${name}`, text],
      ),
    ),
  };
  return Object.entries(all)
    .filter(([name]) => !/waitl|waiting|number|lastDay|listEnded|until|quota|calendar|days$|toStatus/iu.test(name))
    .flatMap(([, text]) => ('subject' in text ? [text.subject, text.preheader, text.text] : [text]))
    .flatMap((text) => Object.values(typeof text === 'function' ? text(due) : text));
};

describe('what is said of a place', () => {
  it('is a course, a residency or another term of one, by the round', () => {
    expect([academyRound(), labRound(), renewalRound()].map(whatIsTaken)).toEqual(['course', 'residency', 'extension']);
  });

  it('speaks of classes in a course alone', () => {
    expect(wordsOf(academyRound()).some((text) => /수업/u.test(text))).toBe(true);
    for (const round of [labRound(), renewalRound()]) {
      expect(wordsOf(round).filter((text) => /수업|classes|과정에/u.test(text))).toEqual([]);
    }
  });

  it('gives nobody a place who has one: an extension goes to nobody else, and says when the residency ends', () => {
    const said = wordsOf(renewalRound());
    expect(said.filter((text) => /대기자|waiting list|빈자리|accept your place/u.test(text))).toEqual([]);
    expect(said.filter((text) => text.includes('협약의 마지막 날')).length).toBeGreaterThan(5);
  });

  it('is an extension in the letter, too', () => {
    expect(letterWordsOf(renewalRound()).title).toBe('입주 연장 선정 확인서');
    expect(letterWordsOf(labRound()).title).toBe('선정 확인서');
  });
});
