import { DescribeStateMachineCommand, SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Round } from '../../functions/rounds/round.ts';
import { startRunsPage } from '../../local/console.ts';
import { freePort } from '../../local/ports.ts';
import { answers, applyBehindPages, mailsWith, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { readStates } from '../support/deployed-states.ts';
import { eventually } from '../support/eventually.ts';
import {
  officer,
  openRequest,
  operator,
  press,
  replyOf,
  tooYoung,
  withApplicant,
  withOfficer,
} from '../support/intake/intake.ts';
import { ops } from '../support/ops.ts';
import { requestLink } from '../support/requests/asked-by-mail.ts';
import { faultsOf } from '../support/step-faults.ts';

/*
 * Faults of the steps of applicant-intake. A Task that asks a person is a waitForTaskToken: its Retry and its Catch are
 * reached by SendTaskFailure while it waits, and by a Lambda that throws before.
 */

let at: TestCloud;
let round: Round;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
});

const { ended, failures, strike, failTask, failForGood, redrive } = faultsOf('applicant-intake', () => at);

const strikeCommit = (has: (body: string) => boolean, times?: number) =>
  strike('intake-tasks', 'TransactWriteItems', has, times);

/** The token on which the run of a request waits, once the request has another callback than the one given. */
const tokenOf = (reference: string, other?: string) =>
  eventually(`a callback of ${reference}`, async () => {
    const { callback = '' } = await openRequest(at, reference);
    return callback !== other && (await at.requests.callback(callback));
  });

/** That `stuck`, `find` and the page of runs say why a run failed: state, error, try, log and command. */
async function toldWhy(reference: string) {
  const door = await startRunsPage({ port: await freePort(), cloud: at.cloud, stage: 'test' });
  try {
    const list = await (await fetch(`${door.url}/?q=${reference}`)).text();
    const [, path = ''] = new RegExp(`href="(/run[^"]+)">${reference}<`, 'u').exec(list) ?? [];
    const answer = await fetch(`${door.url}${path}`);
    const page = (await answer.text()).replaceAll('&quot;', '"');
    const [stuck, found] = await Promise.all([ops(at, 'stuck'), ops(at, 'find', reference)]);
    const { error = '' } = (await at.application(reference)).stuck ?? {};
    for (const told of [page, stuck.out.slice(stuck.out.indexOf(reference)), found.out]) {
      for (const words of [
        'Check the application',
        error,
        'try 7 of 7, the last',
        'step=check-application',
        `redrive ${reference}`,
      ]) {
        expect(told).toContain(words);
      }
    }
    expect(list).toContain(`<h2>${round.id}</h2>`);
    expect(list).toMatch(/failed in “Check the application”, \w+, try 7 of 7/u);
    expect(page).toContain('class="taken failed"><title>Check the application');
    expect(page).toContain('ApplicationSubmitted');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/u);
    const { email = '' } = await at.application(reference);
    const search = { method: 'POST', body: new URLSearchParams({ q: email }), redirect: 'manual' } as const;
    expect((await fetch(`${door.url}/search`, search)).headers.get('location')).toBe(`/?q=${reference}`);
  } finally {
    await door.stop();
  }
}

describe('a step that fails', () => {
  for (const times of [1, 2]) {
    it(`is tried again and ends well after ${times} fault(s)`, async () => {
      const remove = strikeCommit((body) => body.includes('ApplicationAccepted') && body.includes(round.id), times);
      const { reference } = await applyBehindPages(at, round);
      await at.untilState(reference, 'ACCEPTED');
      remove();
      await ended(reference, 'SUCCEEDED');
      expect(await failures(reference)).toBe(times);
      expect(await at.statesOf(reference)).toEqual(['Check the application', 'Settle what is in question']);
    });
  }

  it('is marked as stuck when no try helps; the operator is told, nothing starts it but a redrive, and that ends it', async () => {
    const remove = strikeCommit((body) => body.includes('ApplicationAccepted') && body.includes(round.id));
    const { reference } = await applyBehindPages(at, round);
    await ended(reference, 'FAILED');
    expect(await failures(reference)).toBe(7);
    expect(await at.statesOf(reference)).toEqual([
      'Check the application',
      'Mark as stuck and tell the operator',
      'Stuck',
    ]);
    const stuck = await at.application(reference);
    const mark = { step: reference, state: 'Check the application', tries: 7 };
    expect(stuck).toMatchObject({ state: 'SUBMITTED', stuck: mark });
    const notice = await eventually('the notice to the operator', async () => {
      const found = await mailTo(at, operator, '진행이 멈췄습니다');
      return found.text.includes(reference) && found;
    });
    expect(notice.text).toContain('docs/runbook.md#stuck');
    expect(notice.text).toMatch(/Check the application[\s\S]*7/u);
    expect(notice.text).toContain(`npm run ops -- logs ${reference}`);
    expect(notice.text).toContain(`npm run ops -- find ${reference}`);
    expect(await at.causeOf(reference)).toContain(`${reference} is stuck`);

    await toldWhy(reference);

    await at.reconcile();
    expect(await at.application(reference)).toEqual(stuck);

    remove();
    const redriven = await redrive(reference);
    expect(redriven).toEqual({ kind: 'redriven', run: `${reference}_2` });
    expect((await at.untilState(reference, 'ACCEPTED')).stuck).toBeUndefined();
    await ended(`${reference}_2`, 'SUCCEEDED');
  });

  it('marks as stuck at the third try if marking itself fails twice', async () => {
    const faults = [
      { when: 'ApplicationAccepted', times: 7 },
      { when: 'RunStuck', times: 2 },
    ].map(({ when, times }) => strikeCommit((body) => body.includes(when), times));
    const { reference } = await applyBehindPages(at, round);
    await ended(reference, 'FAILED');
    for (const remove of faults) remove();
    expect(await failures(reference)).toBe(9);
    expect((await at.application(reference)).stuck).toBeDefined();
    await redrive(reference);
    await at.untilState(reference, 'ACCEPTED');
  });

  it('is started again by reconciling if not even the mark could be stored', async () => {
    const remove = strikeCommit((body) => /ApplicationAccepted|RunStuck/u.test(body));
    const { reference } = await applyBehindPages(at, round);
    await ended(reference, 'FAILED');
    remove();
    expect(await at.application(reference)).toMatchObject({ state: 'SUBMITTED', run: 1 });
    await at.reconcile();
    expect((await at.untilState(reference, 'ACCEPTED')).run).toBe(2);
  });
});

describe('a state that waits for a person', () => {
  it('asks the officer again after a fault: the same request, the same link, one mail', async () => {
    const { reference, request, link } = await withOfficer(at, round);
    const { id, token } = await tokenOf(reference);
    await failTask(token);
    await tokenOf(reference, id);
    expect((await openRequest(at, reference)).id).toBe(request.id);
    await press(at, link, { outcome: 'ACCEPT' });
    await at.untilState(reference, 'ACCEPTED');
    await ended(reference, 'SUCCEEDED');
    expect(await failures(reference)).toBe(1);
    expect(await mailsWith(at, request.id)).toHaveLength(1);
  });

  it('asks the applicant again after a fault: the same question, one mail', async () => {
    const { reference, question, questionLink, email } = await withApplicant(at, round);
    const { id, token } = await tokenOf(reference);
    await failTask(token);
    await tokenOf(reference, id);
    expect((await openRequest(at, reference)).id).toBe(question.id);
    await press(at, questionLink, replyOf({ email }, '맞습니다.'));
    await at.untilState(reference, 'WITH_OFFICER');
    expect(await failures(reference)).toBe(1);
    expect(await mailsWith(at, question.id)).toHaveLength(1);
  });

  for (const person of ['officer', 'applicant'] as const) {
    it(`is marked as stuck when asking the ${person} fails for good; the link lives on and a redrive waits on it`, async () => {
      const asked = person === 'officer' ? await withOfficer(at, round) : await withApplicant(at, round);
      const { reference } = asked;
      const open = await openRequest(at, reference);
      // Marking fails as well, once: it is tried again by its own Retry.
      const remove = strikeCommit((body) => body.includes('RunStuck') && body.includes(reference), 1);
      const before = await failForGood((other) => tokenOf(reference, other));
      await ended(reference, 'FAILED');
      remove();
      expect(await failures(reference)).toBe(8);
      expect((await at.statesOf(reference)).slice(-3)).toEqual([
        person === 'officer' ? 'Ask the intake officer' : 'Ask the applicant',
        'Mark the question as stuck and tell the operator',
        'Stuck with the question',
      ]);
      expect((await at.application(reference)).stuck).toBeDefined();
      await redrive(reference);
      await tokenOf(reference, before);
      expect((await openRequest(at, reference)).id).toBe(open.id);
      if ('questionLink' in asked) {
        await press(at, String(asked.questionLink), replyOf(asked, '맞습니다.'));
        const next = await openRequest(at, reference, open.id);
        await press(at, await requestLink(at, next.id, officer), { outcome: 'ACCEPT' });
      } else {
        await press(at, asked.link, { outcome: 'ACCEPT' });
      }
      await at.untilState(reference, 'ACCEPTED');
      await ended(`${reference}_2`, 'SUCCEEDED');
    });
  }

  it('is reached by the retry if its Lambda threw, with one request and one mail', async () => {
    const remove = strikeCommit((body) => body.includes('RequestOpened'), 1);
    const { reference } = await applyBehindPages(at, round, answers(tooYoung));
    const request = await openRequest(at, reference);
    remove();
    expect(await failures(reference)).toBe(1);
    await press(at, await requestLink(at, request.id, officer), { outcome: 'ACCEPT' });
    await ended(reference, 'SUCCEEDED');
    expect(await mailsWith(at, request.id)).toHaveLength(1);
  });
});

describe('an outcome that the definition does not list', () => {
  it('is marked as stuck and told, ends no run green, and a redrive goes on with the same request', async () => {
    const { reference, request, link } = await withOfficer(at, round);
    const { id, token } = await tokenOf(reference);
    at.gateLog.expectFaults();
    await at.sfn.send(
      new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify({ outcome: 'POSTPONE' }) }),
    );
    await ended(reference, 'FAILED');
    expect((await at.statesOf(reference)).slice(-3)).toEqual([
      'What did the officer decide?',
      'Mark the question as stuck and tell the operator',
      'Stuck with the question',
    ]);
    expect(await at.causeOf(reference)).toContain('OutcomeNotListed');
    expect((await at.application(reference)).stuck).toMatchObject({ error: 'OutcomeNotListed' });
    const notice = await eventually('the notice to the operator', async () => {
      const found = await mailTo(at, operator, '진행이 멈췄습니다');
      return found.text.includes(reference) && found;
    });
    expect(notice.text).toContain('OutcomeNotListed');

    await redrive(reference);
    await tokenOf(reference, id);
    expect((await openRequest(at, reference)).id).toBe(request.id);
    await press(at, link, { outcome: 'ACCEPT' });
    await ended(`${reference}_2`, 'SUCCEEDED');
  });
});

describe('the deployed definition', () => {
  const stateSchema = z.object({
    Type: z.string(),
    Resource: z.string().optional(),
    Retry: z.array(z.unknown()).optional(),
    Catch: z.array(z.object({ ErrorEquals: z.array(z.string()), Next: z.string() })).optional(),
    TimeoutSeconds: z.number().optional(),
  });

  it('retries every fault of every task alike, and catches what that did not mend', async () => {
    const { definition = '' } = await at.sfn.send(new DescribeStateMachineCommand({ stateMachineArn: at.machineArn }));
    const tasks = Object.entries(readStates(definition, stateSchema)).filter(([, { Type }]) => Type === 'Task');
    expect(tasks.map(([name]) => name).sort()).toEqual([
      'Ask the applicant',
      'Ask the intake officer',
      'Check the application',
      'Mark as stuck and tell the operator',
      'Mark the question as stuck and tell the operator',
    ]);
    for (const [name, { Retry, Catch, Resource = '', TimeoutSeconds }] of tasks) {
      expect(Retry, name).toEqual([
        { ErrorEquals: ['States.ALL'], IntervalSeconds: 2, BackoffRate: 2, MaxAttempts: 6, JitterStrategy: 'NONE' },
      ]);
      if (name.startsWith('Mark')) continue;
      const marks = `Mark ${name.startsWith('Ask') ? 'the question ' : ''}as stuck and tell the operator`;
      expect(Catch, name).toMatchObject([{ ErrorEquals: ['States.ALL'], Next: marks }]);
      if (Resource.endsWith('.waitForTaskToken')) expect(TimeoutSeconds, name).toBeGreaterThan(0);
    }
  });
});
