import { describe, expect, it } from 'vitest';
import { signAgreement } from '../../../functions/agreements/sign-agreement.ts';
import { verifyCopy } from '../../../functions/agreements/verify-copy.ts';
import { kinds } from '../../../functions/app/kinds.ts';
import type { Changes } from '../../../functions/contracts/addendum.ts';
import { askForAddendum } from '../../../functions/contracts/ask-addendum.ts';
import { contractsErasing } from '../../../functions/contracts/erase-contracts.ts';
import { changedResidency } from '../../../functions/residencies/residency.ts';
import {
  type ContractsWorld,
  contractsWorld,
  addendumReason as reason,
} from '../../support/contracts/contracts-world.ts';
import { labTyped } from '../../support/rounds/lab.ts';

const ask = (world: ContractsWorld, changes: Changes) =>
  askForAddendum({ ...world.deps, kinds }, { residency: world.id, changes, by: 'applicant', reason }, world.now());

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
    const event = await world.changed(changes);
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
    await world.addendum({ name: '새봄페이먼츠', desks: 6 });
    await world.step('ask-for-both-signatures', `${world.id}-D1`);
    const { sha256 } = await world.version(`${world.id}-D1`);
    const text = JSON.stringify((await world.deps.agreements.pdf(sha256))?.text);
    expect(text).toContain(`${startup.name}에서 새봄페이먼츠(으)로 바꿉니다.`);
    expect(text).toContain('Desks: from 4 to 6.');
  });

  it('does nothing twice by a run that is started again', async () => {
    const world = await contractsWorld();
    const event = await world.changed({ name: '새봄페이먼츠' });
    const mails = world.mails();
    const { revision } = await world.present();
    expect(await world.step('ask-for-both-signatures', event)).toBe('SIGNED');
    expect(await world.step('put-in-force', event)).toBe('IN_FORCE');
    expect(world.mails()).toEqual(mails);
    expect((await world.present()).revision).toBe(revision);
  });

  it('begins once, of two who begin it at once; the other is told that one is under way', async () => {
    const world = await contractsWorld();
    const both = await Promise.all([world.addendum({ desks: 6 }), world.addendum({ desks: 5 })]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['begun', 'under-way']);
    expect(await world.deps.residencyEvents.of(world.id)).toHaveLength(1);
  });

  it('is counted on after one that was refused, and the residency stays as it was', async () => {
    const world = await contractsWorld();
    const before = await world.present();
    await world.addendum({ desks: 6 });
    await world.step('ask-for-both-signatures', `${world.id}-D1`);
    await world.refuse(`${world.id}-D1`);
    expect(await world.step('ask-for-both-signatures', `${world.id}-D1`)).toBe('NOT_SIGNED');
    expect(await world.step('set-aside', `${world.id}-D1`)).toBe('SET_ASIDE');
    expect(await world.present()).toEqual(before);
    expect(await world.addendum({ desks: 5 })).toEqual({ kind: 'begun', event: `${world.id}-D2` });
  });

  it.each([
    [{}, 'nothing-changes'],
    [{ desks: 4 }, 'nothing-changes'],
    [{ kind: 'founder' }, 'kind-stays'],
    [{ kind: 'foreign-firm' }, 'kind-stays'],
    [{ number: '' }, 'number-missing'],
  ] satisfies [Changes, string][])('does not begin with %o', async (changes, kind) => {
    const world = await contractsWorld();
    expect(await world.addendum(changes)).toEqual({ kind });
  });

  it('does not begin of somebody who is not in the Lab', async () => {
    const world = await contractsWorld();
    const was = await world.present();
    await world.deps.commit({
      changes: [world.deps.residencies.save(changedResidency(was, world.now(), {}, 'end'), was)],
      events: [{ subject: was.id, type: 'ContractNews', by: 'system:test', at: world.now() }],
    });
    expect(await world.addendum({ desks: 6 })).toEqual({ kind: 'not-resident' });
    expect(await ask(world, { desks: 6 })).toEqual({ kind: 'not-resident' });
  });

  it('cannot be signed by the director first, whoever has the link of it', async () => {
    const world = await contractsWorld();
    await world.addendum({ desks: 6 });
    const event = `${world.id}-D1`;
    await world.step('ask-for-both-signatures', event);
    const { sha256, signers } = await world.version(event);
    const { id: request, generation } = await world.asked(event);
    const given = { request, generation, name: signers[1]?.name ?? '', sha256, code: 'challenge' };
    expect((await signAgreement(world.deps, given, world.now())).kind).toBe('name-differs');
    expect((await world.version(event)).signatures).toEqual([]);
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
    expect(await world.addendum({ kind: 'firm', name: '주식회사 새봄페이' })).toEqual({ kind: 'number-missing' });
    expect(await world.addendum({ number: '123-45-67891' })).toEqual({ kind: 'number-without-firm' });
    await world.changed({ kind: 'firm', name: '주식회사 새봄페이', number: '123-45-67891' });
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
    await world.changed({ name: '새봄페이먼츠' });
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
    await world.addendum({ desks: 6 });
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

describe('what an addendum says was', () => {
  it('is left out where the agreement cannot print it, as of a position that was typed before that was refused', async () => {
    const world = await contractsWorld();
    const { deps, id } = world;
    const was = await world.present();
    const startup = { ...was.startup, position: '대표🌱' };
    await deps.commit({
      changes: [deps.residencies.save(changedResidency(was, world.now(), { startup }), was)],
      events: [{ subject: id, type: 'ContractNews', by: 'system:test', at: world.now() }],
    });
    await world.addendum({ position: '공동 대표' });
    await world.step('ask-for-both-signatures', `${id}-D1`);
    const { sha256 } = await world.version(`${id}-D1`);
    expect(JSON.stringify((await deps.agreements.pdf(sha256))?.text)).toContain(
      '표시할 수 없는 글자에서 공동 대표(으)로 바꿉니다',
    );
  });
});

describe('what contracts keep of a startup', () => {
  it('is erased with the residency', async () => {
    const world = await contractsWorld();
    const { deps, id } = world;
    await world.changed({ name: '새봄페이먼츠', representative: '정가을' });
    await world.extend();
    await world.signedByBoth(`${id}-X2`);
    const changes = (await contractsErasing(deps).words?.(id, world.now())) ?? [];
    await deps.commit({
      changes,
      events: [{ subject: id, type: 'ContractNews', by: 'system:retention', at: world.now() }],
    });
    const kept = JSON.stringify([world.plain('residencyEvents'), world.plain('agreements')]);
    for (const told of ['새봄페이먼츠', '정가을', '김새봄', reason]) expect(kept).not.toContain(told);
    expect((await world.event(`${id}-D1`)).change).toEqual({ for: 'addendum' });
  });
});
