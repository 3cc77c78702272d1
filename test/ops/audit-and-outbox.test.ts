import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { addressesTable, addressKey } from '../../functions/outbox/addresses-table.ts';
import type { Round } from '../../functions/rounds/round.ts';
import { chainOf } from '../../functions/shared/database/audit.ts';
import { answers, applyBehindPages, emailOf, mailTo } from '../support/applicants.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { entryOf } from '../support/intake/intake.ts';
import { ops } from '../support/ops.ts';

let at: TestCloud;
let round: Round;
beforeAll(async () => {
  at = await testCloud();
  round = await at.round();
});

describe('ops audit verify', () => {
  it('verifies what nobody touched, and tells of events that were altered or cut off at the end', async () => {
    const { reference, email } = await applyBehindPages(at, round);
    await at.untilState(reference, 'ACCEPTED');
    await mailTo(at, email, '자격이 확인되었습니다');
    const chain = `${reference}/application`;
    const events = await chainOf(at.db, at.tables.AUDIT_TABLE, chain);
    const [first, second] = events;
    const last = events.at(-1);
    if (!first || !second || !last || events.length < 3) throw new Error('there are events');
    const TableName = at.tables.AUDIT_TABLE;
    const put = (event: object) => at.db.send(new PutCommand({ TableName, Item: event }));
    const remove = ({ subject, number }: typeof first) =>
      at.db.send(new DeleteCommand({ TableName, Key: { subject, number } }));
    const verified = async () => {
      const { code, out, err } = await ops(at, 'audit', 'verify');
      const lines = out.split('\n').filter((line) => line.includes(reference));
      return { code, lines, says: code === 0 ? out : err };
    };
    try {
      expect(await verified()).toMatchObject({
        code: 0,
        lines: [],
        says: expect.stringContaining('The audit verifies.'),
      });
      await put({ ...second, by: 'operator:somebody-else' });
      await remove(last);
      expect(await verified()).toMatchObject({
        code: 1,
        lines: expect.arrayContaining([`${chain} event 2: altered`, `${chain}: events are missing at the end`]),
        says: expect.stringContaining('does not verify'),
      });
    } finally {
      for (const event of events) await put(event);
    }
    expect((await verified()).code).toBe(0);
  });
});

describe('ops outbox failed', () => {
  it('lists a mail that was given up; once its address is cleared, it is resent and arrives', async () => {
    const form = answers();
    const email = emailOf(form);
    const addresses = addressesTable(at.db, at.tables.ADDRESSES_TABLE);
    const pk = addressKey(email);
    await at.commit({
      changes: [addresses.mark({ pk, problem: 'bounced', at: at.now() })],
      events: [{ subject: `address#${pk}`, type: 'AddressBounced', by: 'system:ses', at: at.now() }],
    });
    const { reference } = await applyBehindPages(at, round, form);
    const entry = await entryOf(at, reference, 'the receipt, given up', ({ errand, state }) => {
      return state === 'FAILED' && errand.kind === 'mail' && errand.template === 'application-received-and-accepted';
    });
    const [listed, unknown] = await Promise.all([
      ops(at, 'outbox', 'failed'),
      ops(at, 'address', 'clear', 'nobody-ever@example.com', '--yes'),
    ]);
    expect(listed.code).toBe(0);
    expect(listed.out).toContain(`${entry.id}  application-received-and-accepted  1 tries  AddressHasBounced`);
    expect(listed.out).toMatch(/^\d+ given up\.$/mu);
    expect(listed.out).not.toContain(email);
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('Nothing is known against')]);
    const cleared = await ops(at, 'address', 'clear', email, '--yes');
    expect([cleared.code, cleared.err]).toEqual([0, '']);
    const resent = await ops(at, 'resend', entry.id, '--yes');
    expect([resent.code, resent.err]).toEqual([0, '']);
    const mail = await mailTo(at, email, '접수했습니다');
    expect(mail.text).toContain(reference);
  });
});
