import { changedClaim, type Extra, type Said } from '../claim-rules/claim.ts';
import { taughtLessons } from '../claim-rules/claim-sums.ts';
import { lapsed, type PersonRequest, settled } from '../requests/request.ts';
import { revive } from '../runs/run.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type BasisReach, basisOf, calculated } from './claim-basis.ts';
import type { Dependencies } from './dependencies.ts';
import { correctionsThatFit } from './kept-corrections.ts';
import { ended, resumed } from './requests.ts';

type Reach = BasisReach & Pick<Dependencies, 'commit' | 'requests'>;

/** What a lecturer says of the drafted claim; nothing of a lesson is that it was taught as it stands there. */
export interface Answer {
  readonly said: readonly Omit<Said, 'at'>[];
  readonly extras: readonly Extra[];
  /** To the question that was asked, if one was. */
  readonly reply?: string;
}

/** The lecturer's one answer. What it comes to is calculated anew; what it was drafted with stays beside it. */
export async function answerClaim(
  deps: Reach,
  given: { readonly request: string; readonly generation: number; readonly lecturer: string; readonly answer: Answer },
  now: Instant,
): Promise<'answered' | 'somebody-was-first'> {
  return decideAgainOnConflict(async () => {
    const request = await deps.requests.get(given.request);
    if (request?.state !== 'OPEN' || request.generation !== given.generation) return 'somebody-was-first';
    const was = await deps.claims.get(request.subject);
    if (was?.state !== 'ASKED' || was.lecturer !== given.lecturer) return 'somebody-was-first';
    const known = new Set(was.lessons.map(({ id }) => id));
    const said = given.answer.said.filter(({ lesson }) => known.has(lesson)).map((one) => ({ ...one, at: now }));
    const taught = new Set(taughtLessons({ lessons: was.lessons, said }).map(({ id }) => id));
    const extras = given.answer.extras.filter(
      ({ kind, lesson, amount }) => (kind === 'travel' ? taught : known).has(lesson) && amount > 0,
    );
    const basis = await basisOf(deps, was, now);
    const calculation = calculated({ ...was, said, extras }, basis);
    const { corrections, changes } = await correctionsThatFit(deps, was, calculation, now);
    const { revival, start } = revive('lecturer-wage-approval', was.id, was);
    const { reply } = given.answer;
    const change = {
      ...(was.question?.of === 'lecturer' && reply !== undefined && { question: { ...was.question, answer: reply } }),
      said,
      extras,
      corrections,
      calculation,
      versions: basis.versions,
      unanswered: undefined,
      extraChanges: undefined,
      ...revival,
    };
    await deps.commit({
      changes: [
        deps.claims.save(changedClaim(was, now, change, 'confirm'), was),
        deps.requests.save(settled(request, { outcome: 'CONFIRM', by: was.lecturer, at: now }), request),
        ...changes,
      ],
      events: [
        {
          subject: was.id,
          type: 'ClaimConfirmed',
          by: `lecturer:${was.lecturer}`,
          at: now,
          data: {
            request: request.id,
            changed: said.map(({ lesson, said: what }) => `${lesson} ${what.kind}`),
            extras: extras.map(({ kind, lesson, amount }) => `${kind} ${lesson} ${amount}`),
            gross: calculation.gross,
          },
        },
      ],
      outbox: [...start, ...resumed(request)],
    });
    return 'answered';
  }, tries.contested);
}

/** Nobody answered: the manager decides on what the timetable says, and the lecturer is told. */
export async function lapseClaim(
  deps: Pick<Reach, 'claims' | 'commit' | 'requests'>,
  request: PersonRequest,
  now: Instant,
): Promise<void> {
  const was = await deps.claims.get(request.subject);
  const by = 'system:clock';
  if (was?.state !== 'ASKED') {
    const end = ended(deps, request, { outcome: 'SUPERSEDED', by }, now);
    await deps.commit({
      changes: end.changes,
      events: [{ subject: request.subject, type: 'RequestCancelled', by, at: now, data: { request: request.id } }],
      outbox: end.outbox,
    });
    return;
  }
  const { revival, start } = revive('lecturer-wage-approval', was.id, was);
  await deps.commit({
    changes: [
      deps.claims.save(changedClaim(was, now, { unanswered: now, ...revival }, 'lapse'), was),
      deps.requests.save(lapsed(request, now), request),
    ],
    events: [
      {
        subject: was.id,
        type: 'ClaimUnanswered',
        by,
        at: now,
        data: { request: request.id, reminders: request.remindersSent },
      },
    ],
    outbox: [
      ...start,
      ...resumed(request),
      { kind: 'mail', template: 'wage-unanswered', to: { lecturer: was.lecturer }, ids: { claim: was.id } },
    ],
  });
}
