import { describe, expect, it } from 'vitest';
import { checkRound } from '../../../functions/rounds/check-round.ts';
import { langs } from '../../../functions/shared/i18n.ts';
import { businessDayEnd, instantSchema, isBusinessDay, seoulDateOf } from '../../../functions/shared/time.ts';
import { academyFile, forms, problemsAfter, toldAcademy } from './academy.ts';

describe('the admission in the file of a round', () => {
  it.each<[string, string, string, string, string, string?]>([
    [
      'an id of two criteria',
      '- id: plan',
      '- id: motivation',
      'review.criteria[1].id',
      'is motivation, and so is another one',
    ],
    [
      'an id of two quotas',
      '    fill: quotas-first',
      '      - { id: early-career, title: { ko: 가, en: A }, seats: 1, rule: at-most, field: years, most: 2 }',
      'ranking.quotas[1].id',
      'and so is another one',
    ],
    [
      'a quota that is called as the seats without one',
      'id: early-career',
      'id: open',
      'ranking.quotas[0].id',
      'is open, which seats without a quota are called',
    ],
    [
      'an id of two consents',
      'id: emergency-contact',
      'id: institution-sharing',
      'offer.consents[1].id',
      'and so is another one',
    ],
    [
      'a tie-break by a criterion that there is not',
      'criterion: motivation',
      'criterion: charm',
      'ranking.tieBreaks[0].criterion',
      'is charm, and the criteria are motivation, plan, background, contribution',
    ],
    [
      'a tie-break by a rule that there is not',
      'by: median',
      'by: age',
      'ranking.tieBreaks[1].by',
      'criterion, median',
    ],
    [
      'a quota on a field that is not asked',
      'field: years',
      'field: age',
      'ranking.quotas[0].field',
      'is age, which the form academy-v1 does not ask',
    ],
    [
      'a quota by a number on a field that is chosen from options',
      'field: years',
      'field: field',
      'ranking.quotas[0].field',
      'is no number',
    ],
    [
      'a quota for an answer that is not offered',
      '        rule: at-most\n        field: years\n        most: 2',
      '        rule: any-of\n        field: field\n        values: [it, law]',
      'ranking.quotas[0].values[1]',
      'is law, and field has only it, finance, other',
      'values: [it, law]',
    ],
    [
      'a quota for answers to a field without options',
      '        rule: at-most\n        field: years\n        most: 2',
      '        rule: any-of\n        values: [it]\n        field: plan',
      'ranking.quotas[0].field',
      'is not chosen from options',
      'field: plan',
    ],
    [
      'more seats in quotas than there are',
      'seats: 6',
      'seats: 31',
      'ranking.quotas',
      'keep 31 seats together, and there are only 30',
      'quotas:',
    ],
    [
      'an answer shown that the form does not ask for',
      'years, motivation, plan]',
      'years, motivation, hobbies]',
      'review.shows[6]',
      'is hobbies, which the form academy-v1 does not ask',
    ],
    [
      'an answer shown in a blind review that tells who applies',
      'years, motivation, plan]',
      'years, motivation, name]',
      'review.shows[6]',
      'is name, which tells who applies, and the review is blind',
    ],
    [
      'a reminder of reviewers on the due day',
      'remindAfter: [5, 8, 9]',
      'remindAfter: [5, 8, 10]',
      'review.remindAfter',
      'before day 10',
    ],
    [
      'reminders of reviewers out of order',
      'remindAfter: [5, 8, 9]',
      'remindAfter: [8, 5, 9]',
      'review.remindAfter',
      'should rise',
    ],
    [
      'a reminder of the committee on the due day',
      'remindAfter: [1]',
      'remindAfter: [2]',
      'committee.remindAfter',
      'before day 2',
    ],
    [
      'a reminder of who looks again after the due day',
      'remindAfter: [1, 2]',
      'remindAfter: [1, 4]',
      'lookAgain.remindAfter',
      'before day 3',
    ],
    [
      'shortenings that do not go backwards from the last day',
      'lastDays: 5',
      'lastDays: 2',
      'offer.shorten[1].lastDays',
      'should be more than the 2 of the rule before',
    ],
    [
      'more time nearer to the last day of the waitlist',
      'answerWithin: 1',
      'answerWithin: 3',
      'offer.shorten[1].answerWithin',
      'is 2, less time than nearer to the last day (3)',
      'answerWithin: 2',
    ],
    [
      'a shortening that gives more time',
      '        answerWithin: 2',
      '        answerWithin: 6',
      'offer.shorten[1].answerWithin',
      'is 6, more time than an offer has otherwise (5)',
    ],
    [
      'a waitlist that ends before the results',
      'lastDay: 2027-03-05',
      'lastDay: 2027-02-18',
      'offer.waitlist.lastDay',
      'comes before the results are out (2027-02-19)',
    ],
    [
      'a waitlist that goes on long into the course',
      'lastDay: 2027-03-05',
      'lastDay: 2027-03-23',
      'offer.waitlist.lastDay',
      'comes more than 14 days after the first day (2027-03-08)',
    ],
    [
      'one person as officer and deputy',
      'deputy: lee-junho',
      'deputy: kim-minji',
      'lookAgain.deputy',
      'is the officer too',
    ],
  ])('with %s gets its line, field and reason', (_, before, after, field, reason, line) => {
    const [problem, ...more] = problemsAfter(before, after, '\nadmission:');
    expect(more).toEqual([]);
    expect(problem?.field).toBe(`admission.${field}`);
    expect(problem?.reason).toContain(reason);
    expect(problem?.text).toContain(line ?? after.trim());
  });

  it('may show in a review that is not blind who applies', () => {
    const open = academyFile.replace('blind: true', 'blind: false').replace('motivation, plan]', 'motivation, name]');
    expect(checkRound(open, forms)).toMatchObject({ ok: true });
  });

  it('may take somebody in until two weeks after the first day', () => {
    expect(problemsAfter('lastDay: 2027-03-05', 'lastDay: 2027-03-22', '\nadmission:')).toEqual([]);
  });

  const without = academyFile.slice(0, academyFile.indexOf('\nadmission:') + 1);

  it('may be left out, with the steps and numbers that only it has', () => {
    const file = without
      .replaceAll(/when: (?:reviewsDue|answersDue|waitlistEnd)/gu, 'date: 2027-02-20')
      .replaceAll(/\{(?:reviewers|lookAgainDue|refusedYears|enrolledYears)\}/gu, '1');
    const checked = checkRound(file, forms);
    expect(checked).toMatchObject({ ok: true });
    expect(checked.ok && 'admission' in checked.round).toBe(false);
  });

  it('is missed by each step and text that names something of it', () => {
    const checked = checkRound(without, forms);
    expect(checked.ok ? [] : checked.problems.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
      ...langs.map((lang) => expect.stringContaining(`whatHappens[3].detail.${lang} names {reviewers}, which this`)),
      expect.stringContaining('whatHappens[3].when is reviewsDue, which a round without an admission does not have'),
      ...langs.map((lang) => expect.stringContaining(`whatHappens[5].detail.${lang} names {lookAgainDue}, which this`)),
      expect.stringContaining('whatHappens[5].when is answersDue'),
      expect.stringContaining('whatHappens[6].when is waitlistEnd'),
      ...['ko', 'ko', 'en', 'en'].map((lang) => expect.stringContaining(`consents[0].retention.${lang} names {`)),
    ]);
  });
});

describe('the calendar of the academy', () => {
  const { admission, closesAt, resultsOn, firstDay, whatHappens } = toldAcademy();
  if (!admission) throw new Error('the academy has an admission');
  const { review, committee, offer, lookAgain } = admission;
  const results = instantSchema.parse(`${resultsOn}T10:00+09:00`);
  const day = (from: typeof results, days: number) => seoulDateOf(businessDayEnd(from, days));

  it('leaves time for reviews and committee before the results', () => {
    const reviewed = businessDayEnd(closesAt, review.within);
    expect(seoulDateOf(reviewed)).toBe('2027-02-16');
    expect(day(reviewed, committee.within)).toBe('2027-02-18');
  });

  it('leaves time for answers, and for a reconsideration, before the last day of the waitlist', () => {
    expect(day(results, offer.answerWithin)).toBe('2027-02-26');
    const asked = businessDayEnd(results, lookAgain.within);
    expect(seoulDateOf(asked)).toBe('2027-02-26');
    expect(day(asked, lookAgain.decideWithin)).toBe('2027-03-04');
    expect(isBusinessDay(offer.waitlist.lastDay)).toBe(true);
    expect(offer.waitlist.lastDay < firstDay).toBe(true);
  });

  it('is what applicants are told, in its order', () => {
    const told = whatHappens.flatMap(({ date }) => date ?? []);
    const dates = [day(closesAt, review.within), resultsOn, day(results, offer.answerWithin), offer.waitlist.lastDay];
    expect(told.slice(2)).toEqual([...dates, firstDay]);
    expect(told).toEqual(told.toSorted());
  });
});
