import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addMinutes, instantSchema } from '../../../functions/shared/time.ts';
import { residenciesDue, residenciesList } from '../../../ops/residencies/residencies-commands.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { storedResidencies } from '../../support/residency-events/stored-residencies.ts';

let at: MemoryAcademy;
let stored: Awaited<ReturnType<typeof storedResidencies>>;
beforeAll(async () => {
  at = await memoryAcademy({ isHeldUp: () => true });
  stored = await storedResidencies(at);
});
afterAll(() => at.close());

/** What a command prints, or complains of. */
async function said(run: () => Promise<void>): Promise<string> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)));
  await run().catch((error: unknown) => void lines.push(String(error)));
  log.mockRestore();
  return lines.join('\n');
}

const context = (more: object = {}) => ({
  ...at,
  local: false,
  flags: { stage: 'test', yes: true, force: false, ...more },
});

describe('ops residencies', () => {
  it('lists who is in the Lab, with nobody’s name', async () => {
    const text = await said(() => residenciesList(context(), undefined));
    const { onboarding, resident, past, gone } = stored;
    const line = (id: string) => text.split('\n').find((one) => one.startsWith(id)) ?? '';
    expect(line(onboarding.residency.id)).toContain('onboarding-documents');
    expect(line(resident.residency.id)).toContain(resident.space);
    expect(line(past.residency.id)).toContain('Past its end by 2 days');
    expect(text).not.toContain(gone.residency.id);
    expect(text).not.toContain('새봄페이');
    expect(text).toContain('3 in the Lab or on the way.');
    expect(await said(() => residenciesList(context(), 'all'))).toContain(gone.residency.id);
    expect(await said(() => residenciesList(context(), 'none'))).toContain('Usage');
  });

  it('begins what is due and tells who stays, once, and says what before', async () => {
    const { resident, past } = stored;
    const first = await said(() => residenciesDue(context()));
    expect(first).toContain('Begins and tells, as the night would');
    expect(first).toContain(`${resident.residency.id}-`);
    expect(first).toContain(`${past.residency.id}  past the end in ${past.space}, day 2`);
    expect(first).toMatch(/[1-9]\d* begun, told of 1 past the end\./u);
    expect(await said(() => residenciesDue(context()))).toBe(
      'Nothing is due that has not begun, and nobody is to be told who stays.',
    );
    const told = at.plain('audit').filter(({ type }) => type === 'OverstayTold');
    expect(told).toHaveLength(1);
    const begun = await at.residencyEvents.of(resident.residency.id);
    expect(new Set(begun.map(({ id }) => id)).size).toBe(begun.length);
  });

  it('begins nothing before its time, nor at what is no instant', async () => {
    const ahead = addMinutes(at.now(), 60);
    expect(await said(() => residenciesDue(context({ at: ahead })))).toContain('has not come yet');
    expect(await said(() => residenciesDue(context({ at: '2027-10-01' })))).toContain('is no instant');
    const long = instantSchema.parse('2020-01-01T00:00:00.000Z');
    expect(await said(() => residenciesDue(context({ at: long })))).toContain('Nothing is due');
  });
});
