import {
  GetFunctionConfigurationCommand,
  LambdaClient,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { OutboxEntry } from '../../functions/outbox/entry.ts';
import { mailClasses } from '../../functions/outbox/mail-classes.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { applyBehindPages, mailTo } from '../support/applicants.ts';

import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { countMails, entriesOf, entryHeaderOf, entryOf } from '../support/intake/intake.ts';

let at: TestCloud;
let round: Round;
let lambda: LambdaClient;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
  lambda = new LambdaClient({});
});

/** The next free moment of starts; 0 if none has left yet. */
const nextStart = async (): Promise<number> => {
  const { Item } = await at.db.send(
    new GetCommand({ TableName: at.named('pace'), Key: { id: 'start' }, ConsistentRead: true }),
  );
  return Number(Item?.start ?? 0);
};

/** As if so many mails before had booked all the moments until then. */
const bookMailsUntil = (free: number) =>
  at.db.send(
    new UpdateCommand({
      TableName: at.named('pace'),
      Key: { id: 'mail' },
      UpdateExpression: `SET ${mailClasses.map((name) => `#${name} = :free`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(mailClasses.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: { ':free': free },
    }),
  );

/** Other rates until the test ends. */
async function withRates(rates: Readonly<Record<'MAILS_A_SECOND' | 'STARTS_A_SECOND', string>>): Promise<void> {
  for (const entry of ['outbox-dispatch', 'outbox-sweep']) {
    const FunctionName = at.named(entry);
    const { Environment } = await lambda.send(new GetFunctionConfigurationCommand({ FunctionName }));
    const configure = (Variables: Record<string, string>) =>
      lambda.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment: { Variables } }));
    const before = Environment?.Variables ?? {};
    await configure({ ...before, ...rates });
    onTestFinished(async () => void (await configure(before)));
  }
}

/** When the starts and mails reach their services from now on, by what they are about. */
function departures() {
  const starts: Departure[] = [];
  const mails: Departure[] = [];
  const end = at.gate.onCall((call) => {
    const now = Date.now();
    if (call.operation === 'StartExecution') starts.push([String(call.input.name), now]);
    if (call.operation === 'SendRawEmail') mails.push([entryHeaderOf(call).split('.')[0] ?? '', now]);
  });
  onTestFinished(end);
  return (references: ReadonlySet<string>) => {
    const of = (all: readonly Departure[]) =>
      all.filter(([about]) => references.has(about)).map(([, moment]) => moment);
    return { starts: of(starts), mails: of(mails) };
  };
}
type Departure = readonly [about: string, moment: number];

describe('a burst of applications', () => {
  it('leaves no faster than the stage’s rates, nothing is lost, and waiting counts as no try', async () => {
    const count = 12;
    const rates = { starts: 2, mails: 4 };
    await withRates({ STARTS_A_SECOND: String(rates.starts), MAILS_A_SECOND: String(rates.mails) });
    const departed = departures();
    const begun = Date.now();
    const sent = await Promise.all(Array.from({ length: count }, () => applyBehindPages(at, round)));
    const references = new Set(sent.map(({ reference }) => reference));
    const entries = await eventually(
      'everything has left',
      async () => {
        await at.sweep();
        const entries = (await Promise.all([...references].map((reference) => entriesOf(at, reference)))).flat();
        return entries.length === 2 * count && entries.every(({ state }) => state === 'DONE') && entries;
      },
      // A sweep takes what has come due since the last.
      { seconds: 90, every: 400 },
    );
    for (const { id, attempts, failures } of entries) expect([id, attempts, failures]).toEqual([id, 1, 0]);
    for (const reference of references) await at.untilState(reference, 'ACCEPTED');
    for (const { email } of sent) await mailTo(at, email, '자격이 확인되었습니다');

    const left = departed(references);
    expect([left.starts.length, left.mails.length]).toEqual([count, count]);
    const spans = [
      { kind: 'start', moments: left.starts, step: 1000 / rates.starts, atOnce: 1 },
      { kind: 'mail', moments: left.mails, step: 1000 / rates.mails, atOnce: mailClasses.length },
    ] as const;
    expect(await nextStart()).toBeGreaterThanOrEqual(begun + (left.starts.length - 1) * (1000 / rates.starts));
    for (const { kind, moments, step, atOnce } of spans) {
      // The first moment was booked after the beginning, and a call comes after its moment.
      const least = begun + (moments.length - atOnce) * step;
      expect(Math.max(...moments)).toBeGreaterThanOrEqual(least);
      const seconds = (Math.max(...moments) - begun) / 1000;
      console.log(`${moments.length} ${kind}s had left after ${seconds.toFixed(1)} s, at ${1000 / step} a second`);
    }
  });

  it('whose mails have to wait starts its runs all the same, and the sweep is called for the mails', async () => {
    const mails = countMails(at);
    onTestFinished(mails.end);
    const free = Date.now() + 10_000;
    await bookMailsUntil(free);
    const { reference, email } = await applyBehindPages(at, round);
    await at.untilState(reference, 'ACCEPTED');
    const isReceipt = ({ errand }: OutboxEntry) =>
      errand.kind === 'mail' && errand.template === 'application-received-and-accepted';
    const receipt = await entryOf(at, reference, 'the receipt', isReceipt);
    expect(Date.now()).toBeLessThan(free);
    expect(mails.of(receipt.id)).toBe(0);
    const left = await entryOf(at, reference, 'the receipt, sent', (one) => isReceipt(one) && one.state === 'DONE');
    expect(Date.now()).toBeGreaterThanOrEqual(free);
    expect(left).toMatchObject({ attempts: 1, failures: 0 });
    expect(mails.of(receipt.id)).toBe(1);
    await mailTo(at, email, '접수했습니다');
  });
});
