import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addendumPaths } from '../../../functions/contracts/pages/contracts-paths.ts';
import { exitPaths } from '../../../functions/exits/pages/exit-paths.ts';
import { residencyPaths as paths } from '../../../functions/residency-events/pages/residency-paths.ts';
import { addPeople } from '../../support/casework/more-people.ts';
import { signIn } from '../../support/desk/sign-in.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { storedResidencies } from '../../support/residency-events/stored-residencies.ts';
import { labManager } from '../../support/spaces/stored-spaces.ts';
import { type Visitor, visitor } from '../../support/visitor.ts';

const theDirector = 'jiyoon.han@academy.example.kr';
const related = 'related@lab.example.kr';

let at: MemoryAcademy;
let manager: Visitor;
let stored: Awaited<ReturnType<typeof storedResidencies>>;
beforeAll(async () => {
  at = await memoryAcademy();
  stored = await storedResidencies(at);
  manager = (await signIn(at, labManager)).browser;
});
afterAll(() => at.close());

const sent = (fields: Readonly<Record<string, string>>) => ({ body: new URLSearchParams(fields) });
const rowOf = (html: string, id: string): string => html.split('<tr>').find((row) => row.includes(`/${id}"`)) ?? '';

describe('residencies at the desk', () => {
  it('are for managers of the Lab and its director, and for nobody else', async () => {
    const { id } = stored.resident.residency;
    expect((await manager.get('/desk')).text).toContain('입주 현황');
    const director = (await signIn(at, theDirector)).browser;
    expect((await director.get(paths.residency(id))).status).toBe(200);
    const other = (await signIn(at, 'sora.park@academy.example.kr')).browser;
    expect((await other.get('/desk')).text).not.toContain('입주 현황');
    for (const path of [paths.list, paths.residency(id), paths.copy(id, `${id}-1`, 1)]) {
      expect((await other.get(path)).status, path).toBe(403);
    }
    for (const path of [paths.search, paths.csv]) {
      expect((await other.once('POST', path, sent({ q: id }))).status, path).toBe(403);
    }
    const nobody = visitor(at.baseUrl, { lang: 'ko' });
    expect((await nobody.get(paths.residency(id))).url).toContain('/desk/address');
  });

  it('show where each stands, what it has and what waits for whom', async () => {
    const { onboarding, resident, past, gone } = stored;
    const { html, text } = await manager.get(paths.list);
    expect(rowOf(html, onboarding.residency.id)).toContain('입주 준비 중');
    expect(rowOf(html, onboarding.residency.id)).toContain('입주 서류 제출');
    expect(rowOf(html, resident.residency.id)).toContain('입주 중');
    expect(rowOf(html, resident.residency.id)).toContain(resident.space);
    expect(rowOf(html, past.residency.id)).toContain('2일째 사용 중');
    expect(html).not.toContain(gone.residency.id);
    expect(text).toContain('오늘의 공간');
    expect(html.indexOf(past.residency.id)).toBeLessThan(html.indexOf(resident.residency.id));
    const ended = await manager.get(`${paths.list}?state=ended`);
    expect(rowOf(ended.html, gone.residency.id)).toContain('입주 종료');
    expect(ended.html).not.toContain(resident.residency.id);
    const ofRound = await manager.get(`${paths.list}?state=all&round=${past.residency.roundId}`);
    expect(ofRound.html).toContain(past.residency.id);
    expect(ofRound.html).not.toContain(resident.residency.id);
    for (const odd of ['?state=%3Cb%3E', '?round=../../x', '?state=all&round=no-such', '?round=&state=']) {
      expect((await manager.get(`${paths.list}${odd}`)).status, odd).toBe(200);
    }
  });

  it('are found by a name or a reference, posted; nothing typed is an error', async () => {
    const { resident, gone } = stored;
    const page = await manager.once('POST', paths.search, sent({ q: gone.name }));
    expect(await page.text()).toContain(gone.residency.id);
    const byReference = await manager.once('POST', paths.search, sent({ q: resident.residency.id.toLowerCase() }));
    expect(await byReference.text()).toContain(resident.name);
    const nothing = await manager.once('POST', paths.search, sent({ q: 'no such startup' }));
    expect(await nothing.text()).toContain('해당하는 입주 기업이 없습니다');
    expect((await manager.once('POST', paths.search, sent({ q: ' ' }))).status).toBe(422);
    expect((await manager.once('GET', paths.search)).status).toBe(303);
  });

  it('are a file of what was chosen, which is recorded', async () => {
    const { resident, gone } = stored;
    const file = await manager.once('POST', paths.csv, sent({}));
    expect(file.headers.get('content-type')).toContain('text/csv');
    const text = await file.text();
    expect(text).toContain(`"${resident.name}"`);
    expect(text).not.toContain(gone.residency.id);
    const all = await (await manager.once('POST', paths.csv, sent({ state: 'ended' }))).text();
    expect(all).toContain(gone.residency.id);
    const read = at
      .plain('audit')
      .filter(({ type, data }) => type === 'PersonalDataRead' && JSON.stringify(data).includes('residencies-csv'));
    expect(read.length).toBe(2);
  });
});

describe('one residency', () => {
  it('has who it is, its contracts, spaces, documents, reports and all that happened', async () => {
    const { resident } = stored;
    const { text, html } = await manager.get(paths.residency(resident.residency.id));
    for (const words of [resident.name, '김새봄', '첫 협약', '입주가 시작되었습니다', '입주자에게 배정했습니다']) {
      expect(text, words).toContain(words);
    }
    expect(html).toContain(`/desk/spaces/of/${resident.space}`);
    expect(html).toContain(`/desk/documents/residency/${resident.residency.id}`);
    const again = await manager.get(paths.residency(resident.residency.id));
    expect(again.text).toContain('열람 기록');
  });

  it('that there is not, or of a forged reference, is told', async () => {
    for (const id of ['S-27H1-0000-0000', 'no-such', "x'--", '%2e%2e%2f', 'a'.repeat(200)]) {
      expect((await manager.get(paths.residency(id))).status, id).toBe(404);
    }
    const { id } = stored.resident.residency;
    for (const [agreement, version] of [
      [`${id}-1`, 1],
      [`${stored.past.residency.id}-1`, 1],
      [`${id}-1`, 'x'],
    ] as const) {
      expect((await manager.get(paths.copy(id, agreement, version))).status).toBe(404);
    }
  });

  it('leads its manager, and nobody else, to what can be decided', async () => {
    const { id } = stored.resident.residency;
    const director = (await signIn(at, theDirector)).browser;
    const page = await manager.get(paths.residency(id));
    for (const path of [exitPaths.measures(id), addendumPaths.desk(id)]) {
      expect(page.html, path).toContain(`href="${path}"`);
      expect((await manager.get(path)).status, path).toBe(200);
      expect((await director.get(path)).status, path).toBe(403);
    }
    expect((await director.get(paths.residency(id))).html).not.toContain(exitPaths.measures(id));
    for (const path of [exitPaths.warn(id), exitPaths.notice(id), exitPaths.end(id)]) {
      expect((await manager.get(path)).status, path).toBe(200);
      expect((await director.once('POST', path, sent({ confirm: 'yes' }))).status, path).toBe(403);
    }
    expect((await manager.get(exitPaths.measures('no-such'))).status).toBe(404);
  });

  it('is kept from whoever has an interest in the startup, who learns nothing by searching either', async () => {
    const { residency, name } = stored.resident;
    await addPeople(at, [
      { id: 'related-lab', name: '남기훈', email: related, roles: ['lab-manager'], affiliations: [name] },
    ]);
    const { browser } = await signIn(at, related);
    expect((await browser.get(paths.residency(residency.id))).status).toBe(403);
    const list = await browser.get(paths.list);
    expect(list.text).toContain('이해관계가 있어 보이지 않음');
    expect(list.text).not.toContain(name);
    const search = await browser.once('POST', paths.search, sent({ q: name }));
    expect(await search.text()).toContain('해당하는 입주 기업이 없습니다');
    const csv = await (await browser.once('POST', paths.csv, sent({}))).text();
    expect(csv).not.toContain(name);
  });
});
