import { beforeEach, describe, expect, it } from 'vitest';
import { wire } from '../../../functions/app/wiring.ts';
import { cohortLink, openCohortLink } from '../../../functions/cohort/cohort-link.ts';
import { loadPeople } from '../../../functions/people/load-people.ts';
import { readPeople } from '../../../functions/people/read-people.ts';
import { targetFor } from '../../../functions/people/staff-link.ts';
import { followPeople } from '../../../functions/people-changes/follow-people.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { macOf } from '../../support/memory/memory-mac.ts';

const now = instantSchema.parse('2027-03-02T00:00:00Z');
let deps: ReturnType<typeof wire>;
const load = async (email: string, roles: string) => {
  const file = `id,name,email,lang,roles,deputy,absences\nbora,신보라,${email},ko,${roles},,`;
  await loadPeople(deps, readPeople(file).people, 'operator:test', now);
};
/** What links that were mailed by each of their generations open now. */
const opened = async (generations: number) =>
  Promise.all(
    Array.from({ length: generations }, async (_, linkGeneration) => {
      const mac = macOf(targetFor(cohortLink('academy', 'bora'), { linkGeneration }));
      const { people } = deps;
      const verifyLink = async (target: Parameters<typeof macOf>[0], given: string) => macOf(target) === given;
      return (await openCohortLink({ people, verifyLink }, 'academy.bora', mac)).kind;
    }),
  );
beforeEach(async () => {
  deps = wire(memoryTables, memoryDatabase().db);
  await load('bora@bank.example', 'institution');
});

describe('a link to a cohort', () => {
  it('opens while its person keeps role and address, whatever else changes', async () => {
    expect(await opened(2)).toEqual(['current', 'unknown']);
    await load('Bora@BANK.example', 'institution;reviewer');
    expect(await opened(2)).toEqual(['current', 'unknown']);
  });

  it('opens nothing once the address is another one; the next one does', async () => {
    await load('bora@other.example', 'institution');
    expect(await opened(2)).toEqual(['renewed', 'current']);
    await load('bora@bank.example', 'institution');
    expect(await opened(3)).toEqual(['renewed', 'renewed', 'current']);
  });

  it('opens nothing for who has left, and stays so when they come back', async () => {
    await load('bora@bank.example', '');
    expect(await opened(2)).toEqual(['left', 'left']);
    await load('bora@bank.example', 'institution');
    expect(await opened(2)).toEqual(['renewed', 'current']);
  });

  it('is not mailed anew if there is no cohort yet', async () => {
    await load('bora@other.example', 'institution');
    const given = { people: ['bora'], by: 'operator:test' };
    expect(await followPeople(deps, given, now)).toMatchObject({ mailed: 0 });
    expect(await deps.people.get('bora')).toMatchObject({ linkGeneration: 1, mailedGeneration: 1 });
  });
});
