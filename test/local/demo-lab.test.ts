import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { wire } from '../../functions/app/wiring.ts';
import { loadPeople } from '../../functions/people/load-people.ts';
import { readPeople } from '../../functions/people/read-people.ts';
import { figuresIn } from '../../functions/reports/figures.ts';
import { usualConduct } from '../../functions/residency-rules/conduct.ts';
import { renewalWindow, windowOn } from '../../functions/residency-rules/renewal.ts';
import { admissionInRun } from '../../functions/selection/admission.ts';
import { addDays, addMinutes, instantSchema, localDateSchema, seoulDateOf } from '../../functions/shared/time.ts';
import { loadSpaces } from '../../functions/spaces/load-spaces.ts';
import { readSpaces } from '../../functions/spaces/read-spaces.ts';
import { overstayOf } from '../../functions/spaces/stays.ts';
import { acceptedThen } from '../../local/demo/lab/accept.ts';
import { apply, rankAs } from '../../local/demo/lab/admit.ts';
import { labRound } from '../../local/demo/lab/lab-round.ts';
import { demoLab, demoLabRounds, loadLab } from '../../local/demo/lab/load-lab.ts';
import { admitted, renewing, staying, waiting } from '../../local/demo/lab/startups.ts';
import { root } from '../../local/paths.ts';
import { memoryDatabase, memoryTables } from '../support/memory/memory-database.ts';

const named = z.object({ S: z.string() }).optional();
const errandSchema = z.object({ M: z.object({ template: named, reference: named }) });

const memory = memoryDatabase({ quick: true });
beforeEach(() => memory.clear());

const firstDay = localDateSchema.parse('2027-05-10');
const draft = labRound({ id: 'lab-then', code: 'S-27H1', title: { ko: '시연', en: 'Demonstration' }, firstDay });
const closed = addMinutes(draft.closesAt, 60);

describe('the startups of the demo', () => {
  it('apply, are ranked and accept their seats as the use cases do it, so that their residencies begin', async () => {
    const deps = wire(memoryTables, memory.db);
    const applied = await apply(deps, draft, [renewing, staying, admitted, waiting]);
    await rankAs(deps, applied, closed);
    const residencies = await acceptedThen(deps, applied, addMinutes(closed, 60));
    expect(residencies.map(({ startup, state, contracts }) => [startup.name, state, contracts])).toEqual(
      ['한결핀랩', '모아지갑', '새봄페이', '두레보험기술'].map((name) => [
        name,
        'ONBOARDING',
        [{ number: 1, from: '2027-05-10', to: '2028-05-09' }],
      ]),
    );
    expect(residencies.map(({ desks, needsAccess }) => [desks, needsAccess])).toEqual([
      [8, false],
      [3, false],
      [4, true],
      [4, false],
    ]);
  });

  it('leave neither mails nor runs of what was long ago', async () => {
    const deps = wire(memoryTables, memory.db);
    const applied = await apply(deps, draft, [renewing]);
    await rankAs(deps, applied, closed);
    await acceptedThen(deps, applied, addMinutes(closed, 60));
    const left = memory.items(memoryTables.OUTBOX_TABLE).filter(({ state }) => state?.S !== 'DROPPED');
    expect(left).toEqual([]);
  });
});

describe('the round of the demo', () => {
  it('has its days counted back from the one on which its startups move in', () => {
    const { opensAt, closesAt, resultsOn, admission } = draft;
    expect({ opensAt, closesAt, resultsOn, waitlist: admission?.offer.waitlist.lastDay }).toEqual({
      opensAt: '2027-01-10T00:00:00.000Z',
      closesAt: '2027-03-11T09:00:00.000Z',
      resultsOn: '2027-04-10',
      waitlist: addDays(firstDay, -1),
    });
  });
});

describe('the Lab of the demo', () => {
  const now = instantSchema.parse('2026-11-30T02:00:00.000Z');

  it('has one startup that is offered its place, one before its renewal, and one whose contract is over', async () => {
    const deps = wire(memoryTables, memory.db);
    const rows = readSpaces(readFileSync(join(root, 'local/demo/lab/spaces.csv'), 'utf8')).spaces;
    await loadSpaces(deps, { rows, by: 'operator:test' }, now);
    const staff = readPeople(readFileSync(join(root, 'local/demo/people.csv'), 'utf8'));
    await loadPeople(deps, staff.people, 'operator:test', now);
    await loadLab(deps, now);
    const residencies = await deps.residencies.all();
    expect(
      residencies.map(({ startup, state, contracts }) => [startup.name, state, contracts[0]?.to]).toSorted(),
    ).toEqual([
      ['모아지갑', 'RESIDENT', '2026-11-28'],
      ['한결핀랩', 'RESIDENT', '2027-03-10'],
    ]);
    const windows = residencies.map(({ contracts }) => contracts.map(({ to }) => renewalWindow(usualConduct, to)));
    expect(windows.flat().map((window) => windowOn(window, seoulDateOf(now)))).toContain('open');
    const stays = (await deps.spaces.all()).flatMap((space) => overstayOf(space, seoulDateOf(now)) ?? []);
    expect(stays.map(({ days }) => days)).toEqual([2]);
    const { admitted: draft } = demoLab(now);
    expect((await deps.admissions.get(draft.id))?.state).toBe('RELEASING');
    // What ended long ago needs no run at the first start, which would tell managers of it.
    for (const id of [demoLabRounds.renewing, demoLabRounds.staying]) {
      const admission = await deps.admissions.get(id);
      expect([admission?.state, admission && admissionInRun(admission)]).toEqual(['CONFIRMED', false]);
      expect((await deps.statistics.get(id))?.stages.taken).toBe(1);
    }
    const starts = memory.items(memoryTables.OUTBOX_TABLE).filter(({ state }) => state?.S !== 'DROPPED');
    const [renews, stayed] = ['한결핀랩', '모아지갑'].map(
      (name) => residencies.find(({ startup }) => startup.name === name)?.id ?? '',
    );
    const errands = starts
      .map(({ errand }) => errandSchema.parse(errand).M)
      .map(({ template, reference }) => (template ?? reference)?.S);
    expect(errands.toSorted()).toEqual(
      [
        `${stayed}-E1`,
        `${renews}-R2`,
        draft.id,
        demoLabRounds.renewal,
        'overstay-asked',
        'overstay-told',
        'overstay-told',
      ].toSorted(),
    );
    const reports = figuresIn(await deps.residencyEvents.of(renews ?? ''), now);
    expect(reports.map(({ quarter, isLate, sentAt }) => [quarter, isLate, sentAt !== undefined])).toEqual([
      ['2026-Q1', true, true],
      ['2026-Q2', false, true],
      ['2026-Q3', false, true],
    ]);
    const told = (await deps.spaces.get('annex-405'))?.holdings.map(({ told: days }) => days);
    expect(told).toEqual([[1]]);
  });
});
