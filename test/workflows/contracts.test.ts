import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { refuseAgreement } from '../../functions/agreements/end-agreement.ts';
import { beginAddendum } from '../../functions/contracts/begin-addendum.ts';
import { addDays } from '../../functions/shared/time.ts';
import { allotSpace, decideAndStore } from '../../functions/spaces/decide-space.ts';
import { confirmedThen } from '../../local/demo/lab/accept.ts';
import { mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { extensionBegun, resident, signs, versionOf } from '../support/contracts/contracts-on-cloud.ts';
import { eventually } from '../support/eventually.ts';
import { linkToAnswer } from '../support/requests/asked-by-mail.ts';
import { eventOf } from '../support/residency-events/events-on-cloud.ts';
import { faultsOf } from '../support/step-faults.ts';
import { visitor } from '../support/visitor.ts';

/* What else may happen to extensions and addenda is tried in the process: test/functions/contracts/. */

const machine = 'residency-event';
const manager = 'dahye.kwon@lab.example.kr';
const director = { name: '한지윤', email: 'jiyoon.han@academy.example.kr' };
const representative = '김새봄';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const { ended } = faultsOf(machine, () => at);
const lastState = async (run: string) => (await at.statesOf(run, machine)).at(-1);

describe('an extension', () => {
  it('is made anew when the startup changes meanwhile, and comes into force by the codes of both', async () => {
    const { residency, email, space } = await resident(at);
    const { id, roundId } = residency;
    // Reconciling would start its round as well, which counts its seats until the file ends.
    await confirmedThen(at, { id: roundId }, at.now());
    const extension = await extensionBegun(at, residency);
    await signs(at, extension, { name: representative, email });

    const changes = { representative: '정가을', email: `new-${email}` };
    const given = { residency: id, changes, by: 'person:kwon-dahye', reason: '대표자가 바뀌었습니다.' };
    expect((await beginAddendum(at, given, at.now())).kind).toBe('begun');
    const addendum = `${id}-D1`;
    expect((await mailTo(at, email, '입주 협약의 변경이 시작되었습니다')).text).toContain('정가을');
    await signs(at, addendum, { name: '정가을', email: changes.email });
    await signs(at, addendum, director);
    await ended(addendum, 'SUCCEEDED');
    expect(await lastState(addendum)).toBe('In force');
    expect((await at.applications.get(id))?.email).toBe(changes.email);

    // The run of the extension is stopped while it waits: another makes it anew.
    await at.sfn
      .send(new StopExecutionCommand({ executionArn: at.executionArn(extension, machine) }))
      .catch(() => undefined);
    await at.reconcile();
    await signs(at, extension, { name: '정가을', email: changes.email, version: 2 });
    await signs(at, extension, { ...director, version: 2 });
    await eventually('the extension is in force', async () => (await eventOf(at, extension)).state === 'DONE');
    const after = await at.residencies.get(id);
    expect(after?.contracts).toHaveLength(2);
    expect((await at.spaces.get(space))?.holdings.at(-1)?.to).toBe(after?.contracts.at(-1)?.to);
    expect((await mailTo(at, changes.email, '입주 기간이 연장되었습니다')).text).toContain(space);
  });

  it('whose space somebody else has is in force, and the manager allots another by the link of a mail', async () => {
    const { residency, email, space } = await resident(at);
    const other = await resident(at);
    const end = residency.contracts.at(-1)?.to;
    if (!end) throw new Error('there is no contract');
    const holder = { kind: 'residency', id: `S-27H2-TAKE-N${process.pid}` };
    const days = { from: addDays(end, 30), to: addDays(end, 60) };
    await decideAndStore(at, () => allotSpace(at.spaces, { space, holder, ...days, by: 'operator:test' }, at.now()));
    const extension = await extensionBegun(at, residency);
    await signs(at, extension, { name: representative, email });
    await signs(at, extension, director);
    await ended(extension, 'SUCCEEDED');
    const link = await linkToAnswer(at, {
      subject: extension,
      kind: 'extension-space',
      email: manager,
      room: 'contracts',
    });
    const page = visitor(at.baseUrl, { lang: 'ko' });
    expect((await page.get(link)).text).toContain('연장한 기간');
    expect((await page.get(`${link}/hand-over`)).status).toBe(200);
    // The other startup's is to be had: its own contract is over before.
    expect((await page.post(link, { space: other.space })).text).toContain('공간을 배정하였습니다');
    expect((await at.spaces.get(other.space))?.holdings.at(-1)?.holder.id).toBe(residency.id);
    expect((await mailTo(at, email, '연장한 기간의 공간을 알려 드립니다')).text).toContain(other.space);
    expect((await at.residencies.get(residency.id))?.contracts).toHaveLength(2);
  });

  it('that is refused is set aside, and both are told', async () => {
    const { residency, email } = await resident(at);
    const extension = await extensionBegun(at, residency);
    const request = await eventually('somebody is asked', async () => {
      const version = await versionOf(at, extension);
      return version?.request === undefined ? undefined : at.requests.get(version.request);
    });
    const refusal = { request: request.id, generation: request.generation, reason: '이전합니다.', by: 'signer' };
    expect(await refuseAgreement(at, refusal, at.now())).toBe('refused');
    await ended(extension, 'SUCCEEDED');
    expect(await lastState(extension)).toBe('Not in force');
    expect((await mailTo(at, email, '연장 협약이 체결되지 않았습니다')).text).toContain('마지막 날');
    expect((await mailTo(at, manager, residency.id)).text).toContain('다시 시작');
  });
});
