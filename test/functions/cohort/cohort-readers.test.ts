import { describe, expect, it } from 'vitest';
import { wire } from '../../../functions/app/wiring.ts';
import {
  cohortReaderIds,
  cohortReaders,
  cohortViewOf,
  someCohortViewOf,
  viewOfCohort,
} from '../../../functions/cohort/cohort-link.ts';
import { managerRoleOf } from '../../../functions/rounds/manager-role.ts';
import { emptyRoundMails } from '../../../functions/selection/empty-round.ts';
import type { Role } from '../../../functions/shared/names.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { loadDemoPeople } from '../../support/people/demo-people.ts';
import { renewalDraft } from '../../support/rounds/lab-renewal.ts';

const now = instantSchema.parse('2028-03-02T00:00:00Z');

async function people() {
  const deps = wire(memoryTables, memoryDatabase().db);
  await loadDemoPeople(deps, now);
  return deps;
}

describe('who gets the list of a cohort', () => {
  it.each<['academy' | 'lab' | 'pilot', string[]]>([
    ['academy', ['park-sora', 'shin-bora']],
    ['lab', ['kwon-dahye', 'nam-gihoon']],
    ['pilot', ['park-sora', 'shin-bora']],
  ])('of the programme %s', async (programme, expected) => {
    const deps = await people();
    expect((await cohortReaders(deps, { programme })).map(({ id }) => id)).toEqual(expected);
    expect((await cohortReaderIds(deps, { programme })).all).toEqual(expected);
  });

  it('sees nothing of another programme, though it has a desk for cohorts', () => {
    const views = (roles: Role[]) => [
      cohortViewOf({ roles }, { programme: 'academy' }),
      cohortViewOf({ roles }, { programme: 'lab' }),
      someCohortViewOf({ roles }),
    ];
    expect(views(['academy-manager'])).toEqual(['staff', undefined, 'staff']);
    expect(views(['lab-manager'])).toEqual([undefined, 'staff', 'staff']);
    expect(views(['institution'])).toEqual(['institution', undefined, 'institution']);
    expect(views(['reviewer'])).toEqual([undefined, undefined, undefined]);
  });

  it('is an institution only of the courses that it was mailed', () => {
    const one = { id: 'shin-bora', roles: ['institution'] as Role[] };
    expect(viewOfCohort(one, { programme: 'academy' }, { institutions: ['shin-bora'] })).toBe('institution');
    expect(viewOfCohort(one, { programme: 'academy' }, { institutions: [] })).toBeUndefined();
    expect(viewOfCohort(one, { programme: 'lab' }, { institutions: ['shin-bora'] })).toBeUndefined();
  });

  it('is told, too, when a round of the programme ends with nobody to choose from', async () => {
    const deps = await people();
    const draft = renewalDraft();
    await deps.commit({
      changes: deps.rounds.load({ ...draft, version: 1 }, undefined, undefined),
      events: [{ subject: `round#${draft.id}`, type: 'RoundLoaded', by: 'operator:test', at: now }],
    });
    const mails = await emptyRoundMails(deps, draft.id);
    expect(mails.map((mail) => ('to' in mail ? mail.to.person : undefined)).toSorted()).toEqual([
      'kwon-dahye',
      'nam-gihoon',
    ]);
    expect(managerRoleOf(draft)).toBe('lab-manager');
  });
});
