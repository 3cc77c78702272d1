import { loadTemplate } from '../../../functions/checklists/load-template.ts';
import { exitOwner } from '../../../functions/exits/exit-events.ts';
import { eventBegins } from '../../../functions/residencies/begin-event.ts';
import { changedResidency, lastOf } from '../../../functions/residencies/residency.ts';
import type { EventBegins, ResidencyEvent } from '../../../functions/residencies/residency-event.ts';
import { presentRunOf } from '../../../functions/runs/run.ts';
import { addDays, seoulDateOf } from '../../../functions/shared/time.ts';
import { templateFrom } from '../checklists/checklist-world.ts';
import { dropOnceListed } from '../checklists/drop-required.ts';
import type { TestCloud } from '../cloud.ts';
import { endingIn, presentOf, storedResidency } from './stored-residencies.ts';

const by = 'operator:test';

/** A startup in the Lab whose contract ends so many days from now. */
export async function residentUntil(at: TestCloud, days: number) {
  await loadTemplate(at, { template: templateFrom('lab-exit'), by }, at.now());
  const { residency, space } = await storedResidency(at, { firstDay: endingIn(at, days) });
  return { residency, space, id: residency.id, email: residency.startup.email };
}

/** Begins an event with its run, as the night does. @returns its id */
export async function begins(at: TestCloud, given: EventBegins): Promise<string> {
  const { id, ...parts } = eventBegins(at, given, by, at.now());
  await at.commit(parts);
  return id;
}

export const eventOf = async (at: TestCloud, id: string): Promise<ResidencyEvent> => {
  const event = await at.residencyEvents.get(id);
  if (!event) throw new Error(`there is no event ${id}`);
  return event;
};

/** The name of the run that is under way, or was last. */
export const runOfEvent = async (at: TestCloud, id: string): Promise<string> => presentRunOf(id, await eventOf(at, id));

/** The manager drops what is required of the list of an exit, as soon as it is there. */
export const settleExitList = (at: TestCloud, event: string): Promise<void> =>
  dropOnceListed(at, exitOwner(event), 'exit');

/** Has the contract end yesterday, as if a night had passed. */
export async function endedYesterday(at: TestCloud, id: string): Promise<void> {
  const was = await presentOf(at, id);
  const last = { ...lastOf(was), to: addDays(seoulDateOf(at.now()), -1) };
  const next = changedResidency(was, at.now(), { contracts: [...was.contracts.slice(0, -1), last] });
  await at.commit({
    changes: [at.residencies.save(next, was)],
    events: [{ subject: id, type: 'OnboardingNews', by, at: at.now(), data: { to: last.to } }],
  });
}
