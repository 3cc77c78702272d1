import { describe, expect, it } from 'vitest';
import { costColumns, deadlineColumns, lastRun, lineOf, loadColumns } from './last-run.ts';

describe('docs/benchmarks.md', () => {
  it.each([
    ['costs', costColumns],
    ['load', loadColumns],
    ['deadline', deadlineColumns],
  ])('has the last run of `%s`, in the columns that the bench prints', (_, columns) => {
    const last = lastRun(columns);
    expect(last?.date).toMatch(/^\d{4}-\d{2}-\d{2}/u);
    for (const column of columns) expect(last?.[column], column).not.toBe('');
    const older = lineOf(columns, { date: '2026-01-01' });
    const table = ['# Figures', `| ${columns.join(' | ')} |`, '|---|', older, lineOf(columns, last ?? {}), ''];
    expect(lastRun(columns, table.join('\n'))).toEqual(last);
    expect(lastRun(columns, '# Figures')).toBeUndefined();
  });

  it('has numbers alone of what a clean application costs, since they are compared', () => {
    const last = lastRun(costColumns);
    for (const column of costColumns.slice(1)) expect(last?.[column], column).toMatch(/^[\d.]+$/u);
  });
});
