import { StartExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { machinesOf } from '../../functions/app/machines.ts';
import { decisionWords } from '../../functions/intake/pages/decision-texts.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { markStuck } from '../../functions/runs/mark-stuck.ts';
import { eventsOf } from '../../functions/shared/database/audit.ts';
import { formatInstant } from '../../functions/shared/time.ts';
import { applyBehindPages, linkIn, mailsTo, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { entriesOf, openRequest, withOfficer } from '../support/intake/intake.ts';
import { ops, opsProcess } from '../support/ops.ts';
import { requestLink } from '../support/requests/asked-by-mail.ts';
import { visitor } from '../support/visitor.ts';

let at: TestCloud;
let round: Round;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
});

const byOperator = async (subject: string, type: string) =>
  (await eventsOf(at.db, at.tables.AUDIT_TABLE, subject)).filter(
    (event) => event.type === type && event.by.startsWith('operator:'),
  );

describe('ops find', () => {
  it('says run, state, whom it waits for, since when and until when, and nothing personal, however it was typed', async () => {
    const { reference, request, form, email } = await withOfficer(at, round);
    const spoken = ` ${reference.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')}`;
    const [found, read] = await Promise.all([opsProcess(at, 'find', reference), ops(at, 'find', spoken)]);
    expect(read).toEqual(found);
    expect([found.code, found.err]).toEqual([0, '']);
    const line = (name: string) => new RegExp(`^${name} +(.*)$`, 'mu').exec(found.out)?.[1];
    expect(line('application')).toBe(reference);
    expect(line('state')).toBe('WITH_OFFICER (an officer decides)');
    expect(line('run')).toBe(`${reference} (RUNNING)`);
    expect(line('in question')).toMatch(/^rule [a-z-]+ \([A-Z1-9][^()]+\)/u);
    expect(line('waiting for')).toBe('kim-minji');
    expect(line('since')).toBe(formatInstant(request.openedAt, 'en'));
    expect(line('until')).toBe(formatInstant(request.dueAt, 'en'));
    expect(line('request')).toContain(request.id);
    for (const secret of [email, String(form['about-you'].name), String(form['about-you'].mobile)]) {
      expect(found.out).not.toContain(secret);
    }
  });

  it('says what is wrong with what was typed', async () => {
    const { reference } = await applyBehindPages(at, round);
    await at.untilState(reference, 'ACCEPTED');
    const last = reference.endsWith('0') ? '1' : '0';
    const [typo, missing, none, unknown, done] = await Promise.all([
      ops(at, 'find', reference.slice(0, -1) + last),
      ops(at, 'find'),
      ops(at),
      opsProcess(at, 'destroy', 'everything'),
      ops(at, 'find', reference),
    ]);
    expect([typo.code, typo.err]).toEqual([1, expect.stringContaining('is no reference')]);
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('Usage: npm run ops -- find REFERENCE')]);
    for (const help of [none, unknown]) {
      expect([help.code, help.err]).toEqual([1, expect.stringContaining('audit verify')]);
    }
    expect(done.out).toMatch(/^run +\S+ \(SUCCEEDED\)$/mu);
    expect(done.out).toMatch(/^waiting for +-$/mu);
  });
});

describe('ops show', () => {
  it('shows the answers only when that is confirmed, and the audit keeps who read them', async () => {
    const { reference, email } = await applyBehindPages(at, round);
    await at.untilState(reference, 'ACCEPTED');
    const asked = await ops(at, 'show', reference);
    expect([asked.code, asked.err]).toEqual([1, expect.stringContaining('Nothing was done')]);
    expect(asked.out).not.toContain(email);
    expect(await byOperator(reference, 'PersonalDataRead')).toEqual([]);
    const shown = await ops(at, 'show', reference, '--yes');
    expect([shown.code, shown.out]).toEqual([0, expect.stringContaining(email)]);
    expect(await byOperator(reference, 'PersonalDataRead')).toHaveLength(1);
  });
});

describe('ops hand', () => {
  it('gives a request to somebody entitled, whose new link is mailed; the old one says so', async () => {
    const { request, link, reference } = await withOfficer(at, round);
    const [stranger, nobody, wrong] = await Promise.all([
      ops(at, 'hand', request.id, 'park-sora', '--yes'),
      ops(at, 'hand', request.id, 'nobody', '--yes'),
      ops(at, 'hand', 'A'.repeat(22), 'lee-junho', '--yes'),
    ]);
    for (const refused of [stranger, nobody]) {
      expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('may not hold this request')]);
    }
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('is no open request')]);
    const handed = await ops(at, 'hand', request.id, 'lee-junho', '--yes');
    expect([handed.code, handed.out]).toEqual([0, expect.stringContaining('is with lee-junho now')]);
    expect((await visitor(at.baseUrl).get(link)).status).toBe(410);
    const next = await requestLink(at, request.id, 'junho.lee@academy.example.kr');
    expect((await visitor(at.baseUrl).get(next)).text).toContain(reference);
    expect(await byOperator(reference, 'RequestHandedOver')).toHaveLength(1);
    expect((await ops(at, 'find', reference)).out).toMatch(/^waiting for +lee-junho$/mu);
  });
});

describe('ops resend', () => {
  it('sends a mail once more, as a new entry that the audit names', async () => {
    const { reference, email } = await applyBehindPages(at, round);
    await at.untilState(reference, 'ACCEPTED');
    await mailTo(at, email, '자격이 확인되었습니다');
    const receipt = await eventually('the receipt', async () =>
      (await entriesOf(at, reference)).find(
        ({ errand, state }) =>
          state === 'DONE' && errand.kind === 'mail' && errand.template === 'application-received-and-accepted',
      ),
    );
    const [again, unknown] = await Promise.all([
      ops(at, 'resend', receipt.id, '--yes'),
      ops(at, 'resend', 'nothing.1.0', '--yes'),
    ]);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('application-received-and-accepted')]);
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('There is no outbox entry')]);
    await eventually('a second mail', async () => (await mailsTo(at, email)).length === 2);
    expect(await byOperator(reference, 'EntryResent')).toMatchObject([{ data: { entry: receipt.id } }]);
  });
});

describe('ops redrive', () => {
  it('gives a stuck application its next run, which goes on where the last one stopped', async () => {
    const { reference, request } = await withOfficer(at, round);
    await markStuck(
      at,
      machinesOf(at)['applicant-intake'],
      { reference, run: reference, error: 'MadeByTheTest' },
      at.now(),
    );
    const { out } = await ops(at, 'find', reference);
    expect(out).toContain('WITH_OFFICER (an officer decides), stuck: MadeByTheTest');
    expect(out).toMatch(new RegExp(`^do .*npm run ops -- redrive ${reference}`, 'mu'));
    const redriven = await ops(at, 'redrive', reference, '--yes');
    expect([redriven.code, redriven.out]).toEqual([0, expect.stringContaining(`${reference}_2 is being started`)]);
    await eventually('the second run', async () => (await at.status(reference)) === 'RUNNING');
    expect((await openRequest(at, reference)).id).toBe(request.id);
    expect(await byOperator(reference, 'RunRedriven')).toHaveLength(1);
    const cancelled = await ops(at, 'cancel', reference, '--yes', '--reason', 'test');
    expect(cancelled.code).toBe(0);
    const done = await ops(at, 'redrive', reference, '--yes');
    expect([done.code, done.err]).toEqual([1, expect.stringContaining('it needs no run')]);
  });

  it('takes the mark away of a run that failed after its application had left it, which find and stuck show', async () => {
    const { reference } = await applyBehindPages(at, round);
    await at.untilState(reference, 'ACCEPTED');
    const failed = { reference, run: reference, error: 'LateFault' };
    await markStuck(at, machinesOf(at)['applicant-intake'], failed, at.now());
    expect((await ops(at, 'find', reference)).out).toMatch(/ACCEPTED \(eligible.*\), stuck: LateFault/u);
    expect((await ops(at, 'stuck')).out).toMatch(new RegExp(`^${reference} .*ACCEPTED +LateFault`, 'mu'));
    const redriven = await ops(at, 'redrive', reference, '--yes');
    expect(redriven.out).toContain('needs no run any more: its mark is taken away');
    expect((await at.application(reference)).stuck).toBeUndefined();
  });

  it('gives another name to a run whose name is taken by a run about something else, which find and stuck show', async () => {
    const { reference } = await withOfficer(at, round);
    // The mark that the name is taken is wanted, and stands until the redrive.
    at.gateLog.expectFaults();
    const second = `${reference}_2`;
    const about = { reference, anything: 'else' };
    await at.sfn.send(
      new StartExecutionCommand({ stateMachineArn: at.machineArn, name: second, input: JSON.stringify(about) }),
    );
    await ops(at, 'redrive', reference, '--yes');
    const start = await eventually('the start is given up', async () =>
      (await entriesOf(at, reference)).find(({ errand, state }) => errand.kind === 'start' && state === 'FAILED'),
    );
    expect(start.note).toBe('RunNameTaken');
    await at.reconcile();
    expect((await at.application(reference)).stuck?.error).toBe('RunNameTaken');
    const [found, stuck] = await Promise.all([ops(at, 'find', reference), ops(at, 'stuck')]);
    expect(found.out).toMatch(new RegExp(`^run +${second} \\(of another`, 'mu'));
    expect(stuck.out).toMatch(new RegExp(`^${reference} .*RunNameTaken`, 'mu'));
    await ops(at, 'redrive', reference, '--yes');
    await eventually(`${reference}_3 runs`, async () => (await at.runStatus(`${reference}_3`)) === 'RUNNING');
    await ops(at, 'cancel', reference, '--yes', '--reason', 'test');
  });
});

describe('ops cancel and ops erase', () => {
  it('want a reason, tell the applicant, and leave nothing of the person but what was decided', async () => {
    const { reference, email, link, form } = await withOfficer(at, round);
    const own = linkIn(await mailTo(at, email, '접수했습니다'), at.baseUrl);
    const [reasonless, early] = await Promise.all([
      ops(at, 'cancel', reference, '--yes'),
      ops(at, 'erase', reference, '--yes', '--reason', 'asked to'),
    ]);
    expect([reasonless.code, reasonless.err]).toEqual([1, expect.stringContaining('--reason TEXT')]);
    expect([early.code, early.err]).toEqual([1, expect.stringContaining('Cancel it first')]);
    expect((await at.application(reference)).state).toBe('WITH_OFFICER');
    const cancelled = await ops(at, 'cancel', reference, '--yes', '--reason', 'by telephone');
    expect([cancelled.code, cancelled.out]).toEqual([0, expect.stringContaining('is withdrawn')]);
    await mailTo(at, email, '지원이 취소되었습니다');
    expect((await visitor(at.baseUrl, { lang: 'ko' }).get(link)).text).toContain(decisionWords.outcomes.WITHDRAWN.ko);
    expect(await byOperator(reference, 'ApplicationWithdrawn')).toMatchObject([{ data: { reason: 'by telephone' } }]);
    const erased = await ops(at, 'erase', reference, '--yes', '--reason', 'asked to');
    expect([erased.code, erased.out]).toEqual([0, expect.stringContaining('is erased')]);
    const shown = await ops(at, 'show', reference, '--yes');
    expect(shown.out).not.toContain(email);
    expect(shown.out).not.toContain(String(form['about-you'].name));
    expect(shown.out).toContain('WITHDRAWN');
    expect((await visitor(at.baseUrl).get(own)).status).toBe(404);
    const told = await ops(at, 'audit', 'show', reference);
    expect(told.out).toContain('PersonErased');
    expect(told.out).toContain('asked to');
  });
});
