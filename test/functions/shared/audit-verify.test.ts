import { beforeEach, describe, expect, it, vi } from 'vitest';
import { wire } from '../../../functions/app/wiring.ts';
import { changed, newApplication } from '../../../functions/applications/application.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { auditVerify } from '../../../ops/commands/audit.ts';
import { Complaint } from '../../../ops/context.ts';
import { memoryDatabase, memoryTables } from '../../support/memory-database.ts';

const now = instantSchema.parse('2027-01-11T01:00:00Z');
const reference = 'A-27H1-7K3Q-9MX4';
let memory: ReturnType<typeof memoryDatabase>;
let said: string[];

beforeEach(async () => {
  memory = memoryDatabase();
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  const { applications, commit } = wire(memoryTables, memory.db);
  const given = { reference, roundId: 'r', roundVersion: 1, lang: 'ko', session: 'x', now, closesAt: now } as const;
  const draft = newApplication(given);
  const sent = changed(draft, now, { run: 1, version: 1 }, 'submit');
  const event = { subject: reference, by: 'applicant', at: now };
  await commit({ changes: [applications.create(draft)], events: [{ ...event, type: 'DraftBegun' }] });
  await commit({ changes: [applications.save(sent, draft)], events: [{ ...event, type: 'ApplicationSubmitted' }] });
  return () => vi.restoreAllMocks();
});

const verify = () => auditVerify({ db: memory.db, tables: memoryTables });

describe('`ops audit verify`', () => {
  it('passes what nobody touched', async () => {
    await verify();
    expect(said).toEqual(['2 events of 1 subjects read.', 'The audit verifies.']);
  });

  it('misses the last event of an application, which no chain can show, by its revision', async () => {
    memory.forgetLast('audit');
    await expect(verify()).rejects.toThrow(Complaint);
    expect(said).toContain(`${reference}: events are missing at the end`);
  });

  it('misses all events of an application', async () => {
    memory.forgetLast('audit');
    memory.forgetLast('audit');
    await expect(verify()).rejects.toThrow('does not verify');
  });
});
