import { describe, expect, it } from 'vitest';
import { presentIn } from '../../../functions/agreements/agreement.ts';
import { valuesOf } from '../../../functions/onboarding/agreement-owner.ts';
import { changedResidency, firstOf, type Startup } from '../../../functions/residencies/residency.ts';
import { type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { onboardingWorld } from '../../support/onboarding/onboarding-world.ts';
import { loadDemoPeople } from '../../support/people/demo-people.ts';

const acceptedAt: Instant = instantSchema.parse('2027-04-16T01:00:00.000Z');

/** A startup whose documents are accepted. */
async function accepted(change: Partial<Startup> = {}) {
  const world = await onboardingWorld({ acceptedAt });
  const { deps, id } = world;
  const was = await world.present();
  const startup = { ...was.startup, ...change };
  await deps.commit({
    changes: [
      deps.residencies.save(changedResidency(was, acceptedAt, { startup, documentsAcceptedAt: acceptedAt }), was),
    ],
    events: [{ subject: id, type: 'OnboardingDocumentsAccepted', by: 'system:test', at: acceptedAt }],
  });
  const version = async () => {
    const { agreement = '' } = firstOf(await world.present());
    const stored = await deps.agreements.get(agreement);
    const found = stored && presentIn(stored);
    if (!found) throw new Error('there is no agreement');
    return found;
  };
  const asked = async () => deps.requests.get((await version()).request ?? '');
  return { ...world, version, asked };
}

describe('the agreement of a residency', () => {
  it.each<[Startup['kind'], string | undefined, string, string]>([
    ['firm', '123-45-67891', '123-45-67891', '123-45-67891'],
    [
      'foreign-firm',
      'UEN 201912345K',
      'UEN 201912345K (해당 국가의 등록 번호)',
      'UEN 201912345K (of the country of registration)',
    ],
    ['foreign-firm', undefined, '없음', 'none'],
    ['founder', undefined, '없음 (예비 창업자)', 'none (prospective founder)'],
  ])('says of a %s with the number %s: %s', async (kind, number, ko, en) => {
    const { startup, ...residency } = await (await onboardingWorld({ acceptedAt })).present();
    expect(valuesOf({ ...residency, startup: { ...startup, kind, number } }).number).toEqual({ ko, en });
  });

  it('is drafted and signed of a founder and of a foreign firm, too', async () => {
    for (const kind of ['founder', 'foreign-firm'] as const) {
      const world = await accepted({ kind, number: undefined, name: 'Kestrel Ledger Pte. Ltd.' });
      expect(await world.step('ask-for-signatures')).toBe('WAITS');
      expect(await world.sign()).toBe('signed');
      expect(await world.sign()).toBe('signed');
      expect(await world.step('ask-for-signatures')).toBe('SIGNED');
    }
  });

  it('goes on to the deputy when the director leaves between the signatures, and nobody signs twice', async () => {
    const world = await accepted();
    await world.step('ask-for-signatures');
    await loadDemoPeople(world.deps, world.now(), { 'han-jiyoon': { roles: [] } });
    expect(await world.sign()).toBe('signed');
    expect((await world.asked())?.assignee).toEqual({ person: 'yang-doyun' });
    expect((await world.version()).number).toBe(1);
  });

  it('that no font can write stops its run with a reason that names nobody', async () => {
    const world = await accepted({ name: '새봄 \u{1F680}' });
    await expect(world.step('ask-for-signatures')).rejects.toThrow(/why not-drawable/u);
    await expect(world.step('ask-for-signatures')).rejects.not.toThrow(/새봄/u);
  });
});
