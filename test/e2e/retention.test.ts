import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { faultsAbout } from '../../functions/shared/database/audit.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { foundIn } from '../support/canaries.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { type Cohort, confirmedCohort, threeOf } from '../support/cohort/confirmed-cohort.ts';
import { visitor } from '../support/visitor.ts';
import { writtenIn } from '../support/written.ts';

const reportSchema = z.object({ pages: z.number() });

let at: TestCloud;
let cohort: Cohort;
beforeAll(async () => {
  at = await testCloud();
  cohort = await confirmedCohort(at);
});

describe('what is kept of a cohort', () => {
  it('is erased by the clock when its time has come, and not before; the audit still verifies', async () => {
    const [first, second] = threeOf(cohort.placed);
    const waited = cohort.placed[3];
    if (!waited) throw new Error('four were wanted');
    const eraseAt = async (days: number) => {
      const time = addMinutes(at.now(), days * 24 * 60);
      // Other tests have rounds that have ended too.
      while (reportSchema.parse(await at.invoke('retention-erase-due', { time })).pages > 0);
    };
    const course = (Date.parse(cohort.round.firstDay) - Date.now()) / 86_400_000 + cohort.round.schedule.weeks * 7;
    const results = (Date.parse(cohort.round.resultsOn) - Date.now()) / 86_400_000;

    await eraseAt(course - 30);
    expect((await at.seats.enrolment(first.reference))?.contact).toBeDefined();
    await eraseAt(course + 2);
    expect((await at.seats.enrolment(first.reference))?.contact).toBeUndefined();
    expect((await at.application(waited.reference)).email).toBe(waited.email);

    await eraseAt(Math.max(results, 1) + 370);
    expect(await at.application(waited.reference)).toMatchObject({ erasedAt: expect.any(String) });
    expect((await at.application(waited.reference)).email).toBeUndefined();
    expect((await at.application(first.reference)).email).toBe(cohort.people[0]?.email);

    const code = (await at.letters.get(first.reference))?.code ?? '';
    await eraseAt(course + 3 * 366 + 5);
    for (const { reference } of [first, second]) {
      expect((await at.application(reference)).erasedAt).toBeDefined();
      expect(await at.seats.enrolment(reference)).toBeUndefined();
      expect(await at.letters.get(reference)).toBeUndefined();
      const screening = await at.screenings.get(reference);
      const reviews = await at.screenings.reviewsWith(screening?.reviews.map(({ id }) => id) ?? []);
      expect(reviews.length).toBeGreaterThan(0);
      for (const { comment, scores } of reviews) {
        expect(comment).toBeUndefined();
        expect(Object.keys(scores).length).toBeGreaterThan(0);
      }
      expect(await faultsAbout(at.db, at.tables.AUDIT_TABLE, reference)).toEqual([]);
    }
    const page = await visitor(at.baseUrl, { lang: 'ko' }).post('/verify', { code });
    expect(page.text).toContain('이 코드로 발급한 확인서가 없습니다');
    const admission = await at.admissions.get(cohort.round.id);
    expect(admission?.erasure).toMatchObject({ after: '', erased: 4 });
    expect(admission?.erasure?.nextOn).toBeUndefined();
    const tables = ['SEATS_TABLE', 'APPLICATIONS_TABLE', 'SCREENINGS_TABLE', 'REQUESTS_TABLE', 'AUDIT_TABLE'] as const;
    const scans = tables.map(async (table) => [table, JSON.stringify(await writtenIn(at, table))] as const);
    const items = Object.fromEntries(await Promise.all(scans));
    expect(
      foundIn(
        items,
        cohort.people.flatMap(({ texts }) => texts),
      ),
    ).toEqual([]);
  });
});
