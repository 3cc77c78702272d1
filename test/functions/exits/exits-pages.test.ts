import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTemplate } from '../../../functions/checklists/load-template.ts';
import { exitOwner } from '../../../functions/exits/exit-events.ts';
import { exitPaths as paths } from '../../../functions/exits/pages/exit-paths.ts';
import { staffPath } from '../../../functions/requests/request-link.ts';
import { eventBegins } from '../../../functions/residencies/begin-event.ts';
import { lastOf } from '../../../functions/residencies/residency.ts';
import { addDays, type LocalDate, seoulDateOf } from '../../../functions/shared/time.ts';
import { mailsTo } from '../../support/applicants.ts';
import { templateFrom } from '../../support/checklists/checklist-world.ts';
import { dropRequired } from '../../support/checklists/drop-required.ts';
import { signIn } from '../../support/desk/sign-in.ts';
import { eventually } from '../../support/eventually.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { memorySigner } from '../../support/memory/memory-clients.ts';
import { memoryRoutes } from '../../support/memory/memory-pages.ts';
import { browserOf, endingIn, presentOf, storedResidency } from '../../support/residency-events/stored-residencies.ts';
import { dayFields } from '../../support/spaces/spaces-visits.ts';
import { labManager } from '../../support/spaces/stored-spaces.ts';
import { hiddenIn, type Visitor, visitor } from '../../support/visitor.ts';

const sign = memorySigner();
const director = 'han-jiyoon';
let at: MemoryAcademy;
let manager: Visitor;
beforeAll(async () => {
  at = await memoryAcademy({ sign });
  await loadTemplate(at, { template: templateFrom('lab-exit'), by: 'operator:test' }, at.now());
  manager = (await signIn(at, labManager)).browser;
});
afterAll(() => at.close());

const resident = () => storedResidency(at, { firstDay: endingIn(at, 100) });
const today = (): LocalDate => seoulDateOf(at.now());
const inDays = (days: number): Record<string, string> => dayFields('day', addDays(today(), days));
const reason = '공용 회의실을 예약 없이 사용하였습니다.';

/** Chooses and confirms. */
async function decide(browser: Visitor, path: string, fields: Record<string, string>) {
  const page = await browser.get(path);
  const sure = await browser.choose(path, { ...hiddenIn(page.html), ...fields });
  expect(sure.status, sure.text).toBe(200);
  return { sure, done: await browser.choose(path, hiddenIn(sure.html)) };
}

describe('decisions about a residency', () => {
  it('are for managers of the Lab alone', async () => {
    const { residency, name } = await resident();
    const other = (await signIn(at, 'sora.park@academy.example.kr')).browser;
    for (const pathOf of [paths.measures, paths.warn, paths.notice, paths.end]) {
      expect((await other.get(pathOf(residency.id))).status).toBe(403);
      expect((await manager.get(pathOf(residency.id))).text).toContain(name);
      expect((await manager.get(pathOf('S-27H1-0000-0000'))).status).toBe(404);
    }
    const nobody = visitor(at.baseUrl, { lang: 'ko' });
    expect((await nobody.get(paths.measures(residency.id))).url).toContain('/desk/address');
    expect((await manager.get(paths.withdraw(residency.id, 'M9'))).status).toBe(404);
  });

  it('are in the records of access on every page that shows the startup', async () => {
    const { residency } = await resident();
    const sent = { sign, verify: async () => true, signCode: sign, codesAnHour: 9 };
    const routes = memoryRoutes({ db: at.db, baseUrl: at.baseUrl, ...sent });
    for (const pathOf of [paths.measures, paths.warn, paths.notice, paths.end]) {
      for (const { method, page } of routes.filter(({ path }) => path === pathOf('{reference}'))) {
        const { access } = await page({
          method,
          path: pathOf(residency.id),
          params: { reference: residency.id },
          query: {},
          form: new Map([['reason', [reason]]]),
          cookies: Object.fromEntries(manager.cookies),
          lang: 'ko',
          source: 'test',
          now: at.now(),
        });
        expect(access, `${method} ${pathOf('')}`).toEqual({
          account: 'kwon-dahye',
          of: residency.id,
          task: 'measures',
        });
      }
    }
  });

  it('warn in two acts, say what is missing, and withdraw with a reason', async () => {
    const { residency } = await resident();
    const path = paths.warn(residency.id);
    const empty = await manager.choose(path, hiddenIn((await manager.get(path)).html));
    expect([empty.status, empty.text.includes('이유를 적어 주십시오')]).toEqual([422, true]);
    const page = await manager.get(path);
    const sure = await manager.choose(path, { ...hiddenIn(page.html), reason });
    expect(sure.text).toContain('이 경고를 보내시겠습니까?');
    expect((await presentOf(at, residency.id)).measures).toBeUndefined();
    const { done } = await decide(manager, path, { reason });
    expect([done.url.endsWith(paths.measures(residency.id)), done.text.includes(reason)]).toEqual([true, true]);
    // The first page, which shows fewer decisions than there are.
    const late = await manager.choose(path, { ...hiddenIn(page.html), reason: '다른 이유입니다.', confirm: 'yes' });
    expect([late.status, late.text.includes('그사이 다른 결정이 있었습니다')]).toEqual([409, true]);
    expect(late.html).toContain('다른 이유입니다.');
    await decide(manager, paths.withdraw(residency.id, 'M1'), { reason: '오해였습니다.' });
    expect((await presentOf(at, residency.id)).measures).toMatchObject([{ withdrawn: { reason: '오해였습니다.' } }]);
  });

  it('give notice with days enough, keep what was typed if not, and cannot be taken twice', async () => {
    const { residency, space } = await resident();
    const path = paths.notice(residency.id);
    const hidden = hiddenIn((await manager.get(path)).html);
    const soon = await manager.choose(path, { ...hidden, ...inDays(3), reason });
    expect([soon.status, soon.text.includes('너무 이른 날입니다')]).toEqual([422, true]);
    expect(soon.html).toContain(reason);
    const late = await manager.choose(path, { ...hidden, ...inDays(300), reason, confirm: 'yes' });
    expect([late.status, late.text.includes('저절로 끝납니다')]).toEqual([422, true]);
    const none = await manager.choose(path, { ...hidden, ...dayFields('day', '2027-02-30'), reason });
    expect(none.status).toBe(422);
    const { sure } = await decide(manager, path, { ...inDays(40), reason });
    expect(sure.text).toContain('이날로 협약을 끝내시겠습니까?');
    await manager.choose(path, hiddenIn(sure.html));
    const { contracts, measures } = await presentOf(at, residency.id);
    expect(contracts[0]?.to).toBe(addDays(today(), 40));
    expect(measures).toHaveLength(1);
    expect((await at.spaces.get(space))?.holdings[0]?.to).toBe(addDays(today(), 40));
  });

  it('end a contract when the director confirms it, who says why if not', async () => {
    const { residency } = await resident();
    await decide(manager, paths.end(residency.id), { reason });
    const [asked] = (await at.requests.readable(await at.requests.ofSubject(residency.id))).filter(
      ({ kind }) => kind === 'end-confirmation',
    );
    const person = await at.people.get(director);
    if (!asked || !person) throw new Error('nobody is asked');
    const link = await staffPath({ sign, kinds: at.kinds }, asked, person);
    const browser = visitor(at.baseUrl, { lang: 'ko' });
    expect((await browser.get(link)).text).toContain(reason);
    const silent = await browser.choose(link, { outcome: 'REFUSED' });
    expect([silent.status, silent.text.includes('승인하지 않는 이유를 적어 주십시오')]).toEqual([422, true]);
    expect((await browser.choose(link, { outcome: 'MAYBE' })).status).toBe(422);
    const sure = await browser.choose(link, { outcome: 'CONFIRMED' });
    expect(sure.text).toContain('이렇게 결정하시겠습니까?');
    expect(lastOf(await presentOf(at, residency.id)).endedEarly).toBeUndefined();
    const done = await browser.choose(link, hiddenIn(sure.html));
    expect(done.text).toContain('협약이 끝났고');
    expect(lastOf(await presentOf(at, residency.id)).to).toBe(today());
    expect((await browser.get(link)).text).toContain('이미 결정된 요청입니다');
    const again = await manager.choose(paths.end(residency.id), { reason, shown: '1', confirm: 'yes' });
    expect(again.status).toBe(409);
  });
});

describe("a startup's own notice", () => {
  it('takes two acts, and days enough; then the last day is said', async () => {
    const { residency } = await resident();
    const own = await browserOf(at, sign, residency);
    const page = await own.get(paths.ownNotice);
    expect(page.text).toContain('가장 이른 마지막 날');
    const soon = await own.choose(paths.ownNotice, { ...hiddenIn(page.html), ...inDays(1), reason: '이사합니다.' });
    expect([soon.status, soon.text.includes('너무 이른 날입니다')]).toEqual([422, true]);
    expect(soon.html).toContain('이사합니다.');
    const { sure, done } = await decide(own, paths.ownNotice, inDays(31));
    expect(sure.text).toContain('이날 입주를 끝내시겠습니까?');
    expect(done.text).toContain('입주의 마지막 날이 정해졌습니다');
    expect(lastOf(await presentOf(at, residency.id)).endedEarly?.by).toBe('startup');
    const [exit] = (await at.residencyEvents.of(residency.id)).filter(({ kind }) => kind === 'exit');
    expect(exit?.id).toBe(`${residency.id}-E1`);
    // Sent once more.
    expect((await own.choose(paths.ownNotice, hiddenIn(sure.html))).text).toContain('마지막 날이 정해졌습니다');
  });

  it('is of the startup whose application is open in the browser, and of a resident', async () => {
    const [{ residency }, other] = [await resident(), await resident()];
    const own = await browserOf(at, sign, residency);
    const forged = await own.choose(paths.ownNotice, {
      application: other.residency.id,
      confirm: 'yes',
      ...inDays(40),
    });
    expect(forged.text).toContain('다른 지원서가 열려 있습니다');
    for (const id of [residency.id, other.residency.id]) {
      expect(lastOf(await presentOf(at, id)).endedEarly).toBeUndefined();
    }
    const nobody = visitor(at.baseUrl, { lang: 'ko' });
    expect((await nobody.get(paths.ownNotice)).text).not.toContain(paths.ownNotice);
    const onboarding = await storedResidency(at, { firstDay: addDays(today(), 20) });
    const early = await (await browserOf(at, sign, onboarding.residency)).get(paths.ownNotice);
    expect([early.status, early.text.includes('지금은 입주 중이 아닙니다')]).toEqual([409, true]);
  });

  it('is led to from its own page, as the manager is led to decisions from the residency', async () => {
    const { residency } = await resident();
    const own = await (await browserOf(at, sign, residency)).get('/residency');
    expect(own.html).toContain(`href="${paths.ownNotice}"`);
    expect((await manager.get(paths.residency(residency.id))).html).toContain(`href="${paths.measures(residency.id)}"`);
  });
});

describe('a return at the desk', () => {
  it('resumes the run of the exit, which ends the residency once its list is done', async () => {
    const { residency, space } = await storedResidency(at, { firstDay: endingIn(at, -2) });
    const event = `${residency.id}-E1`;
    const { id: _id, ...parts } = eventBegins(
      at,
      { residency: residency.id, kind: 'exit', about: '1' },
      'system:test',
      at.now(),
    );
    await at.commit(parts);
    const list = () => at.checklists.list(exitOwner(event), 'exit');
    await eventually('the list of the exit', list);
    await eventually('the run waits', async () => (await at.residencyEvents.get(event))?.callback);
    const path = `/desk/spaces/of/${space}/return`;
    const about = { ...dayFields('on', today()), holding: '1', confirm: 'yes' };
    expect((await manager.choose(path, about)).status).toBe(200);
    expect((await at.spaces.get(space))?.holdings[0]?.returnedOn).toBe(today());
    await dropRequired(at, exitOwner(event), 'exit');
    await eventually('the residency ends', async () => (await presentOf(at, residency.id)).state === 'ENDED');
    await eventually('the startup is told', async () =>
      (await mailsTo(at, residency.startup.email)).some(({ subject }) => subject.includes('입주가 끝났습니다')),
    );
  });
});
