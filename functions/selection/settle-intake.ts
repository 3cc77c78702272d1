import { applicationInRun } from '../applications/application.ts';
import { presentRunOf } from '../runs/run.ts';
import type { CountStep } from '../runs/steps.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { changedAdmission, roundSubject } from './admission.ts';
import { type Counted, counted } from './counting.ts';
import type { Dependencies } from './dependencies.ts';
import { emptyRoundMails } from './empty-round.ts';
import type { selectionSteps } from './joints.ts';

/** References read at a time. */
const inOnePage = 100;

/**
 * *Settle open intake cases*: goes on once every sent application is accepted, refused or withdrawn; officers and
 * applicants have their own clocks. A round in which nobody was accepted ends here.
 */
export async function settleIntake(
  deps: Pick<Dependencies, 'admissions' | 'applications' | 'people' | 'rounds' | 'commit'>,
  { reference: roundId, run, checks }: CountStep,
  now: Instant,
): Promise<Counted<OutcomeOf<typeof selectionSteps, 'settle-intake'>>> {
  const found = await deps.admissions.get(roundId);
  // Closed by a release without latches: some who saw it open may be sending still.
  if (found?.state === 'SETTLING' && !found.latchedAt) await deps.admissions.closeLatches(roundId);
  const count = await countIntake(deps, roundId);
  const numbers = { done: count.sent - count.open, of: count.sent, checks };
  return decideAgainOnConflict(async () => {
    const was = await deps.admissions.get(roundId);
    if (was?.state !== 'SETTLING' || presentRunOf(roundId, was) !== run) return counted('MOVED', numbers);
    if (count.open > 0) return counted('WAIT', numbers);
    const next = changedAdmission(was, now, { progress: undefined }, count.accepted > 0 ? 'settle' : 'empty');
    await deps.commit({
      changes: [deps.admissions.save(next, was)],
      events: [
        {
          subject: roundSubject(roundId),
          type: count.accepted > 0 ? 'IntakeSettled' : 'RoundEndedEmpty',
          by: 'system:run',
          at: now,
          data: { sent: count.sent, accepted: count.accepted },
        },
      ],
      outbox: count.accepted > 0 ? [] : await emptyRoundMails(deps, roundId),
    });
    return counted(count.accepted > 0 ? 'ASSIGNING' : 'EMPTY', numbers);
  }, tries.contested);
}

/**
 * Applications of a round: sent ones, those still being decided, those accepted for selection, and those of which nothing
 * is to be decided any more, since they were withdrawn or cancelled.
 */
export async function countIntake(
  { applications }: Pick<Dependencies, 'applications'>,
  roundId: string,
): Promise<{ readonly sent: number; readonly open: number; readonly accepted: number; readonly gone: number }> {
  let [sent, open, accepted, gone] = [0, 0, 0, 0];
  let after: string | undefined;
  do {
    const page = await applications.sentIn(roundId, after, inOnePage);
    const found = await Promise.all(page.references.map((reference) => applications.get(reference)));
    for (const application of found) {
      if (!application) continue;
      sent += 1;
      if (applicationInRun(application)) open += 1;
      if (application.state === 'ACCEPTED') accepted += 1;
      if (application.state === 'WITHDRAWN' || application.state === 'CANCELLED') gone += 1;
    }
    after = page.after;
  } while (after !== undefined);
  return { sent, open, accepted, gone };
}
