import { financeOfficer } from '../lecturers/lecturer.ts';
import type { Person } from '../people/person.ts';
import { type AskDependencies, type Asking, askOrAttach, type Waiting } from '../requests/ask.ts';
import type { Plan } from '../requests/plan.ts';
import { presentRunOf } from '../runs/run.ts';
import type { OutcomeOf } from '../shared/names.ts';
import { businessDayEnd, closeOfDay, type Instant, seoulDateOf } from '../shared/time.ts';
import { type Batch, changedBatch } from './batch.ts';
import type { Dependencies } from './dependencies.ts';
import type { paymentsSteps } from './joints.ts';
import { paymentKey, paymentRequests, paymentsContext } from './requests.ts';

type Outcome<Asked extends keyof typeof paymentsSteps> = OutcomeOf<typeof paymentsSteps, Asked>;
type Needed = AskDependencies & Pick<Dependencies, 'payments'>;
type Step = { readonly reference: string } & Waiting;

const isGivenUp = ({ state }: Batch): boolean => state === 'DISSOLVING' || state === 'DISSOLVED';

/** The batch, if the step is one of its present run. */
async function inPresentRun({ payments }: Needed, { reference, run }: Step): Promise<Batch | undefined> {
  const batch = await payments.batch(reference);
  return batch && presentRunOf(batch.id, batch) === run ? batch : undefined;
}

/**
 * Of finance the first who agreed to no claim of the batch and is paid by none; if there is nobody, the asking finds
 * that out by itself, and operators are told.
 */
async function firstEntitled({ people, interestsIn }: Needed, { id }: Batch): Promise<Person | undefined> {
  const officers = (await people.withRole(financeOfficer)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const interestOf = interestsIn({ subject: id });
  for (const officer of officers) if (!(await interestOf(officer))) return officer;
  return officers[0];
}

const askedOf = async (deps: Needed, batch: Batch): Promise<{ assignee: { person: string }; deputy: Plan }> => {
  const officer = await firstEntitled(deps, batch);
  const deputy = officer?.deputy === undefined ? {} : { deputy: officer.deputy };
  return { assignee: { person: officer?.id ?? financeOfficer }, deputy: { within: 1, remindAfter: [], ...deputy } };
};

/** *Ask finance for the bank's file*: due on the day of payment, and made at the desk with a second factor. */
export const askForFile = (deps: Needed, step: Step, now: Instant): Promise<void> =>
  askOrAttach(deps, step.reference, step, now, async (): Promise<Asking<Outcome<'ask-for-file'>>> => {
    const was = await inPresentRun(deps, step);
    if (!was) return { outcome: 'SUPERSEDED' };
    if (isGivenUp(was)) return { outcome: 'GIVEN_UP' };
    if (was.state !== 'FROZEN') return { outcome: 'MADE' };
    const { assignee, deputy } = await askedOf(deps, was);
    return {
      ask: {
        kind: paymentRequests.file,
        askKey: paymentKey(paymentRequests.file, was),
        subject: was.id,
        context: paymentsContext,
        outcomes: ['MADE'],
        assignee,
        plan: { ...deputy, dueOn: was.payOn, remindBefore: [1] },
        mail: 'request-opened',
        changes: [deps.payments.save(changedBatch(was, now, {}), was)],
      },
    };
  });

/** If the profile of the bank says nothing else. */
const answersWithin = 2;

/** *Ask for the bank's result*: due so many business days after the day of payment as the bank takes to tell. */
export const askForResult = (deps: Needed, step: Step, now: Instant): Promise<void> =>
  askOrAttach(deps, step.reference, step, now, async (): Promise<Asking<Outcome<'ask-for-result'>>> => {
    const was = await inPresentRun(deps, step);
    if (!was) return { outcome: 'SUPERSEDED' };
    if (isGivenUp(was)) return { outcome: 'GIVEN_UP' };
    if (was.state !== 'MADE') return { outcome: 'CONFIRMED' };
    const { profile } = await deps.payments.profileOf(was.id);
    const { assignee, deputy } = await askedOf(deps, was);
    const dueOn = seoulDateOf(businessDayEnd(closeOfDay(was.payOn), profile.answersWithin ?? answersWithin));
    return {
      ask: {
        kind: paymentRequests.result,
        askKey: paymentKey(paymentRequests.result, was),
        subject: was.id,
        context: paymentsContext,
        outcomes: ['CONFIRMED'],
        assignee,
        plan: { ...deputy, dueOn, remindBefore: [1] },
        mail: 'request-opened',
        changes: [deps.payments.save(changedBatch(was, now, {}), was)],
      },
    };
  });
