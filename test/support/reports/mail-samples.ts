import { newResidencyEvent, type Report } from '../../../functions/residencies/residency-event.ts';
import type { Lang } from '../../../functions/shared/i18n.ts';
import { addMinutes, type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { asked, round as roundId, type Sample, type SampleFacts, sampleTime } from '../mail-previews/sample.ts';
import { residencyOf } from '../onboarding/residency-of.ts';
import { labRound } from '../rounds/lab.ts';

const reference = 'S-27H1-7K3Q-9MX4';
const event = `${reference}-2026Q4`;
const later = instantSchema.parse('2027-02-26T09:00:00.000Z');

/** The report of the last quarter of 2026, due before or after the moment of the mail. */
const reportOf = (dueAt: Instant, change: Partial<Report> = {}): Report => ({ dueAt, versions: [], ...change });

const version = (number: number) => ({
  number,
  sentAt: addMinutes(sampleTime, -30),
  by: `applicant:${reference}`,
  staff: 7,
  revenue: 120_000_000,
  investment: 0,
  milestones: { reached: '결제 서비스를 열었습니다.', next: '두 은행과 시험합니다.' },
});

const requestFor = ({ dueAt }: Report) => ({
  ...asked({ id: 'request-report', subject: event, assignee: { applicant: reference } }),
  kind: 'quarterly-report',
  question: undefined,
  dueAt,
});

export function reportsSamples(lang: Lang): Readonly<Record<string, readonly Sample[]>> {
  const round = labRound();
  const facts = (report: Report): SampleFacts => ({
    round,
    tables: (deps) => ({
      residencies: {
        ...deps.residencies,
        get: async (id) => residencyOf(id, lang, { state: 'RESIDENT', roundId }),
      },
      residencyEvents: {
        ...deps.residencyEvents,
        get: async () =>
          newResidencyEvent({ residency: reference, kind: 'report', about: '2026-Q4', report }, sampleTime),
      },
      rounds: { ...deps.rounds, version: async () => round },
    }),
    // What is sent is not asked for any more.
    requests: report.versions.length > 0 ? [] : [requestFor(report)],
  });
  const ids = { request: 'request-report', generation: '1' };
  const open = facts(reportOf(later));
  const late = facts(reportOf(addMinutes(sampleTime, -60)));
  return {
    'report-asked': [{ to: 'selected', ids, facts: open }],
    'report-reminder': [
      { to: 'selected', ids: { requests: ['request-report'] }, facts: open },
      { variant: 'late', to: 'selected', ids: { requests: ['request-report'] }, facts: late },
    ],
    'report-late': [{ to: { person: 'kwon-dahye' }, ids: { request: 'request-report' }, facts: late }],
    'report-sent': [
      { to: 'selected', ids: { event, version: '1' }, facts: facts(reportOf(later, { versions: [version(1)] })) },
      {
        variant: 'late',
        to: 'selected',
        ids: { event, version: '1' },
        facts: facts(reportOf(addMinutes(sampleTime, -60), { versions: [version(1)] })),
      },
      {
        variant: 'corrected',
        to: 'selected',
        ids: { event, version: '2' },
        facts: facts(reportOf(later, { versions: [version(1), version(2)] })),
      },
    ],
  };
}
