import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askForEnd } from '../../../functions/exits/ask-for-end.ts';
import { confirmEnd, type EndAnswer } from '../../../functions/exits/confirm-end.ts';
import { exitsErasing } from '../../../functions/exits/erase-exits.ts';
import { giveNotice } from '../../../functions/exits/give-notice.ts';
import { warnStartup, withdrawWarning } from '../../../functions/exits/take-measure.ts';
import { onboardingErasing } from '../../../functions/onboarding/erase-onboarding.ts';
import { isInForce, isUnconfirmed, withMeasure, withoutWords } from '../../../functions/residencies/measure.ts';
import { residencyEventsDoer } from '../../../functions/residency-events/steps.ts';
import { presentRunOf } from '../../../functions/runs/run.ts';
import { day, director, type ExitsWorld, exitsWorld, manager, space } from '../../support/exits/exits-world.ts';
import { moment } from '../../support/moment.ts';

const reason = '공용 공간을 여러 차례 무단으로 사용하였습니다.';

const warn = ({ deps, id, now }: ExitsWorld, shown: number, why = reason) =>
  warnStartup(deps, { residency: id, by: manager, reason: why, shown }, now());
const ask = ({ deps, id, now }: ExitsWorld, shown: number, by = manager) =>
  askForEnd(deps, { residency: id, by, reason, shown }, now());
const answer = async (world: ExitsWorld, given: EndAnswer, by = director) => {
  const { id: request, generation } = await world.requestOf('end-confirmation');
  return confirmEnd(world.deps, { request, generation, by, answer: given }, world.now());
};
const withDay = async () => {
  const world = await exitsWorld();
  world.at(moment('2027-09-01T10:00+09:00'));
  return world;
};

describe('a warning', () => {
  it('is kept with its reason, mailed, and in the audit without it', async () => {
    const world = await withDay();
    expect(await warn(world, 0)).toBe('warned');
    expect((await world.present()).measures).toMatchObject([{ id: 'M1', kind: 'warning', by: manager, reason }]);
    expect(world.mails('measure-taken')).toEqual([{ to: world.id, ids: { measure: 'M1' } }]);
    expect(world.plain('audit').some(({ type }) => type === 'WarningGiven')).toBe(true);
    for (const table of ['audit', 'outbox']) expect(JSON.stringify(world.plain(table))).not.toContain(reason);
  });

  it('that is sent twice counts once; over one that came meanwhile nothing is decided', async () => {
    const world = await withDay();
    expect(await Promise.all([warn(world, 0), warn(world, 0)])).toEqual(['warned', 'warned']);
    expect(await warn(world, 0, '다른 이유입니다.')).toBe('changed');
    expect((await world.present()).measures).toHaveLength(1);
    expect(world.mails('measure-taken')).toHaveLength(1);
    expect(await warn(world, 1, '다른 이유입니다.')).toBe('warned');
  });

  it('is withdrawn with a reason, once', async () => {
    const world = await withDay();
    const { deps, id, now } = world;
    await warn(world, 0);
    const withdraw = (measure: string) =>
      withdrawWarning(deps, { residency: id, by: manager, reason: '오해였습니다.', measure }, now());
    expect(await withdraw('M2')).toBe('no-warning');
    expect(await withdraw('M1')).toBe('withdrawn');
    expect(await withdraw('M1')).toBe('unchanged');
    expect((await world.present()).measures).toMatchObject([{ withdrawn: { by: manager, reason: '오해였습니다.' } }]);
    expect(world.mails('measure-withdrawn')).toHaveLength(1);
    expect(await warn(world, 0)).toBe('changed');
  });

  it('is of a resident alone, and no notice can be withdrawn', async () => {
    const world = await withDay();
    const { deps, id, now } = world;
    const given = {
      residency: id,
      by: 'management',
      person: manager,
      lastDay: day('2027-10-01'),
      reason,
      shown: 0,
    } as const;
    await giveNotice(deps, given, now());
    const about = { residency: id, by: manager, reason, measure: 'M1' };
    expect(await withdrawWarning(deps, about, now())).toBe('no-warning');
    expect(await warnStartup(deps, { residency: 'no-such', by: manager, reason, shown: 0 }, now())).toBe(
      'not-resident',
    );
  });
});

describe('a notice by the management', () => {
  it('is given on a page that says what holds: not over another decision, and not for two days by one form', async () => {
    const world = await withDay();
    const { deps, id, now } = world;
    const notice = (lastDay: string, shown: number, person = manager) =>
      giveNotice(deps, { residency: id, by: 'management', person, lastDay: day(lastDay), reason, shown }, now());
    await warn(world, 0);
    expect(await notice('2027-11-01', 0)).toEqual({ kind: 'changed' });
    expect(await notice('2027-11-01', 1)).toEqual({ kind: 'ended', lastDay: '2027-11-01' });
    expect(await notice('2027-11-01', 1)).toEqual({ kind: 'ended', lastDay: '2027-11-01' });
    for (const [lastDay, person] of [
      ['2027-10-15', manager],
      ['2027-10-15', director],
      ['2027-11-01', director],
    ] as const) {
      expect(await notice(lastDay, 1, person), lastDay).toEqual({ kind: 'changed' });
    }
    expect((await world.present()).measures).toHaveLength(2);
    expect(await notice('2027-10-15', 2)).toEqual({ kind: 'ended', lastDay: '2027-10-15' });
  });
});

describe('an end at once', () => {
  it('takes effect only when the director confirms it: contract and space end today, the exit begins, the reason is mailed', async () => {
    const world = await withDay();
    const { deps, id } = world;
    expect(await ask(world, 0)).toEqual({ kind: 'asked' });
    expect(await ask(world, 0)).toEqual({ kind: 'asked' });
    expect(await ask(world, 1)).toEqual({ kind: 'asked-already' });
    expect((await world.present()).contracts[0]?.to).toBe('2028-05-09');
    expect(world.mails('measure-taken')).toEqual([]);
    expect((await world.requestOf('end-confirmation')).assignee).toEqual({ person: director });
    world.at(moment('2027-09-02T10:00+09:00'));
    expect(await answer(world, { outcome: 'CONFIRMED' }, manager)).toEqual({ kind: 'own' });
    expect(await answer(world, { outcome: 'CONFIRMED' })).toEqual({ kind: 'decided' });
    const residency = await world.present();
    expect(residency.contracts).toMatchObject([{ to: '2027-09-02', endedEarly: { by: 'management' } }]);
    expect(residency.measures).toMatchObject([{ kind: 'end', confirmed: { by: director }, lastDay: '2027-09-02' }]);
    expect((await deps.spaces.get(space))?.holdings[0]?.to).toBe('2027-09-02');
    expect((await world.exit()).id).toBe(`${id}-E1`);
    expect(world.mails('measure-taken')).toHaveLength(1);
    expect(world.mails('end-answered').map(({ to }) => to)).toEqual([manager]);
    expect(JSON.stringify(world.plain('audit'))).not.toContain(reason);
    expect((await world.night('2027-09-03')).told).toEqual([space]);
  });

  it('that is refused changes nothing, is told to the manager alone, and may be asked for again', async () => {
    const world = await withDay();
    await ask(world, 0);
    expect(await answer(world, { outcome: 'REFUSED', reason: '먼저 경고해 주십시오.' })).toEqual({ kind: 'decided' });
    const { contracts, measures } = await world.present();
    expect(contracts[0]?.endedEarly).toBeUndefined();
    expect(measures).toMatchObject([{ refused: { by: director, reason: '먼저 경고해 주십시오.' } }]);
    expect(world.mails('measure-taken')).toEqual([]);
    expect(world.mails('end-answered')).toHaveLength(1);
    expect(await world.deps.residencyEvents.of(world.id)).toEqual([]);
    expect(await ask(world, 1)).toEqual({ kind: 'asked' });
  });

  it('is answered once, by whichever of two answers comes first', async () => {
    const world = await withDay();
    await ask(world, 0);
    const { id: request, generation } = await world.requestOf('end-confirmation');
    const given = (one: EndAnswer) =>
      confirmEnd(world.deps, { request, generation, by: director, answer: one }, world.now());
    const both = await Promise.all([given({ outcome: 'CONFIRMED' }), given({ outcome: 'REFUSED', reason })]);
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['closed', 'decided']);
    const late = { request: 'no-such', generation, by: director, answer: { outcome: 'CONFIRMED' } } as const;
    expect(await confirmEnd(world.deps, late, world.now())).toEqual({ kind: 'closed' });
    expect(await confirmEnd(world.deps, { ...late, request, generation: 9 }, world.now())).toEqual({ kind: 'closed' });
  });

  it('is not asked for on the last day, and closes when the residency has ended by itself', async () => {
    const world = await exitsWorld();
    const { deps } = world;
    world.at(moment('2028-05-01T10:00+09:00'));
    await ask(world, 0);
    await world.night('2028-05-02');
    await world.exitStep('begin-exit');
    await world.settleList();
    world.at(moment('2028-05-09T10:00+09:00'));
    const { id: request, generation } = await world.requestOf('end-confirmation');
    expect(await ask(world, 1)).toEqual({ kind: 'asked-already' });
    await world.giveBack('2028-05-09');
    world.at(moment('2028-05-10T10:00+09:00'));
    expect(await world.exitStep('end-residency')).toBe('ENDED');
    expect(await deps.requests.get(request)).toMatchObject({ state: 'CANCELLED', outcome: 'GONE' });
    expect((await world.present()).measures).toMatchObject([{ kind: 'end', withdrawn: { by: 'system:exits' } }]);
    const late = { request, generation, by: director, answer: { outcome: 'CONFIRMED' } } as const;
    expect(await confirmEnd(deps, late, world.now())).toEqual({ kind: 'closed' });
    expect(await ask(world, 1)).toEqual({ kind: 'not-resident' });
  });

  it('says that the contract ends by itself, on its last day', async () => {
    const world = await exitsWorld();
    world.at(moment('2028-05-09T10:00+09:00'));
    expect(await ask(world, 0)).toEqual({ kind: 'over', to: '2028-05-09' });
  });

  it('that is confirmed after the last day ends nothing earlier', async () => {
    const world = await exitsWorld();
    world.at(moment('2028-05-08T10:00+09:00'));
    await ask(world, 0);
    world.at(moment('2028-05-11T10:00+09:00'));
    expect(await answer(world, { outcome: 'CONFIRMED' })).toEqual({ kind: 'decided' });
    const { contracts, measures } = await world.present();
    expect(contracts[0]?.endedEarly).toBeUndefined();
    expect(measures).toMatchObject([{ lastDay: '2028-05-09' }]);
  });

  it('while its list is under way moves what is to be done to the new last day, by mail, and once', async () => {
    const world = await exitsWorld();
    await world.night('2028-04-09');
    await world.exitStep('begin-exit');
    expect(await world.exitStep('wait-for-the-return')).toBe('WAITS');
    world.at(moment('2028-04-20T12:00+09:00'));
    await ask(world, 0);
    await answer(world, { outcome: 'CONFIRMED' });
    expect((await world.list())?.day).toBe('2028-05-09');
    // The run was resumed, and looks again; stopped there, it does so once more.
    for (let time = 0; time < 2; time += 1) {
      expect(await world.exitStep('wait-for-the-return')).toBe('WAITS');
      const list = await world.list();
      expect(list?.day).toBe('2028-04-20');
      expect(list?.items.map(({ id, dueOn }) => `${id} ${dueOn}`)).toEqual([
        // Nobody can have done by today what they learn today.
        'cards 2028-04-21',
        'keys 2028-04-21',
        'place 2028-04-21',
        'address 2028-05-08',
        'data 2028-04-25',
        'fee 2028-05-08',
        'deposit 2028-05-08',
        'figures 2028-04-27',
        'survey 2028-04-27',
      ]);
      expect(world.mails('checklist-moved')).toHaveLength(3);
    }
  });

  it('while the run waits for the last day as it was has another run look at the new one', async () => {
    const world = await exitsWorld();
    await world.night('2028-04-09');
    await world.exitStep('begin-exit');
    await world.settleList();
    world.at(moment('2028-04-10T12:00+09:00'));
    await world.giveBack('2028-04-10');
    expect(await world.exitStep('wait-for-the-return')).toBe('RETURNED');
    const event = await world.exit();
    const waits = presentRunOf(event.id, event);
    expect(await world.exitStep('end-residency')).toBe('WAIT');
    await ask(world, 0);
    expect(await answer(world, { outcome: 'CONFIRMED' })).toEqual({ kind: 'decided' });
    expect((await world.exit()).run).toBe(2);
    const starts = world.plain('outbox').filter(({ errand }) => JSON.stringify(errand).includes(`${event.id}_2`));
    expect(starts).toHaveLength(1);
    world.at(moment('2028-04-11T00:00+09:00'));
    const old = { step: 'end-residency', reference: event.id, run: waits, checks: 1 };
    expect((await residencyEventsDoer.perform(world.deps, old, world.now())).outcome).toBe('SUPERSEDED');
    expect(await world.exitStep('end-residency')).toBe('ENDED');
  });
});

describe('a startup that is erased', () => {
  it('leaves no words about it, nor of it, in measures, notice and the list of its exit', async () => {
    const world = await withDay();
    const { deps, id } = world;
    await warn(world, 0);
    await withdrawWarning(deps, { residency: id, by: manager, reason: '거둘 이유', measure: 'M1' }, world.now());
    await ask(world, 1);
    await answer(world, { outcome: 'REFUSED', reason: '책임자의 이유' });
    const own = {
      residency: id,
      by: 'startup',
      actor: 'applicant',
      lastDay: day('2027-10-01'),
      reason: '우리의 사정',
    } as const;
    await giveNotice(deps, own, world.now());
    await world.exitStep('begin-exit');
    await world.settleList();
    world.at(moment('2027-10-02T10:00+09:00'));
    await world.giveBack('2027-10-01');
    await world.exitStep('end-residency');
    const application = await deps.applications.get(id);
    if (!application) throw new Error('the application is gone');
    expect(await onboardingErasing(deps).holds?.(application)).toBe(false);
    const erased = await Promise.all(
      [onboardingErasing(deps), exitsErasing(deps)].map(async (erasing) => [
        ...((await erasing.words?.(id, world.now())) ?? []),
        ...((await erasing.person?.(id, world.now())) ?? []),
      ]),
    );
    await deps.commit({
      changes: erased.flat(),
      events: [{ subject: id, type: 'PersonErased', by: 'system:test', at: world.now() }],
    });
    const kept = ['residencies', 'checklists', 'residencyEvents'].flatMap((table) => world.plain(table));
    const words = new RegExp([reason, '거둘 이유', '책임자의 이유', '우리의 사정', '필요하지 않습니다'].join('|'), 'u');
    expect(JSON.stringify(kept)).not.toMatch(words);
    expect((await world.present()).measures).toHaveLength(2);
    expect(await exitsErasing(deps).words?.(id, world.now())).toEqual([]);
  });
});

describe('measures', () => {
  const kinds = fc.constantFrom('warning' as const, 'notice' as const, 'end' as const);

  it('are numbered as they are taken, and none has words once they are erased', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, fc.string({ minLength: 1 })), { maxLength: 8 }), (given) => {
        const now = moment('2027-09-01T10:00+09:00');
        const measures = given.reduce(
          (so, [kind, words]) => withMeasure({ measures: so }, { kind, by: manager, at: now, reason: words }).measures,
          withMeasure({}, { kind: 'warning', by: manager, at: now, reason: 'first' }).measures,
        );
        expect(measures.map(({ id }) => id)).toEqual(measures.map((_, index) => `M${index + 1}`));
        expect(withoutWords({ measures }).every((measure) => measure.reason === undefined)).toBe(true);
        expect(withoutWords({ measures })).toHaveLength(measures.length);
        for (const measure of measures) expect(isInForce(measure)).toBe(!isUnconfirmed(measure));
      }),
    );
  });
});
