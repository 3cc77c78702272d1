import { beforeAll, describe, expect, it } from 'vitest';
import { type Application, changedApplication } from '../../../functions/applications/application.ts';
import { mostFound, searchApplications } from '../../../functions/casework/search-applications.ts';
import { addMinutes, type Instant, instantSchema } from '../../../functions/shared/time.ts';
import { sendMany } from '../../support/casework/many-applications.ts';
import { type MemoryRound, memoryRound } from '../../support/memory/memory-round.ts';

const now: Instant = instantSchema.parse('2027-01-11T01:00:00Z');

let at: MemoryRound;
let minji: Application;
beforeAll(async () => {
  at = await memoryRound(now, {}, { quick: true });
  const [found] = await sendMany(at, [
    { name: '김민지', email: 'Minji.Kim@example.com', mobile: '010-7777-1234', sentAt: now },
    { name: 'Nguyễn Thị Hoa', sentAt: addMinutes(now, 1) },
    { name: "Seán O'Brien", sentAt: addMinutes(now, 2) },
    ...Array.from({ length: mostFound + 5 }, (_, index) => ({ name: '이서연', sentAt: addMinutes(now, 3 + index) })),
  ]);
  if (!found) throw new Error('it was sent');
  minji = found;
});

const found = async (typed: string, round: { readonly id: string } = at.round): Promise<readonly string[]> => {
  const result = await searchApplications(at.deps, round, typed);
  return result.kind === 'found' ? result.applications.map(({ name = '' }) => name) : [result.kind];
};

describe('a search in a round', () => {
  it('finds by the reference, as it was read out', async () => {
    expect(await found(minji.reference)).toEqual(['김민지']);
    expect(await found(` ${minji.reference.toLowerCase().replaceAll('-', ' ')} `)).toEqual(['김민지']);
  });

  it.each(['minji.kim@example.com', 'Kim Minji <MINJI.KIM@example.com>', 'mailto:minji.kim@EXAMPLE.com'])(
    'finds by the e-mail address: %s',
    async (typed) => {
      expect(await found(typed)).toEqual(['김민지']);
    },
  );

  it.each(['010-7777-1234', '01077771234', '+82 10 7777 1234', '０１０．７７７７．１２３４'])(
    'finds by the mobile number: %s',
    async (typed) => {
      expect(await found(typed)).toEqual(['김민지']);
    },
  );

  it.each([
    ['김민지', '김민지'],
    ['김 민 지', '김민지'],
    ['민지', '김민지'],
    ['김민지', '김민지'],
    ['nguyen thi', 'Nguyễn Thị Hoa'],
    ["O'BRIEN", "Seán O'Brien"],
    ['sean', "Seán O'Brien"],
  ])('finds by a name, or a part of it, however it is written: %s', async (typed, name) => {
    expect(await found(typed)).toEqual([name]);
  });

  it.each([
    'A-27H1-0000-0000',
    'nobody@example.com',
    '010-0000-0000',
    '12345',
    "' OR 1=1 --",
    '%',
    '\\',
    ':named',
    '#state',
    '<script>alert(1)</script>',
    '𠮷'.repeat(50),
  ])('finds nobody for %s', async (typed) => {
    expect(await found(typed)).toEqual([]);
  });

  it.each(['', '   ', '\u200b\u2060', '\u3164'])('asks for words if there are none to see (%j)', async (typed) => {
    expect(await found(typed)).toEqual(['nothing-asked']);
  });

  it('finds nobody by a name that was erased', async () => {
    const [gone] = await sendMany(at, [{ name: '파기될이름', sentAt: now }]);
    if (!gone) throw new Error('it was sent');
    const erased = changedApplication(gone, addMinutes(now, 1), { name: undefined, erasedAt: addMinutes(now, 1) });
    await at.deps.store({ changes: [at.deps.applications.save(erased, gone)], outbox: [], at: now });
    expect(await found('파기될이름')).toEqual([]);
    expect(JSON.stringify(at.memory.plain('applications').filter(({ sk }) => sk === 'application'))).not.toContain(
      '파기될이름',
    );
  });

  it('gives so many of one name and says that there are more', async () => {
    const result = await searchApplications(at.deps, at.round, '이서연');
    expect(result).toMatchObject({ kind: 'found', more: true });
    expect(await found('이서연')).toHaveLength(mostFound);
  });

  it('finds nothing of another round, whatever is looked for', async () => {
    const other = { id: 'another-round' };
    for (const typed of [minji.reference, 'minji.kim@example.com', '010-7777-1234', '김민지']) {
      expect(await found(typed, other)).toEqual([]);
    }
  });
});
