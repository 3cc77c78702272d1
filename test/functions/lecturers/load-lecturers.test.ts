import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { allFactsOf, claimantOn } from '../../../functions/lecturers/dated-facts.ts';
import { loadLecturer } from '../../../functions/lecturers/load-lecturers.ts';
import { type LecturerRow, readLecturers } from '../../../functions/lecturers/read-lecturers.ts';
import { faultsAbout } from '../../../functions/shared/database/audit.ts';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { lecturerRows, lecturersAsk, lecturersList, lecturersShow } from '../../../ops/lecturers/lecturers-commands.ts';
import { lecturersErase } from '../../../ops/lecturers/lecturers-erase.ts';
import { lecturersCheck, lecturersLoad } from '../../../ops/lecturers/lecturers-files.ts';
import { timetableCheck, timetableLoad } from '../../../ops/timetable/timetable-files.ts';
import { mailsTo } from '../../support/applicants.ts';
import { accountOf, checkLink, csvOfLecturers, linkTo, someLecturer } from '../../support/lecturers/lecturers.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { decideProved } from '../../support/second-factor/proved.ts';
import { csvOfLessons, lessonRow, seatedCohort } from '../../support/timetable/timetable.ts';
import { visitor } from '../../support/visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'lecturers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (text: string | Buffer, name = 'lecturers.csv'): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

let at: MemoryAcademy;
beforeAll(async () => {
  at = await memoryAcademy();
});
afterAll(() => at.close());

const context = (reason?: string) => ({
  ...at,
  flags: { stage: 'test', yes: true, force: false, ...(reason && { reason }) },
  by: 'operator:test',
});

const seoul = (text: string) => instantSchema.parse(`${text.replace(' ', 'T')}:00+09:00`);

/** What a command prints, or complains of. */
async function said(run: () => Promise<unknown>): Promise<string> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)));
  await run().catch((error: unknown) => void lines.push(String(error)));
  log.mockRestore();
  return lines.join('\n');
}

const load = (...rows: readonly LecturerRow[]) => said(() => lecturersLoad(context(), file(csvOfLecturers(rows))));
const day = (text: string) => localDateSchema.parse(text);
const browser = () => visitor(at.baseUrl, { lang: 'ko' });

describe('a file of lecturers', () => {
  it('says how each is paid, in CP949 as in UTF-8', async () => {
    const text = csvOfLecturers([someLecturer({ name: '김똠방' })]);
    expect(await said(() => lecturersCheck(file(text)))).toBe('The file is right: lecturers 1.');
    expect(await said(() => lecturersCheck(file(iconv.encode(text, 'cp949'))))).toContain(
      'CP949, not UTF-8; look whether this reads right: 김똠방',
    );
  });

  it.each([
    [{ id: 'Kim Haon' }, 'id: is Kim Haon, and should be like kim-minji'],
    [{ email: 'haon@' }, 'email: is haon@, and should be like haon.kim@example.com'],
    [{ taxClass: '' as const }, 'taxClass: is empty, and a resident is paid as other-income or business-income'],
    [{ taxSince: undefined }, 'taxSince: is empty, and the class applies from a day on'],
    [{ payee: 'institution' as const }, 'taxClass: is for residents, and the payee is institution'],
    [{ grade: '' }, 'grade: is empty'],
  ])('is told of each bad row: %j', (change, reason) => {
    const { lecturers, bad } = readLecturers(csvOfLecturers([someLecturer(), someLecturer(change)]));
    expect(lecturers).toEqual([]);
    expect(bad).toEqual([{ line: 3, reason }]);
  });

  it('has nobody twice, and no two of one mailbox, whose links would open each other’s accounts', () => {
    const row = someLecturer();
    const { bad } = readLecturers(csvOfLecturers([row, row, someLecturer({ email: row.email.toUpperCase() })]));
    expect(bad.map(({ reason }) => reason)).toEqual([
      `id: ${row.id} stands there twice`,
      expect.stringMatching(/^email: .+ stands there twice$/u),
      expect.stringMatching(/^email: .+ stands there twice$/u),
    ]);
  });

  it('is not loaded with a name that the statement cannot print', () => {
    const { bad } = readLecturers(csvOfLecturers([someLecturer({ name: 'ሀብታሙ' }), someLecturer({ name: '金하온 Ý' })]));
    expect(bad).toEqual([{ line: 2, reason: 'name: has a letter that the statement cannot print' }]);
  });

  it.each(['id', 'name', 'institution', 'document', 'taxClass'])(
    'is not loaded with a number of a resident in its %s, which is repeated nowhere',
    async (column) => {
      const row: Readonly<Record<string, string | undefined>> = { ...someLecturer(), [column]: '900101-1234567' };
      const columns = csvOfLecturers([]).split(',');
      const csv = [columns.join(','), columns.map((name) => row[name] ?? '').join(',')].join('\n');
      const text = await said(() => lecturersLoad(context(), file(csv)));
      expect(text).toContain(`:2 ${column}: holds a number like a resident registration number`);
      expect(text).not.toContain('900101');
      expect(JSON.stringify(at.plain('lecturers'))).not.toContain('900101');
    },
  );

  it('names who of the staff stands behind a fact: somebody who is known, and finance for how one is paid', async () => {
    expect(await load(someLecturer({ capConfirmedBy: 'nobody-here' }))).toContain(
      'capConfirmedBy: nobody-here is nobody',
    );
    expect(await load(someLecturer({ recordedBy: 'park-sora' }))).toContain('park-sora is no finance-officer');
    expect(await load(someLecturer({ id: 'park-sora' }))).toContain('somebody of the staff with another address');
  });
});

describe('a lecturer', () => {
  it('has versions of the facts that decide the pay, with who recorded each class of tax and when', async () => {
    const row = someLecturer();
    expect(await load(row)).toContain('Loaded: 1 new, 0 changed. 1 are emailed a link');
    expect(await load(row)).toContain(`as they were: ${row.id}`);
    const later = { ...row, grade: 'special-1', taxClass: 'business-income' as const, taxSince: day('2027-09-01') };
    expect(await load(later)).toContain(`changed: ${row.id} (grade, payee)`);
    const found = await at.lecturers.get(row.id);
    expect(found).toMatchObject({ facts: 2, grade: 'special-1' });
    expect(found && claimantOn([found], day('2027-12-31')).payee).toEqual({
      kind: 'resident',
      taxClass: [
        { since: '2027-01-01', class: 'other-income' },
        { since: '2027-09-01', class: 'business-income' },
      ],
    });
    expect(await at.lecturers.factsOf(row.id)).toMatchObject([{ number: 1, grade: 'special-2' }]);
    expect(await load({ ...row, taxClass: 'business-income', taxSince: day('2026-01-01') })).toContain(
      'taxSince: is 2026-01-01, and a class from 2027-09-01 is recorded already',
    );
    expect(await said(() => lecturersShow(context(), row.id))).toContain('recorded by ryu-hana on');
    expect(await faultsAbout(at.db, at.tables.AUDIT_TABLE, `lecturer#${row.id}`)).toEqual([]);
  });

  it('has facts from the day on which they were loaded, whatever else changes later, or from the day that is said', async () => {
    const row = someLecturer({ cap: 'none' });
    await loadLecturer(at, row, 'operator:test', seoul('2027-01-05 09:00'));
    await loadLecturer(at, { ...row, grade: 'special-1' }, 'operator:test', seoul('2027-03-10 09:00'));
    await loadLecturer(at, { ...row, grade: 'special-1', name: '김하늘' }, 'operator:test', seoul('2027-05-01 09:00'));
    const standing = async () => {
      const found = await at.lecturers.get(row.id);
      return found && claimantOn(await allFactsOf(at.lecturers, found), day('2027-05-20'));
    };
    expect(await standing()).toMatchObject({
      grade: 'special-1',
      former: [{ until: '2027-03-09', grade: 'special-2', cap: 'none' }],
    });
    const corrected = { ...row, grade: 'special-1', name: '김하늘', factsSince: day('2027-02-01') };
    await loadLecturer(at, corrected, 'operator:test', seoul('2027-05-02 09:00'));
    expect(await standing()).toMatchObject({
      grade: 'special-1',
      former: [{ until: '2027-01-31', grade: 'special-2', cap: 'none' }],
    });
  });

  it('is asked for an account once, however often the file is loaded, and may be asked for another', async () => {
    const row = someLecturer();
    await load(row);
    expect(await load({ ...row, grade: 'grade-1' })).toContain('0 are emailed a link');
    expect(await said(() => lecturersAsk(context(), row.id))).toContain('is asked already');
    expect(await lecturerRows(context(), row.id)).toContainEqual(['waiting for', row.id]);
    expect(await lecturerRows(context(), 'nobody-here')).toBeUndefined();
    await browser().post(await linkTo(at, row.email), accountOf());
    expect(await said(() => lecturersAsk(context(), row.id))).toContain('The email leaves');
    await linkTo(at, row.email, 1);
    const shown = await said(() => lecturersShow(context(), row.id));
    expect(shown).toMatch(/account 1 +Shinhan Bank ••••-•••-••6789, 김하온, ENTERED/u);
    expect(shown).not.toContain('123-456789');
  });

  it('who teaches and is not loaded is named by the timetable’s check and load, and by the list', async () => {
    const [known, unknown] = [someLecturer(), someLecturer()];
    await load(known);
    const lessons = [known, unknown].map(({ id }, index) => lessonRow(at, { id: `L0${index + 1}`, lecturer: id }));
    const path = file(csvOfLessons(lessons), 'lessons.csv');
    const named = `Not loaded, and not paid until they are (lecturers load): ${unknown.id}`;
    expect(await said(() => timetableCheck(path, context))).toContain(named);
    const { round } = await seatedCohort(at, [{}]);
    expect(await said(() => timetableLoad(context(), [round.id, path]))).toContain(named);
    const list = await said(() => lecturersList(context()));
    expect(list).toContain(`In a timetable, and not loaded:\n  ${unknown.id}: ${round.id}`);
    expect(list).toMatch(
      new RegExp(`${known.id} +special-2 +class-40 +resident, other-income since 2027-01-01 +account: asked for`, 'u'),
    );
    expect(list).not.toContain(known.name);
  });
});

describe('erasing a lecturer', () => {
  it('keeps the wage records as long as the law wants them, and says so and what it erases', async () => {
    const row = someLecturer();
    await load(row);
    const link = await linkTo(at, row.email);
    await browser().post(link, accountOf());
    await decideProved(at, browser(), await checkLink(at, row.id), { outcome: 'CONFIRM' });
    await said(() => lecturersAsk(context(), row.id));
    const other = await linkTo(at, row.email, 1);
    await browser().post(other, accountOf({ account: '555-555-505555' }));
    const text = await said(() => lecturersErase(context('asked for it'), row.id));
    expect(text).toContain(`Of ${row.id} are overwritten, for good: email and the accounts 2.`);
    expect(text).toContain(
      'the confirmed accounts (1); 5 years (Framework Act on National Taxes (국세기본법) art. 85-3',
    );
    expect(text).toMatch(/, until 20\d\d-\d\d-10, then the clock erases them/u);
    expect(await at.lecturers.get(row.id)).toMatchObject({ email: '', name: '김하온' });
    expect(await at.lecturers.accountsOf(row.id)).toMatchObject([
      { account: '0110-123-456789', email: '' },
      { account: '', holder: '', email: '' },
    ]);
    expect(JSON.stringify(at.plain('lecturers'))).not.toContain('505555');
    expect(await load(row)).toContain('id: is of somebody who was erased');
    const [sent, again] = [(await mailsTo(at, row.email)).length, await said(() => lecturersAsk(context(), row.id))];
    expect([again, (await mailsTo(at, row.email)).length]).toEqual([
      expect.stringContaining('There is no lecturer'),
      sent,
    ]);
    expect(await faultsAbout(at.db, at.tables.AUDIT_TABLE, `lecturer#${row.id}`)).toEqual([]);
  });

  it('leaves nothing of who never taught and could not have been paid', async () => {
    const row = someLecturer({ name: '제갈아무도' });
    await load(row);
    const link = await linkTo(at, row.email);
    const text = await said(() => lecturersErase(context('by mistake'), row.id));
    expect(text).toContain('there are no wage records');
    expect(JSON.stringify(at.plain('lecturers'))).not.toContain('제갈아무도');
    expect((await browser().post(link, accountOf())).text).toContain('입력 기한이 지났습니다');
    expect(await lecturersErase(context('by mistake'), row.id)).toBe(false);
  });
});
