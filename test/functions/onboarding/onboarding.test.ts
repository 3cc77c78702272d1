import { describe, expect, it } from 'vitest';
import { presentIn } from '../../../functions/agreements/agreement.ts';
import { refuseAgreement } from '../../../functions/agreements/end-agreement.ts';
import { withdrawApplication } from '../../../functions/applications/withdraw-application.ts';
import { lapseDocuments } from '../../../functions/onboarding/ask-documents.ts';
import { allotTo, proposalFor, spaceOf } from '../../../functions/onboarding/ask-space.ts';
import { endCheck, sendDocuments } from '../../../functions/onboarding/decide-documents.ts';
import { onboardingErasing } from '../../../functions/onboarding/erase-onboarding.ts';
import { onboardingDoer } from '../../../functions/onboarding/steps.ts';
import { firstOf, onboardingInRun } from '../../../functions/residencies/residency.ts';
import { presentRunOf } from '../../../functions/runs/run.ts';
import { seatId } from '../../../functions/seats/seat.ts';
import { decideAndStore, moveHolder, releaseSpace } from '../../../functions/spaces/decide-space.ts';
import { admitted, renewing, staying, waiting } from '../../../local/demo/lab/startups.ts';
import { moment } from '../../support/moment.ts';
import { onboardingWorld } from '../../support/onboarding/onboarding-world.ts';

/** Friday: five business days later is Friday, 23 April. */
const acceptedAt = moment('2027-04-16T10:00+09:00');
const manager = 'kwon-dahye';

type World = Awaited<ReturnType<typeof onboardingWorld>>;

const send = async (world: World, id = world.id) => {
  const { id: request, generation } = await world.requestOf('onboarding-documents', id);
  return sendDocuments(world.deps, { request, generation }, world.now());
};
const check = async (world: World, outcome: string, id = world.id) => {
  const { id: request, generation } = await world.requestOf('onboarding-check', id);
  return endCheck(world.deps, { request, generation, by: manager, outcome }, world.now());
};
const allot = async (world: World, space: string, id = world.id, reason?: string) => {
  const { id: request, generation } = await world.requestOf('space-allotment', id);
  return allotTo(world.deps, { request, generation, space, by: manager, ...(reason && { reason }) }, world.now());
};

/** Sent, accepted, and about to be signed. */
async function untilSignatures(world: World, id = world.id): Promise<void> {
  await world.step('ask-for-documents', id);
  for (const slot of ['register-extract', 'insurance']) await world.document(slot, 'ACCEPTED', id);
  await send(world, id);
  await world.step('check-documents', id);
  await check(world, 'ACCEPTED', id);
}

/** Signed by both, and about to get a space. */
async function untilSpace(world: World, id = world.id): Promise<void> {
  await untilSignatures(world, id);
  await world.step('ask-for-signatures', id);
  await world.sign(id);
  await world.sign(id);
}

describe('a startup that was admitted', () => {
  it('sends its documents, signs, gets a space and its services, and moves in on the first day', async () => {
    const world = await onboardingWorld({ acceptedAt });
    const { deps } = world;
    expect(await world.step('ask-for-documents')).toBe('WAITS');
    expect((await world.requestOf('onboarding-documents')).dueAt).toBe(moment('2027-04-23T18:00+09:00'));
    await world.document('register-extract', 'CLEAN');
    expect((await send(world)).kind).toBe('lacking');
    await world.document('insurance', 'CLEAN');
    expect((await send(world)).kind).toBe('sent');
    expect(await world.step('check-documents')).toBe('WAITS');
    expect((await check(world, 'ACCEPTED')).kind).toBe('undecided');
    for (const slot of ['register-extract', 'insurance']) await world.document(slot, 'ACCEPTED');
    expect(await check(world, 'RETURNED')).toEqual({ kind: 'changed' });
    expect(await check(world, 'ACCEPTED')).toEqual({ kind: 'decided', outcome: 'ACCEPTED' });

    expect(await world.step('ask-for-signatures')).toBe('WAITS');
    expect(await world.sign()).toBe('signed');
    expect(await world.step('ask-for-signatures')).toBe('WAITS');
    expect(await world.sign()).toBe('signed');
    expect((await world.present()).news).toBe(true);
    expect(await world.step('ask-for-signatures')).toBe('SIGNED');

    expect(await world.step('ask-for-space')).toBe('WAITS');
    const { fitting } = await proposalFor(deps, await world.present(), world.now());
    expect(fitting.map(({ space }) => space.id)).toEqual(['annex-301']);
    expect((await allot(world, 'annex-301')).kind).toBe('allotted');
    expect((await deps.spaces.get('annex-301'))?.holdings).toMatchObject([{ from: '2027-05-10', to: '2028-05-09' }]);

    expect(await world.step('prepare-services')).toBe('WAITS');
    await world.services();
    expect((await world.present()).news).toBe(true);
    expect(await world.step('prepare-services')).toBe('DONE');

    expect(await world.step('begin-residency')).toBe('WAIT');
    world.at(moment('2027-05-10T00:00+09:00'));
    expect(await world.step('begin-residency')).toBe('BEGUN');
    expect((await world.present()).state).toBe('RESIDENT');
  });

  it('is asked for nothing twice by a run that is started again, wherever it was', async () => {
    const world = await onboardingWorld({ acceptedAt });
    await untilSpace(world);
    await world.step('ask-for-space');
    await allot(world, 'annex-301');
    await world.step('prepare-services');
    await world.services();
    const requests = world.plain('requests').length;
    expect(await world.step('ask-for-documents')).toBe('SENT');
    expect(await world.step('check-documents')).toBe('ACCEPTED');
    expect(await world.step('ask-for-signatures')).toBe('SIGNED');
    expect(await world.step('ask-for-space')).toBe('ALLOTTED');
    expect(await world.step('prepare-services')).toBe('DONE');
    // Callbacks alone came to it.
    expect(world.plain('requests').length).toBe(requests + 5);
    const agreements = await world.deps.agreements.of(`residency#${world.id}`);
    expect(agreements).toHaveLength(1);
  });

  it('is asked once for each thing by runs that come to it again while it is waited for', async () => {
    const world = await onboardingWorld({ acceptedAt });
    const { deps, id } = world;
    const waitsFor = async (step: Parameters<World['step']>[0]): Promise<void> => {
      expect(await world.step(step)).toBe('WAITS');
      const asked = await deps.requests.ofSubject(id);
      const mails = () => world.plain('outbox').filter(({ errand }) => JSON.stringify(errand).includes('"mail"'));
      const before = mails().length;
      expect([asked.length, before].every((count) => count > 0)).toBe(true);
      for (let again = 0; again < 2; again += 1) expect(await world.step(step)).toBe('WAITS');
      expect([step, await deps.requests.ofSubject(id), mails().length]).toEqual([step, asked, before]);
    };
    await waitsFor('ask-for-documents');
    for (const slot of ['register-extract', 'insurance']) await world.document(slot, 'ACCEPTED');
    await send(world);
    await waitsFor('check-documents');
    await check(world, 'ACCEPTED');
    await waitsFor('ask-for-signatures');
    await world.sign();
    await waitsFor('ask-for-signatures');
    await world.sign();
    await waitsFor('ask-for-space');
    await allot(world, 'annex-301');
    await waitsFor('prepare-services');
    expect(await deps.agreements.of(`residency#${id}`)).toHaveLength(1);
    expect((await deps.spaces.all()).flatMap(({ holdings }) => holdings)).toHaveLength(1);
  });
});

describe('documents that are returned', () => {
  it('are asked for until the same day; not there by then, the next of the waitlist has the offer, once', async () => {
    const world = await onboardingWorld({ acceptedAt, startups: [admitted, waiting], capacity: 1 });
    const { deps, applied } = world;
    const [, next = ''] = applied.references;
    await world.step('ask-for-documents');
    await world.document('insurance', 'ACCEPTED');
    await world.document('register-extract', 'RETURNED');
    expect((await send(world)).kind).toBe('lacking');
    await world.document('register-extract', 'CLEAN');
    await send(world);
    await world.step('check-documents');
    await world.document('register-extract', 'RETURNED');
    expect(await check(world, 'RETURNED')).toEqual({ kind: 'decided', outcome: 'RETURNED' });
    expect(await world.step('ask-for-documents')).toBe('WAITS');
    const again = await world.requestOf('onboarding-documents');
    expect(again.dueAt).toBe(moment('2027-04-23T18:00+09:00'));

    world.at(moment('2027-04-23T18:01+09:00'));
    const seat = () => deps.seats.seat(seatId('lab-then', 1));
    expect((await seat())?.state).toBe('TAKEN');
    expect(await world.step('let-go')).toBe('LET_GO');
    expect(await world.step('let-go')).toBe('LET_GO');
    expect((await world.present()).state).toBe('NOT_BEGUN');
    expect((await deps.seats.place(world.id))?.state).toBe('WITHDRAWN');
    expect(await seat()).toMatchObject({ state: 'VACANT', run: 2 });
    expect(await deps.seats.nextWaiting('lab-then')).toBe(next);
    const starts = world.plain('outbox').filter(({ errand }) => JSON.stringify(errand).includes('lab-then-seat-01_2'));
    expect(starts).toHaveLength(1);
    expect(await deps.agreements.of(`residency#${world.id}`)).toEqual([]);
  });

  it('cannot be asked for any more once the last day is over: the check ends with the place', async () => {
    const world = await onboardingWorld({ acceptedAt });
    await world.step('ask-for-documents');
    for (const slot of ['register-extract', 'insurance']) await world.document(slot, 'CLEAN');
    await send(world);
    await world.step('check-documents');
    await world.document('insurance', 'ACCEPTED');
    await world.document('register-extract', 'RETURNED');
    world.at(moment('2027-04-26T09:00+09:00'));
    expect(await check(world, 'RETURNED')).toEqual({ kind: 'changed' });
    expect(await check(world, 'REFUSED')).toEqual({ kind: 'decided', outcome: 'REFUSED' });
  });
});

describe('the last day for documents', () => {
  const lapse = async (world: World) =>
    lapseDocuments(world.deps, await world.requestOf('onboarding-documents'), world.now());

  it('takes what is there as sent, though nobody said so; the manager decides', async () => {
    const world = await onboardingWorld({ acceptedAt });
    await world.step('ask-for-documents');
    for (const slot of ['register-extract', 'insurance']) await world.document(slot, 'CLEAN');
    const request = await world.requestOf('onboarding-documents');
    world.at(moment('2027-04-23T18:00+09:00'));
    await lapse(world);
    expect(await world.deps.requests.get(request.id)).toMatchObject({ state: 'SETTLED', outcome: 'SENT' });
    expect(await world.step('check-documents')).toBe('WAITS');
  });

  it('ends the place if something is not there, and the word of a startup that comes later changes nothing', async () => {
    const world = await onboardingWorld({ acceptedAt });
    await world.step('ask-for-documents');
    await world.document('insurance', 'CLEAN');
    const request = await world.requestOf('onboarding-documents');
    world.at(moment('2027-04-23T18:00+09:00'));
    await lapse(world);
    expect((await world.deps.requests.get(request.id))?.state).toBe('LAPSED');
    await world.document('register-extract', 'CLEAN');
    const { id, generation } = request;
    expect(await sendDocuments(world.deps, { request: id, generation }, world.now())).toEqual({ kind: 'closed' });
  });

  it('lets one of two that are decided at once win: the word of the startup, or the clock', async () => {
    const world = await onboardingWorld({ acceptedAt });
    await world.step('ask-for-documents');
    for (const slot of ['register-extract', 'insurance']) await world.document(slot, 'CLEAN');
    const request = await world.requestOf('onboarding-documents');
    await Promise.allSettled([send(world), lapse(world)]);
    expect(await world.deps.requests.get(request.id)).toMatchObject({ state: 'SETTLED', outcome: 'SENT' });
    const sent = world.plain('audit').filter(({ type }) => type === 'OnboardingDocumentsSent');
    expect(sent).toHaveLength(1);
  });
});

describe('an agreement that is refused', () => {
  it('ends what was begun, and the run lets go of the place', async () => {
    const world = await onboardingWorld({ acceptedAt });
    const { deps } = world;
    await untilSignatures(world);
    await world.step('ask-for-signatures');
    const { agreement = '' } = firstOf(await world.present());
    const stored = await deps.agreements.get(agreement);
    const request = (await deps.requests.get((stored && presentIn(stored)?.request) ?? '')) ?? undefined;
    const given = { request: request?.id ?? '', generation: 1, reason: '조건이 맞지 않습니다.', by: 'signer' };
    expect(await refuseAgreement(deps, given, world.now())).toBe('refused');
    expect(await world.step('ask-for-signatures')).toBe('NOT_SIGNED');
    expect(await world.step('let-go')).toBe('LET_GO');
  });
});

describe('a startup that withdraws', () => {
  it.each(['documents', 'signatures', 'space', 'services'] as const)(
    'while its %s are under way leaves nothing behind',
    async (when) => {
      const world = await onboardingWorld({ acceptedAt });
      const { deps, id } = world;
      await world.step('ask-for-documents');
      if (when !== 'documents') await untilSignatures(world);
      if (when === 'signatures') await world.step('ask-for-signatures');
      if (when === 'space' || when === 'services') await world.step('ask-for-space');
      if (when === 'services') {
        await allot(world, 'annex-301');
        await world.step('prepare-services');
      }
      await withdrawApplication(deps, id, world.now());
      expect((await world.present()).state).toBe('NOT_BEGUN');
      expect(await world.step('begin-residency')).toBe('GONE');
      expect(await world.step('let-go')).toBe('LET_GO');
      const open = await deps.requests.stillOpen(await deps.requests.ofSubject(id));
      expect(open.map(({ kind }) => kind)).toEqual([]);
      expect((await deps.spaces.get('annex-301'))?.holdings).toEqual([]);
      expect((await deps.seats.place(id))?.state).toBe('WITHDRAWN');
    },
  );
});

describe('what a startup had that does not move in', () => {
  it('is taken back at once when it withdraws between its services and its first day, by another run', async () => {
    const world = await onboardingWorld({ acceptedAt });
    const { deps, id } = world;
    await untilSpace(world);
    await world.step('ask-for-space');
    await allot(world, 'annex-301');
    await world.step('prepare-services');
    await world.services();
    const waits = presentRunOf(id, await world.present());
    expect(await world.step('begin-residency')).toBe('WAIT');
    await withdrawApplication(deps, id, world.now());
    const left = await world.present();
    expect(left).toMatchObject({ state: 'NOT_BEGUN', run: 2, takesBack: true });
    const starts = world.plain('outbox').filter(({ errand }) => JSON.stringify(errand).includes(`${id}_2`));
    expect(starts).toHaveLength(1);
    expect(await world.step('ask-for-documents')).toBe('GONE');
    expect(await world.step('let-go')).toBe('LET_GO');
    expect((await deps.spaces.get('annex-301'))?.holdings).toEqual([]);
    const over = await world.present();
    expect([over.takesBack, over.needsRun]).toEqual([undefined, undefined]);
    // The one that waited wakes on the first day.
    world.at(moment('2027-05-10T00:00+09:00'));
    const late = await onboardingDoer.perform(
      deps,
      { step: 'begin-residency', reference: id, run: waits, checks: 0 },
      world.now(),
    );
    expect(late.outcome).toBe('SUPERSEDED');
  });

  it('is taken back by the run that follows one that was stopped before it had', async () => {
    const world = await onboardingWorld({ acceptedAt });
    const { deps, id } = world;
    await untilSpace(world);
    await world.step('ask-for-space');
    await allot(world, 'annex-301');
    await world.step('prepare-services');
    await withdrawApplication(deps, id, world.now());
    const left = await world.present();
    expect(onboardingInRun(left)).toBe(true);
    expect(left.needsRun).toBeDefined();
    expect(await world.step('let-go')).toBe('LET_GO');
    expect(await world.step('let-go')).toBe('LET_GO');
    expect(onboardingInRun(await world.present())).toBe(false);
    const back = world.plain('audit').filter(({ type }) => type === 'OnboardingTakenBack');
    expect(back).toHaveLength(1);
  });
});

describe('a space that two are given at once', () => {
  it('goes to one of them, and the other manager sees what is free then', async () => {
    const startups = [admitted, renewing, staying, waiting];
    const world = await onboardingWorld({ acceptedAt, startups });
    const ids = world.residencies.map(({ id }) => id);
    for (const id of ids) await world.step('ask-for-space', id);
    // Four of them, and three spaces.
    const first = await Promise.all(ids.map((id) => allot(world, 'annex-303', id)));
    expect(first.map(({ kind }) => kind).toSorted()).toEqual([
      'allotted',
      'not-allotted',
      'not-allotted',
      'not-allotted',
    ]);
    const left = ids.filter((_, index) => first[index]?.kind !== 'allotted');
    const second = await Promise.all(left.map((id) => allot(world, 'annex-301', id)));
    expect(second.filter(({ kind }) => kind === 'allotted')).toHaveLength(1);
    const rest = left.filter((_, index) => second[index]?.kind !== 'allotted');
    const third = await Promise.all(rest.map((id) => allot(world, 'annex-302', id)));
    expect(third.filter(({ kind }) => kind === 'allotted')).toHaveLength(1);
    const spaces = await world.deps.spaces.all();
    expect(spaces.map(({ holdings }) => holdings.length)).toEqual([1, 1, 1]);
  });
});

describe('a space that a startup has', () => {
  it('is the one to which it was moved meanwhile, and is asked for again once it is taken back', async () => {
    const world = await onboardingWorld({ acceptedAt });
    const { deps, id } = world;
    await untilSpace(world);
    await world.step('ask-for-space');
    await allot(world, 'annex-301');
    const [holding] = (await deps.spaces.get('annex-301'))?.holdings ?? [];
    const { number = 0, from } = holding ?? {};
    const on = from ?? (await world.present()).documentsDueOn;
    const by = 'person:test';
    const move = { space: 'annex-301', number, to: 'annex-303', on, by };
    await decideAndStore(deps, () => moveHolder(deps.spaces, move, world.now()));
    expect((await spaceOf(deps, { id }, world.now()))?.id).toBe('annex-303');
    expect(await world.step('ask-for-space')).toBe('ALLOTTED');
    const back = { space: 'annex-303', number: 1, by };
    await decideAndStore(deps, () => releaseSpace(deps.spaces, back, world.now()));
    expect(await spaceOf(deps, { id }, world.now())).toBeUndefined();
  });
});

describe('a startup that is erased', () => {
  it('leaves no name behind in its residency, its agreement and its list; not while it is in the Lab', async () => {
    const world = await onboardingWorld({ acceptedAt });
    const { deps, id } = world;
    const erasing = onboardingErasing(deps);
    const application = await deps.applications.get(id);
    if (!application) throw new Error('the application is gone');
    expect(await erasing.holds?.(application)).toBe(true);
    await untilSignatures(world);
    await world.step('ask-for-signatures');
    await world.sign();
    await withdrawApplication(deps, id, world.now());
    await world.step('let-go');
    expect(await erasing.holds?.(application)).toBe(false);
    const erase = async () => [
      ...((await erasing.words?.(id, world.now())) ?? []),
      ...((await erasing.person?.(id, world.now())) ?? []),
    ];
    const changes = await erase();
    await deps.commit({
      changes,
      events: [{ subject: id, type: 'OnboardingTakenBack', by: 'system:test', at: world.now() }],
    });
    const kept = ['residencies', 'agreements', 'checklists'].flatMap((table) => world.plain(table));
    expect(JSON.stringify(kept)).not.toMatch(/김새봄|saebom|010-0000-4101/u);
    expect(await erase()).toEqual([]);
  });
});
