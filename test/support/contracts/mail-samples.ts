import { type ContractChange, contractChangeSchema } from '../../../functions/residencies/contract-change.ts';
import { newResidencyEvent, type ResidencyEvent } from '../../../functions/residencies/residency-event.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { localDateSchema } from '../../../functions/shared/time.ts';
import { asked, type Sample, type SampleFacts, round as sampleRound, sampleTime } from '../mail-previews/sample.ts';
import { residencyOf } from '../onboarding/residency-of.ts';
import { labRound } from '../rounds/lab.ts';
import { holdingOf, residency, spaceOf } from '../spaces/made-up.ts';

const day = (written: string) => localDateSchema.parse(written);
const reference = 'S-27H1-7K3Q-9MX4';

const extension = contractChangeSchema.parse({
  for: 'extension',
  contract: { number: 2, from: '2028-05-10', to: '2029-05-09' },
  months: 12,
});
const addendum = contractChangeSchema.parse({
  for: 'addendum',
  representative: '정가을',
  email: 'gaeul@saebom-pay.example',
  desks: 6,
  reason: '대표자가 바뀌었습니다.',
});

export function contractsSamples(lang: Lang): Readonly<Record<string, readonly Sample[]>> {
  const round = labRound();
  const facts = (
    state: ResidencyEvent['state'],
    change: ContractChange,
    { to = '2029-05-09', reason }: { readonly to?: string; readonly reason?: string } = {},
  ): SampleFacts => ({
    round,
    tables: (deps) => ({
      residencies: { ...deps.residencies, get: async (id) => residencyOf(id, lang, { state: 'RESIDENT' }) },
      residencyEvents: {
        ...deps.residencyEvents,
        get: async () => ({
          ...newResidencyEvent({ residency: reference, kind: 'agreement', about: 'X2', change }, sampleTime),
          state,
        }),
      },
      rounds: { ...deps.rounds, version: async () => round, current: () => deps.rounds.current(sampleRound) },
      spaces: {
        ...deps.spaces,
        holder: async () => ({ spaces: ['annex-301'], count: 1 }),
        many: async () => [
          spaceOf('annex-301', [holdingOf(1, { holder: residency(reference), to: day(to) })], {
            site: '서울창업허브 별관',
            floor: '3층',
            name: '301호',
          }),
        ],
      },
    }),
    requests:
      reason === undefined
        ? []
        : [
            {
              ...asked({ id: 'request-change', subject: reference, assignee: { person: 'kwon-dahye' } }),
              kind: 'addendum-request',
              question: undefined,
              state: 'SETTLED',
              outcome: 'REFUSE',
              reason,
            },
          ],
  });
  const ids = { event: `${reference}-X2` };
  const reason =
    lang === 'ko' ? '지금은 책상 6개가 있는 빈 공간이 없습니다.' : 'There is no free space with six desks at present.';
  const manager = { person: 'kwon-dahye' };
  return {
    'addendum-begun': [{ to: 'selected', ids, facts: facts('OPEN', addendum) }],
    'addendum-refused': [
      { to: 'selected', ids: { request: 'request-change' }, facts: facts('OPEN', addendum, { reason }) },
    ],
    'contract-in-force': [
      { to: 'selected', ids, facts: facts('DONE', extension) },
      { variant: 'without a space', to: 'selected', ids, facts: facts('DONE', extension, { to: '2028-05-09' }) },
      { variant: 'addendum', to: 'selected', ids, facts: facts('DONE', addendum) },
    ],
    'contract-set-aside': [
      { to: 'selected', ids, facts: facts('DROPPED', extension) },
      { variant: 'addendum', to: 'selected', ids, facts: facts('DROPPED', addendum) },
    ],
    'contract-set-aside-told': [
      { to: manager, ids, facts: facts('DROPPED', extension) },
      { variant: 'addendum', to: manager, ids, facts: facts('DROPPED', addendum) },
    ],
    'extension-space-allotted': [{ to: 'selected', ids, facts: facts('DONE', extension) }],
  };
}
