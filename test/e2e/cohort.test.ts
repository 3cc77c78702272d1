import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { cohortLink } from '../../functions/cohort/cohort-link.ts';
import { loadPeople } from '../../functions/people/load-people.ts';
import type { Person } from '../../functions/people/person.ts';
import { mailAnew } from '../../functions/people-changes/mail-anew.ts';
import { roundSubject } from '../../functions/selection/admission.ts';
import { eventsOf, faultsAbout } from '../../functions/shared/database/audit.ts';
import { foundIn } from '../support/canaries.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { type Cohort, changed, cohortLinkTo, confirmedCohort, threeOf } from '../support/cohort/confirmed-cohort.ts';
import { eventually } from '../support/eventually.ts';
import { visitor } from '../support/visitor.ts';

const hostile = '=HYPERLINK("http://evil.example","click")';

let at: TestCloud;
let cohort: Cohort;
beforeAll(async () => {
  at = await testCloud();
  cohort = await confirmedCohort(at);
});

const downloads = async () =>
  (await eventsOf(at.db, at.tables.AUDIT_TABLE, roundSubject(cohort.round.id))).filter(
    ({ type }) => type === 'CohortDownloaded',
  );

const csvFrom = async (link: string) => {
  const response = await visitor(at.baseUrl, { lang: 'ko' }).once('POST', `${link}/cohort.csv`, {
    body: new URLSearchParams(),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const rows: string[][] = parse(bytes, { bom: true, record_delimiter: '\r\n' });
  return { response, bytes, rows };
};

describe('the list of a confirmed cohort', () => {
  it('shows the staff everybody who has a seat, with who to call', async () => {
    const page = await visitor(at.baseUrl, { lang: 'ko' }).get(cohort.links.manager);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    for (const [index, { form, email }] of cohort.people.entries()) {
      expect(page.text).toContain(String(form['about-you'].name));
      expect(page.text).toContain(email);
      expect(page.text).toContain(String(form['about-you'].mobile));
      expect(page.text).toContain(cohort.placed[index]?.reference);
    }
    expect(page.text).toContain('01022223333');
    expect(page.text).not.toContain(cohort.placed[3]?.reference);
  });

  it('shows an institution only those who agreed to it, and says how many are left out', async () => {
    const page = await visitor(at.baseUrl, { lang: 'ko' }).get(cohort.links.bank);
    const [first, second] = threeOf(cohort.people);
    expect(page.text).toContain(first.email);
    expect(foundIn({ page: page.html }, second.texts)).toEqual([]);
    for (const { reference } of cohort.placed) expect(page.html).not.toContain(reference);
    expect(page.html).not.toContain('01022223333');
    expect(page.text).toMatch(/제공에 동의하지 않아 제외한 인원\s+1명/u);
  });

  it('is a file that Excel reads: UTF-8 with BOM, CRLF, no formula, all zeros; no name in its own name', async () => {
    const third = threeOf(cohort.placed)[2];
    await changed(at, third.reference, { name: hostile });
    const { response, bytes, rows } = await csvFrom(cohort.links.manager);
    await changed(at, third.reference, { name: third.name });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${cohort.round.id}-cohort.csv"`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').split('\r\n')).toHaveLength(5);
    const [head, one, two, three] = rows;
    expect(head?.slice(0, 5)).toEqual(['연번', '이름', '접수 번호', '이메일', '휴대전화']);
    expect(one?.slice(6)).toEqual(["'+82 10", "'@부모", "'01022223333"]);
    expect(two?.[1]).toBe(cohort.people[1]?.form['about-you'].name);
    expect(three?.[1]).toBe(`'${hostile}`);
    expect(three?.[4]).toBe(cohort.people[2]?.form['about-you'].mobile);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]|^0\d+$/u);
  });

  it('gives an institution its own columns', async () => {
    const { rows, bytes } = await csvFrom(cohort.links.bank);
    expect(rows.map((row) => row.length)).toEqual([3, 3, 3]);
    expect(foundIn({ file: bytes.toString('utf8') }, cohort.people[1]?.texts ?? [])).toEqual([]);
  });

  it('has each download in the audit: who, which file, how many rows, and never whom', async () => {
    const before = (await downloads()).length;
    await Promise.all([csvFrom(cohort.links.manager), csvFrom(cohort.links.bank), csvFrom(cohort.links.bank)]);
    const after = (await downloads()).slice(before);
    expect(after.map(({ by, data }) => `${by} ${data.file} ${data.rows}`).sort()).toEqual([
      'person:park-sora cohort-staff.csv 3',
      'person:shin-bora cohort-institution.csv 2',
      'person:shin-bora cohort-institution.csv 2',
    ]);
    expect(
      foundIn(
        { audit: JSON.stringify(after) },
        cohort.people.flatMap(({ texts }) => texts),
      ),
    ).toEqual([]);
    expect(await faultsAbout(at.db, at.tables.AUDIT_TABLE, roundSubject(cohort.round.id))).toEqual([]);
  });

  it('changes nothing when it is looked at, and is not downloaded by a GET', async () => {
    const before = (await downloads()).length;
    for (const path of ['', '/statistics']) {
      expect((await visitor(at.baseUrl).get(cohort.links.manager + path)).status).toBe(200);
      expect((await visitor(at.baseUrl).head(cohort.links.manager + path)).status).toBe(200);
    }
    expect((await visitor(at.baseUrl).get(`${cohort.links.manager}/cohort.csv`)).status).toBe(405);
    expect((await downloads()).length).toBe(before);
  });
});

describe('a link to a cohort', () => {
  const parts = (link: string) => {
    const [, , key = '', mac = ''] = link.split('/');
    return { key, mac };
  };

  it('opens nothing when it is forged, cut off, or somebody else’s', async () => {
    const [own, other] = [parts(cohort.links.manager), parts(cohort.links.bank)];
    const wrong = [
      `/c/${own.key}/${other.mac}`,
      `/c/${other.key}/${own.mac}`,
      `/c/${own.key}/${own.mac.slice(0, -4)}AAAA`,
      `/c/${own.key}/x`,
      `/c/no-round.park-sora/${own.mac}`,
      `/c/${cohort.round.id}.nobody/${own.mac}`,
    ];
    for (const path of wrong) {
      for (const page of ['', '/statistics']) {
        const found = await visitor(at.baseUrl, { lang: 'ko' }).get(path + page);
        expect(found.status, path).toBe(404);
        expect(found.text).toContain('이 링크로는 열 수 없습니다');
      }
    }
    expect((await visitor(at.baseUrl).get(`/c/..%2f/${own.mac}`)).status).toBe(404);
    const before = (await downloads()).length;
    const { status } = await visitor(at.baseUrl).post(`/c/${own.key}/${other.mac}/cohort.csv`, {});
    expect(status).toBe(404);
    expect((await downloads()).length).toBe(before);
  });

  it('opens no longer for who has lost the role', async () => {
    const was = await at.people.get('shin-bora');
    if (!was) throw new Error('the institution is missing');
    const load = (roles: Person['roles']) =>
      loadPeople(at, [{ ...was, deputy: was.deputy, roles }], 'operator:test', at.now());
    await load([]);
    try {
      for (const [method, path] of [
        ['get', ''],
        ['get', '/statistics'],
        ['post', '/cohort.csv'],
      ] as const) {
        const browser = visitor(at.baseUrl, { lang: 'ko' });
        const page = await (method === 'get'
          ? browser.get(cohort.links.bank + path)
          : browser.post(cohort.links.bank + path, {}));
        expect(page.status, path).toBe(403);
        expect(page.text).toContain('이 명단을 보실 권한이 없습니다');
        expect(
          foundIn(
            { page: page.html },
            cohort.people.flatMap(({ texts }) => texts),
          ),
        ).toEqual([]);
      }
    } finally {
      await load(was.roles);
    }
    const { bank } = cohort.links;
    expect((await visitor(at.baseUrl).get(bank)).status).toBe(410);
    await mailAnew(at, { person: 'shin-bora', rounds: [cohort.round.id], by: 'operator:test' }, at.now());
    const later = await eventually('another link', async () => {
      const last = await cohortLinkTo(at, cohort.round, was.email);
      return last === bank ? undefined : last;
    });
    cohort = { ...cohort, links: { ...cohort.links, bank: later } };
    expect((await visitor(at.baseUrl).get(later)).status).toBe(200);
  });

  it('is made for one person: its target names both', () => {
    expect(cohortLink(cohort.round.id, 'park-sora')).toMatchObject({
      id: `${cohort.round.id}.park-sora`,
      assignee: 'park-sora',
    });
  });
});

describe('the numbers of the round', () => {
  it('stand in plots without scripts and styles, each with a table of the same numbers', async () => {
    for (const lang of ['ko', 'en']) {
      const page = await visitor(at.baseUrl, { lang }).get(`${cohort.links.manager}/statistics`);
      expect(page.status).toBe(200);
      expect(page.html).not.toMatch(/<script(?! defer src="\/assets\/)|\sstyle=|javascript:/iu);
      expect(page.html.match(/<svg[^>]*role="img"/gu)).toHaveLength(5);
      expect(page.html.match(/<table class="numbers"/gu)).toHaveLength(5);
    }
    const page = await visitor(at.baseUrl, { lang: 'en' }).get(`${cohort.links.manager}/statistics`);
    for (const words of ['Sent 4', 'Places accepted 3', 'Places offered 3', 'Ranked 4', 'Offer 1 3']) {
      expect(page.text).toContain(words);
    }
    expect(
      foundIn(
        { page: page.html },
        cohort.people.flatMap(({ texts }) => texts),
      ),
    ).toEqual([]);
  });

  it('tell institutions nothing of the reviewers', async () => {
    const page = await visitor(at.baseUrl, { lang: 'en' }).get(`${cohort.links.bank}/statistics`);
    expect(page.html.match(/<svg[^>]*role="img"/gu)).toHaveLength(4);
    expect(page.text).not.toContain('Severity');
  });
});
