import { type AskDependencies, type Asking, askOrAttach, type Waiting } from '../requests/ask.ts';
import { planWithDeputy } from '../requests/ask-staff.ts';
import { lapsed, type PersonRequest, settled } from '../requests/request.ts';
import { changedResidency, type Residency } from '../residencies/residency.ts';
import { Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import { closeOfDay, type Instant } from '../shared/time.ts';
import { documentsOf, lackingIn } from './asked-documents.ts';
import { findIn, rulesOf } from './case.ts';
import type { Dependencies } from './dependencies.ts';
import type { onboardingSteps } from './joints.ts';

type Outcome<Asked extends keyof typeof onboardingSteps> = OutcomeOf<typeof onboardingSteps, Asked>;
type Needed = AskDependencies & Pick<Dependencies, 'residencies' | 'rounds'>;
type Step = { readonly reference: string } & Waiting;

export const documentsKind = 'onboarding-documents';
export const checkKind = 'onboarding-check';

/** Names the request of this time of asking, so that a run that is started again finds it. */
export const documentsKey = (kind: typeof documentsKind | typeof checkKind, { id, asks }: Residency): string =>
  `${kind}/${id}/${asks}`;

/** From then on nothing more is taken. */
export const documentsCloseAt = ({ documentsDueOn }: Pick<Residency, 'documentsDueOn'>): Instant =>
  closeOfDay(documentsDueOn);

/** *Ask the startup for its documents*: until a day that no return moves. */
export const askForDocuments = (deps: Needed, step: Step, now: Instant): Promise<void> =>
  askOrAttach(deps, step.reference, step, now, async (): Promise<Asking<Outcome<'ask-for-documents'>>> => {
    const found = await findIn(deps, step);
    if (found.kind === 'over') return { outcome: found.outcome };
    const was = found.residency;
    if (was.state !== 'ONBOARDING' || was.documentsAcceptedAt) return { outcome: 'SENT' };
    const { onboarding } = await rulesOf(deps, was);
    return {
      ask: {
        kind: documentsKind,
        askKey: documentsKey(documentsKind, was),
        subject: was.id,
        context: was.roundId,
        outcomes: ['SENT'],
        assignee: { applicant: was.id },
        plan: {
          within: 1,
          remindAfter: [],
          dueOn: was.documentsDueOn,
          remindBefore: [...onboarding.remindBefore],
          until: documentsCloseAt(was),
        },
        mail: 'onboarding-documents-asked',
        changes: [deps.residencies.save(changedResidency(was, now, {}), was)],
      },
    };
  });

/** *Ask the lab manager to check them*. */
export const askToCheck = (deps: Needed, step: Step, now: Instant): Promise<void> =>
  askOrAttach(deps, step.reference, step, now, async (): Promise<Asking<Outcome<'check-documents'>>> => {
    const found = await findIn(deps, step);
    if (found.kind === 'over') return { outcome: found.outcome };
    const was = found.residency;
    if (was.state !== 'ONBOARDING' || was.documentsAcceptedAt) return { outcome: 'ACCEPTED' };
    const { onboarding } = await rulesOf(deps, was);
    const { manager: person } = onboarding;
    return {
      ask: {
        kind: checkKind,
        askKey: documentsKey(checkKind, was),
        subject: was.id,
        context: was.roundId,
        outcomes: ['ACCEPTED', 'RETURNED', 'REFUSED'],
        assignee: { person },
        plan: await planWithDeputy(deps, person, { within: onboarding.checkWithin, remindAfter: [1], deputyWithin: 1 }),
        mail: 'request-opened',
        changes: [deps.residencies.save(changedResidency(was, now, {}), was)],
      },
    };
  });

/**
 * The last day is over. What is there counts, though nobody has said that it is all; if something is not, the place goes
 * on to the next of the waitlist.
 */
export async function lapseDocuments(
  deps: Pick<Dependencies, 'documents' | 'requests' | 'residencies' | 'rounds' | 'commit'>,
  was: PersonRequest,
  now: Instant,
): Promise<void> {
  const residency = await deps.residencies.get(was.subject);
  if (!residency) throw new Fault('ResidencyMissing', { reference: was.subject });
  const { onboarding } = await rulesOf(deps, residency);
  const all = await documentsOf(deps, onboarding, residency);
  const isThere = lackingIn(all).length === 0;
  const by = 'system:clock';
  await deps.commit({
    changes: [deps.requests.save(isThere ? settled(was, { outcome: 'SENT', by, at: now }) : lapsed(was, now), was)],
    events: [
      isThere
        ? {
            subject: was.subject,
            type: 'OnboardingDocumentsSent',
            by,
            at: now,
            data: { request: was.id, documents: all.filter(({ state }) => state !== 'missing').length },
          }
        : {
            subject: was.subject,
            type: 'OnboardingDocumentsLapsed',
            by,
            at: now,
            data: { request: was.id, reminders: was.remindersSent },
          },
    ],
    outbox: was.callback ? [{ kind: 'resume', callback: was.callback }] : [],
  });
}
