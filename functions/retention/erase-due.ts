import type { Ports } from '../applications/dependencies.ts';
import type { AdmissionRules } from '../rounds/admission-rules.ts';
import type { Round } from '../rounds/round.ts';
import type { Dependencies } from '../seats/dependencies.ts';
import { type Admission, admissionInRun, changedAdmission, roundSubject } from '../selection/admission.ts';
import { Conflict, decideAgainOnConflict, Refused } from '../shared/errors.ts';
import { addDays, type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import { eraseApplication } from './erase-application.ts';
import { contactErasableFrom, erasableFrom, firstErasure } from './retention.ts';

type Needed = Pick<
  Dependencies & Ports,
  'admissions' | 'applications' | 'requests' | 'sessions' | 'rounds' | 'seats' | 'erasing' | 'commit'
>;

export interface EraseReport {
  /** Pages of applications that were looked at; none, when nothing was due. */
  pages: number;
  erased: number;
  /** Emergency contacts, which go with the end of the course. */
  contacts: number;
  failed: { reference: string; error: string }[];
}

/** Applications of one page, and pages of one tick of the clock: far from the time that its Lambda has. */
const inOnePage = 25;
const inOneTick = 20;

const by = 'system:clock';

interface Due {
  readonly deps: Needed;
  readonly round: Round;
  readonly years: AdmissionRules['retention'];
  readonly today: LocalDate;
  readonly now: Instant;
  readonly report: EraseReport;
}

/**
 * Erases what the consents of rounds that have ended no longer allow to be kept. A round remembers the next day on which
 * there is anything to do, so that most ticks read it and nothing else.
 */
export async function eraseDue(deps: Needed, now: Instant): Promise<EraseReport> {
  const report: EraseReport = { pages: 0, erased: 0, contacts: 0, failed: [] };
  for (const round of await deps.rounds.list()) {
    const years = round.admission?.retention;
    if (!years) continue;
    const due = { deps, round, years, today: seoulDateOf(now), now, report };
    while (report.pages < inOneTick && (await erasePage(due))) report.pages += 1;
  }
  return report;
}

const begun = ({ round, years }: Due, admission: Admission): NonNullable<Admission['erasure']> =>
  admission.erasure ?? { nextOn: firstErasure(round, admission, years), after: '', erased: 0 };

/** One page of one round; false if nothing is due, or somebody else was at it. */
async function erasePage(due: Due): Promise<boolean> {
  const { deps, round, today, now, report } = due;
  const was = await deps.admissions.get(round.id);
  if (!was || admissionInRun(was)) return false;
  const erasure = begun(due, was);
  if (!erasure.nextOn || today < erasure.nextOn) return false;
  const before = report.erased;
  const { references, after } = await deps.applications.sentIn(round.id, erasure.after || undefined, inOnePage);
  let { pending } = erasure;
  for (const reference of references) pending = earlier(pending, await erase(due, was, reference));
  const erased = erasure.erased + report.erased - before;
  const next =
    after === undefined ? { nextOn: pending, after: '', erased } : { nextOn: erasure.nextOn, after, pending, erased };
  try {
    await deps.commit({
      changes: [deps.admissions.save(changedAdmission(was, now, { erasure: next }), was)],
      events: [
        {
          subject: roundSubject(round.id),
          type: 'ErasureWentOn',
          by,
          at: now,
          data: { erased: report.erased - before },
        },
      ],
    });
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
  return after !== undefined;
}

const earlier = (one: LocalDate | undefined, other: LocalDate | undefined): LocalDate | undefined =>
  one && other ? (one < other ? one : other) : (one ?? other);

/** Erases what is due of one application; gives the day on which more will be, if any. */
async function erase(due: Due, admission: Admission, reference: string): Promise<LocalDate | undefined> {
  const { deps, round, years, today, now, report } = due;
  const [application, place] = await Promise.all([deps.applications.get(reference), deps.seats.place(reference)]);
  if (!application || application.erasedAt) return undefined;
  const day = erasableFrom(place, round, admission, years);
  try {
    if (today >= day) {
      await eraseApplication(deps, reference, { by, reason: 'retention' }, now);
      report.erased += 1;
      return undefined;
    }
    return place?.state === 'ACCEPTED' ? earlier(day, await eraseContact(due, reference)) : day;
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof Refused)) throw error;
    report.failed.push({ reference, error: error.name });
    return addDays(today, 1);
  }
}

/** The day from which the emergency contact goes, or nothing if there is none any more. */
async function eraseContact(
  { deps, round, today, now, report }: Due,
  reference: string,
): Promise<LocalDate | undefined> {
  return decideAgainOnConflict(async () => {
    const [enrolment, place] = await Promise.all([deps.seats.enrolment(reference), deps.seats.place(reference)]);
    if (!enrolment?.contact || !place) return undefined;
    const day = contactErasableFrom(round);
    if (today < day) return day;
    await deps.commit({
      changes: [deps.seats.putEnrolment({ ...enrolment, contact: undefined })],
      events: [{ subject: reference, type: 'EmergencyContactErased', by, at: now }],
    });
    report.contacts += 1;
    return undefined;
  });
}
