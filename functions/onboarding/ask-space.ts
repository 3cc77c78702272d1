import { type AskDependencies, type Asking, askOrAttach, type Waiting } from '../requests/ask.ts';
import { planWithDeputy } from '../requests/ask-staff.ts';
import { settled } from '../requests/request.ts';
import { changedResidency, firstOf, holderOf, type Residency } from '../residencies/residency.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Text } from '../shared/i18n.ts';
import type { OutcomeOf } from '../shared/names.ts';
import { type Instant, seoulDateOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { allotSpace, type NotDecided } from '../spaces/decide-space.ts';
import { spaceHeldBy } from '../spaces/held-space.ts';
import { type Proposal, proposeSpaces } from '../spaces/propose-space.ts';
import { type Space, spaceText } from '../spaces/space.ts';
import { findIn, rulesOf } from './case.ts';
import type { Dependencies } from './dependencies.ts';
import type { onboardingSteps } from './joints.ts';

export const spaceKind = 'space-allotment';

type Step = { readonly reference: string } & Waiting;

/** Business days that a manager has to allot a space. */
const allotWithin = 3;

/** *Allot the space*: the manager confirms what is proposed, or takes another. */
export const askForSpace = (
  deps: AskDependencies & Pick<Dependencies, 'residencies' | 'rounds' | 'spaces'>,
  step: Step,
  now: Instant,
): Promise<void> =>
  askOrAttach(
    deps,
    step.reference,
    step,
    now,
    async (): Promise<Asking<OutcomeOf<typeof onboardingSteps, 'ask-for-space'>>> => {
      const found = await findIn(deps, step);
      if (found.kind === 'over') return { outcome: found.outcome };
      const was = found.residency;
      if (was.state !== 'ONBOARDING' || (await spaceOf(deps, was, now))) return { outcome: 'ALLOTTED' };
      const { onboarding } = await rulesOf(deps, was);
      const { manager: person } = onboarding;
      return {
        ask: {
          kind: spaceKind,
          askKey: `${spaceKind}/${was.id}`,
          subject: was.id,
          context: was.roundId,
          outcomes: ['ALLOTTED'],
          assignee: { person },
          plan: await planWithDeputy(deps, person, { within: allotWithin, remindAfter: [1], deputyWithin: 1 }),
          mail: 'request-opened',
          changes: [deps.residencies.save(changedResidency(was, now, {}), was)],
        },
      };
    },
  );

/** The space that a startup has today, or that waits for it: as the spaces know it. */
export const spaceOf = async (
  { spaces }: { readonly spaces: Pick<Dependencies['spaces'], 'holder' | 'many'> },
  residency: Pick<Residency, 'id'>,
  now: Instant,
): Promise<Space | undefined> => (await spaceHeldBy(spaces, holderOf(residency), seoulDateOf(now)))?.space;

/** Whose it is and where, for whoever has to do with several: `Saebom Pay · Annex 3F 301`. */
export async function startupTitle(
  deps: Parameters<typeof spaceOf>[0],
  residency: Pick<Residency, 'id' | 'startup'>,
  now: Instant,
): Promise<Text> {
  const space = await spaceOf(deps, residency, now);
  const title = [residency.startup.name, ...(space ? [spaceText(space)] : [])].join(' · ');
  return { ko: title, en: title };
}

/** The spaces that a startup can have for its first contract, as they are now. */
export async function proposalFor(
  { spaces }: Pick<Dependencies, 'spaces'>,
  residency: Pick<Residency, 'desks' | 'needsAccess' | 'contracts'>,
  now: Instant,
): Promise<Proposal> {
  const { from, to } = firstOf(residency);
  const { desks, needsAccess } = residency;
  return proposeSpaces(await spaces.all(), { desks, needsAccess }, { from, to }, seoulDateOf(now));
}

export type AllotOutcome =
  | { readonly kind: 'allotted' | 'closed' }
  /** Somebody else has it by now, or it is not to be had. */
  | { readonly kind: 'not-allotted'; readonly why: NotDecided };

/**
 * Gives a startup a space for its first contract, and its run goes on: in one transaction, so that of two who are given
 * the same space at once one has it, and the other's manager sees what is free then.
 */
export const allotTo = (
  deps: Pick<Dependencies, 'commit' | 'requests' | 'residencies' | 'spaces'>,
  given: {
    readonly request: string;
    readonly generation: number;
    readonly space: string;
    readonly by: string;
    /** Why it is another than the one that was proposed. */
    readonly reason?: string;
  },
  now: Instant,
): Promise<AllotOutcome> =>
  decideAgainOnConflict(async () => {
    const was = await deps.requests.get(given.request);
    const residency = was && (await deps.residencies.get(was.subject));
    if (was?.state !== 'OPEN' || was.generation !== given.generation || residency?.state !== 'ONBOARDING') {
      return { kind: 'closed' };
    }
    const { from, to } = firstOf(residency);
    const { space, reason } = given;
    const by = `person:${given.by}`;
    const decided = await allotSpace(deps.spaces, { space, holder: holderOf(residency), from, to, by }, now);
    if (decided.kind !== 'decided' && decided.kind !== 'unchanged') return { kind: 'not-allotted', why: decided };
    const outcome = { outcome: 'ALLOTTED', by: given.by, at: now, ...(reason !== undefined && { reason }) } as const;
    await deps.commit({
      changes: [
        deps.requests.save(settled(was, outcome), was),
        deps.residencies.save(changedResidency(residency, now, {}), residency),
        ...(decided.kind === 'decided' ? decided.changes : []),
      ],
      events: [
        { subject: residency.id, type: 'OnboardingSpaceAllotted', by, at: now, data: { space, request: was.id } },
        ...(decided.kind === 'decided' ? decided.events : []),
      ],
      outbox: [
        ...(was.callback ? [{ kind: 'resume' as const, callback: was.callback }] : []),
        { kind: 'mail', template: 'onboarding-space-allotted', to: { applicant: residency.id }, ids: {} },
      ],
    });
    return { kind: 'allotted' };
  }, tries.contested);
