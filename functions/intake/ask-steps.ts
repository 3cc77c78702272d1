import { type Application, changedApplication, runName } from '../applications/application.ts';
import type { Dependencies } from '../applications/dependencies.ts';
import { askKey, intakeRequests } from '../applications/open-requests.ts';
import { receiptWith } from '../applications/receipt.ts';
import { type AskDependencies, type Asking, askOrAttach, type Waiting } from '../requests/ask.ts';
import { Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { findingsOf } from './eligibility-check.ts';
import type { intakeSteps } from './joints.ts';

type Outcome<Asked extends keyof typeof intakeSteps> = OutcomeOf<typeof intakeSteps, Asked>;
type Needed = AskDependencies & Pick<Dependencies, 'applications' | 'rounds' | 'outbox'>;
type Step = { readonly reference: string } & Waiting;

/** The outcome of a question whose answer the application shows already, for a run that comes to ask it late. */
const answered: Partial<Record<Application['state'], Outcome<'ask-officer'> & Outcome<'ask-applicant'>>> = {
  ACCEPTED: 'ACCEPT',
  REFUSED: 'REFUSE',
  WITHDRAWN: 'WITHDRAWN',
  CANCELLED: 'CANCELLED',
};

const stateNow = async ({ applications }: Pick<Dependencies, 'applications'>, step: Step) => {
  const application = await applications.get(step.reference);
  return application && runName(application) === step.run ? application : undefined;
};

/** *Ask the intake officer*: about a rule that is not met, a possible duplicate, or with the applicant's answer. */
export const askOfficer = (deps: Needed, step: Step, now: Instant): Promise<void> =>
  askOrAttach(deps, step.reference, step, now, async (): Promise<Asking<Outcome<'ask-officer'>>> => {
    const was = await stateNow(deps, step);
    if (!was) return { outcome: 'SUPERSEDED' };
    if (was.state === 'WITH_APPLICANT') return { outcome: 'RETURN' };
    if (was.state !== 'SUBMITTED' && was.state !== 'WITH_OFFICER') {
      return { outcome: answered[was.state] ?? 'SUPERSEDED' };
    }
    const [{ round, rules, duplicates, more }, receipt] = await Promise.all([
      findingsOf(deps, was),
      receiptWith(deps, 'OFFICER', was, now),
    ]);
    const { intake } = round;
    const move = was.state === 'SUBMITTED' ? 'askOfficer' : undefined;
    return {
      ask: {
        kind: intakeRequests.decision,
        askKey: askKey('decision', was),
        subject: was.reference,
        context: was.roundId,
        outcomes: ['ACCEPT', 'REFUSE', 'RETURN'],
        assignee: { person: intake.officer },
        plan: {
          within: intake.decideWithin,
          remindAfter: [...intake.remindAfter],
          deputy: intake.deputy,
          deputyWithin: intake.deputyWithin,
          escalation: intake.escalation,
        },
        mail: 'request-opened',
        changes: [
          deps.applications.save(
            changedApplication(was, now, { flags: { rules, duplicates, more: more || undefined } }, move),
            was,
          ),
          ...receipt.changes,
        ],
        outbox: receipt.outbox,
      },
    };
  });

/** *Ask the applicant*: the officer's question, about exactly the pages in question. */
export const askApplicant = (deps: Needed, step: Step, now: Instant): Promise<void> =>
  askOrAttach(deps, step.reference, step, now, async (): Promise<Asking<Outcome<'ask-applicant'>>> => {
    const was = await stateNow(deps, step);
    if (!was) return { outcome: 'SUPERSEDED' };
    if (was.state === 'WITH_OFFICER') return { outcome: 'ANSWER' };
    if (was.state !== 'WITH_APPLICANT') return { outcome: answered[was.state] ?? 'SUPERSEDED' };
    const decided = await deps.requests.byAskKey(askKey('decision', was));
    const round = await deps.rounds.version(was.roundId, was.roundVersion);
    if (!decided?.question || !round)
      throw new Fault(round ? 'RequestMissing' : 'RoundMissing', {
        reference: was.reference,
        round: was.roundId,
        version: was.roundVersion,
      });
    return {
      ask: {
        kind: intakeRequests.question,
        askKey: askKey('question', was),
        subject: was.reference,
        context: was.roundId,
        outcomes: ['ANSWER'],
        assignee: { applicant: was.reference },
        plan: { within: round.intake.question.answerWithin, remindAfter: [...round.intake.question.remindAfter] },
        question: decided.question,
        mail: 'question-asked',
        changes: [deps.applications.save(changedApplication(was, now, {}), was)],
      },
    };
  });
