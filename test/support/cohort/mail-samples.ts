import type { Statistics } from '../../../functions/cohort/statistics.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { round, type Sample, type SampleFacts, sampleTime, words } from '../mail-previews/sample.ts';

const statistics: Statistics = {
  roundId: round,
  countedAt: sampleTime,
  capacity: 40,
  stages: {
    sent: 312,
    accepted: 287,
    refused: 19,
    withdrawn: 6,
    reviewed: 281,
    ranked: 281,
    notSelected: 201,
    waitlisted: 40,
    offers: 47,
    declined: 5,
    lapsed: 3,
    taken: 39,
    waitlistEnded: 32,
  },
  times: [],
  scores: { rankedBy: 'adjusted', bins: [] },
  reviewers: [],
  offers: [],
};

const counted = (change: Partial<Statistics> = {}): SampleFacts => ({
  tables: (deps) => ({ statistics: { ...deps.statistics, get: async () => ({ ...statistics, ...change }) } }),
});

export function cohortSamples(lang: Lang): Readonly<Record<string, readonly Sample[]>> {
  const said = words(lang);
  const cancelled = { round: { cancelled: { at: sampleTime, reason: said.cancelled } } } as const;
  return {
    'waitlist-ended': [{ to: 'waiting', ids: { number: '3' }, facts: { place: { state: 'ENDED' } } }],
    'round-cancelled': [{ to: 'waiting', facts: { ...cancelled, application: { state: 'CANCELLED' } } }],
    'round-cancelled-staff': [{ to: { person: 'morgan-lee' }, ids: { round }, facts: cancelled }],
    'round-empty': [{ to: { person: 'park-sora' }, ids: { round } }],
    'cohort-confirmed': [{ to: { person: 'park-sora' }, ids: { round }, facts: counted() }],
    'cohort-changed': [
      {
        to: { person: 'park-sora' },
        ids: { round },
        facts: counted({ revised: { number: 2, at: sampleTime, givenUp: 1 } }),
      },
    ],
  };
}
