import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cohortParts } from '../../../functions/cohort/parts.ts';
import { roundSubject } from '../../../functions/selection/admission.ts';
import { eventsOf, faultsAbout } from '../../../functions/shared/database/audit.ts';
import { answers, mailsTo, mailTo } from '../../support/applicants.ts';
import { addPeople } from '../../support/casework/more-people.ts';
import { browserOf, type Cohort, cohortOfThree, threeOf } from '../../support/cohort/confirmed-cohort.ts';
import { eventually } from '../../support/eventually.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';

const manager = 'sora.park@academy.example.kr';
const bank = 'bora.shin@gaon-bank.example';
const later = 'later@another-bank.example';
const contact = { name: '이바다', relationship: '부모', phone: '01022223333' };

let at: MemoryAcademy;
let cohort: Pick<Cohort, 'round' | 'placed'>;
beforeEach(async () => {
  at = await memoryAcademy();
  cohort = await cohortOfThree(at, [answers(), answers(), answers(), answers()], contact);
}, 60_000);
afterEach(() => at.close());

const withdraw = async (reference: string) =>
  (await browserOf(at, reference)).post('/application/withdraw', { confirmed: 'yes' });
const statistics = () => cohortParts(at.tables, at.db).statistics().get(cohort.round.id);
const changes = async () =>
  (await eventsOf(at.db, at.tables.AUDIT_TABLE, roundSubject(cohort.round.id))).filter(
    ({ type }) => type === 'CohortChanged',
  );
const changedMails = async (address: string) =>
  (await mailsTo(at, address)).filter(({ subject }) => subject.includes('기수 명단이 바뀌었습니다'));

describe('a place that is given up after the cohort is confirmed', () => {
  it('makes the second revision of list and numbers, and tells the manager and the institutions that have the first', async () => {
    const [first] = threeOf(cohort.placed);
    await addPeople(at, [{ id: 'later-one', email: later, roles: ['institution'] }]);
    expect((await statistics())?.stages).toMatchObject({ taken: 3, withdrawn: 0 });
    await withdraw(first.reference);
    expect(await statistics()).toMatchObject({
      stages: { taken: 2, withdrawn: 1 },
      revised: { number: 2, givenUp: 1 },
    });
    expect(await changes()).toMatchObject([{ by: 'applicant', data: { revision: 2, taken: 2 } }]);
    for (const address of [manager, bank]) {
      const mail = await mailTo(at, address, '기수 명단이 바뀌었습니다');
      expect(mail.subject).toContain(`${cohort.round.title.ko}, 2판`);
      expect(mail.text).toMatch(/확정 인원: 2명/u);
      expect(mail.text).toContain(`/c/${cohort.round.id}.`);
      expect(mail.text).not.toContain(first.reference);
    }
    expect(await changedMails(later)).toEqual([]);
    expect(await faultsAbout(at.db, at.tables.AUDIT_TABLE, roundSubject(cohort.round.id))).toEqual([]);
  });

  it('counts each of two who leave in the same moment', async () => {
    const [first, second] = threeOf(cohort.placed);
    await Promise.all([withdraw(first.reference), withdraw(second.reference)]);
    expect(await statistics()).toMatchObject({ stages: { taken: 1 }, revised: { number: 3, givenUp: 2 } });
    expect((await changes()).map(({ data }) => data.revision)).toEqual([2, 3]);
    await eventually('two mails to the manager', async () => (await changedMails(manager)).length === 2);
  });

  it('is no change of the cohort if who leaves had no place', async () => {
    const waited = cohort.placed[3]?.reference ?? '';
    await withdraw(waited);
    expect((await at.application(waited)).state).toBe('WITHDRAWN');
    expect((await statistics())?.revised).toBeUndefined();
    expect(await changedMails(manager)).toEqual([]);
  });
});
