import type { WageClaim } from '../../../functions/claim-rules/claim.ts';
import type { OpenCorrection } from '../../../functions/claim-rules/correction.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { asked, round, type Sample, type SampleFacts, sampleTime, words } from '../mail-previews/sample.ts';
import { claimWith, day, lecturerOf, lessonOf } from './made-up.ts';

const lecturer = 'kim-haon';
const claim = (change: Partial<WageClaim> = {}): WageClaim =>
  claimWith([lessonOf('L01'), lessonOf('L02', { date: day('2027-03-10') })], { cohort: round, ...change });

const facts = (
  lang: Lang,
  change: Partial<WageClaim>,
  more: SampleFacts = {},
  corrected: Partial<OpenCorrection> = {},
): SampleFacts => ({
  ...more,
  tables: (deps) => ({
    lecturers: { ...deps.lecturers, get: async () => lecturerOf(lecturer, { lang }) },
    claims: {
      ...deps.claims,
      get: async () => claim(change),
      correction: async () => ({ ...correction(lang), ...corrected }),
    },
  }),
});

const correction = (lang: Lang): OpenCorrection => ({
  id: 'correction-1',
  of: claim().id,
  lecturer,
  cohort: round,
  reason: lang === 'ko' ? '3월 10일 수업은 열리지 않았습니다.' : 'The lesson of 10 March did not take place.',
  by: 'operator:yuna',
  at: sampleTime,
  gross: -490_000,
  incomeTax: -14_700,
  localTax: -1_470,
  paid: -473_830,
  parts: [{ year: 2027, line: 'lecturers', amount: -490_000 }],
  caughtUp: [],
  repayments: [],
  reminded: [],
  repayBy: day('2027-05-20'),
  count: 1,
});

export function claimsSamples(lang: Lang): Readonly<Record<string, readonly Sample[]>> {
  const to = { lecturer };
  const { id } = claim();
  const ids = { claim: id };
  const asksBack = { ...ids, correction: 'correction-1' };
  const extraChange = {
    kind: 'travel',
    lesson: 'L01',
    amount: 20_000,
    before: 0,
    reason: words(lang).answer,
    by: 'person:park-sora',
    at: sampleTime,
  } as const;
  const paidBack = { amount: 100_000, on: day('2026-01-05'), by: 'operator:yuna', at: sampleTime };
  const request = { ...asked({ id: 'request-1', subject: id, assignee: to }), kind: 'wage-claim', question: undefined };
  const returned = { ...request, question: { text: words(lang).question, pages: [] } };
  const open = { state: 'ASKED' } as const;
  const mailed = { request: 'request-1', generation: '1' };
  return {
    'wage-asked': [
      { to, ids: mailed, facts: facts(lang, open, { requests: [request] }) },
      { variant: 'question', to, ids: mailed, facts: facts(lang, open, { requests: [returned] }) },
    ],
    'wage-reminder': [{ to, ids: { requests: ['request-1'] }, facts: facts(lang, open, { requests: [request] }) }],
    'wage-unanswered': [{ to, ids, facts: facts(lang, { state: 'CHECKED' }) }],
    'wage-approved': [{ to, ids, facts: facts(lang, { state: 'APPROVED' }) }],
    'wage-refused': [{ to, ids, facts: facts(lang, { state: 'REFUSED', refusal: words(lang).answer }) }],
    'wage-extras': [{ to, ids, facts: facts(lang, { state: 'CHECKED', extraChanges: [extraChange] }) }],
    'wage-late': [
      { to, ids, facts: facts(lang, { state: 'MANAGER_APPROVED' }) },
      {
        variant: 'held',
        to,
        ids,
        facts: facts(lang, { state: 'CHECKED', held: { by: 'operator:yuna', reason: 'x', at: sampleTime } }),
      },
    ],
    'wage-repayment': [{ to, ids: asksBack, facts: facts(lang, { state: 'PAID' }) }],
    'wage-repayment-reminder': [
      { to, ids: asksBack, facts: facts(lang, { state: 'PAID' }) },
      {
        variant: 'overdue',
        to,
        ids: asksBack,
        facts: facts(lang, { state: 'PAID' }, {}, { repayBy: day('2026-01-05'), repayments: [paidBack] }),
      },
    ],
  };
}
