import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Round } from '../../functions/rounds/round.ts';
import { addMinutes } from '../../functions/shared/time.ts';
import { openDoor } from '../../local/door.ts';
import type { AwsCall } from '../../local/gate/call.ts';
import type { Fault } from '../../local/gate/faults.ts';
import { createGate } from '../../local/gate/gate.ts';
import { hidden } from '../../local/hidden.ts';
import { freePort } from '../../local/ports.ts';
import { countBytes, maxBytes } from '../support/answered-bytes.ts';
import { answers, applyBehindPages, fill, mailsTo, referenceOn, sendVersion } from '../support/applicants.ts';
import { addPeople } from '../support/casework/more-people.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { endWaitsBy, eventually } from '../support/eventually.ts';
import { openGateLog } from '../support/gate-log.ts';
import { whatGrows } from '../support/grows.ts';
import { allMailsTo, broken, entryOf, inject, withOfficer } from '../support/intake/intake.ts';
import { retire } from '../support/retire.ts';
import { reasonsToStop } from '../support/runs/run-faults.ts';
import { itemsWith, writtenIn } from '../support/written.ts';

/* What keeps the cloud tests quick and their failures readable, tried where it has to strike. */

let at: TestCloud;
let round: Round;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
});

const month = 30 * 24 * 60;

describe('what would grow with the suite', () => {
  it('ends a wait whose every look moves more than a megabyte, and is told of a single call too', async () => {
    const keys = Array.from({ length: 4 }, (_, number) => ({ pk: `guard-${process.pid}-${number}` }));
    for (const { pk } of keys) {
      const Item = { pk, filling: 'x'.repeat(maxBytes * 0.3) };
      await at.db.send(new PutCommand({ TableName: at.tables.ADDRESSES_TABLE, Item }));
    }
    const look = (some: typeof keys) => itemsWith(at, 'ADDRESSES_TABLE', some);
    await eventually('three of them', async () => (await look(keys.slice(0, 3))).length === 3);
    expect(whatGrows(at.gateLog)).toEqual([]);
    // Two calls in one look, each of which is small enough.
    const twice = async () => (await look(keys.slice(0, 2))).length + (await look(keys.slice(2))).length === 0;
    await expect(eventually('all of them', twice)).rejects.toThrow(/asking once for "all of them" moves 1\d{6} bytes/u);
    expect(whatGrows(at.gateLog)).toEqual([]);
    await look(keys);
    expect(whatGrows(at.gateLog)).toEqual([
      expect.stringMatching(/one call moved more than .* DynamoDB.*BatchGetItem/u),
    ]);
    expect(whatGrows(at.gateLog)).toEqual([]);
  });

  it('is no mail: each is read once, however often it is looked for', async () => {
    const { email, reference } = await applyBehindPages(at, round);
    await at.untilState(reference, 'ACCEPTED');
    expect(await allMailsTo(at, email, reference)).toHaveLength(1);
    const again = await countBytes(() => mailsTo(at, email));
    expect(again.value).toHaveLength(1);
    expect(again.bytes).toBeGreaterThan(0);
    expect(again.bytes).toBeLessThan(200);
  });

  it('is told if the clock acts on a request of another file, and not if it acts on one of its own', async () => {
    const log = openGateLog(at.gate, at);
    const { request } = await withOfficer(at, round);
    await at.chaseAt(request.nextActionAt);
    expect(whatGrows(log)).toEqual([]);
    log.fileBegins();
    await at.chaseAt((await at.requests.get(request.id))?.nextActionAt ?? at.now());
    expect(whatGrows(log)).toEqual([`the clock acted on the request ${request.id} of another test file`]);
    expect(whatGrows(at.gateLog)).toEqual([]);
    log.fileBegins();
    expect(whatGrows(log)).toEqual([]);
  });

  it('is put away at the end of a file: the clock, the sweep and reconciling find nothing of it any more', async () => {
    const open = await withOfficer(at, round);
    const mails = inject(at, {
      service: 'ses',
      operation: 'SendRawEmail',
      respond: { status: 400, code: 'InvalidAction', message: 'made by the test' },
    });
    const { browser, check } = await fill(at, round, answers());
    await entryOf(
      at,
      referenceOn(await browser.post('/apply/send', { version: sendVersion(check) })),
      'a mail put off',
      ({ failures }) => failures > 0,
    );
    mails();
    await retire(at);
    const stillDue = (await writtenIn(at, 'OUTBOX_TABLE')).filter(({ due }) => due !== undefined);
    expect(stillDue).toEqual([]);
    for await (const due of at.requests.due(addMinutes(at.now(), month))) expect(due).not.toContain(open.request.id);
    expect(await at.requests.openFor('kim-minji')).not.toContain(open.request.id);
    expect((await at.rounds.list()).map(({ id }) => id)).not.toContain(round.id);
    expect(await at.runStatus(open.reference)).toBe('ABORTED');
    await at.reconcile();
    expect(await at.application(open.reference)).toMatchObject({ state: 'WITH_OFFICER', run: 1 });
    await at.chaseAt(addMinutes(at.now(), month));
    expect(await at.requests.get(open.request.id)).toMatchObject({ state: 'OPEN', remindersSent: 0 });
  });
});

describe('people whom a file has loaded', () => {
  it('have no role afterwards, and get it back by the next file that loads the same', async () => {
    const id = `guard-${process.pid}`;
    const load = () => addPeople(at, [{ id, email: `${id}@academy.example.kr`, roles: ['committee'] }]);
    for (let file = 0; file < 2; file += 1) {
      await load();
      expect(await at.people.idsWithRole('committee')).toContain(id);
      await retire(at);
      expect(await at.people.idsWithRole('committee')).not.toContain(id);
    }
    expect(await at.people.idsWithRole('academy-manager')).toContain('park-sora');
  });
});

describe('a wait that is in vain', () => {
  const write = { service: 'dynamodb', operation: 'TransactWriteItems' } as const;
  const accepting = ({ body }: AwsCall): boolean => body.includes('ApplicationAccepted') && body.includes(round.id);

  /** A fault that the test's own log does not know to be made. */
  const secretly = (fault: Omit<Fault, 'respond' | 'functionName'>) => {
    const remove = at.cloud.gate?.inject({ ...fault, functionName: at.named('intake-tasks'), respond: broken });
    onTestFinished(() => remove?.());
  };

  it('ends at once with who was refused what, though faults are expected', async () => {
    const port = await freePort();
    const behind = hidden(at.cloud.port, at.cloud.key.secretAccessKey);
    const gate = createGate({ behind, address: at.cloud, workerKeyId: at.cloud.workerKey.accessKeyId });
    const door = await openDoor({ port, purpose: 'a gate of its own', answer: gate.answer });
    const log = openGateLog(gate, at);
    onTestFinished(endWaitsBy(reasonsToStop(at, log)));
    onTestFinished(async () => {
      behind.agent.destroy();
      await door.stop();
    });
    log.expectFaults();
    const pages = at.named('applications-pages');
    const body = JSON.stringify({ TableName: at.tables.AUDIT_TABLE, Key: { subject: { S: 'x' }, number: { N: '1' } } });
    const ask = async () => {
      await fetch(`http://127.0.0.1:${port}`, {
        method: 'POST',
        headers: {
          authorization: `AWS4-HMAC-SHA256 Credential=${at.cloud.workerKey.accessKeyId}/20260101/${at.cloud.region}/dynamodb/aws4_request`,
          'user-agent': `aws-sdk-js/3 app/${pages}`,
          'x-amz-target': 'DynamoDB_20120810.DeleteItem',
        },
        body,
      });
      return false;
    };
    const begun = Date.now();
    await expect(eventually('an event is gone', ask)).rejects.toThrow(
      new RegExp(`"an event is gone" cannot come any more: ${pages} .* may not dynamodb:DeleteItem on .*audit`, 'u'),
    );
    expect(Date.now() - begun).toBeLessThan(10_000);
  });

  it('ends at once with the step that failed, if the run is marked as stuck', async () => {
    secretly({ ...write, when: accepting });
    const { reference } = await applyBehindPages(at, round);
    await expect(at.untilState(reference, 'ACCEPTED')).rejects.toThrow(
      `"${reference} is ACCEPTED" cannot come any more: the run ${reference} of applicant-intake failed in "Check the application": `,
    );
    expect((await at.application(reference)).stuck).toBeDefined();
  });

  it('ends soon with the step that failed, if the run could not even be marked as stuck', async () => {
    secretly({ ...write, when: accepting });
    secretly({ service: 'dynamodb', operation: 'Query', when: ({ body }) => body.includes('role#operator') });
    const { reference } = await applyBehindPages(at, round);
    await expect(at.untilState(reference, 'ACCEPTED')).rejects.toThrow(
      `the run ${reference} of applicant-intake failed in "Check the application": `,
    );
    expect((await at.application(reference)).stuck).toBeUndefined();
  });

  it('goes on to its end if the test makes the fault itself', async () => {
    const remove = inject(at, { ...write, respond: broken, when: accepting });
    const { reference } = await applyBehindPages(at, round);
    await eventually('it is stuck', async () => (await at.application(reference)).stuck);
    const accepted = async () => (await at.application(reference)).state === 'ACCEPTED';
    await expect(eventually(`${reference} is ACCEPTED`, accepted, { seconds: 1 })).rejects.toThrow(
      'waited 1 s in vain',
    );
    remove();
  });
});
