import { describe, expect, it } from 'vitest';
import { withdrawAgreement } from '../../../functions/agreements/end-agreement.ts';
import { nextContractOf } from '../../../functions/contracts/begin-extension.ts';
import { contractsLeaving } from '../../../functions/contracts/end-contracts.ts';
import { allotForContract, spacesForContract } from '../../../functions/contracts/extension-space.ts';
import { putInForce } from '../../../functions/contracts/put-in-force.ts';
import { setAside } from '../../../functions/contracts/set-aside.ts';
import { changedResidency } from '../../../functions/residencies/residency.ts';
import { changedResidencyEvent } from '../../../functions/residencies/residency-event.ts';
import { runNameOf } from '../../../functions/runs/run.ts';
import { localDateSchema } from '../../../functions/shared/time.ts';
import { allotSpace, decideAndStore, releaseSpace } from '../../../functions/spaces/decide-space.ts';
import { type ContractsWorld, contractsWorld } from '../../support/contracts/contracts-world.ts';
import { moment } from '../../support/moment.ts';

const day = (written: string) => localDateSchema.parse(written);

/** Somebody else is given the space of the first startup for days after its contract. */
const takeSpace = (world: ContractsWorld, space = 'annex-301') =>
  decideAndStore(world.deps, () =>
    allotSpace(
      world.deps.spaces,
      {
        space,
        holder: { kind: 'residency', id: 'S-27H2-AAAA-AAAA' },
        from: day('2028-06-01'),
        to: day('2029-05-31'),
        by: 'person:kwon-dahye',
      },
      world.now(),
    ),
  );

/** The run of an extension, from its beginning until it is in force. */
async function extended(world: ContractsWorld, number = 2): Promise<string> {
  const begins = await world.extend(number);
  if (begins.kind !== 'begins') throw new Error(begins.kind);
  await world.signedByBoth(begins.id);
  expect(await world.step('ask-for-both-signatures', begins.id)).toBe('SIGNED');
  expect(await world.step('put-in-force', begins.id)).toBe('IN_FORCE');
  return begins.id;
}

describe('an extension', () => {
  it('is signed by both, comes into force, and keeps the space for its days', async () => {
    const world = await contractsWorld();
    const { deps, id } = world;
    const begins = await world.extend();
    expect(begins).toMatchObject({ kind: 'begins', id: `${id}-X2` });
    const event = `${id}-X2`;
    expect(await world.step('ask-for-both-signatures', event)).toBe('WAITS');
    expect((await world.version(event)).signers.map(({ id: signer }) => signer)).toEqual(['startup', 'lab']);
    expect(await world.sign(event)).toBe('signed');
    expect(await world.step('ask-for-both-signatures', event)).toBe('WAITS');
    expect(await world.sign(event)).toBe('signed');
    expect(await world.step('ask-for-both-signatures', event)).toBe('SIGNED');
    expect(await world.step('put-in-force', event)).toBe('IN_FORCE');
    const { agreement } = await world.event(event);
    expect((await world.present()).contracts).toMatchObject([
      { number: 1, from: '2027-05-10', to: '2028-05-09' },
      { number: 2, from: '2028-05-10', to: '2029-05-09', agreement },
    ]);
    expect((await deps.spaces.get('annex-301'))?.holdings).toMatchObject([{ from: '2027-05-10', to: '2029-05-09' }]);
    expect((await world.event(event)).state).toBe('DONE');
    expect(await deps.requests.ofSubject(event)).toHaveLength(2);
  });

  it('says what is extended from when to when', async () => {
    const world = await contractsWorld();
    await world.extend();
    await world.step('ask-for-both-signatures', `${world.id}-X2`);
    const { sha256 } = await world.version(`${world.id}-X2`);
    const text = JSON.stringify((await world.deps.agreements.pdf(sha256))?.text);
    for (const said of ['2028년 5월 9일', '2028년 5월 10일', '2029년 5월 9일', '12개월', '2번째 협약']) {
      expect(text).toContain(said);
    }
  });

  it('does nothing twice by a run that is started again at any of its steps', async () => {
    const world = await contractsWorld();
    const { id, deps } = world;
    const event = await extended(world);
    const mails = world.mails();
    expect(await world.step('ask-for-both-signatures', event)).toBe('SIGNED');
    expect(await world.step('put-in-force', event)).toBe('IN_FORCE');
    expect((await world.present()).contracts).toHaveLength(2);
    expect(await deps.agreements.of(`residency-extension#${event}`)).toHaveLength(1);
    expect(world.mails()).toEqual(mails);
    expect(await world.extend(2)).toEqual({ kind: 'in-force', event: `${id}-X2` });
  });

  it('is drafted once by two runs at once', async () => {
    const world = await contractsWorld();
    const event = `${world.id}-X2`;
    await world.extend();
    await Promise.allSettled([
      world.step('ask-for-both-signatures', event),
      world.step('ask-for-both-signatures', event),
    ]);
    await world.step('ask-for-both-signatures', event);
    expect(await world.deps.agreements.of(`residency-extension#${event}`)).toHaveLength(1);
    expect(await world.deps.requests.ofSubject(event)).toHaveLength(1);
  });

  it('comes into force once of two tries at once', async () => {
    const world = await contractsWorld();
    const event = `${world.id}-X2`;
    await world.extend();
    await world.signedByBoth(event);
    const both = await Promise.all([world.step('put-in-force', event), world.step('put-in-force', event)]);
    expect(both).toEqual(['IN_FORCE', 'IN_FORCE']);
    expect((await world.present()).contracts).toHaveLength(2);
    expect(world.mails().filter((template) => template === 'contract-in-force')).toHaveLength(1);
  });

  it('goes on until the longest residency, and not further', async () => {
    const world = await contractsWorld();
    await extended(world, 2);
    world.at(moment('2029-02-07T10:00+09:00'));
    await extended(world, 3);
    const residency = await world.present();
    expect(residency.contracts.at(-1)).toMatchObject({ number: 3, from: '2029-05-10', to: '2030-05-09' });
    expect(nextContractOf(residency)).toEqual({ kind: 'at-most', mostMonths: 36 });
    expect(await world.extend(4)).toEqual({ kind: 'at-most', mostMonths: 36 });
    expect(nextContractOf({ ...residency, terms: { id: 'once', months: 12, mostMonths: 12 } })).toEqual({
      kind: 'not-extended',
    });
  });

  it('begins once, of two who begin it at once, and not while it is being signed', async () => {
    const world = await contractsWorld();
    const both = await Promise.allSettled([world.extend(), world.extend()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await world.extend()).toEqual({ kind: 'under-way', event: `${world.id}-X2` });
    const events = await world.deps.residencyEvents.of(world.id);
    expect(events.map(({ id }) => id)).toEqual([`${world.id}-X2`]);
  });
});

describe('an extension that is not signed by both', () => {
  it.each(['refused', 'lapsed', 'lapsed after one signature'] as const)('is set aside once it is %s', async (how) => {
    const world = await contractsWorld();
    const event = `${world.id}-X2`;
    await world.extend();
    await world.step('ask-for-both-signatures', event);
    if (how === 'lapsed after one signature') await world.sign(event);
    await (how === 'refused' ? world.refuse(event) : world.lapse(event));
    expect((await world.event(event)).news).toBe(true);
    expect(await world.step('ask-for-both-signatures', event)).toBe('NOT_SIGNED');
    expect(await world.step('set-aside', event)).toBe('SET_ASIDE');
    expect(await world.step('set-aside', event)).toBe('SET_ASIDE');
    expect(await world.step('put-in-force', event)).toBe('GONE');
    expect((await world.event(event)).state).toBe('DROPPED');
    expect((await world.present()).contracts).toHaveLength(1);
    const told = world.mails().filter((template) => template.startsWith('contract-set-aside'));
    expect(told).toEqual(['contract-set-aside', 'contract-set-aside-told']);
  });

  it('is set aside though its run was stopped after it was withdrawn, before the event was dropped', async () => {
    const world = await contractsWorld();
    const event = `${world.id}-X2`;
    await world.extend();
    await world.step('ask-for-both-signatures', event);
    const { agreement = '' } = await world.event(event);
    expect(await withdrawAgreement(world.deps, { agreement, by: 'system:contracts' }, world.now())).toBe('withdrawn');
    expect((await world.event(event)).state).toBe('OPEN');
    expect(await world.step('ask-for-both-signatures', event)).toBe('NOT_SIGNED');
    expect(await world.step('set-aside', event)).toBe('SET_ASIDE');
    expect((await world.event(event)).state).toBe('DROPPED');
  });

  it('can be begun once more, under another id', async () => {
    const world = await contractsWorld();
    const event = `${world.id}-X2`;
    await world.extend();
    await world.step('ask-for-both-signatures', event);
    await world.refuse(event);
    await world.step('set-aside', event);
    expect(await world.extend()).toMatchObject({ kind: 'begins', id: `${event}T2` });
    await world.signedByBoth(`${event}T2`);
    expect(await world.step('put-in-force', `${event}T2`)).toBe('IN_FORCE');
    expect((await world.present()).contracts.at(-1)?.to).toBe('2029-05-09');
  });

  it('is taken back when the startup is not in the Lab any more', async () => {
    const world = await contractsWorld();
    const { deps, id } = world;
    const event = `${id}-X2`;
    await world.extend();
    await world.step('ask-for-both-signatures', event);
    const was = await world.present();
    const leaving = await contractsLeaving(deps, { residency: id, by: 'system:test' }, world.now());
    await deps.commit({
      changes: [deps.residencies.save(changedResidency(was, world.now(), {}, 'end'), was), ...leaving.changes],
      events: [{ subject: id, type: 'ContractNews', by: 'system:test', at: world.now() }, ...leaving.events],
      outbox: leaving.outbox,
    });
    expect(await world.step('ask-for-both-signatures', event)).toBe('GONE');
    expect(await world.step('put-in-force', event)).toBe('GONE');
    expect(await world.step('set-aside', event)).toBe('SET_ASIDE');
    expect((await world.version(event)).state).toBe('WITHDRAWN');
    expect((await world.event(event)).state).toBe('DROPPED');
    // Nobody is told to begin it once more: whoever signs is told that it was taken back.
    expect(world.mails().filter((template) => template.startsWith('contract-set-aside'))).toEqual([]);
    expect(world.mails()).toContain('agreement-withdrawn');
  });

  it('is let alone by a run in whose place another has been started', async () => {
    const world = await contractsWorld();
    const { deps, id } = world;
    const event = `${id}-X2`;
    await world.extend();
    await world.step('ask-for-both-signatures', event);
    const was = await world.event(event);
    const again = changedResidencyEvent(was, world.now(), { run: 2, runName: runNameOf(event, 2) });
    await deps.commit({
      changes: [deps.residencyEvents.save(again, was)],
      events: [{ subject: event, type: 'ContractNews', by: 'system:test', at: world.now() }],
    });
    const early = { reference: event, run: runNameOf(event, 1) };
    expect(await putInForce(deps, early, world.now())).toBe('SUPERSEDED');
    expect(await setAside(deps, early, world.now())).toBe('SUPERSEDED');
    // The later run waits in its place, and nobody is asked anew.
    expect(await world.step('ask-for-both-signatures', event)).toBe('WAITS');
    expect(await deps.requests.ofSubject(event)).toHaveLength(1);
  });

  it('is taken back, signed by one, when one side gives notice', async () => {
    const world = await contractsWorld();
    const { deps, id } = world;
    const event = `${id}-X2`;
    await world.extend();
    await world.step('ask-for-both-signatures', event);
    await world.sign(event);
    const was = await world.present();
    const [contract] = was.contracts;
    if (!contract) throw new Error('there is no contract');
    const endedEarly = {
      by: 'startup' as const,
      noticedOn: day('2028-02-07'),
      insteadOf: contract.to,
      at: world.now(),
    };
    const leaving = await contractsLeaving(deps, { residency: id, by: 'applicant' }, world.now());
    const contracts = [{ ...contract, to: day('2028-03-31'), endedEarly }];
    await deps.commit({
      changes: [deps.residencies.save(changedResidency(was, world.now(), { contracts }), was), ...leaving.changes],
      events: [{ subject: id, type: 'ContractNews', by: 'applicant', at: world.now() }, ...leaving.events],
      outbox: leaving.outbox,
    });
    expect((await world.event(event)).callback).toBeUndefined();
    expect(await world.extend(2)).toEqual({ kind: 'leaving' });
    expect(await world.step('put-in-force', event)).toBe('GONE');
    expect(await world.step('ask-for-both-signatures', event)).toBe('NOT_SIGNED');
    expect(await world.step('set-aside', event)).toBe('SET_ASIDE');
    expect((await world.version(event)).state).toBe('WITHDRAWN');
    expect(world.mails().filter((template) => template.startsWith('contract-set-aside'))).toEqual([]);
  });
});

describe('the space of an extension that somebody else has by then', () => {
  it('is not lost unseen: the contract is in force, and the manager is asked for another', async () => {
    const world = await contractsWorld();
    const { deps, id } = world;
    expect((await takeSpace(world)).kind).toBe('changed');
    const event = await extended(world);
    expect((await world.present()).contracts).toHaveLength(2);
    const request = await world.requestOf('extension-space', event);
    expect(request).toMatchObject({ subject: event, assignee: { person: 'kwon-dahye' } });
    const { fitting } = await spacesForContract(deps, await world.present(), world.now());
    expect(fitting.map(({ space }) => space.id)).not.toContain('annex-301');
    const { generation } = request;
    const given = { request: request.id, generation, by: 'kwon-dahye' };
    expect(await allotForContract(deps, { ...given, space: 'annex-301' }, world.now())).toMatchObject({
      kind: 'not-allotted',
      why: { kind: 'taken' },
    });
    expect(await allotForContract(deps, { ...given, space: 'annex-302' }, world.now())).toEqual({ kind: 'allotted' });
    expect(await allotForContract(deps, { ...given, space: 'annex-302' }, world.now())).toEqual({ kind: 'closed' });
    expect((await deps.spaces.get('annex-302'))?.holdings).toMatchObject([
      { holder: { id }, from: '2028-05-10', to: '2029-05-09' },
    ]);
    expect((await deps.spaces.get('annex-301'))?.holdings[0]).toMatchObject({ holder: { id }, to: '2028-05-09' });
    expect(world.mails()).toContain('extension-space-allotted');
  });

  it('can be kept after all, once the other has let it go', async () => {
    const world = await contractsWorld();
    const { deps, id } = world;
    await takeSpace(world);
    const event = await extended(world);
    const { id: request, generation } = await world.requestOf('extension-space', event);
    await decideAndStore(deps, () =>
      releaseSpace(deps.spaces, { space: 'annex-301', number: 2, by: 'x' }, world.now()),
    );
    const { fitting } = await spacesForContract(deps, await world.present(), world.now());
    expect(fitting[0]?.space.id).toBe('annex-301');
    const given = { request, generation, space: 'annex-301', by: 'kwon-dahye' };
    expect(await allotForContract(deps, given, world.now())).toEqual({ kind: 'allotted' });
    expect((await deps.spaces.get('annex-301'))?.holdings).toMatchObject([{ holder: { id }, to: '2029-05-09' }]);
  });

  it('is held by one of both, whoever is first of an extension and an allotment at once', async () => {
    const world = await contractsWorld();
    const { deps } = world;
    const event = `${world.id}-X2`;
    await world.extend();
    await world.signedByBoth(event);
    const [inForce, taken] = await Promise.all([world.step('put-in-force', event), takeSpace(world)]);
    expect(inForce).toBe('IN_FORCE');
    expect((await world.present()).contracts).toHaveLength(2);
    const holdings = (await deps.spaces.get('annex-301'))?.holdings ?? [];
    const asked = (await deps.requests.ofSubject(event)).length > 2;
    expect(asked).toBe(taken.kind === 'changed');
    expect(holdings).toHaveLength(asked ? 2 : 1);
    expect(holdings[0]?.to).toBe(asked ? '2028-05-09' : '2029-05-09');
  });
});
