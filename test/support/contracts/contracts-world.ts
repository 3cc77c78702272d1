import { presentIn, type Version } from '../../../functions/agreements/agreement.ts';
import { lapseAgreement, refuseAgreement } from '../../../functions/agreements/end-agreement.ts';
import { signAgreement } from '../../../functions/agreements/sign-agreement.ts';
import type { Changes } from '../../../functions/contracts/addendum.ts';
import { beginAddendum } from '../../../functions/contracts/begin-addendum.ts';
import { beginExtension, type ExtensionBegins } from '../../../functions/contracts/begin-extension.ts';
import type { contractsSteps } from '../../../functions/contracts/joints.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import type { ResidencyEvent } from '../../../functions/residencies/residency-event.ts';
import { residencyEventsDoer } from '../../../functions/residency-events/steps.ts';
import { presentRunOf } from '../../../functions/runs/run.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { movedInThen } from '../../../local/demo/lab/move-in.ts';
import type { DemoStartup } from '../../../local/demo/lab/startups.ts';
import { moment } from '../moment.ts';
import { onboardingWorld } from '../onboarding/onboarding-world.ts';

/** Why each addendum of a test is begun. */
export const addendumReason = '상호가 바뀌어 등록증을 다시 받았습니다.';

const acceptedAt = moment('2027-04-16T10:00+09:00');

/**
 * A startup that is in the Lab from 10 May 2027 to 9 May 2028, in space annex-301, with the steps of its events done one
 * by one; it is February 2028.
 */
export async function contractsWorld({ startups }: { readonly startups?: readonly DemoStartup[] } = {}) {
  const world = await onboardingWorld({ acceptedAt, ...(startups && { startups }) });
  const { deps, residencies, id: first } = world;
  const spaces = ['annex-301', 'annex-303', 'annex-302'];
  for (const [index, residency] of residencies.entries()) {
    await movedInThen(deps, residency, spaces[index] ?? '', addMinutes(acceptedAt, 10));
  }
  world.at(moment('2028-02-07T10:00+09:00'));
  let token = 0;

  const event = async (id: string): Promise<ResidencyEvent> => {
    const found = await deps.residencyEvents.get(id);
    if (!found) throw new Error(`there is no event ${id}`);
    return found;
  };
  /** Does a step as its run does. @returns the outcome, or that it waits for somebody */
  const step = async (name: keyof typeof contractsSteps, id: string): Promise<string> => {
    const run = presentRunOf(id, await event(id));
    token += 1;
    const isAsk = name === 'ask-for-both-signatures';
    const input = { step: name, reference: id, run, ...(isAsk && { token: `event-token-${token}` }) };
    const { outcome } = await residencyEventsDoer.perform(deps, input, world.now());
    if (outcome !== 'ASKED') return outcome;
    return world.waitsFor(`event-token-${token}`);
  };
  const extend = async (number = 2, id = first): Promise<ExtensionBegins> => {
    const residency = await world.present(id);
    const begins = await beginExtension(deps, { residency, number, by: 'system:test' }, world.now());
    if (begins.kind === 'begins') {
      const [told, ...more] = begins.parts.events;
      if (told) await deps.commit({ ...begins.parts, events: [told, ...more] });
    }
    return begins;
  };
  const version = async (id: string): Promise<Version> => {
    const { agreement = '' } = await event(id);
    const stored = await deps.agreements.get(agreement);
    const present = stored && presentIn(stored);
    if (!present) throw new Error(`nothing is to be signed for ${id}`);
    return present;
  };
  /** What whoever is asked to sign now has in the mails. */
  const asked = async (id: string): Promise<PersonRequest> => {
    const { request = '' } = await version(id);
    const found = await deps.requests.get(request);
    if (!found) throw new Error(`nobody is asked to sign ${id}`);
    return found;
  };
  /** Whoever is asked to sign now signs. */
  const sign = async (id: string): Promise<string> => {
    const [present, { id: request, generation }] = [await version(id), await asked(id)];
    const name = present.signers[present.signatures.length]?.name ?? '';
    const given = { request, generation, name, sha256: present.sha256, code: 'challenge' };
    return (await signAgreement(deps, given, world.now())).kind;
  };
  const refuse = async (id: string): Promise<string> => {
    const { id: request, generation } = await asked(id);
    return refuseAgreement(
      deps,
      { request, generation, reason: '조건을 다시 의논하겠습니다.', by: 'signer' },
      world.now(),
    );
  };
  const lapse = async (id: string): Promise<void> => {
    const request = await asked(id);
    world.at(addMinutes(request.dueAt, 1));
    await lapseAgreement(deps, request, world.now());
  };
  /** Drafted, and signed by both. */
  const signedByBoth = async (id: string): Promise<void> => {
    await step('ask-for-both-signatures', id);
    await sign(id);
    await sign(id);
  };
  const addendum = (changes: Changes) =>
    beginAddendum(deps, { residency: first, changes, by: 'person:kwon-dahye', reason: addendumReason }, world.now());
  /** An addendum that the manager has begun, signed by both, and in force. */
  const changed = async (changes: Changes): Promise<string> => {
    const begun = await addendum(changes);
    if (begun.kind !== 'begun') throw new Error(begun.kind);
    await signedByBoth(begun.event);
    const outcome = await step('put-in-force', begun.event);
    if (outcome !== 'IN_FORCE') throw new Error(outcome);
    return begun.event;
  };
  /** The templates of the mails that have been put out, in no order. */
  const mails = (): string[] =>
    world
      .plain('outbox')
      .flatMap(({ errand, message }) => [errand, message])
      .flatMap((one) => (one && typeof one === 'object' && 'template' in one ? [String(one.template)] : []))
      .sort();

  return { ...world, event, step, extend, version, asked, sign, refuse, lapse, signedByBoth, addendum, changed, mails };
}
export type ContractsWorld = Awaited<ReturnType<typeof contractsWorld>>;
