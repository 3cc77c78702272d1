import { type Application, changedApplication, nextState } from '../applications/application.ts';
import type { Dependencies } from '../applications/dependencies.ts';
import type { OutboxDraft } from '../outbox/entry.ts';
import { settled } from '../requests/request.ts';
import { revive } from '../runs/run.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';

/** What the intake officer decides; refusing and returning want words for the applicant. */
export type IntakeDecision =
  | { readonly outcome: 'ACCEPT' }
  | { readonly outcome: 'REFUSE'; readonly reason: string }
  | { readonly outcome: 'RETURN'; readonly question: string; readonly pages: string[] };

const moves = { ACCEPT: 'accept', REFUSE: 'refuse', RETURN: 'askApplicant' } as const;
const events = { ACCEPT: 'ApplicationAccepted', REFUSE: 'ApplicationRefused', RETURN: 'ApplicationReturned' } as const;

/** Settles an intake request, once. `somebody-was-first` if it is no longer open or in other hands. */
export async function decideIntake(
  deps: Pick<Dependencies, 'applications' | 'requests' | 'commit'>,
  given: {
    readonly request: string;
    readonly generation: number;
    readonly by: string;
    readonly decision: IntakeDecision;
  },
  now: Instant,
): Promise<'decided' | 'somebody-was-first'> {
  const { decision } = given;
  return decideAgainOnConflict(async () => {
    const was = await deps.requests.get(given.request);
    if (was?.state !== 'OPEN' || was.generation !== given.generation) return 'somebody-was-first';
    const application = await deps.applications.get(was.subject);
    if (!application || !nextState(application.state, moves[decision.outcome])) return 'somebody-was-first';

    const reason = decision.outcome === 'REFUSE' ? decision.reason : undefined;
    const answer = settled(was, { outcome: decision.outcome, by: given.by, at: now, reason });
    const request =
      decision.outcome === 'RETURN'
        ? { ...answer, question: { text: decision.question, pages: decision.pages } }
        : answer;
    const { revival, start } = revive('applicant-intake', application.reference, application);
    await deps.commit({
      changes: [
        deps.requests.save(request, was),
        deps.applications.save(decided({ ...application, ...revival }, given, was.id, now), application),
      ],
      events: [
        {
          subject: application.reference,
          type: events[decision.outcome],
          by: `person:${given.by}`,
          at: now,
          data: {
            request: was.id,
            version: application.version,
            roundVersion: application.roundVersion,
            rulesNotMet: unmet(application),
            duplicates: application.flags?.duplicates ?? [],
            ...(decision.outcome === 'RETURN' && { pages: decision.pages }),
          },
        },
      ],
      outbox: [
        ...start,
        ...(was.callback ? [{ kind: 'resume' as const, callback: was.callback }] : []),
        ...answerMail(application, decision),
      ],
    });
    return 'decided';
  }, tries.contested);
}

const unmet = (application: Application): string[] =>
  (application.flags?.rules ?? []).filter((rule) => !rule.met).map((rule) => rule.ruleId);

function decided(
  application: Application,
  { decision, by }: { readonly decision: IntakeDecision; readonly by: string },
  request: string,
  now: Instant,
): Application {
  const move = moves[decision.outcome];
  if (decision.outcome === 'RETURN') return changedApplication(application, now, {}, move);
  return changedApplication(
    application,
    now,
    {
      decision: {
        outcome: decision.outcome === 'ACCEPT' ? 'ACCEPTED' : 'REFUSED',
        at: now,
        by,
        request,
        version: application.version,
        roundVersion: application.roundVersion,
        rules: application.flags?.rules ?? [],
        ...(decision.outcome === 'REFUSE' && { reason: decision.reason }),
      },
    },
    move,
  );
}

/** A returned application's mail comes with the request that asks the applicant. */
const answerMail = ({ reference, version }: Application, decision: IntakeDecision): OutboxDraft[] =>
  decision.outcome === 'RETURN'
    ? []
    : [
        {
          kind: 'mail',
          template: decision.outcome === 'ACCEPT' ? 'application-accepted' : 'application-refused',
          to: { applicant: reference },
          ids: { version: String(version) },
        },
      ];
