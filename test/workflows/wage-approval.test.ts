import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { decideClaim } from '../../functions/claims/decide-claim.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { mailTo } from '../support/applicants.ts';
import {
  asTaught,
  claimLink,
  draftedClaim,
  finance,
  manager,
  type Taught,
  untilClaim,
} from '../support/claims/claims.ts';
import { waitingForFinance } from '../support/claims/waiting-claims.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { ops } from '../support/ops.ts';
import { decideProved, whenProved } from '../support/second-factor/proved.ts';
import { drawForSure, spotCheckLink } from '../support/spot-checks/drawn-claim.ts';
import { faultsOf } from '../support/step-faults.ts';
import { visitor } from '../support/visitor.ts';

const machine = 'lecturer-wage-approval';
const operator = 'yuna.choi@academy.example.kr';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const { ended, strike, failures, redrive } = faultsOf(machine, () => at);
const browser = () => visitor(at.baseUrl, { lang: 'ko' });
const decide = async (id: string, kind: 'wage-manager' | 'wage-finance', fields: Record<string, string>) => {
  const path = await claimLink(at, id, kind, kind === 'wage-manager' ? manager : finance);
  const revision = String((await at.claims.get(id))?.revision);
  return decideProved(at, browser(), path, { ...fields, revision });
};
const answer = async ({ id, lecturer }: Taught) =>
  browser().post(await claimLink(at, id, 'wage-claim', lecturer.email), { ...asTaught(), confirm: 'yes' });

/** Every step of the machine, by what its commit says. */
const commits = [
  { state: 'Ask the lecturer', says: '"wage-claim"' },
  { state: 'Check the claim', says: 'ClaimChecked' },
  { state: 'Ask the academy manager', says: '"wage-manager"' },
  { state: 'Ask the finance officer', says: '"wage-finance"' },
] as const;
const strikeAt = (says: string, times: number) =>
  strike('claims-tasks', 'TransactWriteItems', (body) => body.includes(says), times);

describe('a claim for wages', () => {
  it('is confirmed, checked and approved by three persons, though each step fails once, and is drawn from the budget', async () => {
    const faults = commits.map(({ says }) => strikeAt(says, 1));
    const taught = await draftedClaim(at);
    const { id, lecturer, round } = taught;
    expect((await answer(taught)).text).toContain('강의 내역을 받았습니다');
    await decide(id, 'wage-manager', { outcome: 'APPROVE' });
    expect((await decide(id, 'wage-finance', { outcome: 'APPROVE' })).text).toContain('결정되었습니다: 승인');
    await ended(id, 'SUCCEEDED');
    for (const remove of faults) remove();
    expect(await failures(id)).toBe(commits.length);
    const claim = await untilClaim(at, id, 'APPROVED');
    expect(claim.approvals.map(({ by }) => by)).toEqual(['park-sora', 'ryu-hana']);
    expect((await at.budgets.commitment(round.id))?.parts).toMatchObject([{ spent: 490_000, reserved: 4_510_000 }]);
    expect((await mailTo(at, lecturer.email, '강사료 지급이 승인되었습니다')).text).toContain('473,830원');
    const shown = await ops(at, 'claims', 'show', id);
    expect(shown.out).toContain('park-sora, ryu-hana');

    await drawForSure(at, id);
    expect(await at.invoke('spot-checks-open', {})).toMatchObject({ asked: expect.any(Number) });
    const path = await spotCheckLink(at, id);
    const revision = String((await at.claims.get(id))?.revision);
    const found = { outcome: 'HOLD', reason: '증빙을 확인하고 있습니다.', revision };
    expect((await decideProved(at, browser(), path, found)).text).toContain('보류');
    expect(await at.claims.get(id)).toMatchObject({ held: { reason: found.reason, by: 'person:moon-taeho' } });
    expect((await mailTo(at, operator, '표본 점검에서 문제가 발견되었습니다')).text).toContain(id);
  });

  it('that nobody answers goes to the manager after two reminders, whose refusal a stopped run takes up again', async () => {
    expect((await browser().get(`/r/claims/${'0'.repeat(32)}/none`)).text).toContain('academy@');
    const { id, lecturer } = await draftedClaim(at);
    await claimLink(at, id, 'wage-claim', lecturer.email);
    for (const days of [10, 20, 30]) await at.chaseAt(addMinutes(at.now(), days * 24 * 60));
    await mailTo(at, lecturer.email, '강의 내역을 수업 시간표대로 처리합니다');
    const path = await claimLink(at, id, 'wage-manager', manager);
    await at.sfn.send(new StopExecutionCommand({ executionArn: at.executionArn(id, machine) }));
    await at.reconcile();
    await eventually(`a second run of ${id}`, async () => (await at.runStatus(`${id}_2`, machine)) === 'RUNNING');
    expect(await claimLink(at, id, 'wage-manager', manager)).toBe(path);
    await decide(id, 'wage-manager', { outcome: 'REFUSE', reason: '열리지 않은 수업입니다.' });
    await ended(`${id}_2`, 'SUCCEEDED');
    expect((await at.statesOf(`${id}_2`, machine)).at(-1)).toBe('Refused');
    await mailTo(at, lecturer.email, '강사료를 지급하지 않기로 했습니다');
  });

  it('is marked as stuck by whichever step fails for good, goes on when it is redriven, and ends when it is cancelled', async () => {
    at.gateLog.expectFaults();
    const marking = strikeAt('RunStuck', 1);
    const steps = [...commits];
    const first = strikeAt(steps[0]?.says ?? '', 7);
    const taught = await draftedClaim(at);
    const { id } = taught;
    let run = 1;
    const name = (): string => (run === 1 ? id : `${id}_${run}`);
    const stuckAt = async (state: string, remove: () => void): Promise<void> => {
      await ended(name(), 'FAILED');
      remove();
      expect((await at.claims.get(id))?.stuck).toMatchObject({ state, tries: 7 });
    };
    await stuckAt('Ask the lecturer', first);
    marking();
    expect((await mailTo(at, operator, '진행이 멈췄습니다')).text).toContain('docs/runbook.md#stuck');
    for (const { state, says } of steps.slice(1)) {
      const remove = strikeAt(says, 7);
      await redrive(id);
      run += 1;
      if (state === 'Check the claim') await answer(taught);
      if (state === 'Ask the finance officer') {
        // The run that asks the manager goes on to finance when the manager has decided.
        await decide(id, 'wage-manager', { outcome: 'APPROVE' });
      }
      await stuckAt(state, remove);
    }
    await redrive(id);
    run += 1;
    await claimLink(at, id, 'wage-finance', finance);
    const reason = ['--reason', 'made by the test', '--yes'];
    expect((await ops(at, 'claims', 'hold', id, ...reason)).out).toContain('It is on hold.');
    expect((await ops(at, 'claims', 'release', id, ...reason)).out).toContain('It is released.');
    expect((await ops(at, 'claims', 'cancel', id, ...reason)).out).toContain('It is cancelled.');
    await ended(name(), 'SUCCEEDED');
    expect((await at.statesOf(name(), machine)).at(-1)).toBe('Cancelled or changed');
  });

  it('of twelve that finance approves at once against what is left for eight: eight are drawn, four wait until finance adds', async () => {
    const each = 490_000;
    const { round, lecturer } = await draftedClaim(at, { days: 1, reserved: 8 * each });
    const lesson = (await at.timetables.get(round.id))?.lessons[0];
    if (!lesson) throw new Error('no lesson');
    const lessons = Array.from({ length: 12 }, (_, index) => ({
      ...lesson,
      id: `L1${index}`,
      start: '12:00',
      end: '15:00',
    }));
    const waiting = await waitingForFinance(at, { lecturer: lecturer.id, lessons }, round.id, at.now());
    const approve = async ({ claim, request }: (typeof waiting)[number], adding = false) => {
      const decision = { outcome: 'APPROVE', ...(adding && { adding }) } as const;
      const given = { request, generation: 1, revision: claim.revision, by: 'ryu-hana', decision };
      return (await whenProved(at, () => decideClaim(at, given, at.now()), at.now())).kind;
    };
    const outcomes = await Promise.all(waiting.map((one) => approve(one)));
    expect(outcomes.toSorted()).toEqual([...Array<string>(8).fill('decided'), ...Array<string>(4).fill('short')]);
    const drawn = async () => (await at.budgets.commitment(round.id))?.parts;
    expect(await drawn()).toMatchObject([{ spent: 8 * each, reserved: 0 }]);
    const short = waiting.filter((_, index) => outcomes[index] === 'short');
    for (const { claim } of short) {
      expect(await at.claims.get(claim.id)).toMatchObject({ state: 'MANAGER_APPROVED', drawn: [] });
    }
    expect(await Promise.all(short.map((one) => approve(one, true)))).toEqual(Array(4).fill('decided'));
    expect(await drawn()).toMatchObject([{ spent: 12 * each, reserved: 0 }]);
  });

  it('is told of as late the night after the promised day, to its lecturer and the operators', async () => {
    const { id, lecturer } = await draftedClaim(at);
    await untilClaim(at, id, 'ASKED');
    const told = await at.invoke('claims-late', { time: addMinutes(at.now(), 90 * 24 * 60) });
    expect(told).toMatchObject({ told: expect.any(Number) });
    expect(await at.invoke('corrections-settle', {})).toMatchObject({ settled: 0 });
    expect(await at.invoke('retention-erase-wages', {})).toEqual({ erased: [] });
    expect((await at.claims.get(id))?.toldLate).toBeDefined();
    await mailTo(at, lecturer.email, '강사료를 약속한 날에 지급하지 못했습니다');
  });
});
