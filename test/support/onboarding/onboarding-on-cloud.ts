import { presentIn, withVersion } from '../../../functions/agreements/agreement.ts';
import { decideItem } from '../../../functions/checklists/decide-item.ts';
import { isSettled } from '../../../functions/checklists/item.ts';
import { loadTemplate } from '../../../functions/checklists/load-template.ts';
import { type DocumentState, withFiles } from '../../../functions/documents/document.ts';
import { ownerOf } from '../../../functions/onboarding/asked-documents.ts';
import type { PersonRequest } from '../../../functions/requests/request.ts';
import { changedResidency, firstOf, type Residency } from '../../../functions/residencies/residency.ts';
import { runNameOf, startOf } from '../../../functions/runs/run.ts';
import { newId } from '../../../functions/shared/random.ts';
import { addDays, addMinutes, type LocalDate, seoulDateOf } from '../../../functions/shared/time.ts';
import { acceptedThen } from '../../../local/demo/lab/accept.ts';
import { apply, rankAs } from '../../../local/demo/lab/admit.ts';
import { labRound } from '../../../local/demo/lab/lab-round.ts';
import { admitted } from '../../../local/demo/lab/startups.ts';
import { mailsTo } from '../applicants.ts';
import { templateFrom } from '../checklists/checklist-world.ts';
import type { TestCloud } from '../cloud.ts';
import { storedFile } from '../documents/stored-file.ts';
import { eventually } from '../eventually.ts';
import { rowOf, spaceOf } from '../spaces/made-up.ts';

const by = 'operator:test';
let made = 0;

/** A startup of a round of its own whose seat is accepted, a space that fits, and its run, which is being started. */
export async function startedOnboarding(
  at: TestCloud,
  change: Partial<Residency> = {},
): Promise<{ readonly id: string; readonly email: string; readonly space: string }> {
  made += 1;
  const mark = `${process.pid}-${made}`;
  const now = at.now();
  await loadTemplate(at, { template: templateFrom('lab-services'), by }, now);
  const draft = labRound({
    id: `lab-${mark}`,
    code: 'S-27H1',
    title: { ko: '시험', en: 'Test' },
    firstDay: addDays(seoulDateOf(now), 20),
  });
  const email = `startup-${mark}@startup.example`;
  const typed = { ...admitted.typed, representative: { ...admitted.typed.representative, email: [email] } };
  const applied = await apply(at, draft, [{ ...admitted, email, typed }]);
  await rankAs(at, applied, addMinutes(now, -30));
  const [residency] = await acceptedThen(at, applied, now);
  if (!residency) throw new Error('nobody was admitted');
  const space = `onboarding-${mark}`;
  const row = rowOf(space, { accessible: true, from: addDays(seoulDateOf(now), -10), desks: 4 });
  await at.commit({
    changes: [
      ...at.spaces.create(spaceOf(space, [], row)),
      at.residencies.save(changedResidency(residency, now, change), residency),
    ],
    events: [
      { subject: `space#${space}`, type: 'SpaceLoaded', by, at: now },
      { subject: residency.id, type: 'OnboardingNews', by, at: now },
    ],
    outbox: [startOf('startup-lab-onboarding', residency.id, residency.run)],
  });
  return { id: residency.id, email, space };
}

export const presentResidency = async (at: TestCloud, id: string): Promise<Residency> => {
  const residency = await at.residencies.get(id);
  if (!residency) throw new Error(`there is no residency ${id}`);
  return residency;
};

/** The request that is open, as soon as a run waits for it. */
export const untilAsked = (at: TestCloud, id: string, kind: string): Promise<PersonRequest> =>
  eventually(`${kind} is asked about ${id}`, async () => {
    const all = await Promise.all((await at.requests.ofSubject(id)).map((one) => at.requests.get(one)));
    return all.find((one) => one?.kind === kind && one.state === 'OPEN');
  });

/** The link of an open request, as it was mailed. */
export const linkOf = (at: TestCloud, email: string, room: string, { id }: PersonRequest): Promise<string> =>
  eventually(`the link of ${id}`, async () => {
    const path = new RegExp(`/r/${room}/${id}/[\\w-]{43}`, 'u');
    return (await mailsTo(at, email)).map(({ text }) => path.exec(text)?.[0]).findLast((one) => one !== undefined);
  });

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
    const { agreement, callback } = { ...firstOf(await presentResidency(at, id)), ...(await presentResidency(at, id)) };
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
export async function dropServices(at: TestCloud, id: string, but?: string): Promise<void> {
  const list = () => at.checklists.list(ownerOf(id), 'services');
  await eventually(`the services of ${id}`, list);
  for (;;) {
    const present = await list();
    const open = present?.items.find((item) => item.required && item.id !== but && !isSettled(item));
    if (!present || !open) return;
    const decision = { outcome: 'DROP', words: '필요하지 않습니다.' } as const;
    await decideItem(at, { list: present.id, item: open.id, turn: open.turn, by: 'han-sejin', decision }, at.now());
  }
}

/** Moves the first day, as an operator would who was told of a mistake. */
export async function moveFirstDay(at: TestCloud, id: string, from: LocalDate): Promise<void> {
  const was = await presentResidency(at, id);
  const [, ...others] = was.contracts;
  const next = changedResidency(was, at.now(), { contracts: [{ ...firstOf(was), from }, ...others] });
  await at.commit({
    changes: [at.residencies.save(next, was)],
    events: [{ subject: id, type: 'OnboardingNews', by, at: at.now(), data: { from } }],
  });
}

/** The name of the run that is under way. */
export const runOf = async (at: TestCloud, id: string): Promise<string> =>
  runNameOf(id, (await presentResidency(at, id)).run);
