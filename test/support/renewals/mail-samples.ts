import { newResidencyEvent } from '../../../functions/residencies/residency-event.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { asked, type Sample, type SampleFacts, sampleTime } from '../mail-previews/sample.ts';
import { residencyOf } from '../onboarding/residency-of.ts';
import { renewalRound } from '../rounds/lab-renewal.ts';

const reference = 'S-27H1-7K3Q-9MX4';
const event = newResidencyEvent(
  { residency: reference, kind: 'renewal', about: '2', round: 'lab-2027-renewal' },
  sampleTime,
);
const closesAt = instantSchema.parse('2027-02-26T09:00:00.000Z');
const day = (date: string) => localDateSchema.parse(date);

export function renewalSamples(lang: Lang): Readonly<Record<string, readonly Sample[]>> {
  // In the time of the samples, which are a year before the round of the file.
  const round = renewalRound({
    closesAt,
    resultsOn: day('2027-03-26'),
    renews: { round: 'lab-2027', window: { from: day('2027-05-01'), to: day('2027-05-31') } },
  });
  const residency = residencyOf(reference, lang, {
    state: 'RESIDENT',
    contracts: [{ number: 1, from: day('2026-05-10'), to: day('2027-05-09') }],
  });
  const facts: SampleFacts = {
    tables: (deps) => ({
      residencies: { ...deps.residencies, get: async () => residency },
      residencyEvents: { ...deps.residencyEvents, get: async () => event },
      rounds: {
        ...deps.rounds,
        current: async (id) => (id === round.id ? round : deps.rounds.current(id)),
      },
    }),
    requests: [
      {
        ...asked({
          id: 'request-renewal',
          subject: event.id,
          context: round.id,
          assignee: { applicant: reference },
          plan: { within: 1, remindAfter: [], dueOn: day('2027-02-26'), until: closesAt },
        }),
        kind: 'renewal-invitation',
        question: undefined,
      },
    ],
  };
  const over: SampleFacts = { ...facts, requests: [] };
  return {
    'renewal-declined': [{ to: 'selected', ids: { event: event.id }, facts: over }],
    'renewal-invited': [{ to: 'selected', ids: { request: 'request-renewal', generation: '1' }, facts }],
    'renewal-lapsed': [{ to: 'selected', ids: { event: event.id }, facts: over }],
    'renewal-reminder': [{ to: 'selected', ids: { requests: ['request-renewal'] }, facts }],
  };
}
