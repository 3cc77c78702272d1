import { randomUUID } from 'node:crypto';
import { startApplication } from '../../../functions/applications/start-application.ts';
import { forms } from '../../../functions/forms/round-form.ts';
import { dueReports } from '../../../functions/reports/ask-for-report.ts';
import { endReports } from '../../../functions/reports/end-reports.ts';
import { quarterIn } from '../../../functions/reports/report.ts';
import { reportCase, sendReport } from '../../../functions/reports/send-report.ts';
import { newResidency } from '../../../functions/residencies/residency.ts';
import type { Quarter } from '../../../functions/residency-rules/reports.ts';
import { firstContract } from '../../../functions/residency-rules/terms.ts';
import { loadRound } from '../../../functions/rounds/load-round.ts';
import { addDays, addMinutes, seoulDateOf } from '../../../functions/shared/time.ts';
import { labRound } from '../../../local/demo/lab/lab-round.ts';
import type { Academy } from '../academy.ts';
import { opened } from '../applicants.ts';
import { askedEvent } from '../residency-events/asked-event.ts';
import { visitor } from '../visitor.ts';
import { figures } from './said-figures.ts';

const by = 'operator:test';
const inEnglish = { reached: 'We opened the payment service.', next: 'Trials with two banks.' };
let made = 0;

/**
 * A startup that has been in the Lab for ten months, with its application open in a browser. Of its reports the
 * first was sent in time, the second not, and the last one late, so that it can be corrected; each was asked for.
 */
export async function storedReports(at: Academy, lang: 'ko' | 'en' = 'ko') {
  made += 1;
  const mark = `${process.pid}-${made}`;
  const now = at.now();
  const firstDay = addDays(seoulDateOf(now), -300);
  const draft = labRound({
    id: `lab-reports-${mark}`,
    code: 'S-26H1',
    title: { ko: `시연용 랩 ${mark}`, en: `Demonstration of the Lab ${mark}` },
    firstDay,
  });
  const then = addMinutes(draft.opensAt, 60);
  await loadRound(at, draft, { by, requiredFieldsOf: (form) => forms.get(form)?.requiredFields ?? [] }, then);
  const round = await at.rounds.current(draft.id);
  const email = `reports-${mark}-${randomUUID().slice(0, 8)}@startup.example`;
  const application = round && (await startApplication(at, round, { email, lang }, then));
  if (!application) throw new Error('no application could be begun');
  const { reference } = application;
  const terms = { id: 'firms', months: 12, extendedBy: 12, mostMonths: 36 };
  const started = newResidency(
    {
      id: reference,
      roundId: round.id,
      roundVersion: round.version,
      seat: `${round.id}-seat-01`,
      startup: { kind: 'firm', name: `=새봄페이 ${mark}`, representative: '김새봄', email, lang },
      terms,
      desks: 4,
      needsAccess: false,
      contracts: [{ number: 1, ...firstContract(terms, firstDay) }],
      documentsDueOn: firstDay,
    },
    then,
  );
  const residency = { ...started, state: 'RESIDENT' as const, needsRun: undefined };
  await at.commit({
    changes: [at.residencies.create(residency)],
    events: [{ subject: reference, type: 'ResidencyStarted', by, at: then }],
  });
  const due = await dueReports(at, { residency, events: [] }, now);
  const ids: { readonly quarter: Quarter; readonly event: string; readonly request: string }[] = [];
  for (const one of due) {
    const { event, request } = await askedEvent(at, one, ({ id }) => ({
      kind: 'quarterly-report',
      context: round.id,
      askKey: `quarterly-report/${id}`,
      outcomes: ['SENT'],
      plan: { within: 1, remindAfter: [], dueOn: seoulDateOf(one.report?.dueAt ?? now), chaseEvery: 5 },
    }));
    ids.push({ quarter: quarterIn(event), event: event.id, request: request.id });
  }
  const [inTime, open] = ids;
  const late = ids.at(-1);
  if (!inTime || !open || !late || late === open) throw new Error('there are too few quarters');
  for (const [one, isLate] of [
    [inTime, false],
    [late, true],
  ] as const) {
    const found = await reportCase(at, one.event);
    const sentAt = found ? addMinutes(found.event.report.dueAt, isLate ? 60 : -60) : now;
    await sendReport(
      { ...at, commit: (given) => at.commit({ ...given, outbox: [] }) },
      {
        event: one.event,
        figures: figures({ staff: isLate ? 9 : 7, ...(lang === 'en' && { milestones: inEnglish }) }),
        by: `applicant:${reference}`,
      },
      sentAt,
    );
  }
  const browser = await opened(at, reference, visitor(at.baseUrl, { lang }));
  return {
    id: reference,
    name: residency.startup.name,
    email,
    browser,
    inTime,
    late,
    open,
    /** As when the startup leaves. */
    end: () => endReports(at, { residency: reference, by }, at.now()),
  };
}
