import { describe, expect, it } from 'vitest';
import { isAccepted, listId, listIn, requiredDone } from '../../../functions/checklists/checklist.ts';
import { dropOpenItems } from '../../../functions/checklists/drop-open-items.ts';
import { checklistsErasing } from '../../../functions/checklists/erase-checklists.ts';
import { nobodyInterested } from '../../../functions/checklists/follow-requests.ts';
import { dueOn } from '../../../functions/checklists/list-from-template.ts';
import { loadTemplate } from '../../../functions/checklists/load-template.ts';
import { reportItem } from '../../../functions/checklists/report-item.ts';
import { checkTemplate } from '../../../functions/checklists/template.ts';
import { beginWork, workOpenIn } from '../../../functions/checklists/work-session.ts';
import { handOver } from '../../../functions/requests/hand-over.ts';
import { faultsAbout } from '../../../functions/shared/database/audit.ts';
import { addMinutes, instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { checklistWorld, people, templateFrom } from '../../support/checklists/checklist-world.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';
import { bannedIn } from '../../support/words/banned-words.ts';

const loaded = await checklistWorld();
const world = () => checklistWorld({ from: loaded.fork() });
const day = (text: string) => localDateSchema.parse(text);
const at = (text: string) => instantSchema.parse(`${text}+09:00`);

describe('the template of a checklist', () => {
  it('is refused with the line, if it says what cannot be', () => {
    const yaml = `kind: checklist
id: services
title: { ko: 준비, en: Preparing }
example: true
doers:
  it: { title: { ko: 전산, en: IT }, by: staff }
items:
  - { id: net, kind: network, label: { ko: 망, en: Net }, doer: it, required: true, due: { before: 1 }, evidence: words }
  - { id: net, kind: network, label: { ko: 망, en: Net }, doer: nobody, required: true, due: { before: 1 }, evidence: words }
`;
    expect(checkTemplate(yaml)).toEqual({
      ok: false,
      problems: [
        { line: 9, field: 'items[1].id', reason: 'is net, as another item has it' },
        { line: 9, field: 'items[1].doer', reason: 'is nobody, and no such doer is listed' },
      ],
    });
    const wrong = checkTemplate(yaml.replace('evidence: words }\n  - ', 'evidence: photo, extra: 1 }\n  - '));
    expect(wrong.ok ? [] : wrong.problems.map(({ line, field }) => [line, field])).toEqual(
      expect.arrayContaining([
        [8, 'items[0].evidence'],
        [8, 'items[0].extra'],
      ]),
    );
    expect(checkTemplate('[').ok).toBe(false);
    expect(checkTemplate(yaml.replace(/items:[\s\S]*/u, 'items: []\n')).ok).toBe(false);
  });

  it.each(['lab-services', 'lab-exit'] as const)('calls each thing by its one name: %s', (name) => {
    const { title, doers, items } = templateFrom(name);
    const texts = [
      title,
      ...Object.values(doers).map((one) => one.title),
      ...items.flatMap(({ label, hint }) => [label, hint]),
    ];
    const found = texts.flatMap((text) => (text ? [...bannedIn(text.ko, 'ko'), ...bannedIn(text.en, 'en')] : []));
    expect(found).toEqual([]);
  });

  it('is a version; lists that have begun keep theirs, and the same file again changes nothing', async () => {
    const here = await world();
    await here.start('old');
    const template = { ...templateFrom('lab-services'), example: false };
    expect(await loadTemplate(here.deps, { template, by: 'operator:test' }, here.now())).toEqual({
      kind: 'loaded',
      version: 2,
    });
    expect(await loadTemplate(here.deps, { template, by: 'operator:test' }, here.now())).toEqual({
      kind: 'unchanged',
      version: 2,
    });
    await here.start('new');
    expect([(await here.list('old')).template.version, (await here.list('new')).template.version]).toEqual([1, 2]);
  });
});

describe('when an item is due', () => {
  const monday = day('2027-05-10');
  const long = at('2027-04-01T09:00');
  it('is counted in business days from the day of the list, holidays left out', () => {
    expect(dueOn({ before: 0 }, monday, long)).toBe('2027-05-10');
    expect(dueOn({ before: 1 }, monday, long)).toBe('2027-05-07');
    // Children's Day is a Wednesday, and Labour Day a Saturday, for which the Monday after is one.
    expect(dueOn({ before: 4 }, monday, long)).toBe('2027-04-30');
    expect(dueOn({ after: 3 }, monday, long)).toBe('2027-05-14');
  });
  it('is never in the past, however late the list begins', () => {
    expect(dueOn({ before: 5 }, monday, at('2027-05-07T17:59'))).toBe('2027-05-10');
    expect(dueOn({ before: 5 }, monday, at('2027-05-12T09:00'))).toBe('2027-05-14');
  });
});

describe('a list', () => {
  it('is known by an id that nothing else reads as one', () => {
    expect(listId('residency#L-27H1-7K3Q-9MX4', 'services')).toBe('services--residency--L-27H1-7K3Q-9MX4');
    expect(listIn('services--residency--L-27H1-7K3Q-9MX4')).toEqual({
      owner: 'residency#L-27H1-7K3Q-9MX4',
      kind: 'residency',
      of: 'L-27H1-7K3Q-9MX4',
      name: 'services',
    });
    for (const id of [
      '',
      'services',
      'a--b',
      'a--b--c--d',
      'services--residency--',
      '../x--y--z',
      'A--b--c',
      'a--b--c/d',
    ]) {
      expect([id, listIn(id)]).toEqual([id, undefined]);
    }
  });

  it('begins once, and asks each of those who do something once, for all of theirs', async () => {
    const here = await world();
    expect((await here.start('once')).kind).toBe('started');
    expect((await here.start('once')).kind).toBe('there-already');
    const both = await Promise.all([here.start('twice'), here.start('twice')]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['started', 'there-already']);
    const mails = await here.mails();
    expect(mails.filter(({ ids }) => ids.request !== undefined).length).toBe(8);
    const asked = await Promise.all(
      ['facilities', 'network', 'programme', 'startup'].map((doer) => here.requestOf('once', doer)),
    );
    expect(asked.map(({ kind, assignee, plan }) => [kind, assignee, plan.dueOn])).toEqual([
      ['checklist-work', { person: 'lim-seojun' }, '2027-05-06'],
      ['checklist-work', { person: 'bae-jiwon' }, '2027-05-07'],
      ['checklist-work', { person: 'bae-jiwon' }, '2027-05-25'],
      ['checklist-party', { party: 'services--firm--once/startup' }, '2027-04-27'],
    ]);
    expect(mails[0]?.prepared).toMatchObject({
      kind: 'mail',
      to: 'seojun.lim@lab.example.kr',
      mail: { subject: '[서울 핀테크 아카데미] 입주 준비: 처리하실 항목 3건, 5월 6일(목) 18:00까지' },
    });
  });

  it('does not begin for whom nobody answers: no template, owner, manager or doer', async () => {
    const here = await world();
    expect(await here.start('x', { template: 'none' })).toEqual({ kind: 'no-template' });
    expect(await here.start('nobody')).toEqual({ kind: 'no-owner' });
    expect(await here.start('x', { owner: 'toString#x' })).toEqual({ kind: 'no-owner' });
    expect(await here.start('x', { manager: 'lim-seojun' })).toEqual({ kind: 'no-manager' });
    expect(await here.start('x', { people: { facilities: 'lim-seojun', network: 'kim-minji' } })).toEqual({
      kind: 'nobody-for',
      doers: ['programme', 'network'],
    });
    expect(here.plain(memoryTables.REQUESTS_TABLE)).toEqual([]);
  });

  it('is done with what is required; the rest may follow', async () => {
    const here = await world();
    await here.start('exit', { template: 'exit', people });
    const done = async (id: string) => {
      await here.report('exit', id, { outcome: 'DONE', words: 'done' }, 'exit');
      await here.decide('exit', id, { outcome: 'ACCEPT' }, 'han-sejin', 'exit');
    };
    for (const id of ['cards', 'keys', 'data']) await done(id);
    const before = await here.list('exit', 'exit');
    expect([isAccepted(before, 'keys'), isAccepted(before, 'place'), requiredDone(before)]).toEqual([
      true,
      false,
      false,
    ]);
    await done('place');
    await done('figures');
    await here.decide(
      'exit',
      'address',
      { outcome: 'DROP', words: 'It was never registered here.' },
      'han-sejin',
      'exit',
    );
    const list = await here.list('exit', 'exit');
    expect([isAccepted(list, 'place'), requiredDone(list), list.completedAt]).toEqual([true, true, undefined]);
    expect(here.filled.map(({ of, what }) => [of, what])).toEqual([['exit', 'required']]);
    for (const id of ['fee', 'deposit', 'survey']) await done(id);
    expect(here.filled.map(({ what }) => what)).toEqual(['required', 'all']);
    expect((await here.list('exit', 'exit')).completedAt).toBe(here.now());
  });
});

describe('whoever is late', () => {
  it('is reminded, and the request passes from a provider to the deputy and to the manager', async () => {
    const here = await world();
    await here.start('late');
    here.setTo(at('2027-05-05T19:00'));
    expect((await here.clock()).reminded).toBeGreaterThan(0);
    here.setTo(at('2027-05-20T19:00'));
    await here.clock();
    here.setTo(at('2027-05-21T19:00'));
    await here.clock();
    const held = await here.requestOf('late', 'network');
    expect([held.assignee, held.stage]).toEqual([{ person: 'lim-seojun' }, 'DEPUTY']);
    // Whoever stands in reports, for the items as they are.
    expect(await here.report('late', 'network', { outcome: 'DONE', words: 'on' })).toBe('reported');
    expect((await here.item('late', 'network')).report?.by).toBe('person:lim-seojun');
  });

  it('and is not of the staff: what was left undone waits for the manager, who puts it off, and it is asked again', async () => {
    const here = await world();
    await here.start('lapse');
    await here.report('lapse', 'people', { outcome: 'DONE', words: 'Kim' });
    const old = await here.requestOf('lapse', 'startup');
    for (const time of [
      '2027-05-03T19:00',
      '2027-05-11T19:00',
      '2027-05-12T19:00',
      '2027-05-13T19:00',
      '2027-05-20T19:00',
    ]) {
      here.setTo(at(time));
      await here.clock();
    }
    expect((await here.deps.requests.get(old.id))?.state).toBe('LAPSED');
    expect(await here.item('lapse', 'deposit')).toMatchObject({ state: 'OPEN', unansweredSince: here.now() });
    expect((await here.item('lapse', 'people')).state).toBe('DONE');
    const given = {
      item: 'deposit',
      turn: 1,
      request: old.id,
      generation: 1,
      report: { outcome: 'CANNOT', words: 'x' },
    } as const;
    expect(await reportItem(here.deps, given, here.now())).toBe('not-open');
    await here.decide('lapse', 'deposit', { outcome: 'POSTPONE', words: 'One week more.', dueOn: day('2027-05-28') });
    expect(await here.item('lapse', 'deposit')).toMatchObject({ state: 'OPEN', dueOn: '2027-05-28' });
    expect((await here.item('lapse', 'deposit')).unansweredSince).toBeUndefined();
    const next = await here.requestOf('lapse', 'startup');
    expect([next.id === old.id, next.state, next.plan.dueOn]).toEqual([false, 'OPEN', '2027-05-28']);
    expect(await faultsAbout(here.db, memoryTables.AUDIT_TABLE, 'lapse')).toEqual([]);
  });

  it('and has nothing to do that is required: everybody is left in peace after the reminders', async () => {
    const here = await world();
    await here.start('optional');
    const required = (await here.list('optional')).items.filter((item) => item.required);
    for (const { id } of required.filter((item) => item.evidence !== 'document')) {
      await here.report('optional', id, { outcome: 'DONE', words: 'done' });
      await here.decide('optional', id, { outcome: 'ACCEPT' });
    }
    const daily = async (days: number) => {
      for (let passed = 0; passed < days; passed += 1) {
        here.pass(24 * 60);
        await here.clock();
      }
    };
    await here.decide('optional', 'deposit', { outcome: 'DROP', words: 'There is none.' });
    await daily(90);
    // What was asked together with required items too, and what nobody was asked for but by itself.
    for (const doer of ['facilities', 'programme']) {
      const { state, stage, assignee, plan } = await here.requestOf('optional', doer);
      expect([doer, state, stage, plan.lapses]).toEqual([doer, 'LAPSED', 'FIRST', true]);
      expect(assignee.person).toBe({ facilities: 'lim-seojun', programme: 'bae-jiwon' }[doer]);
    }
    const list = await here.list('optional');
    expect(requiredDone(list)).toBe(true);
    expect(await here.item('optional', 'pr')).toMatchObject({ state: 'OPEN', unansweredSince: expect.any(String) });
    const check = list.check === undefined ? undefined : await here.deps.requests.get(list.check);
    expect(check?.state).not.toBe('OPEN');
    const before = await here.mails();
    expect(before.filter(({ template }) => template === 'operator-notice')).toEqual([]);
    expect(before.filter(({ template }) => template === 'request-reminder').length).toBeGreaterThan(0);
    await daily(60);
    expect(await here.mails()).toHaveLength(before.length);
    // It is their manager's to ask once more.
    await here.decide('optional', 'pr', { outcome: 'POSTPONE', words: 'Next month.', dueOn: day('2027-12-20') });
    expect(await here.requestOf('optional', 'programme')).toMatchObject({
      state: 'OPEN',
      plan: { dueOn: '2027-12-20', lapses: true },
    });
    expect(await faultsAbout(here.db, memoryTables.AUDIT_TABLE, 'optional')).toEqual([]);
  });

  it('whose request was handed to somebody else reports nothing by the old link', async () => {
    const here = await world();
    await here.start('handed');
    const was = await here.requestOf('handed', 'network');
    const reach = {
      ...here.deps,
      requests: here.deps.requests,
      commit: here.deps.commit,
      interestsIn: nobodyInterested,
    };
    const given = { request: was.id, to: 'lim-seojun', by: 'person:bae-jiwon' };
    expect(await handOver({ ...reach, people: here.deps.people, kinds: here.deps.kinds }, given, here.now())).toBe(
      'handed',
    );
    const report = { outcome: 'DONE', words: 'on' } as const;
    const stale = { item: 'network', turn: 1, request: was.id, generation: was.generation, report };
    expect(await reportItem(here.deps, stale, here.now())).toBe('not-open');
    expect(await here.report('handed', 'network', report)).toBe('reported');
  });
});

it('documents open by the cookie of a link for eight hours, under the name that no other host may set', async () => {
  const here = await world();
  await here.start('cookie');
  const request = await here.requestOf('cookie', 'startup');
  const cookie = await beginWork(here.deps, request, { now: here.now(), secure: true, mac: 'm'.repeat(43) });
  const [, value = ''] = /^__Host-checklist=([^;]+);/u.exec(cookie) ?? [];
  const opened = (cookies: Record<string, string>, hours = 0) =>
    workOpenIn(here.deps, cookies, addMinutes(here.now(), hours * 60));
  const mac = 'm'.repeat(43);
  const found = await opened({ '__Host-checklist': value });
  expect([found?.request.id, found?.path]).toEqual([request.id, `/r/checklists/${request.id}/${mac}`]);
  const [id = '', secret = ''] = value.split('.');
  // As it was kept before the way back was known.
  expect((await opened({ '__Host-checklist': `${id}.${secret}` }))?.path).toBeUndefined();
  // As another host of the domain could plant it.
  expect(await opened({ checklist: value })).toBeUndefined();
  expect(await opened({ '__Host-checklist': `${id}.${secret.slice(0, -2)}xx.${mac}` })).toBeUndefined();
  expect(await opened({ '__Host-checklist': value }, 8)).toBeUndefined();
});

it('two who decide at the same moment: one decision is stored, and one mail leaves', async () => {
  const here = await world();
  await here.start('race');
  const before = (await here.mails()).length;
  const both = await Promise.all([
    here.decide('race', 'network', { outcome: 'DROP', words: 'no' }, 'han-sejin'),
    here.decide('race', 'network', { outcome: 'POSTPONE', words: 'later', dueOn: day('2027-05-20') }, 'do-yeonwoo'),
  ]);
  expect([...both].sort()).toEqual(['decided', 'not-open']);
  expect((await here.item('race', 'network')).turn).toBe(2);
  expect((await here.mails()).length).toBe(before + 1);
});

it('erasing an owner takes what people typed, ends what is asked, and the audit still verifies', async () => {
  const here = await world();
  await here.start('gone');
  await here.report('gone', 'people', { outcome: 'DONE', words: '홍길동 010-1234-5678' });
  const dueOn = day('2027-05-20');
  const put = {
    outcome: 'SUBSTITUTE',
    words: '사적인 이유',
    label: '홍길동의 공유기',
    doer: 'facilities',
    dueOn,
  } as const;
  await here.decide('gone', 'network', put);
  const parts = await checklistsErasing(here.deps, { owner: 'firm#gone', by: 'operator:test' }, here.now());
  const [first, ...rest] = parts.events;
  if (!first) throw new Error('nothing was erased');
  await here.deps.commit({ changes: parts.changes, events: [first, ...rest] });
  const list = await here.list('gone');
  expect(JSON.stringify(list)).not.toMatch(/홍길동|사적인/u);
  expect([list.erasedAt, list.underWay]).toEqual([here.now(), undefined]);
  const requests = here.plain(memoryTables.REQUESTS_TABLE).filter(({ state }) => state !== undefined);
  expect(requests.every(({ state }) => state !== 'OPEN')).toBe(true);
  expect(await here.decide('gone', 'people', { outcome: 'ACCEPT' })).toBe('not-open');
  const again = await checklistsErasing(here.deps, { owner: 'firm#gone', by: 'operator:test' }, here.now());
  expect(again.changes).toEqual([]);
  expect(await faultsAbout(here.db, memoryTables.AUDIT_TABLE, 'gone')).toEqual([]);
  // Mails that wait are not sent any more.
  const waiting = (await here.mails()).filter(({ template }) => template.startsWith('checklist'));
  expect(new Set(waiting.map(({ prepared }) => prepared?.kind))).toEqual(new Set(['pointless']));
});

it('dropping what is left keeps what was done and what its manager looks at, and asks nobody any more', async () => {
  const here = await world();
  await here.start('left');
  await here.report('left', 'people', { outcome: 'DONE', words: '열 명' });
  await here.decide('left', 'people', { outcome: 'ACCEPT' });
  await here.report('left', 'network', { outcome: 'DONE', words: '연결하였습니다.' });
  const drop = () => dropOpenItems(here.deps, { owner: 'firm#left', by: 'system:test' }, here.now());
  const { changes, events, outbox } = await drop();
  const [first, ...more] = events;
  if (!first) throw new Error('nothing was dropped');
  await here.deps.commit({ changes, events: [first, ...more], outbox });
  const { items, doers, check } = await here.list('left');
  const states = Object.fromEntries(items.map(({ id, state }) => [id, state]));
  expect([states.people, states.network]).toEqual(['ACCEPTED', 'DONE']);
  expect(items.every(({ id, state }) => id === 'people' || id === 'network' || state === 'DROPPED')).toBe(true);
  expect(outbox).toEqual([]);
  expect(await here.deps.requests.stillOpen(Object.values(doers).map(({ request }) => request))).toEqual([]);
  expect(await here.deps.requests.stillOpen([check])).toHaveLength(1);
  expect((await drop()).changes).toEqual([]);
  expect(await faultsAbout(here.db, memoryTables.AUDIT_TABLE, 'left')).toEqual([]);
});
