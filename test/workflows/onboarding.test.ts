import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { presentIn } from '../../functions/agreements/agreement.ts';
import { refuseAgreement } from '../../functions/agreements/end-agreement.ts';
import { isSettled } from '../../functions/checklists/item.ts';
import { lapseDocuments } from '../../functions/onboarding/ask-documents.ts';
import { ownerOf } from '../../functions/onboarding/asked-documents.ts';
import { firstOf } from '../../functions/residencies/residency.ts';
import { runNameOf } from '../../functions/runs/run.ts';
import { addDays, seoulDateOf } from '../../functions/shared/time.ts';
import { type Signing, signsByMail } from '../support/agreements/signed-by-mail.ts';
import { mailTo } from '../support/applicants.ts';
import { fillList } from '../support/checklists/fill-list.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import {
  dropServices,
  haveDocuments,
  haveSigned,
  moveFirstDay,
  runOf,
  startedOnboarding,
} from '../support/onboarding/onboarding-on-cloud.ts';
import { linkToAnswer, untilAsked } from '../support/requests/asked-by-mail.ts';
import { presentOf } from '../support/residency-events/stored-residencies.ts';
import { faultsOf } from '../support/step-faults.ts';
import { visitor } from '../support/visitor.ts';

/* What else may happen before a startup moves in is tried in the process: test/functions/onboarding/. */

const machine = 'startup-lab-onboarding';
const manager = 'dahye.kwon@lab.example.kr';
const director = { name: '한지윤', email: 'jiyoon.han@academy.example.kr' };

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const { ended, strike, redrive } = faultsOf(machine, () => at);
const strikeAt = (says: string, times: number) =>
  strike('onboarding-tasks', 'TransactWriteItems', (body) => body.includes(says), times);
const browser = () => visitor(at.baseUrl, { lang: 'ko' });

/** The manager ends the check of documents that are all decided. */
async function endCheck(id: string, outcome: string): Promise<void> {
  const link = await linkToAnswer(at, { subject: id, kind: 'onboarding-check', email: manager, room: 'onboarding' });
  expect((await browser().post(link, { outcome })).text).toContain('확인을 마쳤습니다');
}

/** The startup says that its documents are there. */
async function sendDocuments(id: string, email: string): Promise<void> {
  const link = await linkToAnswer(at, { subject: id, kind: 'onboarding-documents', email, room: 'onboarding' });
  expect((await browser().post(link, { answer: 'send' })).text).toContain('서류를 받았습니다');
}

const agreementOf = async (id: string) => {
  const { agreement } = firstOf(await presentOf(at, id));
  const stored = agreement === undefined ? undefined : await at.agreements.get(agreement);
  return stored && presentIn(stored);
};

/** Whoever is asked to sign does, by the code of a mail. */
const sign = (id: string, who: Signing): Promise<void> => signsByMail(at, () => agreementOf(id), who);

async function allot(id: string, space: string): Promise<void> {
  const link = await linkToAnswer(at, { subject: id, kind: 'space-allotment', email: manager, room: 'onboarding' });
  const reason = '가까운 공간입니다.';
  expect((await browser().get(`${link}/hand-over`)).status).toBe(200);
  expect((await browser().post(link, { space, reason })).text).toContain('공간을 배정하였습니다');
}

describe('a startup that was admitted', () => {
  it('moves in by its mails, the manager’s and the director’s, though its run is stopped before the first day', async () => {
    const { id, email, space } = await startedOnboarding(at);
    const link = await linkToAnswer(at, { subject: id, kind: 'onboarding-documents', email, room: 'onboarding' });
    const startup = browser();
    expect((await startup.get(link)).text).toContain('등기사항증명서');
    expect((await startup.post(link, { answer: 'send' })).status).toBe(422);
    expect((await startup.post(link, { answer: 'open' })).text).toContain('등기사항증명서');
    expect((await startup.get('/application/documents')).text).toContain('등기사항증명서');
    expect((await browser().get('/application/documents')).status).toBeLessThan(500);
    expect((await browser().get(`/r/onboarding/${'0'.repeat(32)}/none`)).text).toContain('lab@');
    await haveDocuments(at, id, 'ACCEPTED');
    await sendDocuments(id, email);
    await endCheck(id, 'ACCEPTED');
    await sign(id, { name: '김새봄', email });
    await sign(id, director);
    await allot(id, space);
    expect((await at.spaces.get(space))?.holdings).toHaveLength(1);
    const status = await eventually('the list begins', async () => {
      const page = await startup.get('/residency');
      return page.html.includes('/checklists/') ? page : undefined;
    });
    expect(status.text).toContain(space);
    expect((await startup.get('/application')).text).toContain(space);
    expect((await startup.get(`/checklists/services--residency--${id}`)).text).toContain(space);
    await moveFirstDay(at, id, addDays(seoulDateOf(at.now()), 1));
    await dropServices(at, id, 'network');
    const services = ownerOf(id);
    await fillList(at, {
      owner: services,
      name: 'services',
      email,
      manager: 'sejin.han@lab.example.kr',
      send: () => Promise.reject(new Error('no document is asked for')),
      only: (item) => item.id === 'network',
    });
    const list = await at.checklists.list(services, 'services');
    const done = list?.items.filter(isSettled).length;
    expect((await startup.get(`/checklists/services--residency--${id}`)).text).toContain(
      `${list?.items.length}건 중 ${done}건 완료`,
    );
    const run = await runOf(at, id);
    await eventually(`${run} waits for the first day`, async () =>
      (await at.statesOf(run, machine)).includes('Wait for the first day'),
    );
    await moveFirstDay(at, id, seoulDateOf(at.now()));
    await at.sfn.send(new StopExecutionCommand({ executionArn: at.executionArn(run, machine) }));
    await at.reconcile();
    await ended(`${id}_2`, 'SUCCEEDED');
    expect((await at.statesOf(`${id}_2`, machine)).at(-1)).toBe('Residency begun');
    expect((await presentOf(at, id)).state).toBe('RESIDENT');
    expect((await mailTo(at, email, '입주를 환영합니다')).text).toContain(space);
    // Its round was started again as well, and would count its seats until the file ends.
    const { roundId } = await presentOf(at, id);
    const admission = await at.admissions.get(roundId);
    await at.stopRun(runNameOf(roundId, admission?.run ?? 1), 'cohort-admission');
  });

  it('and five more are given three spaces at once: each space to one of them, and the others’ manager sees what is free', async () => {
    const began = [];
    for (let count = 0; count < 6; count += 1)
      began.push(await startedOnboarding(at, { documentsAcceptedAt: at.now() }));
    const spaces = began.slice(0, 3).map(({ space }) => space);
    const links = [];
    for (const { id } of began) {
      await haveSigned(at, id);
      links.push(await linkToAnswer(at, { subject: id, kind: 'space-allotment', email: manager, room: 'onboarding' }));
    }
    const reason = '가까운 공간입니다.';
    const pages = await Promise.all(
      links.map((link, index) => browser().post(link, { space: spaces[index % 3] ?? '', reason })),
    );
    expect(pages.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 409, 409, 409]);
    const held = await Promise.all(spaces.map((space) => at.spaces.get(space)));
    expect(held.map((space) => space?.holdings.length)).toEqual([1, 1, 1]);
    const holders = held.map((space) => space?.holdings[0]?.holder.id);
    expect(new Set(holders).size).toBe(3);
    for (const id of holders) {
      await eventually(`${id} goes on to its services`, async () =>
        (await at.statesOf(await runOf(at, id ?? ''), machine)).includes('Prepare the services'),
      );
    }
  });

  it('that sends nothing loses its place, which another run finds', async () => {
    const { id, email } = await startedOnboarding(at);
    await haveDocuments(at, id, 'RETURNED');
    await untilAsked(at, id, 'onboarding-documents');
    await redrive(id);
    await ended(id, 'SUCCEEDED');
    expect((await at.statesOf(id, machine)).at(-1)).toBe('Another run has taken over');
    await lapseDocuments(at, await untilAsked(at, id, 'onboarding-documents'), at.now());
    await ended(`${id}_2`, 'SUCCEEDED');
    expect((await at.statesOf(`${id}_2`, machine)).at(-1)).toBe('Not begun');
    expect((await at.seats.place(id))?.state).toBe('WITHDRAWN');
    expect((await mailTo(at, email, '입주 절차가 끝났습니다')).text).toContain('다음 대기 기업');
  });

  it('is marked as stuck by whichever step fails for good, and goes on when it is redriven', async () => {
    at.gateLog.expectFaults();
    let remove = strikeAt('"onboarding-documents"', 7);
    const marking = strikeAt('RunStuck', 1);
    const { id, email, space } = await startedOnboarding(at);
    const stuckAt = async (state: string, next: string): Promise<void> => {
      await ended(await runOf(at, id), 'FAILED');
      remove();
      expect((await presentOf(at, id)).stuck).toMatchObject({ state, tries: 7 });
      remove = strikeAt(next, 7);
      await redrive(id);
    };
    await stuckAt('Ask the startup for its documents', '"onboarding-check"');
    marking();
    await haveDocuments(at, id, 'ACCEPTED');
    await sendDocuments(id, email);
    await stuckAt('Ask the lab manager to check them', 'AgreementDrafted');
    await endCheck(id, 'ACCEPTED');
    await stuckAt('Ask for the signatures', '"space-allotment"');
    await sign(id, { name: '김새봄', email });
    await sign(id, director);
    await stuckAt('Allot the space', 'ChecklistStarted');
    await allot(id, space);
    await stuckAt('Prepare the services', 'ResidencyBegun');
    await moveFirstDay(at, id, seoulDateOf(at.now()));
    await dropServices(at, id);
    await stuckAt('Begin the residency', 'OnboardingEnded');
    await ended(await runOf(at, id), 'SUCCEEDED');

    const other = await startedOnboarding(at);
    await haveDocuments(at, other.id, 'ACCEPTED');
    await sendDocuments(other.id, other.email);
    await endCheck(other.id, 'ACCEPTED');
    const version = await eventually('an agreement', () => agreementOf(other.id));
    const given = { request: version.request ?? '', generation: 1, reason: '조건이 맞지 않습니다.', by: 'signer' };
    expect(await refuseAgreement(at, given, at.now())).toBe('refused');
    await ended(await runOf(at, other.id), 'FAILED');
    remove();
    expect((await presentOf(at, other.id)).stuck).toMatchObject({ state: 'Let go of the place', tries: 7 });
    await redrive(other.id);
    await ended(await runOf(at, other.id), 'SUCCEEDED');
    expect((await presentOf(at, other.id)).state).toBe('NOT_BEGUN');
  });
});
