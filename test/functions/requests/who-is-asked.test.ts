import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../../functions/app/kinds.ts';
import { isAway, type Person, personSchema } from '../../../functions/people/person.ts';
import type { Interest } from '../../../functions/requests/interests.ts';
import { mayHold } from '../../../functions/requests/kind.ts';
import { nextHere, nextHolder, type Staff, whoIsAsked } from '../../../functions/requests/who-is-asked.ts';
import { instantSchema, seoulDateOf } from '../../../functions/shared/time.ts';

const now = instantSchema.parse('2027-01-11T01:00:00Z');
const today = seoulDateOf(now);
const ids = ['minji', 'suho', 'boss', 'next', 'other'] as const;
const kind = 'intake-decision';
const plan = { deputy: 'suho', escalation: 'boss' };

const anybody = (id: string) =>
  fc
    .record({
      roles: fc.subarray(['intake-officer', 'academy-manager', 'reviewer']),
      away: fc.boolean(),
      deputy: fc.constantFrom(undefined, ...ids),
    })
    .map(
      ({ roles, away, deputy }): Person =>
        personSchema.parse({
          id,
          name: id,
          email: `${id}@academy.example.kr`,
          lang: 'ko',
          roles,
          deputy,
          absences: away ? [{ from: today, to: today }] : [],
          revision: 1,
        }),
    );
const everybody = fc.tuple(...ids.map(anybody));

const subject = 'A-27H1-7K3Q-9MX4';
const staffOf = (people: readonly Person[], interests: Readonly<Record<string, Interest | undefined>> = {}): Staff => ({
  kinds,
  interestsIn:
    () =>
    async ({ id }) =>
      interests[id],
  people: {
    get: async (id) => people.find((person) => person.id === id),
    withRole: async (role) => people.filter(({ roles }) => roles.includes(role)),
  },
});
const able = (person: Person) => mayHold(kinds, kind, person);
const here = (person: Person) => able(person) && !isAway(person, today);

describe('who is asked', () => {
  it('may decide and is here, wherever there is anybody like that, and is the person named if they are', async () => {
    await fc.assert(
      fc.asyncProperty(everybody, async (people) => {
        const { person, why } = await whoIsAsked(staffOf(people), { kind, subject, person: 'minji', plan }, now);
        const asked = people.find(({ id }) => id === person);
        if (!asked) throw new Error('somebody whom nobody knows');
        expect(here(asked) || !people.some(here)).toBe(true);
        expect(able(asked) || !people.some(able)).toBe(true);
        expect(why).toBe(person === 'minji' ? 'asked' : 'absent');
        if (people.some((one) => one.id === 'minji' && here(one))) expect(person).toBe('minji');
      }),
    );
  });

  it('after somebody who may not any more is somebody else, here, and of those who may; or there is nobody', async () => {
    await fc.assert(
      fc.asyncProperty(everybody, async (people) => {
        const next = await nextHolder(staffOf(people), { kind, subject, holder: 'minji', plan }, now);
        const others = people.filter((person) => person.id !== 'minji' && here(person));
        if (next === undefined) expect(others).toEqual([]);
        else expect(others.map(({ id }) => id)).toContain(next);
      }),
    );
  });
});

describe('somebody with an interest', () => {
  const interests = fc.record(
    Object.fromEntries(
      ids.map((id) => [id, fc.constantFrom<(Interest | undefined)[]>(undefined, 'surely', 'perhaps')]),
    ),
  );
  const rank = (one: Interest | undefined) => ['none', 'perhaps', 'surely'].indexOf(one ?? 'none');

  it('is not asked, and where it only looks like one, only if nobody else is here', async () => {
    await fc.assert(
      fc.asyncProperty(everybody, interests, async (people, found) => {
        const asking = whoIsAsked(staffOf(people, found), { kind, subject, person: 'minji', plan }, now);
        const may = people.filter((one) => able(one) && found[one.id] !== 'surely');
        if (may.length === 0 && people.some(able)) {
          await expect(asking).rejects.toMatchObject({ name: 'NobodyMayDecide' });
          return;
        }
        const { person, why } = await asking;
        if (may.length === 0) return;
        expect(may.map(({ id }) => id)).toContain(person);
        const best = Math.min(...may.filter(here).map(({ id }) => rank(found[id])));
        if (may.some(here)) expect(rank(found[person])).toBe(best);
        const named = people.find(({ id }) => id === 'minji');
        const conflicts = named && able(named) && found.minji;
        expect(why).toBe(person === 'minji' ? 'asked' : conflicts ? 'conflict' : 'absent');
      }),
    );
  });

  it('takes nothing over', async () => {
    await fc.assert(
      fc.asyncProperty(everybody, interests, async (people, found) => {
        const given = { kind, subject, holder: 'minji' };
        const others = people.filter((one) => one.id !== 'minji' && here(one) && found[one.id] !== 'surely');
        const best = Math.min(...others.map(({ id }) => rank(found[id])));
        for (const next of [
          await nextHolder(staffOf(people, found), { ...given, plan }, now),
          await nextHere(staffOf(people, found), { ...given, order: ['suho', 'boss'] }, now),
        ]) {
          if (next === undefined) expect(others).toEqual([]);
          else expect(others.map(({ id }) => id)).toContain(next);
          if (next !== undefined) expect(rank(found[next])).toBe(best);
        }
      }),
    );
  });
});
