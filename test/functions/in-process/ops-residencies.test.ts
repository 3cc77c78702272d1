import { expect, it } from 'vitest';
import { changedResidency } from '../../../functions/residencies/residency.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { stuckSubjects } from '../../../ops/commands/scans.ts';
import { residencyRows, shownOf } from '../../../ops/residencies/residency-rows.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { onboardingWorld } from '../../support/onboarding/onboarding-world.ts';

it('ops find shows a residency and whom it waits for; ops stuck the run of one that a fault has stopped', async () => {
  const world = await onboardingWorld({ acceptedAt: instantSchema.parse('2027-04-16T01:00:00.000Z') });
  const { deps, id } = world;
  await world.step('ask-for-documents');
  const was = await world.present();
  const rows = async () =>
    residencyRows(await shownOf({ ...deps, now: world.now }, await world.present(), await deps.spaces.all()));
  expect(Object.fromEntries(await rows())).toMatchObject({
    residency: 'ONBOARDING: Moving in (first day Monday, 10 May 2027)',
    'contract 1': '2027-05-10 to 2028-05-09',
    documents: 'until 2027-04-23',
    space: '-',
    'residency waits': `${id} (onboarding-documents) until 2027-04-23T09:00:00.000Z`,
  });
  const stuck = { at: world.now(), step: `${id}`, error: 'RoundMissing' };
  await deps.commit({
    changes: [deps.residencies.save(changedResidency(was, world.now(), { stuck }), was)],
    events: [{ subject: id, type: 'OnboardingNews', by: 'system:test', at: world.now() }],
  });
  expect(await stuckSubjects({ db: world.db, tables: memoryTables })).toMatchObject([
    { machine: 'startup-lab-onboarding', id, state: 'ONBOARDING', stuck: { error: 'RoundMissing' } },
  ]);
  const [row] = await rows();
  expect(row).toEqual(['residency', expect.stringContaining('stuck: RoundMissing')]);
});
