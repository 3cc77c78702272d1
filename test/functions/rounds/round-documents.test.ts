import { describe, expect, it } from 'vitest';
import { forms } from '../../../functions/forms/round-form.ts';
import { checkRound } from '../../../functions/rounds/check-round.ts';
import { evaluateEligibility } from '../../../functions/rounds/eligibility.ts';
import { harmfulChanges } from '../../../functions/rounds/round-change.ts';
import { documentsAskedOf, type RoundDocument, shownToReviewers } from '../../../functions/rounds/round-documents.ts';
import { warnings } from '../../../functions/rounds/warnings.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { labDraft, labFile, labRound } from '../../support/rounds/lab.ts';

const ids = (documents: readonly RoundDocument[]) => documents.map(({ id }) => id);

describe('the round of the Lab', () => {
  it('has 15 places, terms by who applies, services and an agreement', () => {
    const { capacity, residency, resultsOn, firstDay } = labRound();
    expect([capacity, resultsOn, firstDay]).toEqual([15, '2027-04-09', '2027-05-10']);
    expect(residency?.terms.map(({ id, months, mostMonths }) => [id, months, mostMonths])).toEqual([
      ['firms', 12, 36],
      ['founders', 6, 36],
    ]);
    expect(residency?.services.length).toBeGreaterThan(4);
    expect(residency?.agreement.clauses[1]?.text.en).toContain('10 May 2027');
  });

  it('asks firms for a register extract, and founders for none', () => {
    expect(ids(documentsAskedOf(labRound(), { kind: 'founder' }))).toEqual(['business-plan', 'deck']);
    expect(ids(documentsAskedOf(labRound(), { kind: ['foreign-firm'] }))).toContain('register-extract');
    expect(ids(documentsAskedOf(labRound(), {}))).toEqual(['business-plan', 'deck']);
    expect(documentsAskedOf({}, { kind: 'firm' })).toEqual([]);
  });

  it('shows reviewers of a blind round only what is marked so', () => {
    const documents = (labRound().documents ?? []).map((one) =>
      one.id === 'deck' ? { ...one, blind: true as const } : one,
    );
    expect(ids(shownToReviewers(documents, false))).toHaveLength(3);
    expect(ids(shownToReviewers(documents, true))).toEqual(['deck']);
  });

  it('has a waiting list that goes on after the last day for documents, and is warned of if it has not', () => {
    const warnedWith = (lastDay: string) => {
      const checked = checkRound(
        labFile.replace('lastDay: 2027-05-07', `lastDay: ${lastDay}`),
        Object.fromEntries(forms),
      );
      return checked.ok ? warnings(checked.round).map(({ path, reason }) => `${path.join('.')} ${reason}`) : undefined;
    };
    expect(labFile).toContain('lastDay: 2027-05-07');
    // Answered until 16 April, with five business days from then on.
    expect(warnedWith('2027-05-07')).toEqual([]);
    expect(warnedWith('2027-04-26')).toEqual([]);
    expect(warnedWith('2027-04-23')).toEqual([
      'admission.offer.waitlist.lastDay is Friday, 23 April 2027, and documents of the first may be sent until Friday, 23 April 2027: nobody who waits would be asked in time',
    ]);
    expect(warnedWith('2027-04-16')?.join()).toContain('the first offers may be answered until');
  });

  it.each([
    ['2020-05-10', true],
    ['2020-05-09', false],
    ['2027-05-11', false],
    [undefined, true],
  ])('founded on %s is young enough on 10 May 2027: %s', (foundedOn, met) => {
    const results = evaluateEligibility(labRound(), { area: 'data', birthDate: '1990-01-01', foundedOn });
    expect(results).toContainEqual({ ruleId: 'seven-years', met });
  });

  it.each([
    [
      'asked of an answer that is not offered',
      'values: [firm, foreign-firm]\n  - id: deck',
      'values: [bank]\n  - id: deck',
      'documents[1].askedOf.values[0]',
      'has only founder',
    ],
    [
      'asked by a field that is not asked',
      'field: kind\n      values: [firm, foreign-firm]\n  - id: deck',
      'field: size\n      values: [firm]\n  - id: deck',
      'documents[1].askedOf.field',
      'does not ask',
    ],
    [
      'of a kind that nobody knows',
      'formats: [pdf, pptx]',
      'formats: [pdf, exe]',
      'documents[2].formats[1]',
      'should be',
    ],
    ['with the id of another', 'id: deck', 'id: business-plan', 'documents[2].id', 'so is another'],
    [
      'a term that ends before it begins',
      'months: 6\n      extendedBy: 12\n      mostMonths: 36',
      'months: 6\n      extendedBy: 12\n      mostMonths: 12',
      'residency.terms[1].mostMonths',
      'less than the first 6 months and one extension of 12',
    ],
    [
      'an agreement that no font prints',
      'en: Residency agreement of Seoul',
      'en: 🏢 Residency agreement of Seoul',
      'residency.agreement.title.en',
      'cannot print',
    ],
    [
      'a residency of the academy',
      'code: S-27H1\nprogramme: lab',
      'code: A-27H1\nprogramme: academy',
      'residency',
      'is of the Lab',
    ],
  ])('is wrong with a document %s, or likewise', (_, before, after, field, reason) => {
    expect(labFile).toContain(before);
    const checked = checkRound(labFile.replace(before, after), Object.fromEntries(forms));
    expect(checked.ok ? [] : checked.problems).toContainEqual(
      expect.objectContaining({ field, reason: expect.stringContaining(reason) }),
    );
  });

  it('hurts those who have prepared when more is asked of them, and nobody when less is', () => {
    const was = labDraft();
    const now = instantSchema.parse('2027-01-04T09:00+09:00');
    const harm = (change: (document: RoundDocument) => RoundDocument) =>
      harmfulChanges(was, { ...was, documents: was.documents?.map(change) }, now, () => []).map(({ field }) => field);
    const only = (id: string, change: Partial<RoundDocument>) => (document: RoundDocument) =>
      document.id === id ? { ...document, ...change } : document;
    expect(harm(only('deck', { required: true }))).toEqual(['documents[2].required']);
    expect(harm(only('business-plan', { formats: ['pdf'] }))).toEqual(['documents[0].formats']);
    expect(harm(only('register-extract', { issuedWithinDays: 30 }))).toEqual(['documents[1].issuedWithinDays']);
    expect(harm(only('register-extract', { id: 'other' }))).toEqual(['documents[1]']);
    expect(harm(only('register-extract', { issuedWithinDays: 120, required: false }))).toEqual([]);
    expect(harm(only('deck', { label: { ko: '자료', en: 'Slides' } }))).toEqual([]);
  });
});
