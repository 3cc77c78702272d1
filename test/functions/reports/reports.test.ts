import { describe, expect, it } from 'vitest';
import { endReports } from '../../../functions/reports/end-reports.ts';
import { reportsErasing } from '../../../functions/reports/erase-reports.ts';
import { correctReport } from '../../../functions/reports/send-report.ts';
import { firstOf } from '../../../functions/residencies/residency.ts';
import { eventInRun } from '../../../functions/residencies/residency-event.ts';
import { localDateSchema } from '../../../functions/shared/time.ts';
import { moment } from '../../support/moment.ts';
import { type ReportsWorld, reportsWorld } from '../../support/reports/reports-world.ts';
import { figures } from '../../support/reports/said-figures.ts';

const dueAt = moment('2027-10-18T18:00+09:00');

/** The third quarter is over, and its report is asked for. */
async function asked(): Promise<ReportsWorld> {
  const world = await reportsWorld();
  await world.night('2027-07-01T02:00+09:00');
  await world.ask('2027Q2');
  await world.send('2027Q2', { staff: 6 });
  await world.night('2027-10-01T02:00+09:00');
  await world.ask('2027Q3');
  return world;
}

const correct = (world: ReportsWorld, version: number, staff: number) =>
  correctReport(
    world.deps,
    { event: `${world.id}-2027Q3`, figures: figures({ staff }), by: `applicant:${world.id}`, version },
    world.now(),
  );

describe('a report', () => {
  it('that is late is told to whoever looks after the Lab, if the manager whom the round named has left', async () => {
    const world = await reportsWorld();
    const { deps } = world;
    const was = await deps.people.get('kwon-dahye');
    if (!was) throw new Error('the manager is not there');
    const [one, ...changes] = deps.people.save({ ...was, roles: [], revision: was.revision + 1 }, was);
    if (!one) throw new Error('nothing is saved');
    await deps.commit({
      changes: [one, ...changes],
      events: [{ subject: `person#${was.id}`, type: 'PersonChanged', by: 'operator:test', at: world.now() }],
    });
    await world.night('2027-07-01T02:00+09:00');
    await world.ask('2027Q2');
    const here = (await deps.people.withRole('lab-manager')).map(({ id }) => id);
    expect(here).not.toContain(was.id);
    expect(here).toContain((await world.reportRequest('2027Q2')).plan.escalation);
  });

  it('begins the day after a quarter that the contracts cover, once, and those of long ago too', async () => {
    const world = await reportsWorld();
    expect(await world.night('2027-06-30T02:00+09:00')).toEqual([]);
    expect(await world.night('2027-07-01T02:00+09:00')).toEqual([`${world.id}-2027Q2`]);
    expect(await world.night('2027-07-02T02:00+09:00')).toEqual([]);
    const ofYear = [`${world.id}-2027Q3`, `${world.id}-2027Q4`, `${world.id}-2028Q1`];
    expect(await world.night('2028-05-09T02:00+09:00')).toEqual(ofYear);
    expect(await world.night('2029-01-01T02:00+09:00')).toEqual([]);
  });

  it('begins once when two clocks begin it at once', async () => {
    const world = await reportsWorld();
    const both = await Promise.all([world.night('2027-07-01T02:00+09:00'), world.night('2027-07-01T02:00+09:00')]);
    expect(both.flat()).toEqual([`${world.id}-2027Q2`]);
  });

  it('is not begun of a quarter that an early end does not cover', async () => {
    const world = await reportsWorld();
    const was = firstOf(await world.present());
    await world.change({ contracts: [{ ...was, to: localDateSchema.parse('2027-09-29') }] });
    expect(await world.night('2027-10-01T02:00+09:00')).toEqual([`${world.id}-2027Q2`]);
  });

  it('is not begun if it would be due after an early end, so that nothing asked for is taken back unsaid', async () => {
    const world = await reportsWorld();
    const was = firstOf(await world.present());
    await world.change({ contracts: [{ ...was, to: localDateSchema.parse('2027-10-02') }] });
    expect(await world.night('2027-10-01T02:00+09:00')).toEqual([`${world.id}-2027Q2`]);
    // Once it goes on, it is asked for.
    await world.change({ contracts: [was] });
    expect(await world.night('2027-10-02T02:00+09:00')).toEqual([`${world.id}-2027Q3`]);
  });

  it('is due on 18 October, after two holidays; sent on the 25th it moves neither its date nor the next one', async () => {
    const world = await asked();
    expect(await world.reportRequest('2027Q3')).toMatchObject({ dueAt, subject: `${world.id}-2027Q3`, state: 'OPEN' });
    world.at(moment('2027-10-25T11:00+09:00'));
    expect(await world.send('2027Q3')).toEqual({ kind: 'sent' });
    const event = await world.event('2027Q3');
    expect(event).toMatchObject({ state: 'DONE', report: { dueAt, sentAt: moment('2027-10-25T11:00+09:00') } });
    expect(eventInRun(event)).toBe(false);
    expect((await world.reportRequest('2027Q3')).dueAt).toBe(dueAt);
    await world.night('2028-01-01T02:00+09:00');
    expect((await world.event('2027Q4')).report?.dueAt).toBe(moment('2028-01-14T18:00+09:00'));
    expect((await world.figures()).map(({ quarter, isLate }) => [quarter, isLate])).toEqual([
      ['2027-Q2', false],
      ['2027-Q3', true],
      ['2027-Q4', false],
    ]);
  });

  it('is reminded of before it is due and chased after it until it is there; the manager is told once', async () => {
    const world = await asked();
    const request = await world.reportRequest('2027Q3');
    expect(request.reminders).toEqual([moment('2027-10-13T18:00+09:00'), moment('2027-10-15T18:00+09:00')]);
    const sent = world.mails().length;
    const chased: [string, readonly string[]][] = [];
    for (const day of ['10-12', '10-13', '10-15', '10-18', '10-22', '10-25', '11-01', '11-08']) {
      const before = world.mails().length;
      await world.chase(`2027-${day}T18:00+09:00`);
      chased.push([day, world.mails().slice(before)]);
    }
    expect(chased).toEqual([
      ['10-12', []],
      ['10-13', ['report-reminder']],
      ['10-15', ['report-reminder']],
      ['10-18', expect.arrayContaining(['report-reminder', 'report-late'])],
      ['10-22', []],
      ['10-25', ['report-reminder']],
      ['11-01', ['report-reminder']],
      ['11-08', ['report-reminder']],
    ]);
    expect(world.mails().length - sent).toBe(7);
    const late = world.mailed().filter(({ template }) => template === 'report-late');
    expect(late.map(({ to }) => to)).toEqual([{ person: 'kwon-dahye' }]);
    expect(await world.reportRequest('2027Q3')).toMatchObject({ state: 'OPEN', dueAt });
    for (let year = 2028; year < 2031; year += 1) await world.chase(`${year}-01-20T18:00+09:00`);
    expect((await world.reportRequest('2027Q3')).state).toBe('OPEN');
    expect(await world.send('2027Q3')).toEqual({ kind: 'sent' });
    const quiet = world.mails().length;
    await world.chase('2031-01-20T18:00+09:00');
    expect(world.mails()).toHaveLength(quiet);
  });

  it('that begins after it was due is asked for at once, and chased from the next business day on', async () => {
    const world = await reportsWorld();
    await world.night('2027-12-01T02:00+09:00');
    await world.ask('2027Q2');
    const request = await world.reportRequest('2027Q2');
    expect(request.dueAt).toBe(moment('2027-07-14T18:00+09:00'));
    expect(request.nextActionAt).toBe(moment('2027-12-02T18:00+09:00'));
    await world.chase('2027-12-02T18:00+09:00');
    expect(await world.reportRequest('2027Q2')).toMatchObject({
      state: 'OPEN',
      nextActionAt: moment('2027-12-09T18:00+09:00'),
    });
  });

  it('is asked for once by a run that is started again, and found sent', async () => {
    const world = await asked();
    const mails = world.mails().length;
    expect(await world.ask('2027Q3')).toBe('WAITS');
    expect(await world.deps.requests.ofSubject(`${world.id}-2027Q3`)).toHaveLength(1);
    expect(world.mails()).toHaveLength(mails);
    await world.send('2027Q3');
    expect(await world.ask('2027Q3')).toBe('SENT');
  });

  it('is taken before its run has asked, which finds it sent', async () => {
    const world = await reportsWorld();
    await world.night('2027-07-01T02:00+09:00');
    expect(await world.send('2027Q2')).toEqual({ kind: 'sent' });
    expect(await world.ask('2027Q2')).toBe('SENT');
    expect(await world.deps.requests.ofSubject(`${world.id}-2027Q2`)).toEqual([]);
  });

  it('is sent once, also by two at once; what the second says is not kept', async () => {
    const world = await asked();
    const both = await Promise.all([world.send('2027Q3', { staff: 8 }), world.send('2027Q3', { staff: 9 })]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['sent', 'sent-before']);
    expect(await world.send('2027Q3', { staff: 10 })).toEqual({ kind: 'sent-before' });
    const { report } = await world.event('2027Q3');
    expect(report?.versions).toHaveLength(1);
    expect(world.mails().filter((name) => name === 'report-sent')).toHaveLength(2);
    expect((await world.figures()).at(-1)?.figures?.staff).not.toBe(10);
  });

  it('is closed for whoever has left; what is open is called off, once, and not asked for any more', async () => {
    const world = await asked();
    await world.change({}, 'end');
    expect(await world.send('2027Q3')).toEqual({ kind: 'closed' });
    const given = { residency: world.id, by: 'system:exits' };
    await endReports(world.deps, given, world.now());
    await endReports(world.deps, given, world.now());
    expect(await world.event('2027Q3')).toMatchObject({ state: 'DROPPED', revision: 3 });
    expect((await world.event('2027Q2')).state).toBe('DONE');
    expect(await world.reportRequest('2027Q3')).toMatchObject({ state: 'CANCELLED', outcome: 'GONE' });
    expect(await world.ask('2027Q3')).toBe('GONE');
    expect(await world.send('2027Q3')).toEqual({ kind: 'closed' });
    const mails = world.mails().length;
    await world.chase('2027-10-18T18:00+09:00');
    expect(world.mails()).toHaveLength(mails);
    expect(await world.night('2028-01-01T02:00+09:00')).toEqual([]);
  });

  it('of nobody is closed', async () => {
    const world = await asked();
    for (const about of ['2027Q4', '2099Q9', 'R2', '']) expect(await world.send(about)).toEqual({ kind: 'closed' });
  });
});

describe('a correction', () => {
  it('is a version more, by whoever sent it then, until the next report is due', async () => {
    const world = await asked();
    expect(await correct(world, 0, 8)).toEqual({ kind: 'closed' });
    world.at(moment('2027-10-18T10:00+09:00'));
    await world.send('2027Q3');
    world.at(moment('2027-11-02T10:00+09:00'));
    expect(await correct(world, 1, 8)).toEqual({ kind: 'corrected' });
    expect(await correct(world, 2, 8)).toEqual({ kind: 'same' });
    expect(await correct(world, 1, 9)).toEqual({ kind: 'changed' });
    const { report } = await world.event('2027Q3');
    expect(report).toMatchObject({ dueAt, sentAt: moment('2027-10-18T10:00+09:00') });
    expect(report?.versions.map(({ number, staff, sentAt }) => [number, staff, sentAt])).toEqual([
      [1, 7, moment('2027-10-18T10:00+09:00')],
      [2, 8, moment('2027-11-02T10:00+09:00')],
    ]);
    world.at(moment('2028-01-14T18:00+09:00'));
    expect(await correct(world, 2, 9)).toEqual({ kind: 'corrected' });
    world.at(moment('2028-01-14T18:01+09:00'));
    expect(await correct(world, 3, 10)).toEqual({ kind: 'closed' });
  });

  it('is taken once of two at once, and only so often', async () => {
    const world = await asked();
    await world.send('2027Q3');
    const both = await Promise.all([correct(world, 1, 8), correct(world, 1, 9)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['changed', 'corrected']);
    for (let version = 2; version < 20; version += 1) {
      expect(await correct(world, version, 10 + version)).toEqual({ kind: 'corrected' });
    }
    expect(await correct(world, 20, 99)).toEqual({ kind: 'closed' });
  });
});

describe('what a startup has reported', () => {
  it('is erased with its application: that it was sent, and when, stays', async () => {
    const world = await asked();
    await world.send('2027Q3', { revenue: 987_654_321 });
    const erasing = reportsErasing(world.deps);
    const erase = async () => (await erasing.words?.(world.id, world.now())) ?? [];
    const changes = await erase();
    expect(changes).toHaveLength(2);
    await world.deps.commit({
      changes,
      events: [{ subject: world.id, type: 'PersonErased', by: 'system:retention', at: world.now() }],
    });
    const stored = JSON.stringify([await world.event('2027Q2'), await world.event('2027Q3')]);
    for (const word of ['987654321', '결제', '은행']) expect(stored).not.toContain(word);
    expect((await world.figures()).map(({ sentAt, figures: said }) => [sentAt !== undefined, said])).toEqual([
      [true, undefined],
      [true, undefined],
    ]);
    expect(await erase()).toEqual([]);
    expect(await correct(world, 1, 8)).toEqual({ kind: 'closed' });
  });
});
