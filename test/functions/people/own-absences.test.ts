import { beforeEach, describe, expect, it } from 'vitest';
import { loadPeople } from '../../../functions/people/load-people.ts';
import { enterAbsence, removeAbsence } from '../../../functions/people/own-absences.ts';
import { peopleTable } from '../../../functions/people/people-table.ts';
import { isAway } from '../../../functions/people/person.ts';
import { readPeople } from '../../../functions/people/read-people.ts';
import { committer } from '../../../functions/shared/database/commit.ts';
import { addDays, addMinutes, instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase } from '../../support/memory/memory-database.ts';
import { file, minji, suho } from '../../support/people/people-files.ts';

const now = instantSchema.parse('2027-01-11T01:00:00Z');
const day = (date: string) => localDateSchema.parse(date);
const week = { from: day('2027-01-18'), to: day('2027-01-22') };
const own = (of: typeof week) => ({ ...of, own: true });

describe('days away that somebody enters', () => {
  let memory: ReturnType<typeof memoryDatabase>;
  let deps: Parameters<typeof enterAbsence>[0];
  const load = (...rows: readonly string[]) => loadPeople(deps, readPeople(file(...rows)).people, 'operator:test', now);
  const enter = (of: typeof week, at = now) => enterAbsence(deps, { person: 'minji', ...of }, at);
  const remove = (of: typeof week) => removeAbsence(deps, { person: 'minji', ...of }, now);
  const absences = async () => (await deps.people.get('minji'))?.absences;
  beforeEach(async () => {
    memory = memoryDatabase();
    deps = {
      people: peopleTable(memory.db, 'people'),
      commit: committer(memory.db, { audit: 'audit', outbox: 'outbox' }),
    };
    await load(minji, suho);
  });

  it('count like those of the people file, with an event that says how many there are', async () => {
    const before = (await absences())?.length ?? 0;
    expect(await enter(week)).toBe('stored');
    const person = await deps.people.get('minji');
    expect(person && isAway(person, day('2027-01-20'))).toBe(true);
    expect(memory.plain('audit').at(-1)).toMatchObject({
      type: 'PersonAbsenceEntered',
      by: 'person:minji',
      data: { absences: before + 1 },
    });
    expect(await remove(week)).toBe('stored');
    expect(await absences()).toHaveLength(before);
    expect(memory.plain('audit').at(-1)).toMatchObject({ type: 'PersonAbsenceRemoved', by: 'person:minji' });
  });

  it('are entered once, though the form comes twice', async () => {
    await enter(week);
    const events = memory.plain('audit').length;
    expect(await enter(week)).toBe('stored');
    expect((await absences())?.filter(({ from }) => from === week.from)).toEqual([own(week)]);
    expect(memory.plain('audit')).toHaveLength(events);
  });

  it('stay when the people file is loaded again, which says nothing of them', async () => {
    await enter(week);
    expect(await load(minji, suho)).toEqual({ loaded: 0, unchanged: 2 });
    await load(minji.replace('minji@', 'minji.new@'), suho);
    expect(await absences()).toContainEqual(own(week));
  });

  it('are the file’s from then on that it says too, and are not taken back by the person', async () => {
    await enter(week);
    const [row] = readPeople(file(minji, suho)).people;
    if (!row) throw new Error('the file has nobody');
    await loadPeople(deps, [{ ...row, absences: [week] }], 'operator:test', now);
    expect(await absences()).toEqual([week]);
    await remove(week);
    expect(await absences()).toEqual([week]);
  });

  it('are today or later, end after they begin, and last a year at most', async () => {
    const today = day('2027-01-11');
    expect(await enter({ from: today, to: today })).toBe('stored');
    expect(await enter({ from: addDays(today, -1), to: week.to })).toBe('past');
    expect(await enter({ from: week.to, to: week.from })).toBe('backwards');
    expect(await enter({ from: week.from, to: addDays(week.from, 365) })).toBe('stored');
    expect(await enter({ from: week.from, to: addDays(week.from, 366) })).toBe('too-long');
    // Midnight in Seoul, where the day has begun.
    expect(await enter({ from: today, to: week.to }, instantSchema.parse('2027-01-11T15:00:00Z'))).toBe('past');
  });

  it('are twenty at most, of which those that are over go by themselves', async () => {
    const nth = (number: number) => {
      const one = addDays(day('2027-01-12'), number);
      return { from: one, to: one };
    };
    for (let number = 0; number < 20; number += 1) expect(await enter(nth(number))).toBe('stored');
    expect(await enter(nth(21))).toBe('too-many');
    await remove(nth(0));
    expect(await enter(nth(21))).toBe('stored');
    const later = addMinutes(now, 14 * 24 * 60);
    await remove(nth(21));
    expect(await enter(nth(25), later)).toBe('stored');
    expect((await absences())?.filter((one) => one.own).map(({ to }) => to < '2027-01-25')).not.toContain(true);
  });

  it('are not kept from somebody by twenty that are over, which no page offers to remove', async () => {
    for (let number = 1; number <= 20; number += 1) {
      const one = addDays(day('2027-01-11'), number);
      expect(await enter({ from: one, to: one })).toBe('stored');
    }
    const later = { from: day('2027-03-01'), to: day('2027-03-02') };
    expect(await enter(later, instantSchema.parse('2027-02-20T01:00:00Z'))).toBe('stored');
    expect((await absences())?.filter((one) => one.own)).toEqual([own(later)]);
  });
});
