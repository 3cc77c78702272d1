import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { budgetJsonSchema, checkBudgetFile } from '../../../functions/budget/budget-file.ts';
import { commitBudget } from '../../../functions/budget/commit-budget.ts';
import { eventsOf, faultsAbout } from '../../../functions/shared/database/audit.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { root } from '../../../local/paths.ts';
import { budgetModel } from '../../support/budget/budget-model.ts';
import { openBudget } from '../../support/budget/open-budget.ts';
import { memoryTables } from '../../support/memory/memory-database.ts';

const now = instantSchema.parse('2027-01-04T00:00:00Z');
const by = 'operator:test';

const opened = () => openBudget(now);

describe('a line of the budget', () => {
  it('reserves what a timetable is planned to cost, and refuses what is over the ceiling with the shortfall in won', async () => {
    const { ceiling, plan, line } = opened();
    await ceiling(1_000_000);
    expect(await plan('one', 700_000)).toEqual({ kind: 'committed' });
    expect(await plan('two', 300_010)).toEqual({ kind: 'short', lines: [{ year: 2027, line: 'lecturers', by: 10 }] });
    expect(await line()).toMatchObject({ reserved: 700_000, spent: 0 });
    expect(await plan('two', 300_000)).toEqual({ kind: 'committed' });
    expect(await plan('two', 300_000)).toEqual({ kind: 'unchanged' });
  });

  it('that there is not has nothing to reserve', async () => {
    const { ceiling, plan } = opened();
    await ceiling(1_000_000);
    expect(await plan('one', 500, 'travel')).toEqual({
      kind: 'short',
      lines: [{ year: 2027, line: 'travel', by: 500 }],
    });
    expect(await plan('one', 500, 'lecturers', 2028)).toMatchObject({ kind: 'short', lines: [{ year: 2028 }] });
  });

  it('reserves of all years or of none', async () => {
    const { ceiling, deps, line } = opened();
    await ceiling(1_000_000);
    await ceiling(100, 'lecturers', 2028);
    const parts = [
      { year: 2027, line: 'lecturers', amount: 1_000 },
      { year: 2028, line: 'lecturers', amount: 1_000 },
    ];
    expect(await commitBudget(deps, { id: 'one', by, plan: parts }, now)).toMatchObject({
      lines: [{ year: 2028, by: 900 }],
    });
    expect(await line()).toMatchObject({ reserved: 0 });
  });

  it('frees by a smaller plan, and all that was not claimed when the timetable is cancelled', async () => {
    const { ceiling, plan, draw, line } = opened();
    await ceiling(1_000_000);
    await plan('one', 800_000);
    await plan('one', 500_000);
    expect(await line()).toMatchObject({ reserved: 500_000, spent: 0 });
    await draw('c1', 'one', 200_000);
    expect(await line()).toMatchObject({ reserved: 300_000, spent: 200_000 });
    await plan('one', 600_000);
    expect(await line()).toMatchObject({ reserved: 400_000, spent: 200_000 });
    await plan('one', 0);
    expect(await line()).toMatchObject({ reserved: 0, spent: 200_000 });
  });

  it('has no ceiling below what is promised and spent', async () => {
    const { ceiling, plan, line } = opened();
    await ceiling(1_000_000);
    await plan('one', 700_000);
    expect(await ceiling(699_999)).toEqual({ kind: 'too-low', lines: [{ line: 'lecturers', by: 1 }] });
    expect(await ceiling(1_000_000)).toEqual({ kind: 'unchanged' });
    expect(await ceiling(700_000)).toEqual({ kind: 'loaded', changed: ['lecturers'] });
    expect(await line()).toMatchObject({ ceiling: 700_000, reserved: 700_000 });
  });
});

describe('a claim', () => {
  it('draws its commitment down once, however often it is tried', async () => {
    const { ceiling, plan, draw, putBack, line } = opened();
    await ceiling(1_000_000);
    await plan('one', 500_000);
    await Promise.all([draw('c1', 'one', 200_000), draw('c1', 'one', 200_000), draw('c1', 'one', 200_000)]);
    expect(await line()).toMatchObject({ reserved: 300_000, spent: 200_000 });
    await Promise.all([putBack('c1'), putBack('c1')]);
    expect(await line()).toMatchObject({ reserved: 500_000, spent: 0 });
    await putBack('unknown');
  });

  it('that is more than its commitment has left waits for finance, and goes on once finance has added', async () => {
    const { ceiling, plan, draw } = opened();
    await ceiling(1_000_000);
    await plan('one', 500_000);
    expect(await draw('c1', 'one', 500_001)).toEqual({ kind: 'waits-for-finance', by: 1 });
    expect(await draw('c1', 'nowhere', 10)).toEqual({ kind: 'waits-for-finance', by: 10 });
    await plan('one', 500_001);
    expect(await draw('c1', 'one', 500_001)).toEqual({ kind: 'drawn' });
  });

  it('is one of twelve at once where there is money for eight: eight go on, four wait for finance', async () => {
    const { ceiling, plan, draw, line, deps } = opened();
    await ceiling(1_000_000);
    await plan('one', 850_000);
    const outcomes = await Promise.all(Array.from({ length: 12 }, (_, claim) => draw(`c${claim}`, 'one', 100_000)));
    expect(outcomes.filter(({ kind }) => kind === 'drawn')).toHaveLength(8);
    expect(outcomes.filter(({ kind }) => kind === 'waits-for-finance')).toEqual(
      Array(4).fill({ kind: 'waits-for-finance', by: 50_000 }),
    );
    expect(await line()).toMatchObject({ reserved: 50_000, spent: 800_000 });
    expect((await deps.budgets.commitment('one'))?.parts).toMatchObject([{ reserved: 50_000, spent: 800_000 }]);
  });

  it('and all that moves money is in the audit, by ids and amounts', async () => {
    const { ceiling, plan, draw, putBack, db } = opened();
    await ceiling(1_000_000);
    await plan('one', 500_000);
    await draw('c1', 'one', 200_000);
    await putBack('c1');
    const events = await eventsOf(db, memoryTables.AUDIT_TABLE, 'commitment#one');
    expect(events.map(({ type }) => type)).toEqual(['BudgetCommitted', 'ClaimDrawn', 'ClaimPutBack']);
    expect(events[1]?.data).toEqual({ claim: 'c1', parts: ['2027 lecturers 200000'] });
    expect(await faultsAbout(db, memoryTables.AUDIT_TABLE, 'commitment#one')).toEqual([]);
  });
});

budgetModel(1000);

describe('the budget of a year', () => {
  const yaml = readFileSync(join(root, 'rules/budget/2027.yaml'), 'utf8');

  it('is a file that is checked, and has the schema that editors are given', () => {
    expect(checkBudgetFile(yaml)).toMatchObject({ ok: true, value: { year: 2027, example: true } });
    expect(checkBudgetFile(yaml.replace('120000000', '1.5'))).toMatchObject({
      problems: [{ line: 8, field: 'lines.lecturers.ceiling' }],
    });
    const file = readFileSync(join(root, 'rules/budget/budget.schema.json'), 'utf8');
    expect(JSON.parse(file)).toEqual(JSON.parse(JSON.stringify(budgetJsonSchema())));
  });
});
