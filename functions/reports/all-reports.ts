import type { Residency } from '../residencies/residency.ts';
import type { Quarter } from '../residency-rules/reports.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { type FigureRow, figuresOf } from './figures.ts';

/** A report with whose it is. */
export interface ReportRow {
  readonly residency: Residency;
  readonly row: FigureRow;
}

/** The reports of all residencies, the latest quarter first; within one by the references. */
export async function allReports(
  deps: Pick<Dependencies, 'residencies' | 'residencyEvents'>,
  now: Instant,
): Promise<readonly ReportRow[]> {
  const residencies = await deps.residencies.all();
  const rows = await Promise.all(
    residencies.map(async (residency) => (await figuresOf(deps, residency.id, now)).map((row) => ({ residency, row }))),
  );
  return rows
    .flat()
    .sort((one, other) => (one.row.quarter < other.row.quarter ? 1 : one.row.quarter > other.row.quarter ? -1 : 0));
}

/** The quarters of which there are reports, the latest first. */
export const quartersIn = (rows: readonly ReportRow[]): readonly Quarter[] => [
  ...new Set(rows.map(({ row }) => row.quarter)),
];
