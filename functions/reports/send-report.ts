import { rulesOf } from '../onboarding/case.ts';
import { settled } from '../requests/request.ts';
import type { Residency } from '../residencies/residency.ts';
import { changedResidencyEvent } from '../residencies/residency-event.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import {
  correctableUntil,
  type Figures,
  isLate,
  isReport,
  mostVersions,
  presentIn,
  quarterIn,
  type ReportEvent,
  saysTheSame,
  withVersion,
} from './report.ts';

type Needed = Pick<Dependencies, 'commit' | 'requests' | 'residencies' | 'residencyEvents' | 'rounds'>;

interface Given {
  readonly event: string;
  readonly figures: Figures;
  /** As the audit calls them. */
  readonly by: string;
}

export interface ReportCase {
  readonly event: ReportEvent;
  readonly residency: Residency;
}

/** A report with its residency; nothing, if there is no such report. */
export async function reportCase(
  { residencies, residencyEvents }: Pick<Dependencies, 'residencies' | 'residencyEvents'>,
  id: string,
): Promise<ReportCase | undefined> {
  const event = await residencyEvents.get(id);
  const residency = event && (await residencies.get(event.residency));
  return event && isReport(event) && residency ? { event, residency } : undefined;
}

const mail = (event: ReportEvent, version: number) => ({
  kind: 'mail' as const,
  template: 'report-sent' as const,
  to: { applicant: event.residency },
  ids: { event: event.id, version: String(version) },
});

export type SendOutcome = { readonly kind: 'sent' | 'sent-before' | 'closed' };

/**
 * The startup sends its report, once: what is sent after it is a correction. By the mailed link it is for the request of
 * that link; by the session of the startup, for whatever its run waits for.
 */
export const sendReport = (
  deps: Needed,
  given: Given & { readonly asked?: { readonly request: string; readonly generation: number } },
  now: Instant,
): Promise<SendOutcome> =>
  decideAgainOnConflict(async () => {
    const found = await reportCase(deps, given.event);
    if (found?.residency.state !== 'RESIDENT') return { kind: 'closed' };
    const { event: was, residency } = found;
    if (was.state === 'DONE') return { kind: 'sent-before' };
    if (was.state !== 'OPEN') return { kind: 'closed' };
    const open = await deps.requests.stillOpen(await deps.requests.ofSubject(was.id));
    const { asked } = given;
    const isOfLink =
      asked && open.some(({ id, generation }) => id === asked.request && generation === asked.generation);
    if (asked && !isOfLink) return { kind: 'closed' };
    const report = withVersion(was.report, given.figures, given.by, now);
    await deps.commit({
      changes: [
        deps.residencyEvents.save(changedResidencyEvent(was, now, { report }, 'finish'), was),
        ...open.map((request) =>
          deps.requests.save(settled(request, { outcome: 'SENT', by: residency.id, at: now }), request),
        ),
      ],
      events: [
        {
          subject: was.id,
          type: 'ReportSent',
          by: given.by,
          at: now,
          data: { residency: residency.id, due: was.report.dueAt, late: isLate(report, now) },
        },
      ],
      outbox: [
        ...open.flatMap(({ callback }) => (callback ? [{ kind: 'resume' as const, callback }] : [])),
        mail(was, 1),
      ],
    });
    return { kind: 'sent' };
  }, tries.contested);

/** Whether a report that was sent may be corrected now. */
export async function mayCorrect(
  deps: Pick<Dependencies, 'rounds'>,
  { event, residency }: ReportCase,
  now: Instant,
): Promise<boolean> {
  if (event.state !== 'DONE' || event.report.erasedAt || residency.state !== 'RESIDENT') return false;
  if (event.report.versions.length >= mostVersions) return false;
  const { onboarding } = await rulesOf(deps, residency);
  return now <= correctableUntil(quarterIn(event), onboarding.conduct);
}

export type CorrectOutcome = {
  readonly kind:
    | 'corrected'
    /** It says so already. */
    | 'same'
    /** Another correction came first: what is shown is not the last one. */
    | 'changed'
    | 'closed';
};

/** A version more of a report that was sent. @param given.version the one that was shown */
export const correctReport = (
  deps: Needed,
  given: Given & { readonly version: number },
  now: Instant,
): Promise<CorrectOutcome> =>
  decideAgainOnConflict(async () => {
    const found = await reportCase(deps, given.event);
    if (!found || !(await mayCorrect(deps, found, now))) return { kind: 'closed' };
    const { event: was, residency } = found;
    const present = presentIn(was.report);
    if (present && saysTheSame(present, given.figures)) return { kind: 'same' };
    if (present?.number !== given.version) return { kind: 'changed' };
    const report = withVersion(was.report, given.figures, given.by, now);
    const version = report.versions.length;
    await deps.commit({
      changes: [deps.residencyEvents.save(changedResidencyEvent(was, now, { report }), was)],
      events: [
        {
          subject: was.id,
          type: 'ReportCorrected',
          by: given.by,
          at: now,
          data: { residency: residency.id, version },
        },
      ],
      outbox: [mail(was, version)],
    });
    return { kind: 'corrected' };
  }, tries.contested);
