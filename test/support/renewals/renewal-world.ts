import { forms } from '../../../functions/forms/round-form.ts';
import { renewalsSteps } from '../../../functions/renewals/joints.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import { changedResidency, type Residency } from '../../../functions/residencies/residency.ts';
import type { ResidencyEvent } from '../../../functions/residencies/residency-event.ts';
import { beginDue } from '../../../functions/residency-events/begin-due.ts';
import { residencyEventsDoer } from '../../../functions/residency-events/steps.ts';
import { loadRound } from '../../../functions/rounds/load-round.ts';
import type { Round, WrittenDraft } from '../../../functions/rounds/round.ts';
import { writtenDraftSchema } from '../../../functions/rounds/round.ts';
import { presentRunOf } from '../../../functions/runs/run.ts';
import type { DemoStartup } from '../../../local/demo/lab/startups.ts';
import { moment } from '../moment.ts';
import { onboardingWorld } from '../onboarding/onboarding-world.ts';
import { renewalDraft } from '../rounds/lab-renewal.ts';

/** Residencies from Monday, 10 May 2027 to 9 May 2028, and the round of renewal that asks them from 10 January 2028 on. */
export const opensAt = moment('2028-01-10T09:00+09:00');
export const closesAt = moment('2028-02-25T18:00+09:00');

/** The round of renewal of `rounds/`, for the residents of the world's round. */
export const renewalOf = (change: Partial<WrittenDraft> = {}): WrittenDraft => {
  const draft = renewalDraft();
  return writtenDraftSchema.parse({
    ...draft,
    renews: { round: 'lab-then', window: draft.renews?.window },
    ...change,
  });
};

/** Startups that are in the Lab, and what is asked of them before their contracts end. */
export async function renewalWorld(given: { readonly startups?: readonly DemoStartup[] } = {}) {
  const world = await onboardingWorld({ acceptedAt: moment('2027-04-16T10:00+09:00'), ...given });
  const { deps, residencies } = world;
  const change = async (id: string, changes: Partial<Residency>, move?: 'begin' | 'end'): Promise<Residency> => {
    const was = await world.present(id);
    const next = changedResidency(was, world.now(), changes, move);
    await deps.commit({
      changes: [deps.residencies.save(next, was)],
      events: [{ subject: id, type: 'ResidencyBegun', by: 'system:test', at: world.now() }],
    });
    return next;
  };
  world.at(moment('2027-05-10T00:00+09:00'));
  for (const { id } of residencies) await change(id, {}, 'begin');

  const load = async (draft = renewalOf()): Promise<Round> => {
    const by = 'operator:test';
    const force = { reason: 'test' };
    const requiredFieldsOf = (form: string) => forms.get(form)?.requiredFields ?? [];
    await loadRound(deps, draft, { by, force, requiredFieldsOf }, world.now());
    const round = await deps.rounds.current(draft.id);
    if (!round) throw new Error('the round was not loaded');
    return round;
  };
  const faults: unknown[] = [];
  /** A night, with all that begins in it. @returns the invitations */
  const night = async (): Promise<readonly string[]> => {
    const { begun } = await beginDue({ ...deps, faulted: (error) => void faults.push(error) }, world.now());
    if (faults.length > 0) throw faults[0];
    return begun.filter((id) => /-R\d+(T\d+)?$/u.test(id));
  };
  const eventOf = async (id: string): Promise<ResidencyEvent> => {
    const event = await deps.residencyEvents.get(id);
    if (!event) throw new Error(`there is no event ${id}`);
    return event;
  };
  let token = 0;
  /** Asks as the run of the event does. @returns the outcome, or that it waits */
  const ask = async (id: string): Promise<string> => {
    token += 1;
    const run = presentRunOf(id, await eventOf(id));
    const input = { step: Object.keys(renewalsSteps)[0], reference: id, run, token: `renewal-${token}` };
    await residencyEventsDoer.perform(deps, input, world.now());
    return world.waitsFor(`renewal-${token}`);
  };
  const invitation = async (id: string): Promise<PersonRequest> => {
    const [request] = await deps.requests.ofSubject(id);
    const found = request === undefined ? undefined : await deps.requests.get(request);
    if (!found) throw new Error(`nobody is asked about ${id}`);
    return found;
  };
  return { ...world, change, load, night, ask, eventOf, invitation };
}
export type RenewalWorld = Awaited<ReturnType<typeof renewalWorld>>;
