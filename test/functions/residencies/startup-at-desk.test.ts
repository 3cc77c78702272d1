import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askForAddendum } from '../../../functions/contracts/ask-addendum.ts';
import { anotherSpaceAsked } from '../../../functions/contracts/extension-space.ts';
import { changedResidency } from '../../../functions/residencies/residency.ts';
import { mailTo } from '../../support/applicants.ts';
import { signIn } from '../../support/desk/sign-in.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { endingIn, presentOf, storedResidency } from '../../support/residency-events/stored-residencies.ts';
import { labManager } from '../../support/spaces/stored-spaces.ts';

let at: MemoryAcademy;
beforeAll(async () => {
  at = await memoryAcademy();
});
afterAll(() => at.close());

const reason = '인원이 늘었습니다.';

describe('what somebody of the staff is asked about a startup', () => {
  it('is told with its name, at the desk and by mail, whether it is about the residency or what happens in it', async () => {
    const { residency, name } = await storedResidency(at, { firstDay: endingIn(at, 100) });
    const { id } = residency;
    const addendum = await askForAddendum(
      at,
      { residency: id, changes: { desks: 6 }, by: 'applicant', reason },
      at.now(),
    );
    expect(addendum.kind).toBe('asked');
    const space = await anotherSpaceAsked(at, residency, `${id}-X2`, at.now());
    const [first, ...more] = space.events;
    if (first) await at.commit({ ...space, events: [first, ...more] });
    const { page } = await signIn(at, labManager);
    for (const title of ['입주 내용 변경 결정', '연장 기간의 공간 배정']) {
      expect(page.text).toContain(`${title} · ${name} · ${id}`);
      const mail = await mailTo(at, labManager, `${title} 요청: ${name} ${id}`);
      expect(mail.text).toContain(name);
    }
  });

  it('has no name any more once that is erased', async () => {
    const { residency, name } = await storedResidency(at, { firstDay: endingIn(at, 100) });
    const { id } = residency;
    await askForAddendum(at, { residency: id, changes: { desks: 6 }, by: 'applicant', reason }, at.now());
    const was = await presentOf(at, id);
    await at.commit({
      changes: [at.residencies.save(changedResidency(was, at.now(), { erasedAt: at.now() }), was)],
      events: [{ subject: id, type: 'OnboardingNews', by: 'system:test', at: at.now() }],
    });
    const { page } = await signIn(at, labManager);
    expect([page.text.includes(id), page.text.includes(name)]).toEqual([true, false]);
  });
});
