import { describe, expect, it } from 'vitest';
import { requiredDone } from '../../../functions/checklists/checklist.ts';
import { startChecklist } from '../../../functions/checklists/start-checklist.ts';
import { dueExits } from '../../../functions/exits/due-exits.ts';
import { giveNotice } from '../../../functions/exits/give-notice.ts';
import { ownerOf } from '../../../functions/onboarding/asked-documents.ts';
import { rulesOf } from '../../../functions/onboarding/case.ts';
import { eventBegins } from '../../../functions/residencies/begin-event.ts';
import { beginDue } from '../../../functions/residency-events/begin-due.ts';
import { residencyEventsDoer } from '../../../functions/residency-events/steps.ts';
import { decideAndStore, moveHolder } from '../../../functions/spaces/decide-space.ts';
import { occupancyOn } from '../../../functions/spaces/occupancy.ts';
import {
  day,
  director,
  type ExitsWorld,
  exitsWorld,
  isExit,
  manager,
  nightOf,
  space,
} from '../../support/exits/exits-world.ts';
import { moment } from '../../support/moment.ts';

/** What is kept of the first startup's space on a day, as it is known today. */
const occupied = async ({ deps }: ExitsWorld, date: string, today: string) =>
  occupancyOn(await deps.spaces.all(), day(date), day(today)).find((row) => row.space.id === space)?.state;

/** Until the run waits for what is done and returned. */
async function waiting(world: ExitsWorld, night = '2028-04-09'): Promise<void> {
  await world.night(night);
  expect(await world.exitStep('begin-exit')).toBe('BEGUN');
  expect(await world.exitStep('wait-for-the-return')).toBe('WAITS');
}

/** The extension to the second contract begins. */
const beginAgreement = async ({ deps, id, now }: ExitsWorld, about: 'X2' | 'X2T2'): Promise<void> => {
  const contract = { number: 2, from: day('2028-05-10'), to: day('2029-05-09') };
  const change = { for: 'extension', contract, months: 12 } as const;
  const begun = { residency: id, kind: 'agreement', about, change } as const;
  const { id: event, ...parts } = eventBegins(deps, begun, 'system:test', now());
  expect(event).toContain(about);
  await deps.commit(parts);
};

describe('a startup that is not extended', () => {
  it('gives its keys back two days late: occupied until then, free afterwards, told on the first day', async () => {
    const world = await exitsWorld();
    const { deps, id } = world;
    expect(await world.night('2028-04-08')).toEqual({ begun: [], told: [] });
    expect((await world.night('2028-04-09')).begun).toEqual([`${id}-E1`]);
    expect(await world.exitStep('begin-exit')).toBe('BEGUN');
    expect((await world.list())?.day).toBe('2028-05-09');
    expect(world.mails('exit-begun')).toEqual([{ to: id, ids: { event: `${id}-E1` } }]);
    expect(await world.exitStep('wait-for-the-return')).toBe('WAITS');
    await world.settleList();
    expect((await world.exit()).news).toBe(true);
    expect(await world.exitStep('wait-for-the-return')).toBe('WAITS');

    expect((await world.night('2028-05-09')).told).toEqual([]);
    expect((await world.night('2028-05-10')).told).toEqual([space]);
    expect(
      world
        .mails('overstay-told')
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual([director, manager]);
    expect(world.mails('overstay-asked').map(({ to }) => to)).toEqual([id]);
    expect((await world.night('2028-05-11')).told).toEqual([]);
    world.at(moment('2028-05-11T15:00+09:00'));
    expect(await world.giveBack('2028-05-11')).toBe('changed');
    for (const date of ['2028-05-09', '2028-05-10', '2028-05-11']) {
      expect(await occupied(world, date, '2028-05-12'), date).toBe(date === '2028-05-09' ? 'occupied' : 'staying');
    }
    expect(await occupied(world, '2028-05-12', '2028-05-12')).toBe('free');

    expect((await world.exit()).news).toBe(true);
    expect(await world.exitStep('wait-for-the-return')).toBe('RETURNED');
    expect(await world.exitStep('end-residency')).toBe('ENDED');
    expect((await world.present()).state).toBe('ENDED');
    expect((await world.exit()).state).toBe('DONE');
    expect(world.mails('residency-ended')).toHaveLength(1);
    expect((await world.night('2028-05-14')).told).toEqual([]);
    expect((await deps.requests.stillOpen(await deps.requests.ofSubject(id))).map(({ kind }) => kind)).toEqual([]);
    expect(world.faults).toEqual([]);
  });

  it('that has returned its space before the last day stays a resident until that is over', async () => {
    const world = await exitsWorld();
    await waiting(world);
    world.at(moment('2028-05-02T12:00+09:00'));
    await world.giveBack('2028-05-01');
    expect(await world.exitStep('wait-for-the-return')).toBe('WAITS');
    await world.settleList();
    expect(await world.exitStep('wait-for-the-return')).toBe('RETURNED');
    expect(await world.exitStep('end-residency')).toBe('WAIT');
    expect((await world.present()).state).toBe('RESIDENT');
    world.at(moment('2028-05-09T23:59+09:00'));
    expect(await world.exitStep('end-residency')).toBe('WAIT');
    world.at(moment('2028-05-10T00:00+09:00'));
    expect(await world.exitStep('end-residency')).toBe('ENDED');
  });

  it('is not gone while its list is not done, though its space is given back', async () => {
    const world = await exitsWorld();
    await waiting(world);
    world.at(moment('2028-05-09T18:00+09:00'));
    await world.giveBack('2028-05-09');
    await world.settleList(world.id, 2);
    const list = await world.list();
    expect(list && requiredDone(list)).toBe(false);
    expect(await world.exitStep('wait-for-the-return')).toBe('WAITS');
    expect((await world.night('2028-05-15')).told).toEqual([]);
  });

  it('is asked for nothing twice by a run that is stopped and started again, wherever it was', async () => {
    const world = await exitsWorld();
    await waiting(world);
    const requests = world.plain('requests').filter(({ pk }) => !String(pk).startsWith('callback#')).length;
    expect(await world.exitStep('begin-exit')).toBe('BEGUN');
    expect(await world.exitStep('wait-for-the-return')).toBe('WAITS');
    await world.settleList();
    world.at(moment('2028-05-09T12:00+09:00'));
    await world.giveBack('2028-05-09');
    expect(await world.exitStep('begin-exit')).toBe('BEGUN');
    expect(await world.exitStep('wait-for-the-return')).toBe('RETURNED');
    world.at(moment('2028-05-10T09:00+09:00'));
    for (const name of ['end-residency', 'end-residency'] as const) expect(await world.exitStep(name)).toBe('ENDED');
    expect(await world.exitStep('begin-exit')).toBe('BEGUN');
    expect(await world.exitStep('wait-for-the-return')).toBe('RETURNED');
    expect(world.plain('requests').filter(({ pk }) => !String(pk).startsWith('callback#'))).toHaveLength(requests);
    for (const template of ['exit-begun', 'residency-ended']) expect(world.mails(template)).toHaveLength(1);
  });

  it('is told once, though the run was stopped between its list and the mail', async () => {
    const world = await exitsWorld();
    await world.night('2028-04-09');
    const { commit } = world.deps;
    let left = 1;
    const interrupted: typeof commit = async (commitment) => {
      left -= 1;
      if (left < 0) throw new Error('stopped');
      await commit(commitment);
    };
    const event = await world.exit();
    const input = { step: 'begin-exit', reference: event.id, run: event.id };
    const deps = { ...world.deps, commit: interrupted };
    await expect(residencyEventsDoer.perform(deps, input, world.now())).rejects.toThrow('stopped');
    expect(await world.list()).toBeDefined();
    expect(world.mails('exit-begun')).toEqual([]);
    expect(await world.exitStep('begin-exit')).toBe('BEGUN');
    expect(world.mails('exit-begun')).toHaveLength(1);
  });

  it('leaves a run that was replaced without anything to do', async () => {
    const world = await exitsWorld();
    await world.night('2028-04-09');
    for (const name of ['begin-exit', 'end-residency', 'wait-for-the-return'] as const) {
      expect(await world.exitStep(name, world.id, 'another-run')).toBe('SUPERSEDED');
    }
  });
});

describe('an exit', () => {
  it.each([
    ['2028-04-08', []],
    ['2028-04-09', ['1']],
    ['2028-05-20', ['1']],
  ])('on %s is due for %j', async (date, due) => {
    const world = await exitsWorld();
    const given = { residency: await world.present(), events: [] };
    const found = await dueExits(world.deps, given, nightOf(date));
    expect(found.map(({ about }) => about)).toEqual(due);
  });

  it('waits while an extension is being signed, at whichever try, and begins when it was set aside', async () => {
    const world = await exitsWorld();
    const { deps, id } = world;
    await beginAgreement(world, 'X2T2');
    expect((await world.night('2028-04-20')).begun).toEqual([]);
    const [was] = (await deps.residencyEvents.of(id)).filter(({ kind }) => kind === 'agreement');
    if (!was) throw new Error('there is no agreement');
    await deps.commit({
      changes: [deps.residencyEvents.save({ ...was, state: 'DROPPED', revision: was.revision + 1 }, was)],
      events: [{ subject: was.id, type: 'ContractSetAside', by: 'system:test', at: world.now() }],
    });
    expect((await world.night('2028-04-21')).begun).toEqual([`${id}-E1`]);
  });

  it('is begun once by two who do it at once', async () => {
    const world = await exitsWorld();
    world.at(nightOf('2028-04-09'));
    const both = await Promise.all([beginDue(world.deps, world.now()), beginDue(world.deps, world.now())]);
    expect(both.flatMap(({ begun }) => begun.filter(isExit))).toEqual([`${world.id}-E1`]);
    expect(world.faults).toEqual([]);
  });

  it('is dropped with its list when the extension comes into force, and begins anew a year later', async () => {
    const world = await exitsWorld();
    const { deps, id } = world;
    await waiting(world);
    const callback = (await world.exit()).callback ?? '';
    await world.extend();
    expect((await world.exit()).state).toBe('DROPPED');
    const resumed = world.plain('outbox').filter(({ errand }) => JSON.stringify(errand).includes(callback));
    expect(resumed).toHaveLength(1);
    expect(world.mails('exit-dropped')).toHaveLength(1);
    const open = await deps.requests.stillOpen(await deps.requests.ofSubject(`${id}-E1`));
    expect(open).toEqual([]);
    for (const name of ['begin-exit', 'wait-for-the-return', 'end-residency'] as const) {
      expect(await world.exitStep(name)).toBe('GONE');
    }
    expect((await world.night('2028-05-12')).told).toEqual([]);
    expect((await world.night('2029-04-11')).begun).toEqual([`${id}-E2`]);
    expect(await world.exitStep('begin-exit')).toBe('BEGUN');
    expect((await world.list())?.items.every(({ state }) => state === 'OPEN')).toBe(true);
  });

  it('finds by itself that a later contract is in force, if nobody has told it', async () => {
    const world = await exitsWorld();
    await waiting(world);
    const { contracts } = await world.present();
    await world.change({ contracts: [...contracts, { number: 2, from: day('2028-05-10'), to: day('2029-05-09') }] });
    expect(await world.exitStep('end-residency')).toBe('GONE');
    expect((await world.exit()).state).toBe('DROPPED');
  });

  it('takes back a list that was begun at the moment of the extension', async () => {
    const world = await exitsWorld();
    const { deps, id } = world;
    await world.night('2028-04-09');
    await world.extend();
    expect(await world.list()).toBeUndefined();
    const { onboarding } = await rulesOf(deps, await world.present());
    await startChecklist(
      deps,
      {
        template: 'exit',
        owner: `exit#${id}-E1`,
        day: day('2028-05-09'),
        manager: onboarding.exit.manager ?? manager,
        people: onboarding.exit.doers,
        by: 'system:test',
      },
      world.now(),
    );
    expect(await world.exitStep('begin-exit')).toBe('GONE');
    expect(await deps.requests.stillOpen(await deps.requests.ofSubject(`${id}-E1`))).toEqual([]);
    expect(world.mails('exit-begun')).toEqual([]);
  });

  it('ends with what else is open in the residency', async () => {
    const world = await exitsWorld();
    const { deps, id, now } = world;
    await waiting(world);
    const report = `${id}-2028Q1`;
    expect((await deps.residencyEvents.get(report))?.state).toBe('OPEN');
    const given = { residency: id, kind: 'renewal', about: '2' } as const;
    const { id: renewal, ...parts } = eventBegins(deps, given, 'system:test', now());
    await deps.commit(parts);
    await world.settleList();
    world.at(moment('2028-05-10T10:00+09:00'));
    await world.giveBack('2028-05-09');
    expect(await world.exitStep('end-residency')).toBe('ENDED');
    for (const one of [report, renewal]) expect((await deps.residencyEvents.get(one))?.state).toBe('DROPPED');
    expect((await deps.requests.stillOpen(await deps.requests.ofSubject(report))).length).toBe(0);
  });

  it('ends with what was never done of the services: it is dropped, and nobody is asked for it any more', async () => {
    const world = await exitsWorld();
    const { deps, id } = world;
    const owner = ownerOf(id);
    await startChecklist(
      deps,
      {
        template: 'services',
        owner,
        day: day('2027-05-10'),
        manager: 'han-sejin',
        people: { facilities: 'lim-seojun', network: 'bae-jiwon', programme: 'bae-jiwon' },
        by: 'system:test',
      },
      world.now(),
    );
    expect(await deps.requests.stillOpen(await deps.requests.ofSubject(id))).not.toEqual([]);
    await waiting(world);
    await world.settleList();
    world.at(moment('2028-05-10T10:00+09:00'));
    await world.giveBack('2028-05-09');
    expect(await world.exitStep('end-residency')).toBe('ENDED');
    expect(await deps.requests.stillOpen(await deps.requests.ofSubject(id))).toEqual([]);
    const services = await deps.checklists.list(owner, 'services');
    expect(new Set(services?.items.map(({ state }) => state))).toEqual(new Set(['DROPPED']));
    expect([services?.underWay, services?.completedAt]).toEqual([undefined, world.now()]);
    // What is left of leaving itself is done after the end: the deposit, the survey.
    expect((await world.list())?.items.some(({ state }) => state === 'OPEN')).toBe(true);
    expect(await deps.requests.stillOpen(await deps.requests.ofSubject(`${id}-E1`))).not.toEqual([]);
  });
});

describe('the return of a space', () => {
  it('resumes the run, whichever of it and the clock comes first, and nothing is told after it', async () => {
    const world = await exitsWorld();
    await waiting(world);
    await world.settleList();
    await world.exitStep('wait-for-the-return');
    world.at(nightOf('2028-05-10'));
    await Promise.all([world.giveBack('2028-05-09'), world.night('2028-05-10')]);
    expect((await world.deps.spaces.get(space))?.holdings[0]?.returnedOn).toBe('2028-05-09');
    expect(await world.exitStep('wait-for-the-return')).toBe('RETURNED');
    expect((await world.night('2028-05-14')).told).toEqual([]);
    expect(world.faults).toEqual([]);
  });

  it('of a startup without an exit changes its space alone', async () => {
    const world = await exitsWorld();
    world.at(moment('2027-07-01T12:00+09:00'));
    expect(await world.giveBack('2027-07-01')).toBe('changed');
    expect(await world.deps.residencyEvents.of(world.id)).toEqual([]);
  });
});

describe('who stays past the end', () => {
  it('is told on days 1, 5 and 10, each once; the startup is asked the first time', async () => {
    const world = await exitsWorld();
    const told: string[] = [];
    for (let past = 0; past <= 14; past += 1) {
      const date = new Date(Date.parse('2028-05-09') + past * 86_400_000).toISOString().slice(0, 10);
      for (const again of [1, 2]) if ((await world.night(date)).told.length > 0) told.push(`${past}/${again}`);
    }
    expect(told).toEqual(['1/1', '5/1', '10/1']);
    expect(world.mails('overstay-told')).toHaveLength(6);
    expect(world.mails('overstay-asked')).toHaveLength(1);
    expect((await world.deps.spaces.get(space))?.holdings[0]?.told).toEqual([1, 5, 10]);
  });

  it('is told to whoever looks after the Lab by then, if those whom the round named have left', async () => {
    const world = await exitsWorld();
    const { deps } = world;
    for (const id of [manager, director]) {
      const was = await deps.people.get(id);
      if (!was) throw new Error(`${id} is not there`);
      const [one, ...changes] = deps.people.save({ ...was, roles: [], revision: was.revision + 1 }, was);
      if (!one) throw new Error('nothing is saved');
      await deps.commit({
        changes: [one, ...changes],
        events: [{ subject: `person#${id}`, type: 'PersonChanged', by: 'operator:test', at: world.now() }],
      });
    }
    expect((await world.night('2028-05-10')).told).toEqual([space]);
    const told = world.mails('overstay-told').map(({ to }) => to);
    const here = [...(await deps.people.withRole('lab-manager')), ...(await deps.people.withRole('signatory'))];
    expect(told.length).toBeGreaterThan(0);
    expect(told.toSorted()).toEqual([...new Set(here.map(({ id }) => id))].toSorted());
  });

  it('is told of once after nights that were missed, for the last of the days', async () => {
    const world = await exitsWorld();
    expect((await world.night('2028-05-16')).told).toEqual([space]);
    expect((await world.deps.spaces.get(space))?.holdings[0]?.told).toEqual([5]);
    expect(world.mails('overstay-asked')).toHaveLength(1);
    expect((await world.night('2028-05-18')).told).toEqual([]);
    expect((await world.night('2028-05-25')).told).toEqual([space]);
    expect(world.mails('overstay-asked')).toHaveLength(1);
  });

  it('does not keep others from being told of when its data have a fault', async () => {
    const world = await exitsWorld();
    await world.change({ roundVersion: 99 });
    expect((await world.night('2028-05-10')).told).toEqual([]);
    expect(world.faults.length).toBeGreaterThan(0);
  });

  it('has the exit begin though every night before was missed', async () => {
    const world = await exitsWorld();
    expect((await world.night('2028-06-01')).begun).toEqual([`${world.id}-E1`]);
    expect(await world.exitStep('begin-exit')).toBe('BEGUN');
    const [item] = (await world.list())?.items ?? [];
    expect(item?.dueOn && item.dueOn > '2028-06-01').toBe(true);
  });
});

describe('notice', () => {
  const give = (world: ExitsWorld, by: 'startup' | 'management', lastDay: string, id = world.id) =>
    giveNotice(
      world.deps,
      {
        residency: id,
        lastDay: day(lastDay),
        reason: '사업장을 옮깁니다.',
        ...(by === 'startup' ? { by, actor: 'applicant' } : { by, person: manager, shown: 0 }),
      },
      world.now(),
    );

  it.each(['startup', 'management'] as const)(
    'by the %s ends contract and space earlier; the exit begins at once',
    async (by) => {
      const world = await exitsWorld();
      const { deps, id } = world;
      await beginAgreement(world, 'X2');
      world.at(moment('2027-09-01T10:00+09:00'));
      expect(await give(world, by, '2027-10-01')).toEqual({ kind: 'ended', lastDay: '2027-10-01' });
      const residency = await world.present();
      expect(residency.contracts).toMatchObject([
        { to: '2027-10-01', endedEarly: { by, noticedOn: '2027-09-01', insteadOf: '2028-05-09' } },
      ]);
      expect((await deps.spaces.get(space))?.holdings).toMatchObject([{ to: '2027-10-01' }]);
      expect((await world.exit()).id).toBe(`${id}-E1`);
      expect((await deps.residencyEvents.get(`${id}-X2`))?.news).toBe(true);
      expect((await world.night('2027-09-02')).begun).toEqual([]);
      expect(await world.exitStep('begin-exit')).toBe('BEGUN');
      expect((await world.list())?.day).toBe('2027-10-01');
      if (by === 'startup') {
        expect(world.mails('notice-confirmed').map(({ to }) => to)).toEqual([id]);
        expect(world.mails('notice-received').map(({ to }) => to)).toEqual([manager]);
        expect(residency.measures ?? []).toEqual([]);
      } else {
        expect(world.mails('measure-taken')).toEqual([{ to: id, ids: { measure: 'M1' } }]);
        expect(residency.measures).toMatchObject([{ id: 'M1', kind: 'notice', by: manager, lastDay: '2027-10-01' }]);
      }
      const audit = JSON.stringify(world.plain('audit'));
      expect(audit).not.toContain('사업장을 옮깁니다');
      // Sent twice.
      expect(await give(world, by, '2027-10-01')).toEqual({ kind: 'ended', lastDay: '2027-10-01' });
      expect(world.mails('measure-taken').length + world.mails('notice-confirmed').length).toBe(1);
    },
  );

  it.each([
    ['2027-09-30', { kind: 'too-soon', earliest: '2027-10-01' }],
    ['2028-05-09', { kind: 'not-early', to: '2028-05-09' }],
    ['2029-01-01', { kind: 'not-early', to: '2028-05-09' }],
    ['2027-05-09', { kind: 'before-begin', from: '2027-05-10' }],
  ])('for %s changes nothing and says why', async (lastDay, outcome) => {
    const world = await exitsWorld();
    world.at(moment('2027-09-01T10:00+09:00'));
    const before = world.writes();
    for (const by of ['startup', 'management'] as const) expect(await give(world, by, lastDay)).toEqual(outcome);
    expect(world.writes()).toBe(before);
  });

  it('is of a resident alone', async () => {
    const world = await exitsWorld();
    world.at(moment('2027-09-01T10:00+09:00'));
    expect(await give(world, 'startup', '2027-10-01', 'no-such')).toEqual({ kind: 'not-resident' });
  });

  it('in the first contract ends one that would have begun later, and the exit is another than the one dropped', async () => {
    const world = await exitsWorld();
    const { id } = world;
    await waiting(world);
    await world.extend();
    world.at(moment('2028-04-09T10:00+09:00'));
    expect(await give(world, 'startup', '2028-05-09')).toEqual({ kind: 'ended', lastDay: '2028-05-09' });
    const { contracts } = await world.present();
    expect(contracts).toMatchObject([{ number: 1, to: '2028-05-09', endedEarly: { insteadOf: '2029-05-10' } }]);
    expect((await world.exit()).id).toBe(`${id}-E1T2`);
    expect(await world.exitStep('begin-exit')).toBe('BEGUN');
    expect(await world.exitStep('wait-for-the-return')).toBe('WAITS');
  });

  it('once more, for a day in the contract before, leaves one exit, which goes on to the new last day', async () => {
    const world = await exitsWorld();
    const { deps, id } = world;
    world.at(moment('2028-03-01T10:00+09:00'));
    await world.extend();
    expect(await give(world, 'startup', '2028-06-30')).toEqual({ kind: 'ended', lastDay: '2028-06-30' });
    expect(await world.exitStep('begin-exit')).toBe('BEGUN');
    expect(await world.exitStep('wait-for-the-return')).toBe('WAITS');
    world.at(moment('2028-03-02T10:00+09:00'));
    expect(await give(world, 'management', '2028-04-30')).toEqual({ kind: 'ended', lastDay: '2028-04-30' });
    expect((await world.night('2028-03-03')).begun).toEqual([]);
    const exits = (await deps.residencyEvents.of(id)).filter(({ kind }) => kind === 'exit');
    expect(exits).toMatchObject([{ id: `${id}-E2`, state: 'OPEN' }]);
    expect(await world.exitStep('wait-for-the-return')).toBe('WAITS');
    expect((await world.list())?.day).toBe('2028-04-30');
    expect(world.mails('exit-begun')).toHaveLength(1);
    await world.settleList();
    world.at(moment('2028-05-01T10:00+09:00'));
    expect(await world.giveBack('2028-04-30')).toBe('changed');
    expect(await world.exitStep('wait-for-the-return')).toBe('RETURNED');
    expect(await world.exitStep('end-residency')).toBe('ENDED');
    expect((await world.exit()).state).toBe('DONE');
  });

  it('waits until a move that is to come is undone', async () => {
    const world = await exitsWorld();
    const { deps } = world;
    world.at(moment('2027-09-01T10:00+09:00'));
    const about = { space, number: 1, to: 'annex-302', on: day('2027-12-01'), by: 'person:kwon-dahye' };
    expect((await decideAndStore(deps, () => moveHolder(deps.spaces, about, world.now()))).kind).toBe('changed');
    expect(await give(world, 'startup', '2027-10-15')).toEqual({
      kind: 'moves-later',
      space: 'annex-302',
      on: '2027-12-01',
    });
    expect((await world.present()).contracts[0]?.endedEarly).toBeUndefined();
  });

  it('by both sides at once is stored once each, and the earlier last day holds', async () => {
    const world = await exitsWorld();
    world.at(moment('2027-09-01T10:00+09:00'));
    await Promise.all([give(world, 'startup', '2027-11-01'), give(world, 'management', '2027-10-05')]);
    const { contracts } = await world.present();
    expect(contracts[0]?.to).toBe('2027-10-05');
    expect(contracts[0]?.endedEarly?.insteadOf).toBe('2028-05-09');
    expect((await world.deps.spaces.get(space))?.holdings[0]?.to).toBe('2027-10-05');
    expect((await world.deps.residencyEvents.of(world.id)).filter(({ kind }) => kind === 'exit')).toHaveLength(1);
  });
});
