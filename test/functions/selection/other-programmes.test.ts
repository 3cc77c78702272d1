import { describe, expect, it } from 'vitest';
import type { RoundDraft } from '../../../functions/rounds/round.ts';
import { releaseResults } from '../../../functions/seats/release-results.ts';
import { addDays, seoulDateOf } from '../../../functions/shared/time.ts';
import { memoryCommittee, now } from '../../support/committee/memory-committee.ts';
import { academyRound } from '../rounds/academy.ts';

const academy = academyRound();
const text = (words: string) => ({ ko: words, en: words });

/** A round of the Lab: offices for startups, three reviewers, who see who applied; the median ranks; one approval. */
function labRound(): Partial<RoundDraft> {
  const { admission } = academy;
  if (!admission) throw new Error('the academy has an admission');
  const { review, ranking, committee, offer } = admission;
  const criterion = (id: string, weight: number) => ({
    id,
    weight,
    title: text(id),
    lookFor: text(id),
    anchors: { 1: text('weak'), 3: text('fair'), 5: text('strong') },
  });
  return {
    programme: 'lab',
    capacity: 8,
    admission: {
      ...admission,
      review: { ...review, reviewers: 3, blind: false, criteria: [criterion('team', 60), criterion('product', 40)] },
      ranking: {
        ...ranking,
        by: 'median',
        tieBreaks: [{ by: 'criterion', criterion: 'team' }],
        quotas: [],
        nearCut: 1,
      },
      committee: { ...committee, approvals: 1 },
      offer: {
        ...offer,
        consents: [],
        attendance: text('We will use the office.'),
        waitlist: { length: 2, lastDay: addDays(seoulDateOf(now), 30) },
      },
    },
  };
}

describe('the same code with the rules of another programme', () => {
  it('ranks startups by the median of three reviews, wants one approval, and gives as many seats as the round has', async () => {
    // Two reviewers agree; the third is a point or two off, which the mean would follow and the median does not.
    const lab = await memoryCommittee(
      (index) => ({
        scores: [
          [5 - Math.floor(index / 3), 4],
          [5 - Math.floor(index / 3), 4],
          [index % 2 === 0 ? 1 : 5, 1 + (index % 5)],
        ],
      }),
      labRound(),
    );
    expect(await lab.rank()).toBe('WITH_COMMITTEE');
    const { entries, model, seating } = await lab.snapshot(1);
    expect(model.rankedBy).toBe('median');
    expect(seating).toMatchObject({ capacity: 8, quotas: [] });
    expect(entries.every(({ reviews }) => reviews === 3)).toBe(true);
    const medians = entries.map(({ scores }) => scores?.median ?? 0);
    expect(medians).toEqual(medians.toSorted((a, b) => b - a));
    expect(entries.map(({ scores }) => scores?.ranked)).toEqual(medians);

    await lab.ask();
    expect(await lab.approve('kang-jiho')).toBe('decided');
    let outcome = '';
    while (outcome !== 'SEATING') {
      const { state } = await lab.admission();
      if (state === 'RELEASING') await releaseResults(lab.deps, { ...(await lab.step()), checks: 0 }, now);
      outcome = (await lab.admission()).state;
    }
    const states = await Promise.all(
      entries.map(async ({ reference }) => (await lab.deps.seats.place(reference))?.state),
    );
    expect(states).toEqual([...Array(10).fill('WAITING'), 'NOT_SELECTED', 'NOT_SELECTED']);
    expect(await lab.deps.seats.seatsOf(lab.id, 8)).toHaveLength(8);
    expect(await lab.mails('waitlisted')).toHaveLength(2);
    expect(await lab.mails('not-selected')).toHaveLength(2);
  });
});
