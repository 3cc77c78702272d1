import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { checkWagesFile, wagesJsonSchema } from '../../../functions/wages/wages-file.ts';
import { root } from '../../../local/paths.ts';
import { wagesOps } from '../../../ops/wages/wages-ops.ts';
import { wagesYaml } from '../../support/wages/rules.ts';

const folder = mkdtempSync(join(tmpdir(), 'wages-'));
afterAll(() => rmSync(folder, { recursive: true }));

function problemsAfter(name: string, before: string, after: string): string[] {
  const yaml = wagesYaml(name);
  expect(yaml).toContain(before);
  const checked = checkWagesFile(yaml.replace(before, after));
  const lines = yaml.replace(before, after).split('\n');
  return checked.ok
    ? []
    : checked.problems.map(({ line, field, reason }) => `${lines[line - 1]?.trim()} | ${field} ${reason}`);
}

/** The innermost groups with a number in them. */
function rowsIn(value: unknown): object[] {
  if (Array.isArray(value)) return value.flatMap(rowsIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('since' in value || Object.values(value).some((part) => typeof part === 'number')) return [value];
  return Object.values(value).flatMap(rowsIn);
}

describe('a file of rules', () => {
  it.each(readdirSync(join(root, 'rules/wages')).filter((file) => file.endsWith('.yaml')))('%s is right', (file) => {
    expect(checkWagesFile(readFileSync(join(root, 'rules/wages', file), 'utf8'))).toMatchObject({ ok: true });
  });

  it('has the schema that editors are given', () => {
    const file = readFileSync(join(root, 'rules/wages/wages.schema.json'), 'utf8');
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(wagesJsonSchema())));
  });

  it('names the source and the first day of every number', () => {
    const rows = ['rate-card', 'tax'].flatMap((name) => rowsIn(parse(wagesYaml(name))));
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) expect(row).toMatchObject({ since: expect.any(String), source: expect.any(String) });
    const noSource = ', source: "Local Tax Act (지방세법), art. 103-13 and 103-18"';
    expect(problemsAfter('tax', noSource, '')).toEqual([
      '- { since: 2019-01-01, percent: 10 } | localTax[0].source is missing',
    ]);
    expect(problemsAfter('rate-card', 'since: 2018-01-17\n        source', 'source')).toEqual([
      expect.stringContaining('caps.class-40.limits[0].since is missing'),
    ]);
  });

  it('has whole won and whole per cents only', () => {
    expect(problemsAfter('rate-card', 'first: 250000', 'first: 250000.5')[0]).toContain('rates[0].first');
    expect(problemsAfter('rate-card', 'first: 250000', 'first: -1')[0]).toContain('first should be at least 0');
    expect(problemsAfter('tax', 'percent: 20 }', 'percent: 51 }')[0]).toContain('rate[0].percent should be at most 50');
    expect(problemsAfter('tax', 'percent: 3 }', 'percent: 3.3 }')[0]).toContain('businessIncome.rate[0].percent');
  });

  it('has its rows in the order of their days, none twice', () => {
    const row = '  - { since: 2019-01-01, source: "Local Tax Act (지방세법), art. 103-13 and 103-18", percent: 10 }';
    expect(problemsAfter('tax', row, `${row}\n${row}`)).toEqual([
      expect.stringContaining('localTax[1].since is 2019-01-01, and should be after the day of the row before it'),
    ]);
  });

  it('goes by the day of payment for taxes, and has no field that nobody knows', () => {
    expect(problemsAfter('tax', 'basis: paid', 'basis: taught')[0]).toContain('basis should be "paid"');
    expect(problemsAfter('example-claim', 'kind: claim', 'kind: claim\nresidentNumber: 1')).toEqual([
      'residentNumber: 1 | residentNumber is no field that such a file has here',
    ]);
  });

  it('does not tax less than a cap lowers', () => {
    expect(problemsAfter('rate-card', 'taxable: true', 'taxable: false')[0]).toContain(
      'should be true of what counts under the cap',
    );
  });

  it('that is a claim has lessons that end, and each case once', () => {
    expect(problemsAfter('example-claim', 'end: "22:00"', 'end: "19:00"')[0]).toContain('a whole day ends at 24:00');
    const cases = 'cases: [{ course: a, planned: 1 }, { course: a, planned: 2 }]';
    expect(problemsAfter('example-claim', 'paidOn:', `${cases}\npaidOn:`)[0]).toContain('cases[1].course is a');
  });
});

/** What a command prints, or complains of. */
async function said(name: string, files: readonly string[]): Promise<string> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)));
  const run = wagesOps.commands?.[name]?.run;
  const noCloud = () => {
    throw new Error('a cloud was asked for');
  };
  await run?.(noCloud, files).catch((error: unknown) => void lines.push(String(error)));
  log.mockRestore();
  return lines.join('\n');
}

const file = (name: string): string => join(root, 'rules/wages', `${name}.yaml`);

describe('finance', () => {
  it('checks a card before anybody is paid by it', async () => {
    expect(await said('wages check', [file('rate-card')])).toContain('lecturers-2027 is right: a rate card');
    expect(await said('wages check', [file('rate-card')])).toContain('It is an example');
    expect(await said('wages check', [file('example-claim')])).toContain('The claim is right');
    const broken = join(folder, 'broken.yaml');
    writeFileSync(broken, wagesYaml('tax').replace('percent: 60', 'percent: 600'));
    expect(await said('wages check', [broken])).toContain(
      '/broken.yaml:14 otherIncome.deemedExpense[0].percent should be at most 100',
    );
  });

  it('sees what a claim comes to by it, in both languages', async () => {
    const text = await said('wages explain', [file('rate-card'), file('tax'), file('example-claim')]);
    expect(text).toMatch(/567,200 {2}실지급액\n\s+Paid/u);
    expect(text).toContain('-48,000  소득세(기타소득)');
  });

  it('is told which file is none, and what the rules do not say', async () => {
    expect(await said('wages explain', [file('tax'), file('tax'), file('example-claim')])).toContain(
      'is tax rules, and should be a rate card',
    );
    expect(await said('wages explain', [file('rate-card')])).toContain('Usage: npm run ops -- wages explain');
    const early = join(folder, 'early.yaml');
    writeFileSync(early, wagesYaml('example-claim').replaceAll('2027-03-08', '2026-03-08'));
    expect(await said('wages explain', [file('rate-card'), file('tax'), early])).toContain(
      'way of counting hours on 2026-03-08',
    );
  });
});
