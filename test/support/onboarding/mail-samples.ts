import type { SlotFiles } from '../../../functions/documents/document.ts';
import { ownerOf } from '../../../functions/onboarding/asked-documents.ts';
import type { Residency } from '../../../functions/residencies/residency.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { storedFile } from '../documents/stored-file.ts';
import { asked, type Sample, type SampleFacts, sampleTime } from '../mail-previews/sample.ts';
import { labRound } from '../rounds/lab.ts';
import { holdingOf, residency, spaceOf } from '../spaces/made-up.ts';
import { residencyOf } from './residency-of.ts';

/** One document came back with a reason. */
const returned = (reference: string, words: string): readonly SlotFiles[] => [
  {
    owner: ownerOf(reference),
    slot: 'register-extract',
    revision: 1,
    files: [
      storedFile({
        begunAt: sampleTime,
        until: sampleTime,
        state: 'RETURNED',
        decided: { by: 'person:kwon-dahye', at: sampleTime, reason: 'too-old', words },
      }),
    ],
  },
];

export function onboardingSamples(lang: Lang): Readonly<Record<string, readonly Sample[]>> {
  const round = labRound();
  const facts = (
    change: Partial<Residency> = {},
    { documents = [], isAsked = false }: { readonly documents?: readonly SlotFiles[]; readonly isAsked?: boolean } = {},
  ): SampleFacts => ({
    round,
    tables: (deps) => ({
      residencies: { ...deps.residencies, get: async (reference) => residencyOf(reference, lang, change) },
      documents: { ...deps.documents, of: async () => [...documents] },
      rounds: { ...deps.rounds, version: async () => round },
      spaces: {
        ...deps.spaces,
        holder: async () => ({ spaces: ['annex-301'], count: 1 }),
        many: async () => [
          spaceOf('annex-301', [holdingOf(1, { holder: residency('S-27H1-7K3Q-9MX4') })], {
            site: '서울창업허브 별관',
            floor: '3층',
            name: '301호',
          }),
        ],
      },
    }),
    requests: isAsked
      ? [
          {
            ...asked({
              id: 'request-documents',
              subject: 'S-27H1-7K3Q-9MX4',
              assignee: { applicant: 'S-27H1-7K3Q-9MX4' },
            }),
            kind: 'onboarding-documents',
            question: undefined,
          },
        ]
      : [],
  });
  const words =
    lang === 'ko' ? '3월 10일보다 뒤에 발급된 것이 필요합니다.' : 'We need one that was issued after 10 March.';
  const ids = { request: 'request-documents', generation: '1' };
  return {
    'onboarding-documents-asked': [
      { to: 'selected', ids, facts: facts({}, { isAsked: true }) },
      {
        variant: 'returned',
        to: 'selected',
        ids,
        facts: facts({ asks: 2 }, { documents: returned('S-27H1-7K3Q-9MX4', words), isAsked: true }),
      },
    ],
    'onboarding-documents-reminder': [
      { to: 'selected', ids: { requests: ['request-documents'] }, facts: facts({}, { isAsked: true }) },
    ],
    'onboarding-ended': [
      { to: 'selected', facts: facts({ state: 'NOT_BEGUN' }) },
      {
        variant: 'returned',
        to: 'selected',
        facts: facts({ state: 'NOT_BEGUN' }, { documents: returned('S-27H1-7K3Q-9MX4', words) }),
      },
      {
        variant: 'unsigned',
        to: 'selected',
        facts: facts({ state: 'NOT_BEGUN', documentsAcceptedAt: sampleTime }),
      },
    ],
    'onboarding-space-allotted': [{ to: 'selected', facts: facts() }],
    'residency-begun': [{ to: 'selected', facts: facts({ state: 'RESIDENT' }) }],
  };
}
