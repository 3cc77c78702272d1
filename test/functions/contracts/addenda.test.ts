import { describe, expect, it } from 'vitest';
import { signAgreement } from '../../../functions/agreements/sign-agreement.ts';
import { verifyCopy } from '../../../functions/agreements/verify-copy.ts';
import { kinds } from '../../../functions/app/kinds.ts';
import { openApplication } from '../../../functions/applications/access.ts';
import { emailKey } from '../../../functions/applications/identity.ts';
import { keepSession } from '../../../functions/applications/keep-session.ts';
import type { Changes } from '../../../functions/contracts/addendum.ts';
import { askForAddendum, decideAddendum } from '../../../functions/contracts/ask-addendum.ts';
import { beginAddendum } from '../../../functions/contracts/begin-addendum.ts';
import { contractsErasing } from '../../../functions/contracts/erase-contracts.ts';
import { openedRequest } from '../../../functions/requests/request.ts';
import { changedResidency } from '../../../functions/residencies/residency.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { admitted } from '../../../local/demo/lab/startups.ts';
import { type ContractsWorld, contractsWorld } from '../../support/contracts/contracts-world.ts';
import { labTyped } from '../../support/rounds/lab.ts';

const reason = '상호가 바뀌어 등록증을 다시 받았습니다.';
const manager = 'kwon-dahye';

const begin = (world: ContractsWorld, changes: Changes) =>
  beginAddendum(world.deps, { residency: world.id, changes, by: `person:${manager}`, reason }, world.now());
const ask = (world: ContractsWorld, changes: Changes) =>
  askForAddendum({ ...world.deps, kinds }, { residency: world.id, changes, by: 'applicant', reason }, world.now());

/** Begun by the manager, signed by both, and in force. */
async function changed(world: ContractsWorld, changes: Changes): Promise<string> {
  const begun = await begin(world, changes);
  if (begun.kind !== 'begun') throw new Error(begun.kind);
  await world.signedByBoth(begun.event);
  expect(await world.step('ask-for-both-signatures', begun.event)).toBe('SIGNED');
  expect(await world.step('put-in-force', begun.event)).toBe('IN_FORCE');
  return begun.event;
}

describe('an addendum', () => {
  it.each([
    { name: '새봄페이먼츠' },
    { number: '220-81-62517' },
    { position: '공동 대표' },
    { position: '' },
    { mobile: '010-9999-1234' },
    { desks: 6 },
    { representative: '정가을', position: '대표', email: 'gaeul@saebom-pay.example', mobile: '010-2222-3333' },
  ] satisfies Changes[])('of %o is signed by both and comes into force', async (changes) => {
    const world = await contractsWorld();
    const before = await world.present();
    const event = await changed(world, changes);
    const after = await world.present();
    const { desks, ...startup } = changes;
    expect(after.desks).toBe(desks ?? before.desks);
    const kept = new Map<string, unknown>(Object.entries(after.startup));
    for (const [field, value] of Object.entries(startup)) expect(kept.get(field) ?? '').toBe(value);
    expect(after.contracts).toEqual(before.contracts);
    expect(after).toMatchObject({ id: before.id, state: 'RESIDENT', terms: before.terms });
    expect((await world.event(event)).state).toBe('DONE');
    const told = world.plain('audit').find(({ type }) => type === 'AddendumInForce');
    expect(told?.data).toEqual({ event, fields: expect.any(String) });
    for (const value of Object.values(startup).filter((one) => one !== '')) {
      expect(JSON.stringify(world.plain('audit'))).not.toContain(value);
    }
  });

  it('says what changes from what to what', async () => {
    const world = await contractsWorld();
    const { startup } = await world.present();
    await begin(world, { name: '새봄페이먼츠', desks: 6 });
    await world.step('ask-for-both-signatures', `${world.id}-D1`);
    const { sha256 } = await world.version(`${world.id}-D1`);
    const text = JSON.stringify((await world.deps.agreements.pdf(sha256))?.text);
    expect(text).toContain(`${startup.name}에서 새봄페이먼츠(으)로 바꿉니다.`);
    expect(text).toContain('Desks: from 4 to 6.');
  });

  it('does nothing twice by a run that is started again', async () => {
    const world = await contractsWorld();
    const event = await changed(world, { name: '새봄페이먼츠' });
    const mails = world.mails();
    const { revision } = await world.present();
    expect(await world.step('ask-for-both-signatures', event)).toBe('SIGNED');
    expect(await world.step('put-in-force', event)).toBe('IN_FORCE');
    expect(world.mails()).toEqual(mails);
    expect((await world.present()).revision).toBe(revision);
  });

  it('begins once, of two who begin it at once; the other is told that one is under way', async () => {
    const world = await contractsWorld();
    const both = await Promise.all([begin(world, { desks: 6 }), begin(world, { desks: 5 })]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['begun', 'under-way']);
    expect(await world.deps.residencyEvents.of(world.id)).toHaveLength(1);
  });

  it('is counted on after one that was refused, and the residency stays as it was', async () => {
    const world = await contractsWorld();
    const before = await world.present();
    await begin(world, { desks: 6 });
    await world.step('ask-for-both-signatures', `${world.id}-D1`);
    await world.refuse(`${world.id}-D1`);
    expect(await world.step('ask-for-both-signatures', `${world.id}-D1`)).toBe('NOT_SIGNED');
    expect(await world.step('set-aside', `${world.id}-D1`)).toBe('SET_ASIDE');
    expect(await world.present()).toEqual(before);
    expect(await begin(world, { desks: 5 })).toEqual({ kind: 'begun', event: `${world.id}-D2` });
  });

  it.each([
    [{}, 'nothing-changes'],
    [{ desks: 4 }, 'nothing-changes'],
    [{ kind: 'founder' }, 'kind-stays'],
    [{ kind: 'foreign-firm' }, 'kind-stays'],
    [{ number: '' }, 'number-missing'],
  ] satisfies [Changes, string][])('does not begin with %o', async (changes, kind) => {
    const world = await contractsWorld();
    expect(await begin(world, changes)).toEqual({ kind });
  });

  it('does not begin of somebody who is not in the Lab', async () => {
    const world = await contractsWorld();
    const was = await world.present();
    await world.deps.commit({
      changes: [world.deps.residencies.save(changedResidency(was, world.now(), {}, 'end'), was)],
      events: [{ subject: was.id, type: 'ContractNews', by: 'system:test', at: world.now() }],
    });
    expect(await begin(world, { desks: 6 })).toEqual({ kind: 'not-resident' });
    expect(await ask(world, { desks: 6 })).toEqual({ kind: 'not-resident' });
  });

  it('cannot be signed by the director first, whoever has the link of it', async () => {
    const world = await contractsWorld();
    await begin(world, { desks: 6 });
    const event = `${world.id}-D1`;
    await world.step('ask-for-both-signatures', event);
    const { sha256, signers } = await world.version(event);
    const { id: request, generation } = await world.asked(event);
    const given = { request, generation, name: signers[1]?.name ?? '', sha256, code: 'challenge' };
    expect((await signAgreement(world.deps, given, world.now())).kind).toBe('name-differs');
    expect((await world.version(event)).signatures).toEqual([]);
  });
});

describe('a change of representative', () => {
  const changes = { representative: '정가을', email: 'gaeul@saebom-pay.example' };

  it('is signed by the new one; the one before is told, and opens nothing any more once it is in force', async () => {
    const world = await contractsWorld();
    const { deps, id } = world;
    const before = await deps.applications.get(id);
    const begun = await begin(world, changes);
    expect(begun.kind).toBe('begun');
    expect(world.mails()).toContain('addendum-begun');
    await world.step('ask-for-both-signatures', `${id}-D1`);
    const { signers } = await world.version(`${id}-D1`);
    expect(signers[0]).toMatchObject({ name: '정가을', email: 'gaeul@saebom-pay.example' });
    expect((await deps.applications.get(id))?.email).toBe(admitted.email);
    await world.signedByBoth(`${id}-D1`);
    await world.step('put-in-force', `${id}-D1`);
    const after = await deps.applications.get(id);
    expect(after).toMatchObject({
      email: 'gaeul@saebom-pay.example',
      formerEmail: admitted.email,
      linkGeneration: (before?.linkGeneration ?? 0) + 1,
      proved: { since: world.now() },
    });
    expect(world.mails()).toContain('address-changed');
  });

  it('ends the browsers of the one before, and mails what is asked to the new one by another link', async () => {
    const world = await contractsWorld();
    const { deps, id } = world;
    const round = await deps.rounds.current('lab-then');
    const application = await deps.applications.get(id);
    if (!round || !application) throw new Error('there is no application');
    const { secret } = await keepSession(deps, round, application, world.now());
    const browser = { kind: 'session', reference: id, secret } as const;
    const verifyLink = async () => false;
    expect(await openApplication({ ...deps, verifyLink }, browser, world.now())).toBeDefined();
    const request = openedRequest({
      id: 'request-report',
      kind: 'onboarding-documents',
      subject: id,
      context: round.id,
      askKey: 'onboarding-documents/again',
      outcomes: ['SENT'],
      assignee: { applicant: id },
      why: 'asked',
      plan: { within: 5, remindAfter: [] },
      now: world.now(),
    });
    await deps.commit({
      changes: deps.requests.create(request),
      events: [{ subject: id, type: 'RequestOpened', by: 'system:test', at: world.now() }],
    });
    world.at(addMinutes(world.now(), 60));
    await changed(world, changes);
    expect(await openApplication({ ...deps, verifyLink }, browser, world.now())).toBeUndefined();
    expect(await deps.requests.get(request.id)).toMatchObject({
      state: 'OPEN',
      generation: 2,
      assignee: { applicant: id },
    });
    expect(world.mails()).toContain('onboarding-documents-reminder');
    const [before, after] = [admitted.email, changes.email].map((email) => emailKey(round.id, email));
    expect(await deps.applications.underContact(before ?? '')).toEqual([]);
    expect(await deps.applications.underContact(after ?? '')).toEqual([id]);
  });
});

describe('a founder who founds the firm', () => {
  it('stays the same residency, with a new party', async () => {
    const founder = { email: 'saebom@example.com', lang: 'ko', typed: labTyped.of('founder') } as const;
    const world = await contractsWorld({ startups: [founder] });
    const { deps, id } = world;
    const before = await world.present();
    const held = await deps.spaces.get('annex-301');
    expect(before.startup.kind).toBe('founder');
    expect(await begin(world, { kind: 'firm', name: '주식회사 새봄페이' })).toEqual({ kind: 'number-missing' });
    expect(await begin(world, { number: '123-45-67891' })).toEqual({ kind: 'number-without-firm' });
    await changed(world, { kind: 'firm', name: '주식회사 새봄페이', number: '123-45-67891' });
    const after = await world.present();
    expect(after.startup).toMatchObject({
      kind: 'firm',
      name: '주식회사 새봄페이',
      number: '123-45-67891',
      representative: before.startup.representative,
    });
    expect(after).toMatchObject({ id, contracts: before.contracts, terms: before.terms, seat: before.seat });
    expect(await deps.spaces.get('annex-301')).toEqual(held);
  });
});

describe('data that changes between signatures', () => {
  it('has an open extension made anew, which is signed from the first on', async () => {
    const world = await contractsWorld();
    const { deps, id } = world;
    await world.extend();
    const extension = `${id}-X2`;
    await world.step('ask-for-both-signatures', extension);
    await world.sign(extension);
    const first = await world.version(extension);
    await changed(world, { name: '새봄페이먼츠' });
    expect((await world.event(extension)).news).toBe(true);
    expect((await world.event(extension)).callback).toBeUndefined();
    expect(await world.step('ask-for-both-signatures', extension)).toBe('WAITS');
    const second = await world.version(extension);
    expect(second).toMatchObject({ number: 2, state: 'OPEN', signatures: [] });
    expect(second.signers[0]?.party).toBe('새봄페이먼츠');
    expect(await verifyCopy(deps, first.sha256)).toMatchObject({
      kind: 'known',
      version: { number: 1, state: 'REPLACED' },
      replacedBy: { number: 2 },
    });
    expect(await world.step('ask-for-both-signatures', extension)).toBe('WAITS');
    expect((await world.version(extension)).number).toBe(2);
    await world.signedByBoth(extension);
    expect(await world.step('put-in-force', extension)).toBe('IN_FORCE');
    expect((await world.present()).contracts).toHaveLength(2);
  });

  it('has an open addendum say the days of the contract that is extended meanwhile', async () => {
    const world = await contractsWorld();
    await begin(world, { desks: 6 });
    const addendum = `${world.id}-D1`;
    await world.step('ask-for-both-signatures', addendum);
    await world.extend();
    await world.signedByBoth(`${world.id}-X2`);
    await world.step('put-in-force', `${world.id}-X2`);
    await world.step('ask-for-both-signatures', addendum);
    const { number, sha256 } = await world.version(addendum);
    expect(number).toBe(2);
    expect(JSON.stringify((await world.deps.agreements.pdf(sha256))?.text)).toContain('2029년 5월 9일');
  });
});

describe('a change that a startup asks for', () => {
  it('begins once the manager has accepted it', async () => {
    const world = await contractsWorld();
    const { deps, id } = world;
    expect((await ask(world, { desks: 6 })).kind).toBe('asked');
    expect((await ask(world, { desks: 5 })).kind).toBe('asked-already');
    expect((await world.present()).changeAsked?.change).toMatchObject({ desks: 6, reason });
    expect(await deps.residencyEvents.of(id)).toEqual([]);
    const { id: request, generation } = await world.requestOf('addendum-request');
    const given = { request, generation, by: manager, decision: { outcome: 'CONFIRM' } } as const;
    const both = await Promise.all([
      decideAddendum(deps, given, world.now()),
      decideAddendum(deps, given, world.now()),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['closed', 'decided']);
    expect((await world.present()).changeAsked).toBeUndefined();
    expect((await world.event(`${id}-D1`)).change).toMatchObject({ for: 'addendum', desks: 6, reason });
    expect((await ask(world, { desks: 5 })).kind).toBe('under-way');
  });

  it('is told why not, once the manager has refused it, and can be asked for again', async () => {
    const world = await contractsWorld();
    const { deps } = world;
    await ask(world, { desks: 9 });
    const { id: request, generation } = await world.requestOf('addendum-request');
    const why = '그만한 공간이 없습니다.';
    const given = { request, generation, by: manager, decision: { outcome: 'REFUSE', reason: why } } as const;
    expect(await decideAddendum(deps, given, world.now())).toEqual({ kind: 'decided' });
    expect(await deps.requests.get(request)).toMatchObject({ state: 'SETTLED', outcome: 'REFUSE', reason: why });
    expect(world.mails()).toContain('addendum-refused');
    expect(await deps.residencyEvents.of(world.id)).toEqual([]);
    expect((await ask(world, { desks: 6 })).kind).toBe('asked');
  });

  it('is not begun twice if the manager has begun another meanwhile', async () => {
    const world = await contractsWorld();
    await ask(world, { desks: 6 });
    const { id: request, generation } = await world.requestOf('addendum-request');
    await begin(world, { name: '새봄페이먼츠' });
    const given = { request, generation, by: manager, decision: { outcome: 'CONFIRM' } } as const;
    expect((await decideAddendum(world.deps, given, world.now())).kind).toBe('under-way');
    expect((await world.deps.requests.get(request))?.state).toBe('OPEN');
  });
});

describe('what contracts keep of a startup', () => {
  it('is erased with the residency', async () => {
    const world = await contractsWorld();
    const { deps, id } = world;
    await changed(world, { name: '새봄페이먼츠', representative: '정가을' });
    await world.extend();
    await world.signedByBoth(`${id}-X2`);
    const changes = (await contractsErasing(deps).person?.(id, world.now())) ?? [];
    await deps.commit({
      changes,
      events: [{ subject: id, type: 'ContractNews', by: 'system:retention', at: world.now() }],
    });
    const kept = JSON.stringify([world.plain('residencyEvents'), world.plain('agreements')]);
    for (const told of ['새봄페이먼츠', '정가을', '김새봄', reason]) expect(kept).not.toContain(told);
    expect((await world.event(`${id}-D1`)).change).toEqual({ for: 'addendum' });
  });
});
