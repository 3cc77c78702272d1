import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../../functions/app/kinds.ts';
import { isAway, type Person, personSchema } from '../../../functions/people/person.ts';
import { mayHold } from '../../../functions/requests/kind.ts';
import { nextHolder, type Staff, whoIsAsked } from '../../../functions/requests/who-is-asked.ts';
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

const staffOf = (people: readonly Person[]): Staff => ({
  kinds,
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
        const { person, why } = await whoIsAsked(staffOf(people), { kind, person: 'minji', plan }, now);
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
        const next = await nextHolder(staffOf(people), { kind, holder: 'minji', plan }, now);
        const others = people.filter((person) => person.id !== 'minji' && here(person));
        if (next === undefined) expect(others).toEqual([]);
        else expect(others.map(({ id }) => id)).toContain(next);
      }),
    );
  });
});
