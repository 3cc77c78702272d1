import { expect, it } from 'vitest';
import { budgetOf } from '../budgets.ts';
import { beyondBudget, costsTable, type FileCosts, unitCostsTable } from './file-costs.ts';

const file = 'test/workflows/unheard-of.test.ts';
const budget = budgetOf(file);
const within: FileCosts = {
  file,
  worker: 1,
  startSeconds: 0,
  startCpuSeconds: 0,
  workSeconds: 0,
  longWaits: [],
  ...budget,
};

it('a file that uses what it declares is within its budget, and one more of each count is not', () => {
  expect(beyondBudget(within)).toEqual([]);
  const beyond = beyondBudget({
    ...within,
    invocations: budget.invocations + 1,
    lambdaCalls: budget.lambdaCalls + 1,
    testCalls: budget.testCalls + 1,
    megabytes: budget.megabytes + 1,
  });
  expect(beyond).toHaveLength(4);
  expect(beyond[0]).toMatch(
    /unheard-of\.test\.ts: [\d,]+ Lambda invocations in [\d.,]+ s, and [\d,]+ in [\d.]+ s are declared for it/u,
  );
});

it('a file that took longer than it declares may ask as much more, and what it waited for is told', () => {
  const slow = {
    ...within,
    seconds: budget.seconds * 2,
    testCalls: budget.testCalls * 2,
    longWaits: ['20 s for "it"'],
  };
  expect(beyondBudget(slow)).toEqual([]);
  expect(beyondBudget({ ...slow, testCalls: budget.testCalls * 2 + 1 })).toHaveLength(1);
  expect(costsTable([slow])).toContain(`${file} waited 20 s for "it"`);
});

it('more CPU is no failure but a word in the table, whose first line is the file that used most', () => {
  const hungry = { ...within, file: 'test/e2e/hungry.test.ts', cpuSeconds: budget.cpuSeconds + 1 };
  expect(beyondBudget(hungry)).toEqual([]);
  const [, first, second] = costsTable([within, hungry]).split('\n');
  expect(first).toMatch(/hungry.*over its budget/u);
  expect(second).not.toContain('over its budget');
});

it('the files without a cloud are a table, most CPU first, and the many that use little are one line of it', () => {
  const lines = unitCostsTable([
    { file: 'a.test.ts', cpuSeconds: 0.1 },
    { file: 'b.test.ts', cpuSeconds: 2 },
    { file: 'c.test.ts', cpuSeconds: 3.25 },
    { file: 'd.test.ts', cpuSeconds: 0.2 },
  ])
    .split('\n')
    .map((line) => line.replaceAll(/\s+/gu, ' '));
  expect(lines.slice(1)).toEqual(['c.test.ts 3.3', 'b.test.ts 2.0', '2 files below 0.5 s 0.3', 'all 5.5']);
});
