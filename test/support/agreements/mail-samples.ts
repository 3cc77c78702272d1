import type { Agreement, Version } from '../../../functions/agreements/agreement.ts';
import { agreementSchema } from '../../../functions/agreements/agreement.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { asked, round, type Sample, type SampleFacts, sampleTime } from '../mail-previews/sample.ts';
import { exampleTemplate } from './agreement-owner.ts';

const id = 'L-27H1-7K3Q-9MX4-1';
const code = 'a'.repeat(32);

function agreementIn(lang: Lang, change: Partial<Version> = {}, number = 1): Agreement {
  const { title, signers } = exampleTemplate();
  const ko = lang === 'ko';
  const version = {
    number,
    state: 'OPEN',
    title,
    template: { id: 'lab-residency', version: 1 },
    dataHash: 'd',
    sha256: 'a'.repeat(64),
    frozenAt: sampleTime,
    dueAt: addMinutes(sampleTime, 14 * 24 * 60),
    signingDays: 5,
    signers: signers.map(({ id: signer, title: as }) =>
      signer === 'company'
        ? {
            id: signer,
            title: as,
            party: ko ? '주식회사 하나결제' : 'Hana Pay Inc.',
            name: ko ? '김하나' : 'Hana Kim',
            lang,
            email: 'hana@firm.example',
          }
        : {
            id: signer,
            title: as,
            party: ko ? '서울 핀테크랩' : 'Seoul Fintech Lab',
            name: '한지윤',
            lang,
            person: 'han-jiyoon',
          },
    ),
    signatures: [],
    requests: { company: 'request-1' },
    ...change,
  };
  return agreementSchema.parse({
    id,
    owner: 'firm#L-27H1-7K3Q-9MX4',
    context: 'lab-2027h1',
    revision: 3,
    versions: [version],
    meetings: [],
  });
}

const facts = (agreement: Agreement, requests: readonly PersonRequest[] = []): SampleFacts => ({
  requests,
  tables: (deps) => ({
    agreements: { ...deps.agreements, get: async () => agreement },
    agreementOwners: {
      firm: {
        data: async () => undefined,
        ended: async () => ({ changes: [], events: [], outbox: [] }),
        contact: async () => (await deps.rounds.current(round))?.contact,
      },
    },
  }),
});

const at = { startsAt: addMinutes(sampleTime, 7 * 24 * 60), endsAt: addMinutes(sampleTime, 7 * 24 * 60 + 60) };
const meeting = (sequence: number, cancelled = false) => ({
  id: 'm1',
  sequence,
  ...at,
  title: { ko: '입주 계약 체결', en: 'Signing the residency agreement' },
  place: { ko: '서울창업허브 별관 2층', en: 'Seoul Startup Hub, annex, 2nd floor' },
  changedAt: sampleTime,
  ...(cancelled && { cancelledAt: sampleTime }),
});

export function agreementsSamples(lang: Lang): Readonly<Record<string, readonly Sample[]>> {
  const to = { signer: `${id}/company` };
  const request: PersonRequest = {
    ...asked({ id: 'request-1', subject: 'L-27H1-7K3Q-9MX4', assignee: to }),
    kind: 'agreement-signature',
    askKey: `agreement-signature/${id}/1/company/1`,
    question: undefined,
    dueAt: addMinutes(sampleTime, 14 * 24 * 60),
  };
  const ko = lang === 'ko';
  const why = ko ? '좌석 수가 6석으로 바뀌었습니다.' : 'The number of desks is now 6.';
  const reason = ko
    ? '공간이 예정보다 좁아 다시 협의하고 싶습니다.'
    : 'The space is smaller than planned, so we want to talk about it again.';
  const ids = { request: 'request-1', generation: '1' };
  const version = { agreement: id, version: '1', signer: 'company' };
  const closed = [{ ...request, state: 'SETTLED' as const }];
  const signed = { state: 'SIGNED', signedSha256: 'b'.repeat(64), endedAt: sampleTime } as const;
  const met = (sequence: number, cancelled = false): SampleFacts =>
    facts({ ...agreementIn(lang), meetings: [meeting(sequence, cancelled)] });
  return {
    'agreement-asked': [
      { to, ids, facts: facts(agreementIn(lang), [request]) },
      {
        variant: 'again',
        to,
        ids,
        facts: facts(agreementIn(lang), [{ ...request, question: { text: why, pages: [] } }]),
      },
    ],
    'agreement-reminder': [{ to, ids: { requests: ['request-1'] }, facts: facts(agreementIn(lang), [request]) }],
    'agreement-code': [
      {
        to: { challenge: code },
        facts: {
          tables: (deps) => ({
            ...facts(agreementIn(lang)).tables?.(deps),
            codes: {
              ...deps.codes,
              challenge: async () => ({
                id: code,
                email: 'hana@firm.example',
                about: 'request-1',
                scope: `agreement/${id}/1/company`,
                lang,
                secret: 's',
                askedAt: sampleTime,
                until: addMinutes(sampleTime, 15),
                tries: 0,
                mailed: { at: sampleTime, code: 'c', linkUntil: addMinutes(sampleTime, 60) },
                expiresAt: 0,
              }),
              address: async () => ({
                count: 1,
                mails: [sampleTime],
                code: 'c',
                codeUntil: addMinutes(sampleTime, 15),
                expiresAt: 0,
              }),
            },
          }),
        },
      },
    ],
    'agreement-signed': [
      { to, ids: version, facts: facts(agreementIn(lang, signed), closed) },
      {
        variant: 'second version',
        to,
        ids: { ...version, version: '2' },
        facts: facts(
          {
            ...agreementIn(lang),
            inForce: 2,
            versions: [
              ...agreementIn(lang, { ...signed, state: 'REPLACED', replacedBy: 2 }).versions,
              ...agreementIn(lang, signed, 2).versions,
            ],
          },
          closed,
        ),
      },
    ],
    'agreement-refused': [
      {
        to,
        ids: version,
        facts: facts(agreementIn(lang, { state: 'REFUSED', refusal: { signer: 'company', reason } }), closed),
      },
    ],
    'agreement-lapsed': [{ to, ids: version, facts: facts(agreementIn(lang, { state: 'LAPSED' })) }],
    'agreement-withdrawn': [{ to, ids: version, facts: facts(agreementIn(lang, { state: 'WITHDRAWN' })) }],
    'agreement-replaced': [
      {
        to,
        ids: version,
        facts: facts({
          ...agreementIn(lang),
          versions: [
            ...agreementIn(lang, { state: 'REPLACED', replacedBy: 2 }).versions,
            ...agreementIn(lang, { why }, 2).versions,
          ],
        }),
      },
    ],
    'agreement-meeting': [
      { to, ids: { agreement: id, meeting: 'm1', sequence: '0', signer: 'company' }, facts: met(0) },
      { variant: 'moved', to, ids: { agreement: id, meeting: 'm1', sequence: '1', signer: 'company' }, facts: met(1) },
      {
        variant: 'cancelled',
        to,
        ids: { agreement: id, meeting: 'm1', sequence: '2', signer: 'company' },
        facts: met(2, true),
      },
    ],
  };
}
