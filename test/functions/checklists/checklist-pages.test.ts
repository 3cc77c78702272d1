import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentsOwner } from '../../../functions/checklists/documents-owner.ts';
import { eventsOf } from '../../../functions/shared/database/audit.ts';
import { type ChecklistWorld, checklistWorld } from '../../support/checklists/checklist-world.ts';
import { type ServedChecklists, serveChecklists } from '../../support/checklists/served-checklists.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';

let at: ChecklistWorld;
let served: ServedChecklists;
beforeAll(async () => {
  at = await checklistWorld();
  served = await serveChecklists(at);
});
afterAll(() => served.close());

const link = async (of: string, doer: string) => at.linkOf(await at.requestOf(of, doer));
const listPath = (of: string) => `/desk/checklists/services--firm--${of}`;

/** What a form of an item carries, as its page shows it. */
const shown = async (of: string, item: string) => ({ item, turn: String((await at.item(of, item)).turn) });

describe('whoever does items', () => {
  it('sees all of theirs behind one link, and reports each in two acts; reading changes nothing', async () => {
    await at.start('pages');
    const path = await link('pages', 'facilities');
    const browser = served.anybody();
    const writes = at.writes();
    const list = await browser.get(path);
    expect(list.text).toMatch(
      /출입증 발급 \(필수\) 진행 중 .*책상·의자 배치 \(필수\).*우편물 수령 주소 등록 \(선택\)/u,
    );
    expect(list.text).not.toContain('인터넷과 무선');
    const item = await browser.get(`${path}/item/access-cards`);
    expect(item.text).toContain('2027년 5월 6일(목)');
    expect(at.writes()).toBe(writes);

    const chosen = await browser.choose(`${path}/report`, {
      ...browser.forms.get(`${path}/report`),
      outcome: 'DONE',
      words: '3층 안내 데스크에 맡겼습니다.',
    });
    expect(chosen.text).toContain('이 항목을 완료했다고 알리시겠습니까?');
    expect((await at.item('pages', 'access-cards')).state).toBe('OPEN');
    const done = await browser.post(`${path}/report`, { ...browser.forms.get(`${path}/report`) });
    expect(done.url).toBe(path);
    expect(done.text).toMatch(/알려 주신 항목 출입증 발급 \(필수\) 처리됨: 확인 대기/u);
    expect(await at.item('pages', 'access-cards')).toMatchObject({
      state: 'DONE',
      report: { by: 'person:lim-seojun', words: '3층 안내 데스크에 맡겼습니다.' },
    });
  });

  it('is told what is missing, and keeps what was typed, in either language', async () => {
    await at.start('missing');
    const path = await link('missing', 'facilities');
    const browser = served.anybody('en');
    const given = await shown('missing', 'access-cards');
    const nothing = await browser.post(`${path}/report`, { ...given });
    expect([nothing.status, nothing.text]).toEqual([422, expect.stringContaining('Choose one.')]);
    const done = await browser.post(`${path}/report`, { ...given, outcome: 'DONE', words: ' ' });
    expect([done.status, done.text]).toEqual([422, expect.stringContaining('Write what was done.')]);
    const cannot = await browser.post(`${path}/report`, { ...given, outcome: 'CANNOT', words: '' });
    expect([cannot.status, cannot.text]).toEqual([422, expect.stringContaining('Write why it cannot be done.')]);
    const switched = await browser.post(`${path}/report`, { ...given, outcome: 'CANNOT', words: 'kept', switch: 'ko' });
    expect([switched.status, switched.html]).toEqual([200, expect.stringContaining('>kept</textarea>')]);
    expect(switched.text).toContain('처리할 수 없습니다');
    const number = await browser.post(`${path}/report`, { ...given, outcome: 'DONE', words: '900101-1234567' });
    expect(number.status).toBe(422);
    expect((await at.item('missing', 'access-cards')).state).toBe('OPEN');
  });

  it('cannot report in a second tab what was reported or changed since, and is shown the words that were not kept', async () => {
    await at.start('tabs');
    const path = await link('tabs', 'network');
    const browser = served.anybody();
    const old = await shown('tabs', 'network');
    await browser.post(`${path}/report`, { ...old, outcome: 'DONE', words: 'first', confirm: 'yes' });
    expect((await at.item('tabs', 'network')).state).toBe('DONE');
    const again = await browser.post(`${path}/report`, { ...old, outcome: 'DONE', words: 'first', confirm: 'yes' });
    expect([again.status, again.text]).toEqual([200, expect.stringContaining('모든 항목을 알려 주셨습니다')]);
    const other = await browser.post(`${path}/report`, { ...old, outcome: 'CANNOT', words: 'second', confirm: 'yes' });
    expect([other.status, other.text]).toEqual([409, expect.stringContaining('second')]);
    expect((await at.item('tabs', 'network')).report?.words).toBe('first');
  });

  it('sees nothing of other lists and other doers, whatever is forged', async () => {
    await at.start('forged');
    const [facilities, startup] = [await link('forged', 'facilities'), await link('forged', 'startup')];
    const browser = served.anybody();
    const foreign = await browser.get(`${facilities}/item/network`);
    expect(foreign.text).not.toContain('인터넷과 무선');
    for (const item of ['network', 'deposit', 'none', '__proto__']) {
      const posted = await browser.post(`${facilities}/report`, {
        item,
        turn: '1',
        outcome: 'CANNOT',
        words: 'forged',
        confirm: 'yes',
      });
      expect([item, posted.status]).toEqual([item, 409]);
    }
    expect((await at.list('forged')).items.every(({ state }) => state === 'OPEN')).toBe(true);
    for (const path of [
      facilities.replace(/.$/u, (last) => (last === 'A' ? 'B' : 'A')),
      startup.replace(/[\w-]{43}$/u, facilities.slice(-43)),
      '/r/checklists/0123456789abcdef0123456789abcdef/x',
    ]) {
      expect((await browser.get(path)).status).toBe(404);
    }
    // Another site's form is no form of ours.
    const crossed = await fetch(`${served.baseUrl}${facilities}/report`, {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ item: 'furniture', turn: '1', outcome: 'DONE', confirm: 'yes' }),
    });
    expect(crossed.status).toBe(403);
    expect((await at.item('forged', 'furniture')).state).toBe('OPEN');
  });

  it('has nothing to do once all is reported, and is asked again for what comes back alone', async () => {
    await at.start('back');
    await at.report('back', 'access-cards', { outcome: 'DONE', words: 'yes' });
    await at.report('back', 'furniture', { outcome: 'DONE' });
    const path = await link('back', 'facilities');
    await at.report('back', 'post-address', { outcome: 'CANNOT', words: '층이 정해지지 않았습니다.' });
    const browser = served.anybody();
    expect((await browser.get(path)).text).toContain('모든 항목을 알려 주셨습니다');
    await at.decide('back', 'access-cards', { outcome: 'ACCEPT' });
    await at.decide('back', 'furniture', { outcome: 'RETURN', words: '의자가 두 개 모자랍니다.' });
    const next = await link('back', 'facilities');
    expect(next).not.toBe(path);
    const list = await browser.get(next);
    expect(list.text).toMatch(/처리하실 항목 책상·의자 배치 \(필수\) 보완 요청/u);
    expect((await browser.get(`${next}/item/furniture`)).text).toContain('의자가 두 개 모자랍니다.');
    expect((await at.item('back', 'access-cards')).state).toBe('ACCEPTED');
    const mails = await at.mails();
    const last = mails.filter(({ template }) => template === 'checklist-asked').at(-1);
    expect(last?.prepared).toMatchObject({ kind: 'mail', to: 'seojun.lim@lab.example.kr' });
    expect(JSON.stringify(last?.prepared)).toContain('의자가 두 개 모자랍니다.');
  });
});

describe('documents of items', () => {
  it('are sent from the browser of whoever is asked, for their own items alone, as long as they are asked', async () => {
    await at.start('paper');
    const path = await link('paper', 'startup');
    const browser = served.anybody();
    const given = await shown('paper', 'deposit');
    const before = await browser.post(`${path}/report`, { ...given, outcome: 'DONE', words: 'paid' });
    expect([before.status, before.text]).toEqual([422, expect.stringContaining('아직 받은 서류가 없습니다')]);
    expect(before.html).toContain('>paid</textarea>');

    const slot = '/documents/checklist/services--firm--paper--startup/deposit';
    expect((await served.anybody().get(slot)).status).toBe(404);
    const sending = await browser.post(`${path}/documents`, given);
    expect([sending.status, sending.url]).toEqual([200, slot]);
    const all = await browser.get('/documents/checklist/services--firm--paper--startup');
    expect(all.html).toContain(`<a href="${path}">요청받으신 항목으로 돌아가기</a>`);
    expect((await browser.get('/documents/checklist/services--firm--paper--facilities/access-cards')).status).toBe(404);
    expect((await browser.get(`${slot.slice(0, -'deposit'.length)}people`)).status).toBe(404);
    const form = await browser.post(slot, {});
    expect(form.html).toContain('name="key"');

    // Handed over or answered: the cookie opens nothing any more.
    await at.report('paper', 'deposit', { outcome: 'CANNOT', words: 'the bank is closed' });
    expect((await browser.get(slot)).status).toBe(200);
    await at.report('paper', 'people', { outcome: 'DONE', words: 'Kim, Lee' });
    expect((await browser.get(slot)).status).toBe(404);
  });

  it('are accepted and returned with their item, and only as they were shown', async () => {
    await at.start('file');
    const owner = documentsOwner('services--firm--file', 'startup');
    const put = async (id: string, number: number) => {
      const was = await at.deps.documents.slot({ owner, slot: 'deposit' });
      const file = {
        id,
        number,
        state: 'CLEAN' as const,
        begunAt: at.now(),
        by: 'party:x',
        until: at.now(),
        formats: ['pdf' as const],
        name: 'receipt.pdf',
        format: 'pdf' as const,
        sha256: id,
      };
      const next = { owner, slot: 'deposit', revision: number, files: [...(was?.files ?? []), file] };
      await at.deps.commit({
        changes: [at.deps.documents.save(next, was)],
        events: [
          { subject: 'services--firm--file--startup', type: 'DocumentCleared', by: 'system:test', at: at.now() },
        ],
      });
    };
    await put('a'.repeat(32), 1);
    await at.report('file', 'deposit', { outcome: 'DONE' });
    const desk = await served.atDesk('han-sejin');
    const path = `${listPath('file')}/deposit`;
    const page = await desk.get(path);
    expect(page.text).toContain('서류 보기');
    await put('b'.repeat(32), 2);
    const stale = await desk.post(path, { ...desk.forms.get(path), outcome: 'ACCEPT' });
    expect([stale.status, stale.text]).toEqual([409, expect.stringContaining('다른 파일이 도착했습니다')]);
    await desk.get(path);
    const accepted = await desk.post(path, { ...desk.forms.get(path), outcome: 'ACCEPT' });
    expect(accepted.url).toBe(listPath('file'));
    expect((await at.item('file', 'deposit')).state).toBe('ACCEPTED');
    const files = (await at.deps.documents.slot({ owner, slot: 'deposit' }))?.files;
    expect(files?.map(({ state }) => state)).toEqual(['CLEAN', 'ACCEPTED']);
  });
});

describe('whoever manages a list', () => {
  it('sees at the desk what is to be decided, and decides in two acts; who does it is told', async () => {
    await at.start('manager');
    await at.report('manager', 'people', { outcome: 'CANNOT', words: '아직 채용 중입니다.' });
    const desk = await served.atDesk('han-sejin');
    const all = await desk.get('/desk/checklists/all');
    expect(all.text).toContain('하나페이(manager) 입주 · 입주 준비');
    const list = await desk.get(listPath('manager'));
    expect(list.text).toMatch(/결정할 항목 출입할 사람 명단 \(필수\) 처리할 수 없음: 결정 대기/u);
    const path = `${listPath('manager')}/people`;
    const item = await desk.get(path);
    expect(item.text).toContain('아직 채용 중입니다.');
    expect(item.text).not.toContain('다시 처리하도록');
    const given = { ...desk.forms.get(path), outcome: 'POSTPONE', words: '기다리겠습니다.', 'due.year': '2027' };
    const wrong = await desk.choose(path, { ...given, 'due.month': '4', 'due.day': '1' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('2027년 4월 20일(화) 이후의 날짜')]);
    expect(wrong.html).toContain('>기다리겠습니다.</textarea>');
    const sure = await desk.choose(path, { ...given, 'due.month': '5', 'due.day': '4' });
    expect(sure.text).toContain('이 항목의 기한을 바꾸시겠습니까?');
    expect((await at.item('manager', 'people')).state).toBe('IMPOSSIBLE');
    const done = await desk.choose(path, { ...desk.forms.get(path) });
    expect(done.url).toBe(listPath('manager'));
    expect(await at.item('manager', 'people')).toMatchObject({ state: 'OPEN', dueOn: '2027-05-04' });
    const last = (await at.mails()).at(-1);
    expect([last?.template, last?.prepared]).toEqual([
      'checklist-item-changed',
      expect.objectContaining({ kind: 'mail', to: 'manager@firm.example' }),
    ]);
    expect(last?.prepared?.kind === 'mail' && last.prepared.mail.subject).toContain(
      '‘출입할 사람 명단’ 기한 변경, 5월 4일(화) 18:00까지',
    );
  });

  it('puts something else in the place of an item, done by somebody else; it is as much required', async () => {
    await at.start('instead');
    const desk = await served.atDesk('han-sejin');
    const path = `${listPath('instead')}/network`;
    await desk.get(path);
    const given = { ...desk.forms.get(path), outcome: 'SUBSTITUTE' };
    const missing = await desk.post(path, given);
    expect(missing.status).toBe(422);
    for (const said of ['이유를 써 주십시오.', '새 기한을 입력해 주십시오.', '대신할 항목을 입력해 주십시오.']) {
      expect(missing.text).toContain(said);
    }
    const due = { 'due.year': '2027', 'due.month': '5', 'due.day': '7' };
    const said = { words: '공사가 늦어집니다.', label: '휴대용 공유기 대여', doer: 'facilities' };
    expect((await desk.post(path, { ...given, ...due, ...said })).url).toBe(listPath('instead'));
    const list = await at.list('instead');
    expect(list.items.find(({ id }) => id === 'network')?.state).toBe('SUBSTITUTED');
    const [next] = list.items.filter(({ replaces }) => replaces === 'network');
    expect(next).toMatchObject({
      label: { ko: '휴대용 공유기 대여' },
      doer: 'facilities',
      required: true,
      kind: 'network',
    });
    // Whoever was to do it is told; whoever does it now is asked.
    expect((await at.requestOf('instead', 'network')).state).toBe('CANCELLED');
    const mails = (await at.mails()).slice(-2);
    expect(mails.map(({ template, to }) => [template, to]).sort()).toEqual([
      ['checklist-asked', { person: 'lim-seojun' }],
      ['checklist-item-changed', { person: 'bae-jiwon' }],
    ]);
  });

  it('decides nothing about what somebody else has decided since, and keeps the words', async () => {
    await at.start('two');
    await at.report('two', 'furniture', { outcome: 'DONE' });
    const desk = await served.atDesk('do-yeonwoo');
    const path = `${listPath('two')}/furniture`;
    await desk.get(path);
    const given = { ...desk.forms.get(path), outcome: 'RETURN', words: '다시 봐 주십시오.' };
    expect((await desk.choose(path, given)).text).toContain('이 항목의 보완을 요청하시겠습니까?');
    await at.decide('two', 'furniture', { outcome: 'ACCEPT' });
    const late = await desk.post(path, { ...given, confirm: 'yes' });
    expect([late.status, late.text]).toEqual([409, expect.stringContaining('다시 봐 주십시오.')]);
    expect(await at.item('two', 'furniture')).toMatchObject({ state: 'ACCEPTED', decided: { by: 'person:han-sejin' } });
  });

  it('is nobody else: no other of the staff, nobody without a desk, no address that is made up', async () => {
    await at.start('closed');
    const writes = at.writes();
    const provider = await served.atDesk('lim-seojun');
    for (const path of [listPath('closed'), `${listPath('closed')}/network`]) {
      expect((await provider.get(path)).status).toBe(404);
      expect((await served.anybody().get(path)).url).toBe('/desk/address');
    }
    const posted = await provider.post(`${listPath('closed')}/network`, {
      item: 'network',
      turn: '1',
      outcome: 'DROP',
      words: 'x',
      confirm: 'yes',
    });
    expect(posted.status).toBe(404);
    expect((await provider.get('/desk/checklists/all')).text).not.toContain('하나페이(closed)');
    const manager = await served.atDesk('han-sejin');
    for (const id of [
      'services--constructor--closed',
      'services--firm--none',
      'x',
      'services--firm--closed--startup',
    ]) {
      expect((await manager.get(`/desk/checklists/${id}`)).status).toBe(404);
    }
    expect((await at.list('closed')).revision).toBe(1);
    // Sessions of the desks, and nothing else.
    expect(at.writes() - writes).toBe(2);
  });

  it('is led from the mail to the list at their desk, and told when all is decided', async () => {
    await at.start('mail');
    await at.report('mail', 'network', { outcome: 'DONE', words: 'on' });
    const { check = '' } = await at.list('mail');
    const request = await at.deps.requests.get(check);
    if (!request) throw new Error('nobody was asked to look');
    const path = await at.linkOf(request);
    expect((await served.anybody().get(path)).url).toBe('/desk/address');
    const desk = await served.atDesk('han-sejin');
    expect((await desk.get(path)).url).toBe(listPath('mail'));
    await at.decide('mail', 'network', { outcome: 'ACCEPT' });
    expect((await desk.get(path)).text).toContain('모두 결정하셨습니다');
    expect((await at.deps.requests.get(check))?.outcome).toBe('CHECKED');
  });
});

describe('whoever a list is for', () => {
  it('reads it as it fills, without names and words; nobody else does', async () => {
    await at.start('reader');
    await at.report('reader', 'network', { outcome: 'DONE', words: '비밀번호는 안내 데스크에 있습니다.' });
    await at.decide('reader', 'network', { outcome: 'ACCEPT' });
    const path = '/checklists/services--firm--reader';
    const page = await served.firm('reader').get(path);
    expect(page.text).toContain('10건 중 1건 완료');
    expect(page.text).toMatch(/인터넷과 무선 네트워크 \(필수\) 완료/u);
    expect(page.text).toContain('1,000,000원');
    expect(page.text).not.toMatch(/비밀번호|시설 담당|임서준/u);
    expect(page.html).not.toMatch(/<form id="(?:form|decision)"/u);
    expect((await served.firm('other').get(path)).status).toBe(404);
    expect((await served.anybody().get(path)).status).toBe(404);
    expect((await served.firm('reader', 'en').get(path)).text).toContain('1 of 10 done');
  });
});

it('the audit tells of all of it by the reference of the owner, in ids and without a word that was typed', async () => {
  await at.start('audit');
  await at.report('audit', 'network', { outcome: 'CANNOT', words: 'SECRET' });
  await at.decide('audit', 'network', { outcome: 'DROP', words: 'SECRET' });
  const events = await eventsOf(at.db, memoryTables.AUDIT_TABLE, 'audit');
  const types = events.flatMap(({ type, also = [] }) => [type, ...also.map((one) => one.type)]);
  expect(types.filter((type) => type.startsWith('Checklist'))).toEqual([
    'ChecklistStarted',
    'ChecklistItemImpossible',
    'ChecklistItemDropped',
  ]);
  expect(types.filter((type) => type === 'RequestOpened').length).toBe(5);
  expect(JSON.stringify(events)).not.toContain('SECRET');
});
