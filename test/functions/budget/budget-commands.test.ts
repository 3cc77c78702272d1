import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadLecturer } from '../../../functions/lecturers/load-lecturers.ts';
import { localDateSchema } from '../../../functions/shared/time.ts';
import { root } from '../../../local/paths.ts';
import { budgetCheck, budgetCommit, budgetFree, budgetShow } from '../../../ops/budget/budget-commands.ts';
import { rulesLoad } from '../../../ops/rule-files/rule-files-commands.ts';
import { timetableLoad, timetableShow } from '../../../ops/timetable/timetable-files.ts';
import { someLecturer } from '../../support/lecturers/lecturers.ts';
import { type MemoryAcademy, memoryAcademy } from '../../support/memory/memory-academy.ts';
import { propose, ruleFile, rulesLink } from '../../support/rule-files/rules.ts';
import { decideProved } from '../../support/second-factor/proved.ts';
import { csvOfLessons, lessonRow, seatedCohort } from '../../support/timetable/timetable.ts';
import { visitor } from '../../support/visitor.ts';

const folder = mkdtempSync(join(tmpdir(), 'budget-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

let at: MemoryAcademy;
beforeEach(async () => {
  at = await memoryAcademy();
});
afterEach(() => at.close());

const flags = { stage: 'test', yes: true, force: false };
const context = () => ({ ...at, flags, by: 'operator:test' });

/** What a command prints, or complains of. */
async function said(run: () => Promise<void>): Promise<string> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)));
  await run().catch((error: unknown) => void lines.push(String(error)));
  log.mockRestore();
  return lines.join('\n');
}

const rules = (name: string): string => join(root, 'rules', name);
const card = rules('wages/rate-card.yaml');
const lecturers = rules('wages/example-lecturers.yaml');
const budget = (ceiling: number): string =>
  file(
    'budget.yaml',
    `year: 2027\nexample: true\nlines:\n  lecturers: { title: { ko: 강사료, en: Fees }, ceiling: ${ceiling}, source: made up }\n`,
  );
/** Proposes the budget and has finance confirm it: what the page says then. */
async function budgetLoad(path: string): Promise<string> {
  expect(await said(() => rulesLoad(context(), path, 'budget'))).toContain('is asked to confirm it');
  return confirmBudget();
}
async function confirmBudget(): Promise<string> {
  const browser = visitor(at.baseUrl, { lang: 'en' });
  return (await decideProved(at, browser, await rulesLink(at, 'budget-2027'), { outcome: 'CONFIRM' })).text;
}
const lesson = (id: string, change: Parameters<typeof lessonRow>[1]) => lessonRow(at, { id, ...change });
const day = (text: string) => localDateSchema.parse(text);

async function cohortWith(rows: Parameters<typeof csvOfLessons>[0]): Promise<string> {
  const { round } = await seatedCohort(at, [{}]);
  const path = file('lessons.csv', csvOfLessons(rows));
  expect(await said(() => timetableLoad(context(), [round.id, path]))).toContain('Version 1 is loaded.');
  return round.id;
}

describe('what a timetable will cost', () => {
  it('is reserved before anybody teaches, each lecture up to its cap, and refused over the ceiling', async () => {
    const cohort = await cohortWith([
      lesson('L01', { date: day('2027-03-08'), start: '19:00', end: '22:00' }),
      lesson('L02', { date: day('2027-03-15'), lecturer: 'lee-sol' }),
    ]);
    expect(await budgetLoad(budget(1_000_000))).toContain('Decided: the rules are confirmed');
    const refused = await said(() => budgetCommit(context(), [cohort, card, lecturers]));
    expect(refused).toContain('2027 lecturers: 1,090,000 won');
    expect(refused).toContain('2027 lecturers: 90,000 won too little is free');
    expect(await budgetLoad(budget(1_100_000))).toContain('Decided: the rules are confirmed');
    expect(await said(() => budgetCommit(context(), [cohort, card, lecturers]))).toContain('The budget is changed.');
    expect(await said(() => budgetCommit(context(), [cohort, card, lecturers]))).toContain('Nothing has changed.');
    expect(await said(() => budgetShow(context(), '2027'))).toBe(
      'lecturers: 1,100,000 won, of which 1,090,000 won reserved, 0 won spent, 10,000 won free',
    );
    expect(await said(() => rulesLoad(context(), budget(1_000_000), 'budget'))).toContain(
      'Nothing was loaded: less than what is promised and spent.\n  lecturers: 90,000 won too low',
    );
    await propose(at, readFileSync(budget(1_000_000), 'utf8'));
    expect(await confirmBudget()).toContain('lecturers: 90,000 won too low');
    const lowered = await said(() => rulesLoad(context(), budget(1_095_000), 'budget'));
    expect(lowered).toContain('lecturers: from 1,100,000 won down to 1,095,000 won, of which 5,000 won are free');
    expect(await said(() => budgetFree(context(), cohort))).toContain('The budget is changed.');
    expect(await said(() => budgetShow(context(), '2027'))).toContain('0 won reserved');
  });

  it('is by the card that finance has confirmed and the lecturers who are loaded, unless files are named', async () => {
    const lecturer = someLecturer({ grade: 'grade-1', cap: 'none' });
    const cohort = await cohortWith([lesson('L01', { date: day('2027-03-08'), lecturer: lecturer.id })]);
    await budgetLoad(budget(1_000_000));
    const without = await said(() => budgetCommit(context(), [cohort]));
    expect(without).toContain('No rate card is in force on 2027-03-08');
    await propose(at, ruleFile('wages/rate-card.yaml'));
    await decideProved(at, visitor(at.baseUrl), await rulesLink(at, 'rate-card'), { outcome: 'CONFIRM' });
    expect(await said(() => budgetCommit(context(), [cohort]))).toContain(`lecturer ${lecturer.id}`);
    await loadLecturer(at, lecturer, 'operator:test', at.now());
    expect(await said(() => budgetCommit(context(), [cohort]))).toContain('2027 lecturers: 490,000 won');
  });

  it('is by the years in which the lessons are, without cancelled ones', async () => {
    const rows = [
      lesson('L01', { date: day('2027-12-30'), lecturer: 'lee-sol' }),
      lesson('L02', { date: day('2028-01-03'), lecturer: 'lee-sol' }),
      lesson('L03', { date: day('2028-01-04'), lecturer: 'lee-sol' }),
    ];
    const cohort = await cohortWith(rows);
    await said(() => timetableLoad(context(), [cohort, file('less.csv', csvOfLessons(rows.slice(0, 2)))]));
    const text = await said(() => budgetCommit(context(), [cohort, card, lecturers]));
    expect(text).toContain('2027 lecturers: 490,000 won');
    expect(text).toContain('2028 lecturers: 490,000 won');
    expect(text).toContain('Nothing was reserved.');
    expect(await said(() => timetableShow(context(), cohort))).toMatch(/L03 .+CANCELLED$/u);
  });

  it('is not reckoned without its timetable, a lecturer’s grade or a rate in force', async () => {
    const cohort = await cohortWith([
      lesson('L01', { date: day('2026-12-30') }),
      lesson('L02', { lecturer: 'nobody-known' }),
    ]);
    const text = await said(() => budgetCommit(context(), [cohort, card, lecturers]));
    expect(text).toContain('way of counting hours on 2026-12-30');
    expect(text).toContain('lecturer nobody-known');
    expect(await said(() => budgetCommit(context(), ['nowhere', card, lecturers]))).toContain('has no timetable');
    expect(await said(() => budgetFree(context(), 'nowhere'))).toContain('Nothing is reserved for nowhere');
    expect(await said(() => budgetShow(context(), '1999'))).toContain('There is no budget of 1999');
  });
});

describe('ops timetable load', () => {
  it('says what becomes of each lesson, and wants a reason to correct what was taught', async () => {
    const taught = lesson('L01', { date: day('2026-03-09') });
    const cohort = await cohortWith([taught, lesson('L02', {})]);
    const path = file(
      'next.csv',
      csvOfLessons([{ ...taught, lecturer: 'lee-sol' }, lesson('L03', { start: '09:00', end: '10:00' })]),
    );
    const text = await said(() => timetableLoad(context(), [cohort, path]));
    expect(text).toContain('new: L03');
    expect(text).toContain('cancelled, as they are not in the file: L02');
    expect(text).toContain('left as they were; --force corrects them: L01');
    const forced = (reason?: string) => ({ ...context(), flags: { ...flags, force: true, ...(reason && { reason }) } });
    expect(await said(() => timetableLoad(forced(), [cohort, path]))).toContain('wants a reason');
    expect(await said(() => timetableLoad(forced('kim was ill'), [cohort, path]))).toContain(
      'substituted: L01 (lee-sol for kim-haon)',
    );
    expect(await said(() => timetableShow({ ...context(), flags: { ...flags, version: '9' } }, cohort))).toContain(
      'has no timetable in version 9',
    );
    expect(await said(() => timetableLoad(context(), ['nowhere', path]))).toContain('There is no cohort nowhere');
  });
});

it('ops budget check says that a file is right, or what is wrong in which line', async () => {
  expect(await said(() => budgetCheck(rules('budget/2027.yaml')))).toContain('The budget of 2027 is right: lines 2.');
  expect(await said(() => budgetCheck(budget(-1)))).toContain(
    'budget.yaml:4 lines.lecturers.ceiling should be at least 0',
  );
});
