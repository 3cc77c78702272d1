import { describe, expect, it } from 'vitest';
import { machineNamed, machineNames } from '../../../functions/app/machines.ts';
import { isRecipient } from '../../../functions/app/recipients.ts';
import { roles } from '../../../functions/app/roles.ts';
import { addressesTable } from '../../../functions/outbox/addresses-table.ts';
import { newEntry } from '../../../functions/outbox/entry.ts';
import { mailHandler, openSes, pointless } from '../../../functions/outbox/send-mail.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase } from '../../support/memory/memory-database.ts';

const now = instantSchema.parse('2027-01-12T01:00:00Z');
const handle = mailHandler({
  ses: openSes(),
  from: 'academy@example.kr',
  replyTo: 'academy@example.kr',
  addresses: addressesTable(memoryDatabase().db, 'addresses'),
  templates: { known: { class: 'mass', prepare: async () => pointless('told') } },
  isRecipient,
  clock: () => now,
});
const mailFor = (to: Readonly<Record<string, string>>) => {
  const message = { kind: 'mail' as const, template: 'known', to, ids: {} };
  return handle(message, { entry: newEntry(message, 'entry-1', now), holds: async () => true });
};

describe('what a newer release stored before it was rolled back', () => {
  it('is a fault by its code, so that it is tried again: a mail for somebody of a kind that nobody brings', async () => {
    expect(await mailFor({ person: 'minji' })).toEqual({ kind: 'dropped', why: 'told' });
    expect(await mailFor({ applicant: 'A-27H1-7K3Q-9MX4' })).toEqual({ kind: 'dropped', why: 'told' });
    expect(await mailFor({ lecturer: 'kim-haon' })).toEqual({ kind: 'dropped', why: 'told' });
    await expect(mailFor({ landlord: 'han' })).rejects.toMatchObject({ name: 'RecipientUnknown' });
  });

  it('is a fault by its code: the start of a machine that nobody brings', () => {
    expect(machineNames.map(machineNamed)).toEqual(machineNames);
    expect(() => machineNamed('pilot-project')).toThrow(expect.objectContaining({ name: 'MachineUnknown' }));
  });
});

describe('the roles that capabilities bring', () => {
  it('are each there once', () => {
    expect(roles.toSorted()).toEqual([
      'academy-manager',
      'checklist-manager',
      'committee',
      'finance-officer',
      'institution',
      'intake-officer',
      'lab-manager',
      'operator',
      'reviewer',
      'service-provider',
      'signatory',
    ]);
  });
});
