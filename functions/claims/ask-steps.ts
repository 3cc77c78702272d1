import { changedClaim, type WageClaim } from '../claim-rules/claim.ts';
import { type AskDependencies, type Asking, askOrAttach, type Waiting } from '../requests/ask.ts';
import { presentRunOf } from '../runs/run.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import type { claimsSteps } from './joints.ts';
import { claimKey, claimRequests, officerPlan } from './requests.ts';
import { settingsOn } from './wage-rules.ts';

type Outcome<Asked extends keyof typeof claimsSteps> = OutcomeOf<typeof claimsSteps, Asked>;
type Needed = AskDependencies & Pick<Dependencies, 'claims' | 'rules'>;
type Step = { readonly reference: string } & Waiting;

/** The claim, if the step is one of its present run. */
async function inPresentRun({ claims }: Needed, { reference, run }: Step): Promise<WageClaim | undefined> {
  const claim = await claims.get(reference);
  return claim && presentRunOf(claim.id, claim) === run ? claim : undefined;
}

/** *Ask the lecturer*: whether the drafted lessons were taught as they stand there. */
export const askLecturer = (deps: Needed, step: Step, now: Instant): Promise<void> =>
  askOrAttach(deps, step.reference, step, now, async (): Promise<Asking<Outcome<'ask-lecturer'>>> => {
    const was = await inPresentRun(deps, step);
    if (!was) return { outcome: 'SUPERSEDED' };
    if (was.state !== 'DRAFTED' && was.state !== 'RETURNED' && was.state !== 'ASKED') return { outcome: 'MOVED' };
    const settings = await settingsOn(deps, now);
    return {
      ask: {
        kind: claimRequests.lecturer,
        askKey: claimKey(claimRequests.lecturer, was),
        subject: was.id,
        context: was.cohort,
        outcomes: ['CONFIRM'],
        assignee: { lecturer: was.lecturer },
        plan: { within: settings.lecturer.within, remindAfter: [...settings.lecturer.remindAfter] },
        ...(was.question && { question: { text: was.question.text, pages: [] } }),
        mail: 'wage-asked',
        changes: [deps.claims.save(changedClaim(was, now, {}, was.state === 'ASKED' ? undefined : 'ask'), was)],
      },
    };
  });

/** *Ask the academy manager*: whether it was taught, and is right. */
export const askManager = (deps: Needed, step: Step, now: Instant): Promise<void> =>
  askOrAttach(deps, step.reference, step, now, async (): Promise<Asking<Outcome<'ask-manager'>>> => {
    const was = await inPresentRun(deps, step);
    if (!was) return { outcome: 'SUPERSEDED' };
    if (was.state !== 'CHECKED') return { outcome: 'MOVED' };
    const { manager } = await settingsOn(deps, now);
    return {
      ask: {
        kind: claimRequests.manager,
        askKey: claimKey(claimRequests.manager, was),
        subject: was.id,
        context: was.cohort,
        outcomes: ['APPROVE', 'RETURN', 'REFUSE'],
        assignee: { person: manager.first },
        plan: officerPlan(manager),
        mail: 'request-opened',
        changes: [deps.claims.save(changedClaim(was, now, {}), was)],
      },
    };
  });

/** *Ask the finance officer*: whether it is paid; a second one, where the amount wants two. */
export const askFinance = (deps: Needed, step: Step, now: Instant): Promise<void> =>
  askOrAttach(deps, step.reference, step, now, async (): Promise<Asking<Outcome<'ask-finance'>>> => {
    const was = await inPresentRun(deps, step);
    if (!was) return { outcome: 'SUPERSEDED' };
    if (was.state !== 'MANAGER_APPROVED') return { outcome: 'MOVED' };
    const { finance } = await settingsOn(deps, now);
    return {
      ask: {
        kind: claimRequests.finance,
        askKey: claimKey(claimRequests.finance, was),
        subject: was.id,
        context: was.cohort,
        outcomes: ['APPROVE', 'ANOTHER', 'RETURN', 'ASK_MANAGER', 'REFUSE'],
        assignee: { person: finance.first },
        plan: officerPlan(finance),
        mail: 'request-opened',
        changes: [deps.claims.save(changedClaim(was, now, {}), was)],
      },
    };
  });
