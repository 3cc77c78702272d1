import { exitOwner } from '../../../functions/exits/exit-events.ts';
import type { exitsSteps } from '../../../functions/exits/joints.ts';
import { tellOverstays } from '../../../functions/exits/tell-overstays.ts';
import { changedResidency, lastOf, type Residency } from '../../../functions/residencies/residency.ts';
import type { ResidencyEvent } from '../../../functions/residencies/residency-event.ts';
import { beginDue } from '../../../functions/residency-events/begin-due.ts';
import { residencyEventsDoer } from '../../../functions/residency-events/steps.ts';
import { presentRunOf } from '../../../functions/runs/run.ts';
import { addDays, type Instant, type LocalDate, localDateSchema } from '../../../functions/shared/time.ts';
import { confirmReturn, decideAndStore, extendContract } from '../../../functions/spaces/decide-space.ts';
import { movedInThen } from '../../../local/demo/lab/move-in.ts';
import type { DemoStartup } from '../../../local/demo/lab/startups.ts';
import { dropRequired } from '../checklists/drop-required.ts';
import { moment } from '../moment.ts';
import { onboardingWorld } from '../onboarding/onboarding-world.ts';

export const day = (written: string): LocalDate => localDateSchema.parse(written);

export const manager = 'kwon-dahye';
export const director = 'han-jiyoon';
export const space = 'annex-301';

/** Whether an event is an exit, by its id. */
export const isExit = (id: string): boolean => /-E\d+(?:T\d+)?$/u.test(id);

/** At two in the morning in Seoul, when the clock begins what is due. */
export const nightOf = (date: string): Instant => moment(`${date}T02:00+09:00`);

/** Startups that have been in the Lab since 10 May 2027, each until 9 May 2028, the first in the space `annex-301`. */
export async function exitsWorld({ startups }: { readonly startups?: readonly DemoStartup[] } = {}) {
  const world = await onboardingWorld({ acceptedAt: moment('2027-04-16T10:00+09:00'), ...(startups && { startups }) });
  const { deps, residencies, id: first } = world;
  for (const [index, residency] of residencies.entries()) {
    await movedInThen(deps, residency, `annex-30${index + 1}`, moment('2027-04-20T10:00+09:00'));
  }
  world.at(moment('2027-06-01T12:00+09:00'));
  let token = 0;
  const faults: unknown[] = [];
  const reach = Object.assign(deps, { faulted: (error: unknown) => void faults.push(error) });

  const exit = async (id = first): Promise<ResidencyEvent> => {
    const all = (await deps.residencyEvents.of(id)).filter(({ kind }) => kind === 'exit');
    const found = all.find(({ state }) => state === 'OPEN') ?? all.at(-1);
    if (!found) throw new Error(`${id} has no exit`);
    return found;
  };
  /** What the clock does in the night to a day, of exits. */
  const night = async (date: string) => {
    world.at(nightOf(date));
    const { begun } = await beginDue(reach, world.now());
    const { told } = await tellOverstays(reach, world.now());
    return { begun: begun.filter(isExit), told };
  };
  /** Does a step as the run of the exit does. @returns the outcome, or that it waits */
  const step = async (name: keyof typeof exitsSteps, id = first, run?: string): Promise<string> => {
    const event = await exit(id);
    token += 1;
    const { outcome } = await residencyEventsDoer.perform(
      deps,
      {
        step: name,
        reference: event.id,
        run: run ?? presentRunOf(event.id, event),
        ...(name === 'wait-for-the-return' && { token: `exit-token-${token}` }),
        ...(name === 'end-residency' && { checks: 0 }),
      },
      world.now(),
    );
    if (outcome !== 'ASKED') return outcome;
    return world.waitsFor(`exit-token-${token}`);
  };
  const list = async (id = first) => deps.checklists.list(exitOwner((await exit(id)).id), 'exit');
  /** The manager drops what is required of the exit's list. */
  const settleList = async (id = first, most = 99): Promise<void> =>
    dropRequired({ ...deps, now: world.now }, exitOwner((await exit(id)).id), 'exit', { most });
  const giveBack = async (on: string, where = space, number = 1): Promise<string> => {
    const about = { space: where, number, on: day(on), by: `person:${manager}` };
    return (await decideAndStore(deps, () => confirmReturn(deps, about, world.now()))).kind;
  };
  /** The next contract comes into force, as its room does it. */
  const extend = async (id = first): Promise<void> => {
    const was = await world.present(id);
    const last = lastOf(was);
    const [from, to] = [addDays(last.to, 1), addDays(last.to, 366)];
    const taken = await deps.extending(was, { by: 'system:test', now: world.now() });
    const held = await extendContract(deps.spaces, { space, number: 1, to, by: 'system:test' }, world.now());
    if (held.kind !== 'decided') throw new Error(held.kind);
    const contracts = [...was.contracts, { number: last.number + 1, from, to }];
    await deps.commit({
      changes: [
        deps.residencies.save(changedResidency(was, world.now(), { contracts }), was),
        ...taken.changes,
        ...held.changes,
      ],
      events: [...held.events, ...taken.events],
      outbox: taken.outbox,
    });
  };
  /** The ids of the mails of a template, with to whom each is. */
  const mails = (template: string): { readonly to: string; readonly ids: unknown }[] =>
    world.plain('outbox').flatMap(({ errand }) => {
      const mail: unknown = errand;
      if (typeof mail !== 'object' || mail === null || !('template' in mail) || mail.template !== template) return [];
      const to = 'to' in mail && typeof mail.to === 'object' && mail.to ? String(Object.values(mail.to)[0]) : '';
      return [{ to, ids: 'ids' in mail ? mail.ids : undefined }];
    });
  const change = async (edit: Partial<Residency>, id = first): Promise<void> => {
    const was = await world.present(id);
    await deps.commit({
      changes: [deps.residencies.save(changedResidency(was, world.now(), edit), was)],
      events: [{ subject: id, type: 'OnboardingNews', by: 'system:test', at: world.now() }],
    });
  };

  return {
    ...world,
    deps: reach,
    faults,
    exit,
    night,
    exitStep: step,
    list,
    settleList,
    giveBack,
    extend,
    mails,
    change,
  };
}

export type ExitsWorld = Awaited<ReturnType<typeof exitsWorld>>;
