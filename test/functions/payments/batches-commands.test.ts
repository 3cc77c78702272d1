import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { ruleKinds } from '../../../functions/app/rule-kinds.ts';
import { dissolveBatch } from '../../../functions/payments/dissolve-batch.ts';
import { readFrozen } from '../../../functions/payments/frozen-batch.ts';
import { loadPeople } from '../../../functions/people/load-people.ts';
import type { Row } from '../../../functions/people/read-people.ts';
import { assigneeId } from '../../../functions/requests/request.ts';
import { decideRules } from '../../../functions/rule-files/decide-rules.ts';
import { proposeRules } from '../../../functions/rule-files/propose-rules.ts';
import { giveDecisionCode } from '../../../functions/second-factor/operator-codes.ts';
import { eventsOf, faultsAbout } from '../../../functions/shared/database/audit.ts';
import type { SignLink } from '../../../functions/shared/links.ts';
import { root } from '../../../local/paths.ts';
import type { Context } from '../../../ops/context.ts';
import { actingOf } from '../../../ops/payments/acting-of.ts';
import { batchesFile, batchesGiveUp, batchesResult, batchesTaxMonth } from '../../../ops/payments/bank-files.ts';
import { profileCheck } from '../../../ops/payments/bank-profiles.ts';
import {
  batchesGoOn,
  batchesList,
  batchesMake,
  batchesShow,
  type Reach,
} from '../../../ops/payments/batches-commands.ts';
import { at, day, lecturerOf, lessonOf } from '../../support/claims/made-up.ts';
import { type OpenClaims, openClaims, staff } from '../../support/claims/open-claims.ts';
import { memorySigner } from '../../support/memory/memory-clients.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { playRuns } from '../../support/payments/gather-and-freeze.ts';
import { putAccount } from '../../support/payments/put-account.ts';
import { putBankProfile, putTaxDates } from '../../support/payments/put-bank-profile.ts';
import { resultOf } from '../../support/payments/results.ts';
import { whenProved } from '../../support/second-factor/proved.ts';

const folder = mkdtempSync(join(tmpdir(), 'payments-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Needed = Reach &
  Pick<Context, 'codes' | 'decisionProof' | 'filings' | 'proofs' | 'random' | 'repaidTaxes' | 'rules'>;
type Run = (context: Needed, words: readonly string[], sign: SignLink) => Promise<void>;
const commands = {
  check: (_, [file]) => profileCheck(file),
  list: (context) => batchesList(context),
  show: (context, [id]) => batchesShow(context, id),
  make: batchesMake,
  'go-on': (context, [id]) => batchesGoOn(context, id),
  file: batchesFile,
  result: batchesResult,
  'give-up': (context, [id]) => batchesGiveUp(context, id),
  'tax-month': batchesTaxMonth,
} as const satisfies Record<string, Run>;

const bank = 'example-csv';
const profileFile = join(root, 'rules/banks/example-csv.yaml');

const account = (open: OpenClaims, id: string, number: string): Promise<void> =>
  putAccount(open.deps, id, number, open.clock.now);

const signCode = memorySigner();

/** The code that another operator says to whoever works, if they are one of the staff; else one that is nobody's. */
async function codeFor(context: Needed, subject: string): Promise<string> {
  const { codes, commit, people, random } = context;
  const acting = await actingOf(context).catch(() => undefined);
  const asked = { person: acting?.person ?? '', by: 'operator:another', reason: 'no passkey', subject };
  const given = await giveDecisionCode({ codes, commit, people, random, signCode }, asked, context.now());
  return given.kind === 'given' ? given.code : '000000';
}

/** Two approved claims, of lecturers with accounts, and the commands of an operator. */
async function approved() {
  const memory = memoryDatabase({ quick: true });
  const open = await openClaims({ db: memory.db });
  const ids = await open.month([lessonOf('L01'), lessonOf('L02', { lecturer: 'lee-sol' })]);
  await account(open, 'kim-haon', '0012-34-567890');
  await account(open, 'lee-sol', '0001230');
  await putBankProfile(open.deps, bank, open.clock.now);
  for (const id of ids) {
    await open.answer(id);
    await open.asManager(id);
    await open.asFinance(id);
  }
  await loadPeople(open.deps, [staff('demo', ['finance-officer'])], 'operator:test', open.clock.now);
  const flags = { stage: 'test', yes: true, force: false };
  const ops = async (
    name: keyof typeof commands,
    words: readonly string[] = [],
    by = 'operator:demo',
    reason?: string,
    local = true,
  ) => {
    const lines: string[] = [];
    const log = vi.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)));
    const now = () => open.clock.now;
    const context = { ...open.deps, by, local, flags: { ...flags, ...(reason && { reason }) }, now };
    const code = await codeFor(context, words[0] ?? '');
    let isOver = false;
    const command = commands[name]({ ...context, flags: { ...context.flags, code } }, words, signCode)
      .catch((error: unknown) => void lines.push(String(error)))
      .finally(() => {
        isOver = true;
      });
    while (!isOver) {
      await playRuns(open.deps, now());
      await sleep(5);
    }
    await command;
    await playRuns(open.deps, now());
    log.mockRestore();
    return lines.join('\n');
  };
  const states = async () => (await Promise.all(ids.map((id) => open.claim(id)))).map(({ state }) => state);
  return { ...open, memory, ids, ops, states };
}

const result = (bytes: Buffer): string => {
  const path = join(folder, 'result.csv');
  writeFileSync(path, bytes);
  return path;
};

describe('ops batches', () => {
  it('say of each command how it is used, if it names no batch', async () => {
    const { ops } = await approved();
    for (const [name, usage] of [
      ['show', 'batches show BATCH'],
      ['go-on', 'batches go-on BATCH'],
      ['file', 'batches file BATCH FOLDER --code CODE'],
      ['result', 'batches result BATCH FILE DAY --code CODE'],
      ['give-up', 'batches give-up BATCH --reason TEXT'],
    ] as const) {
      expect(await ops(name)).toBe(`Complaint: Usage: npm run ops -- ${usage}`);
    }
    expect(await ops('tax-month', ['April'])).toMatch(/^Complaint: The month .*2027-03/u);
  });

  it('pays approved claims: from the batch to the bank’s file, its result and the tax month', async () => {
    const { ops, states, clock, deps, claim, ids, db, memory } = await approved();
    expect(await ops('list')).toBe('There is no batch yet.');
    const made = await ops('make', ['2027-04-20', bank]);
    expect(made).toContain('pay-2704-1 is frozen: 2 claims, 947,660 won.');
    expect(await states()).toEqual(['IN_BATCH', 'IN_BATCH']);
    expect(await ops('file', ['pay-2704-1', folder])).toMatch(/pay-2704-1\.csv: \d+ bytes, SHA-256 /u);
    const path = join(folder, 'pay-2704-1.csv');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(iconv.decode(readFileSync(path), 'cp949').split('\r\n')).toEqual([
      '번호,입금은행,입금계좌,입금액,예금주,적요,거래번호',
      '1,004,0012-34-567890,473830,Haon,강사료,27040100001',
      '2,004,0001230,473830,Haon,강사료,27040100002',
      '합계,2,,947660',
      '',
    ]);
    clock.now = at('2027-04-20 18:00');
    const batch = await deps.payments.batch('pay-2704-1');
    if (!batch) throw new Error('no batch');
    const { transfers } = await readFrozen(deps, batch);
    const answer = ['pay-2704-1', result(resultOf(transfers, new Set([2]))), '2027-04-20'];
    expect(await ops('result', answer)).toContain('Paid: 473,830 won. Returned rows: 1.');
    expect(await ops('result', answer)).toContain('Paid: 473,830 won. Returned rows: 1.');
    expect(await states()).toEqual(['PAID', 'APPROVED']);
    expect(await claim(ids[0] ?? '')).toMatchObject({ paidOn: '2027-04-20', batch: 'pay-2704-1' });
    const returned = await deps.lecturers.get('lee-sol');
    expect(await deps.requests.get(returned?.accountRequest ?? '')).toMatchObject({
      kind: 'lecturer-account',
      state: 'OPEN',
    });
    expect(await ops('make', ['2027-04-21', bank])).toContain('lee-sol: has no account that can be used');
    expect(await ops('list')).toContain(
      'pay-2704-1 SETTLED for 2027-04-20: 2 claims, 947,660 won, paid on 2027-04-20: 473,830 won',
    );
    expect(await ops('show', ['pay-2704-1'])).toContain('27040100001 kim-haon 473,830 won');
    expect(await ops('tax-month', ['2027-04'])).toContain('Finance has confirmed no due dates');
    await putTaxDates(deps, clock.now);
    const month = await ops('tax-month', ['2027-04']);
    expect(month).toContain('"2027-04","Business income","Resident","withheld","1","1","490000","14700","1470"');
    expect(month).toContain('2027-05-10: Income tax withheld is reported and paid');
    for (const subject of ['pay-2704-1', ids[0] ?? '', 'lecturer#lee-sol']) {
      expect(await faultsAbout(db, memoryTables.AUDIT_TABLE, subject)).toEqual([]);
    }
    const types = (await eventsOf(db, memoryTables.AUDIT_TABLE, ids[0] ?? '')).map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['ClaimTakenIntoBatch', 'ClaimPaid']);
    const elsewhere = ['PAYMENTS_TABLE', 'CLAIMS_TABLE', 'AUDIT_TABLE', 'OUTBOX_TABLE'] as const;
    const everything = JSON.stringify(elsewhere.map((table) => memory.plain(memoryTables[table])));
    expect(everything).not.toMatch(/0012-34-567890|00123456789|0001230/u);
  });

  it('pays a returned claim once there is another account', async () => {
    const { ops, states, clock, deps, ...open } = await approved();
    await ops('make', ['2027-04-20', bank]);
    await ops('file', ['pay-2704-1', folder]);
    clock.now = at('2027-04-20 18:00');
    const rows = [1, 2].map((row) => ({ row: `2704010000${row}`, amount: 473_830 }));
    await ops('result', ['pay-2704-1', result(resultOf(rows, new Set([2]))), '2027-04-20']);
    await account({ deps, clock, ...open }, 'lee-sol', '77-7');
    const made = await ops('make', ['2027-04-21', bank]);
    expect(made).toContain('pay-2704-2 is frozen: 1 claim, 473,830 won.');
    expect(await states()).toEqual(['PAID', 'IN_BATCH']);
  });

  it('does nothing for who approved a claim in it, and tells why nothing was made or confirmed', async () => {
    const { ops, states } = await approved();
    await ops('make', ['2027-04-20', bank]);
    expect(await ops('file', ['pay-2704-1', folder], 'operator:ryu-hana')).toContain(
      'Approved a claim in it: ryu-hana. Somebody else has to do this.',
    );
    const early = ['pay-2704-1', result(resultOf([], new Set())), '2027-04-20'];
    expect(await ops('result', early)).toContain('The batch is FROZEN.');
    await ops('file', ['pay-2704-1', folder]);
    expect(await ops('result', early)).toContain('The day of payment is before the file was made');
    const today = [...early.slice(0, 2), '2027-04-01'];
    expect(await ops('result', today)).toContain('27040100001 is not in the file');
    expect(await ops('show', ['pay-1'])).toContain('There is no batch pay-1');
    expect(await ops('give-up', ['pay-2704-1'])).toContain('It wants a reason');
    expect(await ops('give-up', ['pay-2704-1'], 'operator:demo', 'refused')).toContain('Somebody else');
    expect(await ops('give-up', ['pay-2704-1'], 'operator:choi-yuna', 'refused')).toContain('is given up');
    expect(await states()).toEqual(['APPROVED', 'APPROVED']);
    expect(await ops('make', ['2027-03-01', bank])).toContain('That day is over.');
    expect(await ops('make', ['2027-04-20', bank])).toContain('pay-2704-2 is frozen');
    expect(await ops('make', ['2027-04-20', bank])).toContain('No claim waits to be paid.');
    expect(await ops('go-on', ['pay-2704-2'])).toContain('The run pay-2704-2_2 is started.');
    expect(await ops('go-on', ['pay-2704-1'])).toContain('pay-2704-1 is DISSOLVED: there is nothing left to do.');
  });

  it('knows at the command line who approved a claim or is paid by it, whatever the cloud calls them', async () => {
    const { ops, states, deps, clock } = await approved();
    const row = (id: string, more: Partial<Row> = {}) => staff(id, ['finance-officer'], more);
    await loadPeople(
      deps,
      [
        row('ryu-hana', { email: 'hana.ryu@academy.example', operatorNames: ['hana'] }),
        row('sol-at-work', { email: 'LEE-SOL@gaon.example' }),
        row('payer'),
      ],
      'operator:test',
      clock.now,
    );
    await ops('make', ['2027-04-20', bank]);
    const shell = (name: 'file' | 'give-up', by: string, words: string[]) => ops(name, words, by, 'wrong', false);
    for (const session of [
      'admin/hana.ryu@academy.example',
      'admin/ryu-hana',
      'admin/Hana.Ryu@academy.example',
      'hana',
    ]) {
      expect(await shell('file', `operator:${session}`, ['pay-2704-1', folder])).toContain('Approved a claim in it');
      expect(await shell('give-up', `operator:${session}`, ['pay-2704-1'])).toContain('Approved a claim in it');
    }
    for (const session of ['admin/lee-sol@gaon.example', 'admin/sol-at-work', 'lee-sol@gaon.example']) {
      expect(await shell('file', `operator:${session}`, ['pay-2704-1', folder])).toContain('Is paid by it: lee-sol.');
    }
    const unknown = await shell('file', 'operator:admin/botocore-session-1', ['pay-2704-1', folder]);
    expect(unknown).toContain('nobody of the staff has that name');
    expect(await states()).toEqual(['IN_BATCH', 'IN_BATCH']);
    expect((await deps.payments.batch('pay-2704-1'))?.state).toBe('FROZEN');

    const made = await shell('file', 'operator:admin/payer@academy.example', ['pay-2704-1', folder]);
    expect(made).toContain('pay-2704-1.csv');
    expect((await deps.payments.batch('pay-2704-1'))?.file).toMatchObject({
      by: 'operator:admin/payer@academy.example',
      person: 'payer',
    });
    const atDesk = { id: 'pay-2704-1', acting: { person: 'payer' }, by: 'person:payer', reason: 'wrong' };
    expect(await dissolveBatch(deps, atDesk, clock.now)).toEqual({ kind: 'made-the-file' });
  });

  it('takes the profile that a second person of finance has confirmed, and no other', async () => {
    const { ops, states, deps, clock } = await approved();
    const text = readFileSync(profileFile, 'utf8').replaceAll('example-csv', 'city-bank');
    const load = (changed: string) =>
      proposeRules({ ...deps, ruleKinds }, { text: changed, by: 'operator:x' }, clock.now);
    const decide = async (outcome: 'CONFIRM' | 'REFUSE') => {
      const waiting = (await deps.rules.versionsOf('bank-city-bank')).at(-1);
      const request = await deps.requests.get(waiting?.request ?? '');
      if (!request) throw new Error('nobody is asked');
      const decision = outcome === 'CONFIRM' ? { outcome } : { outcome, reason: 'wrong' };
      const { id, generation } = request;
      const given = { request: id, generation, by: assigneeId(request.assignee), decision };
      const decided = await whenProved(deps, () => decideRules(deps, given, clock.now), clock.now);
      expect(decided).toEqual({ kind: 'decided' });
    };
    const none = 'Finance has confirmed no profile of the bank city-bank';
    expect(await ops('make', ['2027-04-20', profileFile])).toContain('Finance has confirmed no profile');
    await load(text);
    expect(await ops('make', ['2027-04-20', 'city-bank'])).toContain(none);
    await decide('REFUSE');
    expect(await ops('make', ['2027-04-20', 'city-bank'])).toContain(none);
    await load(text);
    await decide('CONFIRM');
    await load(text.replace('lineEnd: crlf', 'lineEnd: lf'));
    expect(await states()).toEqual(['APPROVED', 'APPROVED']);
    expect(await ops('make', ['2027-04-20', 'city-bank'])).toContain('By the profile city-bank, version 2.');
    expect(await deps.payments.batch('pay-2704-1')).toMatchObject({ profile: 'city-bank', profileVersion: 2 });

    await decide('CONFIRM');
    await ops('file', ['pay-2704-1', folder]);
    expect(readFileSync(join(folder, 'pay-2704-1.csv'))).toContain(0x0d);
    expect(await ops('show', ['pay-2704-1'])).toMatch(/profile +city-bank, version 2/u);
  });

  it('says of a profile that it is right, or what is wrong in which line', async () => {
    const { ops } = await approved();
    expect(await ops('check', [profileFile])).toContain('The profile example-csv is right: csv. It is an example');
    const wrong = join(folder, 'wrong.yaml');
    writeFileSync(wrong, readFileSync(profileFile, 'utf8').replace('cp949', 'latin1'));
    expect(await ops('check', [wrong])).toContain('wrong.yaml:12 file.encoding should be "utf-8"');
  });
});

it('a lecturer’s institution is one payee of what was calculated for it, and an erased lecturer is paid no more', async () => {
  const open = await openClaims();
  const institution = { kind: 'institution', document: 'I-1' } as const;
  const [first = ''] = await open.month([lessonOf('L01')]);
  const approve = async (id: string) => {
    await open.answer(id);
    await open.asManager(id);
    await open.asFinance(id);
  };
  await approve(first);
  await account(open, 'kim-haon', '1');
  await open.putLecturer(lecturerOf('kim-haon', { payee: institution, accounts: 1 }));
  expect(await open.deps.claimsToPay.payable()).toMatchObject([{ payee: 'kim-haon', net: 473_830 }]);
  await open.putTimetable([lessonOf('L01'), lessonOf('L02', { date: day('2027-03-09') })]);
  const [second = ''] = await open.draft('2027-03');
  await open.go(second);
  await approve(second);
  const payable = await open.deps.claimsToPay.payable();
  expect(payable.find(({ id }) => id === second)).toMatchObject({ payee: 'institution:Gaon', net: 490_000 });
  await open.putLecturer(lecturerOf('kim-haon', { erasedAt: open.clock.now, accounts: 1 }));
  expect((await open.deps.payeesToPay.facts(['kim-haon'], open.clock.now)).size).toBe(0);
});
