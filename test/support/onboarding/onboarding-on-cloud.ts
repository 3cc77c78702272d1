import { presentIn, withVersion } from '../../../functions/agreements/agreement.ts';
import { loadTemplate } from '../../../functions/checklists/load-template.ts';
import { type DocumentState, withFiles } from '../../../functions/documents/document.ts';
import { ownerOf } from '../../../functions/onboarding/asked-documents.ts';
import { changedResidency, firstOf, type Residency } from '../../../functions/residencies/residency.ts';
import { runNameOf, startOf } from '../../../functions/runs/run.ts';
import { newId } from '../../../functions/shared/random.ts';
import { addDays, addMinutes, type LocalDate, seoulDateOf } from '../../../functions/shared/time.ts';
import { templateFrom } from '../checklists/checklist-world.ts';
import { dropOnceListed } from '../checklists/drop-required.ts';
import type { TestCloud } from '../cloud.ts';
import { storedFile } from '../documents/stored-file.ts';
import { eventually } from '../eventually.ts';
import { acceptedStartup, presentOf } from '../residency-events/stored-residencies.ts';

const by = 'operator:test';

/** A startup of a round of its own whose seat is accepted, a space that fits, and its run, which is being started. */
export async function startedOnboarding(
  at: TestCloud,
  change: Partial<Residency> = {},
): Promise<{ readonly id: string; readonly email: string; readonly space: string }> {
  const now = at.now();
  await loadTemplate(at, { template: templateFrom('lab-services'), by }, now);
  const firstDay = addDays(seoulDateOf(now), 20);
  const { residency, space } = await acceptedStartup(at, { firstDay, accepted: now });
  await at.commit({
    changes: [at.residencies.save(changedResidency(residency, now, change), residency)],
    events: [{ subject: residency.id, type: 'OnboardingNews', by, at: now }],
    outbox: [startOf('startup-lab-onboarding', residency.id, residency.run)],
  });
  return { id: residency.id, email: residency.startup.email, space };
}

/** Has documents in a state, as sending and looking through them would leave them. */
export async function haveDocuments(
  at: Pick<TestCloud, 'documents' | 'commit' | 'random' | 'now'>,
  id: string,
  state: DocumentState,
): Promise<void> {
  for (const slot of ['register-extract', 'insurance']) {
    const owner = ownerOf(id);
    const was = await at.documents.slot({ owner, slot });
    const base = was ?? { owner, slot, revision: 0, files: [] };
    const now = at.now();
    const file = storedFile({
      id: newId(at.random),
      number: base.files.length + 1,
      state,
      begunAt: now,
      until: addMinutes(now, 15),
      arrivedAt: now,
      ...(state === 'RETURNED' && { decided: { by: 'person:kwon-dahye', at: now, reason: 'too-old' as const } }),
    });
    await at.commit({
      changes: [at.documents.save(withFiles(base, [...base.files, file]), was)],
      events: [{ subject: id, type: 'DocumentArrived', by, at: now, data: { slot } }],
    });
  }
}

/** Has the agreement signed by both, as its pages would leave it, once the run has drafted it. */
export async function haveSigned(at: TestCloud, id: string): Promise<void> {
  const was = await eventually(`the agreement of ${id}`, async () => {
    const { agreement, callback } = { ...firstOf(await presentOf(at, id)), ...(await presentOf(at, id)) };
    return agreement !== undefined && callback !== undefined ? at.agreements.get(agreement) : undefined;
  });
  const present = presentIn(was);
  if (!present) throw new Error(`${was.id} has no version`);
  const now = at.now();
  const signed = withVersion(was, { ...present, state: 'SIGNED', endedAt: now }, { inForce: present.number });
  const version = presentIn(signed) ?? present;
  const ended = await at.agreementOwners.residency?.ended(id, signed, version, now);
  await at.commit({
    changes: [at.agreements.save(signed, was), ...(ended?.changes ?? [])],
    events: [{ subject: id, type: 'AgreementSigned', by, at: now }, ...(ended?.events ?? [])],
    outbox: ended?.outbox ?? [],
  });
}

/** The manager drops what is required of the list of services, as soon as it is there. @param but an item that stays */
export const dropServices = (at: TestCloud, id: string, but?: string): Promise<void> =>
  dropOnceListed(at, ownerOf(id), 'services', { but });

/** Moves the first day, as an operator would who was told of a mistake. */
export async function moveFirstDay(at: TestCloud, id: string, from: LocalDate): Promise<void> {
  const was = await presentOf(at, id);
  const [, ...others] = was.contracts;
  const next = changedResidency(was, at.now(), { contracts: [{ ...firstOf(was), from }, ...others] });
  await at.commit({
    changes: [at.residencies.save(next, was)],
    events: [{ subject: id, type: 'OnboardingNews', by, at: at.now(), data: { from } }],
  });
}

/** The name of the run that is under way. */
export const runOf = async (at: TestCloud, id: string): Promise<string> => runNameOf(id, (await presentOf(at, id)).run);
