import type { Dependencies as Agreements } from '../agreements/dependencies.ts';
import { withdrawAgreement } from '../agreements/end-agreement.ts';
import type { Leaving, Left } from '../applications/leaving.ts';
import { checklistsErasing } from '../checklists/erase-checklists.ts';
import type { StoreReach } from '../checklists/store-list.ts';
import { resumeWithNews } from '../requests/ask.ts';
import { cancelled } from '../requests/request.ts';
import { changedResidency, firstOf, holderOf, type Residency } from '../residencies/residency.ts';
import { presentRunOf, revive, runNameOf, startOf } from '../runs/run.ts';
import type { RunStep } from '../runs/steps.ts';
import { leaveSelection } from '../seats/leave-selection.ts';
import { decideAgainOnConflict, Refused } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { takeBackSpaces } from '../spaces/held-space.ts';
import { ownerOf } from './asked-documents.ts';
import type { Dependencies } from './dependencies.ts';
import type { onboardingSteps } from './joints.ts';
import { residentStays } from './words.ts';

const by = 'system:onboarding';
const machine = 'startup-lab-onboarding';

/**
 * *Let go of the place*: the startup did not send what it had to, did not sign, or has left. Its seat goes on to the next
 * of the waitlist, once; then what it had is taken back, each by itself, so that a run that is started again goes on.
 */
export async function letGo(
  deps: Dependencies & Agreements & StoreReach,
  step: RunStep,
  now: Instant,
): Promise<OutcomeOf<typeof onboardingSteps, 'let-go'>> {
  const residency = await decideAgainOnConflict(async (): Promise<Residency | undefined> => {
    const was = await deps.residencies.get(step.reference);
    if (!was || presentRunOf(was.id, was) !== step.run) return undefined;
    if (was.state !== 'ONBOARDING') return was;
    const left = await leaveSelection(deps, was.id, { by, now });
    const next = changedResidency(was, now, { callback: undefined, takesBack: true }, 'drop');
    await deps.commit({
      changes: [deps.residencies.save(next, was), ...left.changes],
      events: [{ subject: was.id, type: 'OnboardingEnded', by, at: now, data: { run: step.run } }, ...left.events],
      outbox: [...left.outbox, { kind: 'mail', template: 'onboarding-ended', to: { applicant: was.id }, ids: {} }],
    });
    return next;
  }, tries.contested);
  if (!residency) return 'SUPERSEDED';
  await takeBack(deps, residency, now);
  await decideAgainOnConflict(async () => {
    const was = await deps.residencies.get(residency.id);
    if (!was?.takesBack) return;
    await deps.commit({
      changes: [deps.residencies.save(changedResidency(was, now, { takesBack: undefined }), was)],
      events: [{ subject: was.id, type: 'OnboardingTakenBack', by, at: now, data: { run: step.run } }],
      outbox: [],
    });
  }, tries.contested);
  return 'LET_GO';
}

/** The agreement that is not signed by all, the space and the list: what is over already stays as it is. */
async function takeBack(
  deps: Dependencies & Agreements & StoreReach,
  residency: Residency,
  now: Instant,
): Promise<void> {
  const { agreement } = firstOf(residency);
  if (agreement !== undefined) await withdrawAgreement(deps, { agreement, by }, now);
  await takeBackSpaces(deps, { holder: holderOf(residency), by }, now);
  const { events, ...lists } = await checklistsErasing(deps, { owner: ownerOf(residency.id), by }, now);
  const [first, ...more] = events;
  if (first) await deps.commit({ ...lists, events: [first, ...more] });
}

const runAgain = ({ id, run: before }: Residency) => {
  const run = before + 1;
  return { revival: { stuck: undefined, run, runName: runNameOf(id, run) }, start: [startOf(machine, id, run)] };
};

const nothing: Left = { changes: [], events: [], outbox: [] };

/**
 * A startup that withdraws before it moves in: what is asked of it or about it ends, and its run takes back the rest.
 * @throws Refused once it has moved in: its residency is ended with notice, and not with its application
 */
export const onboardingLeaving =
  (deps: Pick<Dependencies, 'requests' | 'residencies'>): Leaving =>
  async (reference, leaving) => {
    const was = await deps.residencies.get(reference);
    if (was?.state === 'RESIDENT') throw new Refused('RESIDENT', residentStays);
    if (was?.state !== 'ONBOARDING') return nothing;
    const { now } = leaving;
    const open = (await deps.requests.stillOpen(await deps.requests.ofSubject(reference))).filter(({ kind }) =>
      ['onboarding-documents', 'onboarding-check', 'space-allotment'].includes(kind),
    );
    const { outbox } = resumeWithNews(was);
    // A run that waits for the first day would keep the space until then: another takes back what the startup had.
    const isAwaited = was.callback !== undefined || open.some(({ callback }) => callback !== undefined);
    const { revival, start } = isAwaited ? revive(machine, was.id, was) : runAgain(was);
    return {
      changes: [
        deps.residencies.save(
          changedResidency(was, now, { ...revival, callback: undefined, news: true, takesBack: true }, 'drop'),
          was,
        ),
        ...open.map((request) => deps.requests.save(cancelled(request, 'GONE', leaving.by, now), request)),
      ],
      events: [{ subject: reference, type: 'OnboardingEnded', by: leaving.by, at: now, data: { why: 'withdrawn' } }],
      outbox: [
        ...start,
        ...outbox,
        ...open.flatMap(({ callback }) => (callback ? [{ kind: 'resume' as const, callback }] : [])),
      ],
    };
  };
