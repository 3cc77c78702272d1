import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cohortParts } from '../../../functions/cohort/parts.ts';
import { readerMails } from '../../../functions/cohort/reader-mails.ts';
import { chainOf, eventsOf } from '../../../functions/shared/database/audit.ts';
import { seoulDateOf } from '../../../functions/shared/time.ts';
import { addPeople } from '../../support/casework/more-people.ts';
import { type Cohort, confirmedCohort } from '../../support/cohort/confirmed-cohort.ts';
import { signIn } from '../../support/desk/sign-in.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { visitor } from '../../support/visitor.ts';

const manager = 'sora.park@academy.example.kr';
const bank = 'bora.shin@gaon-bank.example';

let at: MemoryAcademy;
let cohort: Cohort;
beforeAll(async () => {
  at = await memoryAcademy();
  cohort = await confirmedCohort(at);
});
afterAll(() => at.close());

const members = (html: string): number => [...html.matchAll(/<h2 class="notranslate">/gu)].length;

describe('the confirmed cohorts at a desk', () => {
  it('are there for who gets the list by mail, and show the same: all to the manager, who agreed to an institution', async () => {
    const path = `/desk/cohorts/${cohort.round.id}`;
    for (const [email, link, count] of [
      [manager, cohort.links.manager, 3],
      [bank, cohort.links.bank, 2],
    ] as const) {
      const { browser, page } = await signIn(at, email);
      expect(page.html).toContain('href="/desk/cohorts"');
      const list = await browser.get('/desk/cohorts');
      expect(list.text).toContain(`${cohort.round.title.ko} 참여 확정 인원: 3명`);
      expect(list.html).toContain(`href="${path}"`);
      const [here, mailed] = [await browser.get(path), await browser.get(link)];
      expect([members(here.html), members(mailed.html)]).toEqual([count, count]);
      expect(here.html.replaceAll(path, link)).toBe(mailed.html);
      expect((await browser.get(`${path}/statistics`)).title).toContain('모집 통계');
      const file = await browser.postStale(`${path}/cohort.csv`, {});
      expect([file.headers.get('content-type'), file.html.trim().split('\n')]).toEqual([
        'text/csv; charset=utf-8',
        expect.objectContaining({ length: count + 1 }),
      ]);
    }
    const events = await eventsOf(at.db, at.tables.AUDIT_TABLE, `round#${cohort.round.id}`);
    const downloads = events.filter(({ type }) => type === 'CohortDownloaded');
    expect(downloads.map(({ by }) => by)).toEqual(['person:park-sora', 'person:shin-bora']);
    const reads = await chainOf(at.db, at.tables.AUDIT_TABLE, `reads#person:shin-bora#${seoulDateOf(at.now())}`);
    expect(reads.map(({ type, about, data }) => [type, about, data.task ?? data.file])).toEqual([
      ['PersonalDataRead', `round#${cohort.round.id}`, 'cohort-institution'],
      ['CohortDownloaded', `round#${cohort.round.id}`, 'cohort-institution.csv'],
    ]);
  });

  it('are not there for somebody of an institution to whom they were not mailed, whenever they came', async () => {
    const email = 'later@another-bank.example';
    await addPeople(at, [{ id: 'later-one', email, roles: ['institution'], affiliations: ['다른은행'] }]);
    const { browser } = await signIn(at, email);
    const list = await browser.get('/desk/cohorts');
    expect(list.status).toBe(200);
    expect(list.text).toContain('보내 드린 참여 확정 명단이 아직 없습니다');
    expect(list.text).not.toContain(cohort.round.title.ko);
    for (const path of ['', '/statistics']) {
      const missed = await browser.get(`/desk/cohorts/${cohort.round.id}${path}`);
      expect(missed.status, path).toBe(404);
    }
    expect((await browser.postStale(`/desk/cohorts/${cohort.round.id}/cohort.csv`, {})).status).toBe(404);
    const statistics = cohortParts(at.tables, at.db).statistics();
    const mailedAnew = async (id: string) => {
      const person = await at.people.get(id);
      return person && readerMails({ rounds: at.rounds, statistics }, { person, roundId: cohort.round.id });
    };
    expect(await mailedAnew('later-one')).toEqual([]);
    for (const id of ['shin-bora', 'park-sora']) expect(await mailedAnew(id), id).toHaveLength(1);
  });

  it('are for nobody else, and want a desk: who signs in comes back to them', async () => {
    const { browser, page } = await signIn(at, 'minji.kim@academy.example.kr');
    expect(page.html).not.toContain('/desk/cohorts');
    for (const path of ['', `/${cohort.round.id}`, `/${cohort.round.id}/statistics`]) {
      const refused = await browser.get(`/desk/cohorts${path}`);
      expect(refused.status).toBe(403);
      expect(refused.text).toContain('아카데미 책임자와 협력기관 담당자만 볼 수 있습니다');
      expect(refused.html).toContain('action="/desk/sign-out"');
    }
    expect((await visitor(at.baseUrl).get('/desk/cohorts')).url).toBe('/desk/address');
    const back = await signIn(at, bank, { to: `/desk/cohorts/${cohort.round.id}` });
    expect([back.page.url, members(back.page.html)]).toEqual([`/desk/cohorts/${cohort.round.id}`, 2]);
    for (const written of ['another', 'Another.One', 'x'.repeat(90)]) {
      const missed = await back.browser.get(`/desk/cohorts/${written}`);
      expect(missed.status, written).toBe(404);
      expect(missed.title, written).toContain('확정된 명단을 찾을 수 없습니다');
    }
  });
});
