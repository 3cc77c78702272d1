import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import { startRunsPage } from '../../local/console.ts';
import type { Door } from '../../local/door.ts';
import { freePort } from '../../local/ports.ts';
import { applyBehindPages, mailsTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { eventually } from '../support/eventually.ts';
import { inject } from '../support/intake/intake.ts';
import { ops } from '../support/ops.ts';
import { outboxFaults } from '../support/outbox/outbox-faults.ts';
import { faultsOf } from '../support/step-faults.ts';
import { wordsOf } from '../support/visitor.ts';

/*
 * Whoever operates the system finds three faults of different kinds from the page of runs alone: what they know is its
 * address. From the list they follow one link to what is wrong and read there why, and what to type.
 */

let at: TestCloud;
let round: Round;
let door: Door;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
  door = await startRunsPage({ port: await freePort(), cloud: at.cloud, stage: 'test' });
});
afterAll(() => door.stop());

const { ended } = faultsOf('applicant-intake', () => at);
const { failMails, givenUp } = outboxFaults(() => at);

const read = async (path: string): Promise<string> => (await fetch(`${door.url}${path}`)).text();

/** What a box of a page tells: its rows by their terms, the lines of the log, and the command to copy. */
function boxOf(page: string, title: string) {
  const [, box = ''] = new RegExp(`<section class="box ?"><h2>${title}</h2>(.*?)</section>`, 'su').exec(page) ?? [];
  const rows = [...box.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gsu)].map(
    ([, term = '', value = '']) => [term, wordsOf(value).trim()] as const,
  );
  const [, log = ''] = /of its log<\/h3><pre[^>]*>(.*?)<\/pre>/su.exec(box) ?? [];
  const [, remedy = ''] = /What to do<\/h3><pre[^>]*>(.*?)<\/pre>/su.exec(box) ?? [];
  return { ...Object.fromEntries(rows), log: wordsOf(log), command: /npm run ops -- (.+)/u.exec(remedy)?.[1] ?? '' };
}

/** What the list says of the run of this round that has failed, and the page to which its link leads. */
const firstFailed = async (reference: string) => {
  // The list is of all that its cloud ever ran: asked for when there is something to see.
  await ended(reference, 'FAILED');
  return eventually(`the list has a failed run of ${round.id}`, async () => {
    const list = await read('/');
    const [, section = ''] = new RegExp(`<h2>${round.id}</h2>(.*?)</section>`, 'su').exec(list) ?? [];
    const row = section.split('<tr>').find((one) => one.includes('status FAILED'));
    const path = /href="(\/run[^"]+)"/u.exec(row ?? '')?.[1];
    return (
      row !== undefined && path !== undefined && { said: wordsOf(row), ...boxOf(await read(path), 'Why it failed') }
    );
  });
};

/** Types what the page shows. */
const type = (command: string) => ops(at, ...command.split(' '), '--yes');

describe('from the page of runs alone, one link from its list, an operator finds', () => {
  it('a permission that is missing: the step, the call that was refused and the redrive that ends it', async () => {
    const remove = inject(at, {
      service: 'dynamodb',
      operation: 'TransactWriteItems',
      functionName: at.named('intake-tasks'),
      respond: { status: 400, code: 'AccessDeniedException', message: 'not authorized to perform: dynamodb:PutItem' },
      when: ({ body }) => body.includes('ApplicationAccepted') && body.includes(round.id),
    });
    const { reference } = await applyBehindPages(at, round);
    const found = await firstFailed(reference);
    expect(found.said).toContain(`${reference} failed in “Check the application”, AccessDeniedException, try 7 of 7`);
    expect(found).toMatchObject({
      State: 'Check the application',
      Error: 'AccessDeniedException',
      Tries: 'try 7 of 7, the last',
      command: `redrive ${reference} --stage test`,
    });
    for (const words of ['step=check-application', 'AccessDeniedException']) expect(found.log).toContain(words);
    remove();
    expect(await type(found.command)).toMatchObject({ code: 0 });
    await at.untilState(reference, 'ACCEPTED');
    await ended(`${reference}_2`, 'SUCCEEDED');
  });

  it('an item that cannot be read: its table, key and field, and the redrive once it is as it was', async () => {
    const hold = inject(at, {
      service: 'states',
      operation: 'StartExecution',
      respond: { status: 400, code: 'ExecutionLimitExceeded', message: 'made by the test' },
      when: ({ functionName }) => functionName?.includes('-outbox-') ?? false,
    });
    const { reference } = await applyBehindPages(at, round);
    const key = { TableName: at.tables.APPLICATIONS_TABLE, Key: { pk: reference, sk: 'version#0001' } };
    const { Item } = await at.db.send(new GetCommand(key));
    await at.db.send(
      new UpdateCommand({
        ...key,
        UpdateExpression: 'SET sentAt = :wrong',
        ExpressionAttributeValues: { ':wrong': 'yesterday' },
      }),
    );
    hold();
    await at.reconcile();
    const found = await firstFailed(reference);
    expect(found).toMatchObject({
      State: 'Check the application',
      Error: 'ItemUnreadable',
      Tries: 'try 7 of 7, the last',
      command: `redrive ${reference} --stage test`,
    });
    for (const words of [key.TableName, `${reference}/version#0001`, 'sentAt']) expect(found.log).toContain(words);
    await at.db.send(new PutCommand({ TableName: key.TableName, Item }));
    expect(await type(found.command)).toMatchObject({ code: 0 });
    await at.untilState(reference, 'ACCEPTED');
  });

  it('an address that SES refuses: the mail, whose it is, the error and the command that sends it again', async () => {
    const remove = failMails({ status: 400, code: 'InvalidParameterValue', message: 'Illegal address' }, (entry) =>
      entry.startsWith(`${round.code}-`),
    );
    const { reference, email } = await applyBehindPages(at, round);
    await at.untilState(reference, 'ACCEPTED');
    const { id } = await givenUp(reference);
    const list = await read('/');
    const [, said = '', about = ''] =
      new RegExp(`<li>([^<]*applicant ${reference}[^<]*)\\(<a href="(/\\?q=${reference})">`, 'u').exec(list) ?? [];
    expect(said).toContain('InvalidParameterValue, try 1, the last');
    const search = { method: 'POST', body: new URLSearchParams({ q: email }), redirect: 'manual' } as const;
    expect((await fetch(`${door.url}/search`, search)).headers.get('location')).toBe(about);
    const refreshes = async (path: string) => (await fetch(`${door.url}${path}`)).headers.get('refresh');
    expect([await refreshes('/'), await refreshes('/?still=1')]).toEqual(['10', null]);
    const [, path = ''] = /href="(\/run[^"]+)"/u.exec(await read(about)) ?? [];
    const found = boxOf(await read(path), 'It could not be sent');
    expect(found).toMatchObject({
      What: expect.stringContaining(`to applicant ${reference}`),
      Error: 'InvalidParameterValue',
      Tries: expect.stringContaining('try 1, the last'),
      log: expect.stringContaining(id),
      command: `resend ${id} --stage test`,
    });
    remove();
    const before = (await mailsTo(at, email)).length;
    expect(await type(found.command)).toMatchObject({ code: 0 });
    await eventually('the mail', async () => (await mailsTo(at, email)).length > before);
  });
});
