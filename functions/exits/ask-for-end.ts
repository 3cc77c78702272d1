import { rulesOf } from '../onboarding/case.ts';
import { type AskDependencies, mailTo } from '../requests/ask.ts';
import { planWithDeputy, requestToStaff } from '../requests/ask-staff.ts';
import { assigneeId } from '../requests/request.ts';
import { isUnconfirmed, withMeasure } from '../residencies/measure.ts';
import { changedResidency, lastOf } from '../residencies/residency.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import { type Deciding, decidedBefore } from './take-measure.ts';

const confirmationKind = 'end-confirmation';

/** Business days that the director has. */
const confirmWithin = 2;

export type AskEndOutcome =
  | { readonly kind: 'asked' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'not-resident' }
  | { readonly kind: 'asked-already' }
  /** The contract ends today by itself, or has ended. */
  | { readonly kind: 'over'; readonly to: LocalDate };

type Reach = Omit<AskDependencies, 'requests'> & Pick<Dependencies, 'requests' | 'residencies' | 'rounds'>;

/**
 * Asks the director to confirm that a contract ends at once, for a grave reason. Nothing follows before: the startup is
 * told only of what was confirmed.
 */
export const askForEnd = (deps: Reach, given: Deciding, now: Instant): Promise<AskEndOutcome> =>
  decideAgainOnConflict(async () => {
    const was = await deps.residencies.get(given.residency);
    if (was?.state !== 'RESIDENT') return { kind: 'not-resident' };
    const before = decidedBefore(was.measures ?? [], given, 'end');
    if (before !== 'new') return { kind: before === 'same' ? 'asked' : 'changed' };
    if ((was.measures ?? []).some(isUnconfirmed)) return { kind: 'asked-already' };
    const { to } = lastOf(was);
    if (to <= seoulDateOf(now)) return { kind: 'over', to };
    const { by, reason } = given;
    const { onboarding } = await rulesOf(deps, was);
    const person = onboarding.director;
    const plan = { within: confirmWithin, remindAfter: [1], deputyWithin: 1 };
    const request = await requestToStaff(
      deps,
      {
        kind: confirmationKind,
        subject: was.id,
        context: was.roundId,
        askKey: `${confirmationKind}/${was.id}/${given.shown + 1}`,
        outcomes: ['CONFIRMED', 'REFUSED'],
        person,
        plan: await planWithDeputy(deps, person, plan),
      },
      now,
    );
    const { measures, id } = withMeasure(was, { kind: 'end', by, at: now, reason, request: request.id });
    await deps.commit({
      changes: [...deps.requests.create(request), deps.residencies.save(changedResidency(was, now, { measures }), was)],
      events: [
        { subject: was.id, type: 'EndAsked', by: `person:${by}`, at: now, data: { measure: id, request: request.id } },
        {
          subject: was.id,
          type: 'RequestOpened',
          by: 'system:exits',
          at: now,
          data: {
            request: request.id,
            kind: request.kind,
            assignee: assigneeId(request.assignee),
            due: request.dueAt,
          },
        },
      ],
      outbox: [mailTo(request, 'request-opened')],
    });
    return { kind: 'asked' };
  }, tries.contested);
