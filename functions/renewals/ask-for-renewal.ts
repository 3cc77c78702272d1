import { type AskDependencies, type Asking, askOrAttach } from '../requests/ask.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import { findEvent } from '../residencies/find-event.ts';
import { renewalApplication } from '../residencies/renewal-application.ts';
import { changedResidencyEvent } from '../residencies/residency-event.ts';
import type { AskStep } from '../runs/steps.ts';
import { Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import { type Instant, lastDayOf } from '../shared/time.ts';
import { invitationKey, invitationKind } from './invitation.ts';
import { renewalsOutcomes, type renewalsSteps } from './joints.ts';
import { isPointless } from './settle-invitation.ts';

type Outcome = OutcomeOf<typeof renewalsSteps, 'ask-for-renewal'>;

/** When a startup is reminded, in business days before the round closes. */
const remindBefore = [10, 5, 2];

/** *Ask whether it applies to stay*: until its round of renewal closes. */
export const askForRenewal = (
  deps: AskDependencies & Pick<Dependencies, 'applications' | 'residencies' | 'residencyEvents' | 'rounds'>,
  step: AskStep,
  now: Instant,
): Promise<void> =>
  askOrAttach(deps, step.reference, step, now, async (): Promise<Asking<Outcome>> => {
    const found = await findEvent(deps, step);
    if (found.kind === 'over') return { outcome: found.outcome };
    const { event: was, residency } = found;
    const round = was.round === undefined ? undefined : await deps.rounds.current(was.round);
    if (!round) throw new Fault('RoundMissing', { event: was.id });
    const askKey = invitationKey(residency.id, round.id);
    const present = await deps.requests.byAskKey(askKey);
    if (!present && isPointless(round, residency)) return { outcome: 'GONE' };
    const applied = await renewalApplication(deps, round.id, residency.id);
    if (!present && applied && applied.version > 0) return { outcome: 'APPLIED' };
    if (was.state !== 'OPEN') return { outcome: outcomeOf(present?.outcome) };
    return {
      ask: {
        kind: invitationKind,
        askKey,
        subject: was.id,
        context: round.id,
        outcomes: ['APPLIED', 'DECLINED'],
        assignee: { applicant: residency.id },
        plan: {
          within: 1,
          remindAfter: [],
          dueOn: lastDayOf(round.closesAt),
          remindBefore,
          until: round.closesAt,
        },
        mail: 'renewal-invited',
        changes: [deps.residencyEvents.save(changedResidencyEvent(was, now, {}), was)],
      },
    };
  });

const outcomeOf = (given: string | undefined): Outcome =>
  renewalsOutcomes['renewal-invitation'].find((one) => one === given) ?? 'GONE';
