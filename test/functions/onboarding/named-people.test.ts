import { expect, it } from 'vitest';
import { kinds } from '../../../functions/app/kinds.ts';
import { namedWrongly } from '../../../functions/onboarding/named-people.ts';
import type { Onboarding } from '../../../functions/rounds/residency.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { onboardingWorld } from '../../support/onboarding/onboarding-world.ts';

it.each<[string, (onboarding: Onboarding) => Partial<Onboarding>, readonly [string, RegExp][]]>([
  ['as it is', () => ({}), []],
  ['an unknown manager', () => ({ manager: 'no-one' }), [['manager', /nobody of that id/u]]],
  [
    'a director without the role',
    () => ({ director: 'kwon-dahye' }),
    [['director', /needs the role signatory and has lab-manager/u]],
  ],
  [
    'a list whose manager is left out, so that the lab manager would decide',
    ({ services }) => ({ services: { ...services, manager: undefined } }),
    [['manager', /checklist-manager/u]],
  ],
  [
    'a doer of another trade',
    ({ exit }) => ({ exit: { ...exit, doers: { ...exit.doers, network: 'han-jiyoon' } } }),
    [['exit.doers.network', /needs the role service-provider or checklist-manager/u]],
  ],
  [
    'a doer too few',
    ({ services }) => ({ services: { ...services, doers: {} } }),
    [
      ['services.doers', /nobody for facilities/u],
      ['services.doers', /nobody for network/u],
      ['services.doers', /nobody for programme/u],
    ],
  ],
  [
    'a list that is not loaded',
    ({ services }) => ({ services: { ...services, template: 'other' } }),
    [['services.template', /no such list/u]],
  ],
])('a round of the Lab with %s is told what would stop its onboarding', async (_, change, expected) => {
  const { deps } = await onboardingWorld({ acceptedAt: instantSchema.parse('2027-04-16T01:00:00.000Z') });
  const round = await deps.rounds.current('lab-then');
  const onboarding = round?.residency?.onboarding;
  if (!round?.residency || !onboarding) throw new Error('the round has no onboarding');
  const residency = { ...round.residency, onboarding: { ...onboarding, ...change(onboarding) } };
  const found = await namedWrongly({ ...deps, kinds }, { residency });
  expect(found.map(({ path }) => path.slice(2).join('.'))).toEqual(expected.map(([path]) => path));
  for (const [index, [, reason]] of expected.entries()) expect(found[index]?.reason).toMatch(reason);
});
