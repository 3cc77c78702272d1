import { presentRunOf } from '../runs/run.ts';
import type { RunStep } from '../runs/steps.ts';
import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Admission, changedAdmission, roundSubject } from './admission.ts';
import { type Counted, counted } from './counting.ts';
import type { Dependencies } from './dependencies.ts';
import type { selectionSteps } from './joints.ts';

type Needed = Pick<Dependencies, 'admissions' | 'rounds' | 'commit'>;

/**
 * Where a run goes on from: the state of the admission. An open round whose closing has come is closed by it; one that
 * was extended is waited for again. `SUPERSEDED` for a run that is not the present one.
 */
export async function seeRound(
  deps: Needed,
  { reference: roundId, run }: RunStep,
  now: Instant,
): Promise<Counted<OutcomeOf<typeof selectionSteps, 'see-round'>>> {
  const look = async (): Promise<Counted<OutcomeOf<typeof selectionSteps, 'see-round'>>> => {
    const was = await deps.admissions.get(roundId);
    const numbers = { done: was?.progress?.done ?? 0, of: was?.progress?.of ?? 0, checks: 0, seconds: 0 };
    if (!was || presentRunOf(roundId, was) !== run) return counted('SUPERSEDED', numbers);
    if (was.state === 'CLOSING') {
      await endClosing(deps, was, now);
      return counted('SETTLING', numbers);
    }
    if (was.state !== 'OPEN') return counted(was.state, numbers);
    const seconds = await beginClosing(deps, was, run, now);
    return seconds > 0 ? counted('OPEN', { ...numbers, seconds }) : look();
  };
  return decideAgainOnConflict(look, tries.contested);
}

/** From here on the round is closed for good. Seconds until then, if its time has not come. */
async function beginClosing(deps: Needed, was: Admission, run: string, now: Instant): Promise<number> {
  const { roundId } = was;
  const round = await deps.rounds.current(roundId);
  if (!round) throw new Fault('RoundMissing', { round: roundId });
  const seconds = Math.ceil((Date.parse(round.closesAt) - Date.parse(now)) / 1000);
  if (seconds > 0) return seconds;
  const next = changedAdmission(was, now, { roundVersion: round.version, progress: undefined }, 'close');
  await deps.commit({
    // A later closing that is loaded in this very moment wins.
    changes: [deps.admissions.save(next, was), deps.rounds.isCurrent(round)],
    events: [
      {
        subject: roundSubject(roundId),
        type: 'RoundClosed',
        by: 'system:run',
        at: now,
        data: { version: round.version, closesAt: round.closesAt, run },
      },
    ],
  });
  return 0;
}

/** What was sent until now is in the selection, and nothing is sent any more. */
async function endClosing(deps: Needed, was: Admission, now: Instant): Promise<void> {
  await deps.admissions.closeLatches(was.roundId);
  await deps.commit({
    changes: [deps.admissions.save(changedAdmission(was, now, { latchedAt: now }, 'shut'), was)],
    events: [{ subject: roundSubject(was.roundId), type: 'SendingEnded', by: 'system:run', at: now }],
  });
}
