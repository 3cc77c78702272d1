import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type Account,
  accountSchema,
  minutesBeforeUse,
  usableFromOf,
  usableOf,
} from '../../../functions/lecturers/account.ts';
import { askForAccount } from '../../../functions/lecturers/ask-for-account.ts';
import { decideAccount } from '../../../functions/lecturers/decide-account.ts';
import { loadLecturer } from '../../../functions/lecturers/load-lecturers.ts';
import { stopAccount } from '../../../functions/lecturers/stop-account.ts';
import { loadPeople } from '../../../functions/people/load-people.ts';
import type { GivenAnswer } from '../../../functions/requests/confirm-or-refuse.ts';
import { eventsOf, faultsAbout } from '../../../functions/shared/database/audit.ts';
import { addMinutes } from '../../../functions/shared/time.ts';
import { lecturersStop } from '../../../ops/lecturers/lecturers-stop.ts';
import { mailsTo, mailTo } from '../../support/applicants.ts';
import { foundIn } from '../../support/canaries.ts';
import {
  accountOf,
  askedLecturer,
  checkLink,
  finance,
  linkTo,
  someLecturer,
} from '../../support/lecturers/lecturers.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { demoPeople, loadDemoPeople } from '../../support/people/demo-people.ts';
import { almost, decideProved, putProof, sentUnproved, whenProved } from '../../support/second-factor/proved.ts';
import { visitor } from '../../support/visitor.ts';

let at: MemoryAcademy;
beforeAll(async () => {
  at = await memoryAcademy();
});
afterAll(() => at.close());

const browser = () => visitor(at.baseUrl, { lang: 'ko' });
const confirm = async (lecturer: string) =>
  decideProved(at, browser(), await checkLink(at, lecturer), { outcome: 'CONFIRM' });
const decide = (given: GivenAnswer) => whenProved(at, () => decideAccount(at, given, at.now()), at.now());
const statesOf = async (id: string) => (await at.lecturers.accountsOf(id)).map(({ state }) => state);
const aDayLater = () => addMinutes(at.now(), minutesBeforeUse);

describe('the account of a lecturer', () => {
  it('is entered with its leading zeros, confirmed by finance, and paid to a day later', async () => {
    const row = someLecturer();
    const path = await askedLecturer(at, row);
    const done = await browser().post(path, accountOf());
    expect(done.text).toContain('신한은행 ••••-•••-••6789');
    expect(await at.lecturers.accountOf(row.id)).toMatchObject({
      waiting: { number: 1, bank: '088', account: '0110-123-456789', holder: '김하온' },
    });
    expect(await at.lecturers.usableAccount(row.id, aDayLater())).toBeUndefined();
    const decided = await confirm(row.id);
    expect(decided.text).toContain('결정되었습니다: 맞는 계좌로 확인');
    expect(await at.lecturers.usableAccount(row.id, at.now())).toBeUndefined();
    expect(await at.lecturers.usableAccount(row.id, aDayLater())).toMatchObject({ number: 1, confirmedBy: finance.id });
    expect((await mailTo(at, row.email, '계좌를 확인했습니다')).text).toContain('••••-•••-••6789');
    expect((await browser().get(path)).text).toContain('계좌를 받았습니다');
    expect(await faultsAbout(at.db, at.tables.AUDIT_TABLE, `lecturer#${row.id}`)).toEqual([]);
  });

  it('is another version when it is entered again; the one before, which had not served yet, never does', async () => {
    const row = someLecturer();
    await browser().post(await askedLecturer(at, row), accountOf());
    await confirm(row.id);
    const first = aDayLater();
    await browser().post(await linkAgain(row), accountOf({ account: '200-200-202222' }));
    expect(await statesOf(row.id)).toEqual(['CONFIRMED', 'ENTERED']);
    const page = await browser().get(await checkLink(at, row.id));
    expect(page.text).toContain('계좌가 바뀌었습니다');
    expect(page.text).toContain('•••-•••-••2222');
    await confirm(row.id);
    expect(await statesOf(row.id)).toEqual(['REPLACED', 'CONFIRMED']);
    expect(await at.lecturers.usableAccount(row.id, first)).toBeUndefined();
    expect(await at.lecturers.usableAccount(row.id, addMinutes(first, 10))).toMatchObject({ number: 2 });
  });

  it('is told to the address of before when it changes, also if the address was changed first', async () => {
    const row = someLecturer();
    await browser().post(await askedLecturer(at, row), accountOf());
    await confirm(row.id);
    const moved = { ...row, email: `thief-${row.id}@elsewhere.example` };
    await loadLecturer(at, moved, 'operator:test', at.now());
    await browser().post(await linkAgain(moved), accountOf({ account: '300-300-303333' }));
    const told = await mailTo(at, row.email, '계좌가 바뀌었습니다');
    expect(told.text).toContain('•••-•••-••3333');
    expect(told.text).not.toContain('303333');
    const elsewhere = (await mailsTo(at, moved.email)).filter(({ subject }) => subject.includes('바뀌었습니다'));
    expect(elsewhere).toEqual([]);
  });

  it('is refused with a reason by finance, and the lecturer is asked again', async () => {
    const row = someLecturer();
    await browser().post(await askedLecturer(at, row), accountOf({ holder: '이솔' }));
    const check = await checkLink(at, row.id);
    expect((await browser().get(check)).text).toContain('예금주와 강사 이름이 다릅니다');
    const withNumber = await browser().post(check, {
      outcome: 'REFUSE',
      reason: '110-123-456789는 다른 분 계좌입니다.',
    });
    expect(withNumber.text).toContain('계좌번호로 보이는 숫자를 지워 주십시오');
    expect((await browser().post(check, { outcome: 'REFUSE' })).text).toContain('이유를 입력해 주십시오');
    await decideProved(at, browser(), check, { outcome: 'REFUSE', reason: '본인 계좌를 알려 주십시오.' });
    expect(await statesOf(row.id)).toEqual(['REFUSED']);
    const again = await browser().get(await linkTo(at, row.email, 1));
    expect(again.text).toContain('본인 계좌를 알려 주십시오.');
    await browser().post(await linkTo(at, row.email, 1), accountOf());
    expect(await statesOf(row.id)).toEqual(['REFUSED', 'ENTERED']);
  });

  it('replaces one that waits for finance, whose request ends', async () => {
    const row = someLecturer();
    await browser().post(await askedLecturer(at, row), accountOf());
    const former = await checkLink(at, row.id);
    await browser().post(await linkAgain(row), accountOf({ account: '400-400-404444' }));
    expect(await statesOf(row.id)).toEqual(['REPLACED', 'ENTERED']);
    expect((await browser().get(former)).text).toContain('강사가 다른 계좌를 다시 입력했습니다');
    expect((await browser().post(former, { outcome: 'CONFIRM' })).text).toContain(
      '강사가 다른 계좌를 다시 입력했습니다',
    );
  });

  it.each([
    ['900101-1234567', '김하온'],
    ['9001011234567', '김하온'],
    ['110-123-456789', '김하온 900101-1234567'],
  ])('is not taken with a number of a resident in it, and keeps none: %s, %s', async (account, holder) => {
    const row = someLecturer();
    const page = await browser().post(await askedLecturer(at, row), accountOf({ account, holder }));
    expect(page.status).toBe(422);
    expect(page.text).toContain('주민등록번호나 외국인등록번호로 보이는 숫자가 있습니다');
    expect(await at.lecturers.accountsOf(row.id)).toEqual([]);
    expect(foundIn(await everything(), ['900101-1234567', '9001011234567'])).toEqual([]);
  });

  it('takes a number of thirteen digits that is parted as the bank parts it, and no words', async () => {
    const row = someLecturer();
    const path = await askedLecturer(at, row);
    for (const account of ['12-34', '110-123-45678A', '1'.repeat(21), '110--123-456789']) {
      expect((await browser().post(path, accountOf({ account }))).status, account).toBe(422);
    }
    await browser().post(path, accountOf({ bank: '020', account: '１００２－１２３－４５６７８９' }));
    expect((await at.lecturers.accountOf(row.id)).waiting?.account).toBe('1002-123-456789');
  });

  it('stands in the table of lecturers alone: in no event, request, entry or mail', async () => {
    const row = someLecturer();
    const account = '987-65-4321098';
    await browser().post(await askedLecturer(at, row), accountOf({ account, holder: '황보예금' }));
    await browser().post(await linkAgain(row), accountOf({ account: '987-65-4321099', holder: '황보예금' }));
    await confirm(row.id);
    await mailTo(at, row.email, '계좌를 확인했습니다');
    const { lecturers: own, ...elsewhere } = await everything();
    expect(own).toContain(account);
    expect(foundIn(elsewhere, [account, '987654321098', '4321099', '황보예금', row.name])).toEqual([]);
  });
});

describe('an account that somebody objects to', () => {
  /** In two acts. */
  const stopped = (path: string) => browser().post(path, { stop: 'yes' });

  it('is stopped by the lecturer from the mail to the address of before, and the one before serves on; both are told', async () => {
    const row = someLecturer();
    await browser().post(await askedLecturer(at, row), accountOf());
    await confirm(row.id);
    await at.commit({
      changes: (await at.lecturers.accountsOf(row.id)).map((one) =>
        at.lecturers.saveAccount(
          { ...one, confirmedAt: addMinutes(at.now(), -3000), usableFrom: addMinutes(at.now(), -1500), revision: 3 },
          one,
        ),
      ),
      events: [{ subject: `lecturer#${row.id}`, type: 'AccountConfirmed', by: 'operator:test', at: at.now() }],
    });
    const moved = { ...row, email: `thief-${row.id}@elsewhere.example` };
    await loadLecturer(at, moved, 'operator:test', at.now());
    await browser().post(await linkAgain(moved), accountOf({ account: '300-300-303333' }));
    await confirm(row.id);
    const told = await mailTo(at, row.email, '계좌가 바뀌었습니다');
    const path = /\/r\/lecturers\/[0-9a-f]{32}\/[\w-]{43}/u.exec(told.text)?.[0] ?? '';
    expect((await stopped(path)).text).toContain('중지된 계좌입니다');
    expect(await statesOf(row.id)).toEqual(['REPLACED', 'STOPPED']);
    expect(await at.lecturers.usableAccount(row.id, addMinutes(aDayLater(), 10))).toMatchObject({ number: 1 });
    for (const address of [row.email, moved.email, finance.email]) {
      expect((await mailTo(at, address, '계좌가 중지되었습니다')).text).toContain('•••-•••-••3333');
    }
    expect(await faultsAbout(at.db, at.tables.AUDIT_TABLE, `lecturer#${row.id}`)).toEqual([]);
  });

  it('is stopped by finance from the page of its decision, in two acts, until it is used and not after', async () => {
    const [row, other] = [someLecturer(), someLecturer()];
    for (const one of [row, other]) await browser().post(await askedLecturer(at, one), accountOf());
    const path = await checkLink(at, row.id);
    await confirm(row.id);
    expect((await browser().get(path)).text).toContain('이 계좌 중지하기');
    expect((await browser().choose(path, { stop: 'yes' })).text).toContain('이 계좌의 사용을 중지하시겠습니까?');
    expect(await statesOf(row.id)).toEqual(['CONFIRMED']);
    await stopped(path);
    expect(await at.lecturers.usableAccount(row.id, aDayLater())).toBeUndefined();
    expect((await eventsOf(at.db, at.tables.AUDIT_TABLE, `lecturer#${row.id}`)).at(-1)).toMatchObject({
      type: 'AccountStopped',
      by: `person:${finance.id}`,
    });
    await confirm(other.id);
    const given = { lecturer: other.id, number: 1, by: 'operator:test' };
    expect(await stopAccount(at, given, aDayLater())).toBe('too-late');
    expect(await stopAccount(at, { ...given, number: 2 }, at.now())).toBe('unknown');
    expect(await at.lecturers.usableAccount(other.id, aDayLater())).toMatchObject({ number: 1 });
  });

  it('is stopped before finance has looked at it, whose request ends', async () => {
    const row = someLecturer();
    const path = await askedLecturer(at, row);
    await browser().post(path, accountOf());
    const check = await checkLink(at, row.id);
    await stopped(path);
    expect(await statesOf(row.id)).toEqual(['STOPPED']);
    expect((await browser().post(check, { outcome: 'CONFIRM' })).text).toContain('취소된 요청입니다');
    expect(await statesOf(row.id)).toEqual(['STOPPED']);
  });

  it('is stopped by a command with a reason', async () => {
    const row = someLecturer();
    await browser().post(await askedLecturer(at, row), accountOf());
    const flags = { stage: 'test', yes: true, force: false, reason: 'not theirs' };
    const context = { ...at, flags, by: 'operator:test' };
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await lecturersStop(context, row.id);
    await expect(lecturersStop(context, row.id)).rejects.toThrow('Nothing was stopped');
    await expect(lecturersStop(context, 'no-body')).rejects.toThrow('There is no account of no-body');
    log.mockRestore();
    expect(await statesOf(row.id)).toEqual(['STOPPED']);
  });
});

describe('the link to enter an account', () => {
  it('opens nothing of another lecturer', async () => {
    const [one, other] = [someLecturer(), someLecturer()];
    const [mine, theirs] = [await askedLecturer(at, one), await askedLecturer(at, other)];
    const [, , , , mac = ''] = mine.split('/');
    const [, r = '', room = '', request = ''] = theirs.split('/');
    const crossed = await browser().post(`/${r}/${room}/${request}/${mac}`, accountOf());
    expect(crossed.status).toBe(404);
    expect(await at.lecturers.accountsOf(other.id)).toEqual([]);
  });

  it('opens nothing more when the lecturer has another address, where it is mailed anew', async () => {
    const row = someLecturer();
    const before = await askedLecturer(at, row);
    const moved = { ...row, email: `moved-${row.id}@gaon.example` };
    await loadLecturer(at, moved, 'operator:test', at.now());
    const after = await linkTo(at, moved.email);
    expect((await browser().post(before, accountOf())).status).toBe(410);
    expect(await at.lecturers.accountsOf(row.id)).toEqual([]);
    expect((await browser().get(after)).status).toBe(200);
  });

  it('lapses after two reminders, and the operators are told', async () => {
    const row = someLecturer();
    await askedLecturer(at, row);
    const [id = ''] = await at.requests.openFor(row.id);
    for (const days of [5, 12, 20]) await at.chaseAt(addMinutes(at.now(), days * 24 * 60));
    expect(await at.requests.get(id)).toMatchObject({ state: 'LAPSED', remindersSent: 2 });
    expect((await at.lecturers.get(row.id))?.accountRequest).toBeUndefined();
    expect(at.plain('outbox').map(({ errand }) => errand)).toContainEqual({
      kind: 'mail',
      template: 'operator-notice',
      to: { person: 'choi-yuna' },
      ids: { about: 'account-unanswered', subject: row.id, detail: id },
    });
  });
});

describe('the officer who confirms an account', () => {
  it('is never the lecturer, whatever id they have, when asked and when it is settled', async () => {
    const row = someLecturer();
    await askedLecturer(at, row);
    await loadDemoPeople(at, at.now(), { [finance.id]: { email: row.email } });
    await browser().post(await linkTo(at, row.email), accountOf());
    const { waiting } = await at.lecturers.accountOf(row.id);
    expect((await at.requests.get(waiting?.request ?? ''))?.assignee).toEqual({ person: 'ryu-hana' });
    const given = { request: waiting?.request ?? '', generation: 1, by: finance.id };
    const decision = { outcome: 'CONFIRM' } as const;
    expect(await decideAccount(at, { ...given, decision }, at.now())).toBe('not-yours');
    await loadDemoPeople(at, at.now());
    expect(await statesOf(row.id)).toEqual(['ENTERED']);
  });

  it('proves that it is them: a stolen mailbox redirects no wages', async () => {
    const row = someLecturer();
    await browser().post(await askedLecturer(at, row), accountOf());
    const link = await checkLink(at, row.id);
    const { proving } = await sentUnproved(browser(), link, { outcome: 'CONFIRM' });
    if (!proving) throw new Error('nothing is to be proved');
    for (const [what, near] of almost(proving.decision)) {
      await putProof(at, near, at.now());
      expect((await sentUnproved(browser(), link, { outcome: 'CONFIRM' })).proving?.decision, what).toEqual(
        proving.decision,
      );
    }
    expect(await statesOf(row.id)).toEqual(['ENTERED']);
    // What was proved of the first account is none of the next.
    await putProof(at, proving.decision, at.now());
    await browser().post(await linkAgain(row), accountOf({ account: '600-600-606666' }));
    const other = await sentUnproved(browser(), await checkLink(at, row.id), { outcome: 'CONFIRM' });
    expect(other.proving?.decision.subject).not.toBe(proving.decision.subject);
    expect(await statesOf(row.id)).toEqual(['REPLACED', 'ENTERED']);
  });

  it('decides once, of two who decide at once', async () => {
    const row = someLecturer();
    await browser().post(await askedLecturer(at, row), accountOf());
    const { waiting } = await at.lecturers.accountOf(row.id);
    const given = { request: waiting?.request ?? '', generation: 1 };
    const outcomes = await Promise.all([
      decide({ ...given, by: finance.id, decision: { outcome: 'CONFIRM' } }),
      decide({ ...given, by: 'ryu-hana', decision: { outcome: 'REFUSE', reason: 'No.' } }),
    ]);
    expect(outcomes.sort()).toEqual(['decided', 'somebody-was-first']);
    const types = (await eventsOf(at.db, at.tables.AUDIT_TABLE, `lecturer#${row.id}`)).map(({ type }) => type);
    expect(types.filter((type) => /Account(?:Confirmed|Refused)/u.test(type))).toHaveLength(1);
  });

  it('opens nothing any more once finance is not theirs', async () => {
    const row = someLecturer();
    await browser().post(await askedLecturer(at, row), accountOf());
    const check = await checkLink(at, row.id);
    await loadDemoPeople(at, at.now(), { [finance.id]: { roles: ['reviewer'] } });
    expect((await browser().post(check, { outcome: 'CONFIRM' })).status).toBe(403);
    const back = demoPeople().filter(({ id }) => id === finance.id);
    await loadPeople(at, back, 'operator:test', at.now());
    expect(await statesOf(row.id)).toEqual(['ENTERED']);
  });
});

/** Everything that is stored, by its table, and every mail. */
async function everything(): Promise<Record<string, string>> {
  const tables = ['lecturers', 'requests', 'audit', 'outbox', 'people'].map((table) => [
    table,
    JSON.stringify(at.plain(table)),
  ]);
  const { messages } = await at.cloud.messagesAfter(0);
  return {
    ...Object.fromEntries(tables),
    mails: messages.map(({ subject, text, html }) => subject + text + html).join(''),
  };
}

/** Asks for another account: the link that is mailed then. */
async function linkAgain(row: { readonly id: string; readonly email: string }): Promise<string> {
  const before = await mailsTo(at, row.email);
  const links = new Set(before.flatMap(({ text }) => /\/r\/lecturers\/\S{70,}/u.exec(text) ?? []));
  await askForAccount(at, { lecturer: row.id, by: 'operator:test' }, at.now());
  return linkTo(at, row.email, links.size);
}

it('an account that another took the place of within its day never serves: whoever was told of it has objected', () => {
  const day = minutesBeforeUse;
  const began = at.now();
  const version = (number: number, confirmedAfter: number): Account => {
    const confirmedAt = addMinutes(began, confirmedAfter);
    const usableFrom = usableFromOf(confirmedAt);
    const state = 'CONFIRMED' as const;
    const typed = {
      lecturer: 'kim-haon',
      bank: '088',
      account: '110123456789',
      holder: '김하온',
      email: 'haon@example.com',
    };
    return accountSchema.parse({ ...typed, number, state, enteredAt: began, confirmedAt, usableFrom, revision: 1 });
  };
  const [old, stolen, right] = [version(1, -10 * day), version(2, 0), version(3, 20 * 60)];
  const usable = (after: number) => usableOf([old, stolen, right], addMinutes(began, after))?.number;
  expect([usable(23 * 60), usable(25 * 60), usable(43 * 60), usable(45 * 60)]).toEqual([1, 1, 1, 3]);
});
