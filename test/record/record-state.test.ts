import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KMSClient, KMSInvalidMacException, VerifyMacCommand } from '@aws-sdk/client-kms';
import { DescribeExecutionCommand, ListExecutionsCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Round, RoundDraft } from '../../functions/rounds/round.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { root } from '../../local/paths.ts';
import { answers, apply, begin, emailOf, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { committee, memberLink, press, twoSeats, untilAdmission } from '../support/committee/committee.ts';
import { eventually } from '../support/eventually.ts';
import { withApplicant, withOfficer } from '../support/intake/intake.ts';
import { linkKeyId } from '../support/link-key.ts';
import { inReview, listLink, onlyReviewers, reviewNumber, sendReview } from '../support/screening/reviewed-round.ts';

/*
 * Records the state of a stage on this release for test/workflows/upgrade.test.ts, which loads it under the code of its
 * own day: rounds in every phase, made by people through pages and mails. README says when and how.
 */

const release = execFileSync('git', ['rev-parse', '--short=7', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
const folder = join(process.env.SFA_RECORD_TO ?? join(root, 'test/workflows/recorded'), release);
const machines = ['applicant-intake', 'cohort-admission', 'screening', 'seat-offer'] as const;

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

/** Under the release's name, since several recordings are loaded into one cloud. */
const opened = (phase: string, change: Partial<RoundDraft> = {}) =>
  at.round(
    { id: `recorded-${release}-${phase}`, closesAt: addMinutes(at.now(), 60 * 24 * 30), ...change },
    { admission: true },
  );

/** An open round: a draft, somebody whom the officer has to decide about, a question, and somebody accepted. */
async function intake() {
  const round = await opened('intake');
  const form = answers();
  const writing = await begin(at, round, emailOf(form));
  for (const page of ['about-you', 'background'] as const) await writing.post(`/apply/${page}`, form[page]);
  await writing.post('/apply/later', {});
  await mailTo(at, emailOf(form));
  const accepted = await apply(at, round);
  await at.untilState(accepted.reference, 'ACCEPTED');
  await withOfficer(at, round);
  await withApplicant(at, round);
  return { writing, accepted };
}

/** A round that has closed with this many applications; the reviewers are asked. */
async function closed(phase: string, people: number) {
  // Minutes: what the run that waits for the closing sleeps is seconds.
  const round = await opened(phase, { ...twoSeats(at.now()), capacity: 1, closesAt: addMinutes(at.now(), 20) });
  const applied = await inReview(
    at,
    round,
    Array.from({ length: people }, () => answers()),
  );
  return { round, applied };
}

/** Sends all reviews, the better the earlier somebody applied. */
async function reviewed(round: Round, applied: readonly { readonly reference: string }[]): Promise<void> {
  for (const [index, { reference }] of applied.entries()) {
    for (const number of [1, 2]) await sendReview(at, round, await reviewNumber(at, reference, number), 5 - index);
  }
  await untilAdmission(at, round.id, 'WITH_COMMITTEE');
}

/** One of four reviews is in. */
async function withReviewers(): Promise<void> {
  const { round, applied } = await closed('reviews', 2);
  for (const { reference } of applied) {
    for (const number of [1, 2]) await listLink(at, round, (await reviewNumber(at, reference, number)).reviewer);
  }
  await sendReview(at, round, await reviewNumber(at, applied[0]?.reference ?? '', 1), 4);
}

/** One of two approvals is in. */
async function withCommittee(): Promise<void> {
  const { round, applied } = await closed('committee', 2);
  await reviewed(round, applied);
  await memberLink(at, round.id, committee[1]);
  await press(at, await memberLink(at, round.id, committee[0]), 'APPROVE');
}

/** An offer is open, two wait, and one who was not selected has asked for another look. */
async function withResults(): Promise<void> {
  const { round, applied } = await closed('seats', 4);
  await reviewed(round, applied);
  for (const member of committee.slice(0, 2)) await press(at, await memberLink(at, round.id, member), 'APPROVE');
  await untilAdmission(at, round.id, 'SEATING');
  const last = applied[3];
  await mailTo(at, last?.email ?? '', '선발 결과');
  const asked = await last?.browser.post('/result/look-again', { words: '두 번째 점수를 다시 보아 주십시오.' });
  expect(asked?.status).toBe(200);
}

/** Of the demo's people, who are there wherever this is loaded; not of the reviewers of this file. */
const ofTheDemo = ({ pk = '', sk = '', subject = '' }: Readonly<Record<string, unknown>>): boolean =>
  /^(?:person|role)#/u.test(`${pk}${subject}`) && !`${pk}${sk}${subject}`.includes('judge-');

/** All that is stored, but for what is final in the outbox and does nothing any more. */
async function storedItems(): Promise<Record<string, Record<string, unknown>[]>> {
  const tables: Record<string, Record<string, unknown>[]> = {};
  for (const variable of z.array(z.custom<keyof typeof at.tables>()).parse(Object.keys(at.tables))) {
    tables[variable] = (await at.scan(variable)).filter(
      (item) => !ofTheDemo(item) && (variable !== 'OUTBOX_TABLE' || item.due !== undefined),
    );
  }
  return tables;
}

async function runsUnderWay() {
  const found: { machine: string; name: string; input: unknown }[] = [];
  for (const machine of machines) {
    const { executions = [] } = await at.sfn.send(
      new ListExecutionsCommand({ stateMachineArn: at.machineArnOf(machine), statusFilter: 'RUNNING' }),
    );
    for (const { executionArn, name = '' } of executions) {
      const { input = '' } = await at.sfn.send(new DescribeExecutionCommand({ executionArn }));
      found.push({ machine, name, input: JSON.parse(input) });
    }
  }
  return found;
}

const held = z.object({ id: z.string(), held: z.array(z.object({ generation: z.number(), assignee: z.string() })) });
const application = z.object({ reference: z.string(), linkGeneration: z.number() });
const reviewer = z.object({ roundId: z.string(), person: z.string(), linkGeneration: z.number() });

/** What the MAC of each link may be over, by the id in its path. */
function wordsOfLinks(tables: Readonly<Record<string, readonly unknown[]>>): Map<string, string[]> {
  const words = new Map<string, string[]>();
  const add = (id: string, ...of: readonly unknown[]) => words.set(id, [...(words.get(id) ?? []), JSON.stringify(of)]);
  for (const item of Object.values(tables).flat()) {
    const { data: request } = held.safeParse(item);
    for (const { generation, assignee } of request?.held ?? []) {
      add(request?.id ?? '', 'request', request?.id, generation, assignee);
    }
    const { data: sent } = application.safeParse(item);
    if (sent) add(sent.reference, 'application', sent.reference, sent.linkGeneration, sent.reference);
    const { data: asked } = reviewer.safeParse(item);
    const id = `${asked?.roundId}.${asked?.person}`;
    if (asked) add(id, 'reviewer', id, asked.linkGeneration, asked.person);
  }
  return words;
}

/** Every link that was mailed: its path, and the words that this release signed for it, as its key confirms. */
async function mailedLinks(tables: Readonly<Record<string, readonly unknown[]>>) {
  const [kms, KeyId, words] = [new KMSClient({}), await linkKeyId(at), wordsOfLinks(tables)];
  const isSigned = async (signed: string, mac: string): Promise<boolean> => {
    const check = { KeyId, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from(signed) } as const;
    try {
      await kms.send(new VerifyMacCommand({ ...check, Mac: Buffer.from(mac, 'base64url') }));
      return true;
    } catch (error) {
      if (error instanceof KMSInvalidMacException) return false;
      throw error;
    }
  };
  const links = new Map<string, { to: string; path: string; words: string }>();
  for (const { to, text } of await at.cloud.messages()) {
    for (const [, path = '', id = '', mac = ''] of text.matchAll(/(\/[arv]\/(?:[a-z]+\/)?([\w.-]+)\/)([\w-]{43})/gu)) {
      for (const signed of words.get(id) ?? []) {
        if (await isSigned(signed, mac)) links.set(`${path}${mac}`, { to: to[0] ?? '', path, words: signed });
      }
    }
  }
  return [...links.values()];
}

/** One item a line, so that it can be read and compared. */
function write({
  tables,
  ...more
}: {
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
} & Readonly<Record<string, unknown>>): void {
  mkdirSync(folder, { recursive: true });
  const lines = (items: readonly unknown[]) => `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
  const parts = Object.entries(tables).map(([table, items]) => `"${table}": ${lines(items)}`);
  writeFileSync(
    join(folder, 'state.json'),
    `${JSON.stringify(more, undefined, 1).slice(0, -2)},\n"tables": {\n${parts.join(',\n')}\n}\n}\n`,
  );
}

describe('a stage on this release', () => {
  it('is recorded with rounds in every phase', async () => {
    await onlyReviewers(at, [{}, {}, {}, {}]);
    const { writing, accepted } = await intake();
    await withReviewers();
    await withCommittee();
    await withResults();
    await eventually('nothing is on its way', async () =>
      (await at.scan('OUTBOX_TABLE')).every(({ due }) => due === undefined),
    );
    // The receipt of this one is still in the outbox when the release changes.
    const remove = at.gate.inject({
      service: 'ses',
      operation: 'SendRawEmail',
      respond: { status: 500, code: 'InternalFailure', message: 'while it is recorded' },
    });
    await accepted.browser.post('/application/withdraw', {});
    await eventually('a mail has to wait', async () =>
      (await at.scan('OUTBOX_TABLE')).some(({ state, attempts }) => state === 'PENDING' && Number(attempts) > 0),
    );
    const tables = await storedItems();
    remove();
    const [runs, links] = [await runsUnderWay(), await mailedLinks(tables)];
    expect(runs.length).toBeGreaterThan(6);
    expect(links.length).toBeGreaterThan(6);
    write({ at: at.now(), draft: { session: writing.cookies.get('application') }, runs, links, tables });
    console.log(`recorded in ${folder}`);
  }, 600_000);
});
