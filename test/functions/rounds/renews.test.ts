import { describe, expect, it } from 'vitest';
import { forms } from '../../../functions/forms/round-form.ts';
import { contradictions } from '../../../functions/rounds/contradictions.ts';
import { harmfulRenewalChanges } from '../../../functions/rounds/renews.ts';
import { type RoundDraft, roundDraftSchema } from '../../../functions/rounds/round.ts';
import { warnings } from '../../../functions/rounds/warnings.ts';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { labDraft } from '../../support/rounds/lab.ts';
import { renewalDraft } from '../../support/rounds/lab-renewal.ts';

const day = (date: string) => localDateSchema.parse(date);
const round = renewalDraft();
const renews = { round: 'lab-2027', window: { from: day('2028-05-01'), to: day('2028-05-31') } };
const wrong = (change: Partial<RoundDraft>, base: RoundDraft = round) =>
  contradictions({ ...base, ...change }, Object.fromEntries(forms)).map(
    ({ path, reason }) => `${path.join('.')} ${reason}`,
  );
const between = (from: string, to: string) => ({ renews: { ...renews, window: { from: day(from), to: day(to) } } });

describe('a round that renews', () => {
  it('is right as its file has it', () => {
    expect(round.renews).toEqual(renews);
    expect(wrong({})).toEqual([]);
  });

  it.each<[string, Partial<RoundDraft>, string]>([
    ['another programme', { programme: 'pilot', code: 'P-27R1' }, 'renews is of the Lab, and the programme is pilot'],
    ['no admission', { admission: undefined }, 'renews needs an admission'],
    [
      'a blind review',
      { admission: round.admission && { ...round.admission, review: { ...round.admission.review, blind: true } } },
      'renews shows the figures of reports',
    ],
    ['terms of its own', { residency: labDraft().residency }, 'renews goes by the terms of each residency'],
    [
      'itself',
      { renews: { ...renews, round: 'lab-2027-renewal' } },
      'renews.round is lab-2027-renewal, the round itself',
    ],
    ['a window that ends before it begins', between('2028-05-31', '2028-05-01'), 'renews.window.to comes before'],
    [
      'contracts that end before the results',
      between('2028-03-24', '2028-05-31'),
      'comes before the results are out (2028-03-24)',
    ],
    [
      'contracts that end before the answers',
      between('2028-04-14', '2028-05-31'),
      'on which an offer is answered (2028-04-14)',
    ],
    ['a first day that no extension has', between('2028-05-11', '2028-05-31'), 'begins on the first day (2028-05-10)'],
    ['a first day after them all', between('2028-05-01', '2028-05-08'), 'begins on the first day (2028-05-10)'],
    ['the form of those who come', { form: 'lab-v1' }, 'form is lab-v1, and a round that renews has lab-renewal-v1'],
    ['the form without a renewal', { renews: undefined }, 'form is lab-renewal-v1, which is for a round that renews'],
  ])('is not right with %s', (_what, change, reason) => {
    expect(wrong(change).filter((one) => one.includes(reason))).toHaveLength(1);
  });

  it.each([
    ['2028-02-25T18:00+09:00', []],
    ['2028-03-02T18:00+09:00', []],
    [
      '2028-03-03T18:00+09:00',
      [
        'closesAt is Friday, 3 March 2028, less than 60 days before contracts end (Monday, 1 May 2028): close by Thursday, 2 March 2028',
      ],
    ],
  ])('that closes at %s is warned of if that is less than sixty days before contracts end', (closesAt, warned) => {
    const late = warnings({ ...round, closesAt: instantSchema.parse(closesAt) }).filter(
      ({ path }) => path[0] === 'closesAt',
    );
    expect(late.map(({ path, reason }) => `${path.join('.')} ${reason}`)).toEqual(warned);
  });

  it('takes a window of one day, and a first day right after it', () => {
    expect(wrong(between('2028-05-09', '2028-05-09'))).toEqual([]);
  });

  it('has nothing that the schema does not know', () => {
    const read = roundDraftSchema.safeParse({ ...round, renews: { ...renews, rounds: ['lab-2027'] } });
    expect(read.success).toBe(false);
  });

  it('hurts those who were asked when it asks others, or fewer', () => {
    const other = (from: string, to: string) => between(from, to).renews;
    expect(harmfulRenewalChanges(undefined, undefined)).toEqual([]);
    expect(harmfulRenewalChanges(renews, other('2028-04-20', '2028-06-10'))).toEqual([]);
    expect(harmfulRenewalChanges(renews, undefined)).toHaveLength(1);
    expect(harmfulRenewalChanges(undefined, renews)).toHaveLength(1);
    expect(harmfulRenewalChanges(renews, { ...renews, round: 'lab-2026' })).toHaveLength(1);
    expect(harmfulRenewalChanges(renews, other('2028-05-02', '2028-05-30')).map(({ field }) => field)).toEqual([
      'renews.window.from',
      'renews.window.to',
    ]);
  });
});
