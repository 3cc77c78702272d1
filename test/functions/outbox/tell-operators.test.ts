import { expect, it } from 'vitest';
import { wire } from '../../../functions/app/wiring.ts';
import type { AddressProblem } from '../../../functions/outbox/addresses-table.ts';
import { entrySchema } from '../../../functions/outbox/entry.ts';
import { operatorTeller } from '../../../functions/outbox/tell-operators.ts';
import { type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase, memoryTables } from '../../support/memory/memory-database.ts';
import { loadDemoPeople } from '../../support/people/demo-people.ts';

const marked = instantSchema.parse('2027-01-11T01:00:00Z');
const bounced: AddressProblem = { pk: 'fingerprint', problem: 'bounced', at: marked };
const on = (day: number, hour = 1): Instant =>
  instantSchema.parse(`2027-01-${day}T${String(hour).padStart(2, '0')}:00:00Z`);

async function operators() {
  const memory = memoryDatabase();
  const deps = wire(memoryTables, memory.db);
  await loadDemoPeople(deps, marked);
  const before = memory.items('outbox').length;
  let now = marked;
  const tell = operatorTeller(deps, () => now);
  let number = 0;
  return {
    /** So many mails are given up at a moment. */
    givenUp: async (at: Instant, mails: number, address?: AddressProblem) => {
      now = at;
      for (let left = mails; left > 0; left -= 1) {
        number += 1;
        const message = { kind: 'mail', template: 'application-received', to: { applicant: 'A' }, ids: {} } as const;
        await tell({ id: `entry-${number}`, attempts: 1, message, error: 'AddressHasBounced', address });
      }
    },
    notices: () =>
      memory
        .plain('outbox')
        .slice(before)
        .map((entry) => entrySchema.parse(entry).errand),
    events: () => memory.plain('audit').filter(({ type }) => type === 'OutboxGivenUp').length,
    each: (await deps.people.withRole('operator')).length,
  };
}

it('operators hear of an address that takes no mails once a day, however many mails go there', async () => {
  const at = await operators();
  await at.givenUp(on(11, 5), 15, bounced);
  expect(at.notices()).toEqual([]);
  await at.givenUp(on(12), 15, bounced);
  expect(at.notices()).toHaveLength(at.each);
  await at.givenUp(on(12), 3, { ...bounced, pk: 'another' });
  expect(at.notices()).toHaveLength(2 * at.each);
  await at.givenUp(on(13), 2, bounced);
  expect(at.notices()).toHaveLength(3 * at.each);
  expect(at.events()).toBe(35);
});

it('operators hear of every entry that was given up for another reason', async () => {
  const at = await operators();
  await at.givenUp(on(11), 3);
  expect(at.notices()).toHaveLength(3 * at.each);
});
