import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { roleSchema, useSchema } from '../../local/gate/recording.ts';
import { budgetOf } from '../budgets.ts';
import { reachedSchema } from './reached.ts';

/** What one test file used. */
const fileCostsSchema = z.object({
  /** From the project's folder. */
  file: z.string(),
  /** The process id of the worker, whose cloud it ran on. */
  worker: z.int(),
  seconds: z.number(),
  cpuSeconds: z.number(),
  /** For starting the cloud, if this file was the first to need it; not within the others. */
  startSeconds: z.number(),
  startCpuSeconds: z.number(),
  invocations: z.int(),
  lambdaCalls: z.int(),
  testCalls: z.int(),
  megabytes: z.number(),
  /** What a fixed piece of work took at its end: test/run/machine-speed.ts. */
  workSeconds: z.number(),
  /** What it waited for unusually long, and how long. */
  longWaits: z.array(z.string()),
});
export type FileCosts = z.infer<typeof fileCostsSchema>;

/** What one file without a cloud used. */
const unitCostsSchema = fileCostsSchema
  .pick({ file: true, cpuSeconds: true })
  .extend({ workSeconds: z.number().optional() });
export type UnitCosts = z.infer<typeof unitCostsSchema>;

/** What the tests on one cloud did up to the end of a file. */
const cloudRecordSchema = z.object({
  worker: z.int(),
  recording: z.array(useSchema),
  /** Calls of Lambdas, by `service:Operation`. */
  calls: z.record(z.string(), z.int()),
  roles: z.array(roleSchema),
  machines: z.record(z.string(), z.object({ definition: z.string(), role: roleSchema })),
  reached: z.record(z.string(), reachedSchema),
});
export type CloudRecord = z.infer<typeof cloudRecordSchema>;

const write = (run: string, kind: string, name: string, value: unknown): void => {
  mkdirSync(join(run, kind), { recursive: true });
  writeFileSync(join(run, kind, `${name}.json`), JSON.stringify(value));
};

function readAll<Value>(run: string, kind: string, schema: z.ZodType<Value>): Value[] {
  const folder = join(run, kind);
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder).map((name) => schema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

export const writeCosts = (run: string, costs: FileCosts): void =>
  write(run, 'files', costs.file.replaceAll('/', '-'), costs);
export const readCosts = (run: string): FileCosts[] => readAll(run, 'files', fileCostsSchema);

export const writeUnitCosts = (run: string, costs: UnitCosts): void =>
  write(run, 'units', costs.file.replaceAll('/', '-'), costs);
export const readUnitCosts = (run: string): UnitCosts[] => readAll(run, 'units', unitCostsSchema);

/** Replaces what this worker wrote before. */
export const writeRecord = (run: string, record: CloudRecord): void =>
  write(run, 'clouds', String(record.worker), record);
export const readRecords = (run: string): CloudRecord[] => readAll(run, 'clouds', cloudRecordSchema);

const counted = {
  invocations: 'Lambda invocations',
  lambdaCalls: 'calls of the cloud by Lambdas',
  testCalls: 'calls of the cloud by the test',
  megabytes: 'MB of answers to the test',
} as const;
const countedNames = ['invocations', 'lambdaCalls', 'testCalls', 'megabytes'] as const;

/**
 * What passes the counts that the file declares, in words; CPU is not among them. A file that took longer than it
 * declares may count as many times more: tests and runs ask again while they wait, and how long is no fault of theirs.
 */
export function beyondBudget(costs: FileCosts): string[] {
  const budget = budgetOf(costs.file);
  const longer = Math.max(1, costs.seconds / budget.seconds);
  return countedNames
    .filter((name) => costs[name] > budget[name] * longer)
    .map(
      (name) =>
        `${costs.file}: ${format(costs[name])} ${counted[name]} in ${format(costs.seconds)} s, and ` +
        `${format(budget[name])} in ${budget.seconds} s are declared for it`,
    );
}

const format = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 1 });

/** The costs as a table, most CPU first, with a mark at each that is over its budget. */
export function costsTable(all: readonly FileCosts[]): string {
  const row = (...cells: readonly string[]): string =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(48) : cell.padStart(index === 7 ? 0 : 12))).join('');
  const lines = all
    .toSorted((a, b) => b.cpuSeconds - a.cpuSeconds)
    .map(({ file, ...costs }) => {
      const { cpuSeconds } = budgetOf(file);
      const over = costs.cpuSeconds > cpuSeconds ? `  over its budget of ${cpuSeconds} CPU s` : '';
      const numbers = [costs.cpuSeconds, costs.seconds, ...countedNames.map((name) => costs[name])];
      return row(file, ...numbers.map(format), over);
    });
  const sum = (name: keyof Omit<FileCosts, 'file' | 'longWaits' | 'workSeconds'>): number =>
    all.reduce((total, costs) => total + costs[name], 0);
  const starts = all.filter(({ startSeconds }) => startSeconds > 0);
  return [
    row('what each file used', 'CPU s', 'seconds', 'invocations', 'by Lambdas', 'by the test', 'MB'),
    ...lines,
    row('all', ...(['cpuSeconds', 'seconds', ...countedNames] as const).map((name) => format(sum(name)))),
    ...(starts.length > 0
      ? [row(`start of ${starts.length} cloud(s)`, format(sum('startCpuSeconds')), format(sum('startSeconds')))]
      : []),
    ...all.flatMap(({ file, longWaits }) => longWaits.map((wait) => `${file} waited ${wait}`)),
  ].join('\n');
}

/** Few files use most of it; those below the half of a second are one line. */
export const leastShown = 0.5;

/** What files without a cloud used, most CPU first. */
export function unitCostsTable(all: readonly UnitCosts[]): string {
  const [dear, cheap] = [true, false].map((shown) =>
    all.filter(({ cpuSeconds }) => cpuSeconds >= leastShown === shown),
  );
  const row = (name: string, cpu: number): string => name.padEnd(60) + cpu.toFixed(1).padStart(8);
  const sum = (some: readonly UnitCosts[] = []): number =>
    some.reduce((total, { cpuSeconds }) => total + cpuSeconds, 0);
  return [
    `${'what each file used'.padEnd(60)}${'CPU s'.padStart(8)}`,
    ...(dear ?? [])
      .toSorted((a, b) => b.cpuSeconds - a.cpuSeconds)
      .map(({ file, cpuSeconds }) => row(file, cpuSeconds)),
    row(`${cheap?.length ?? 0} files below ${leastShown} s`, sum(cheap)),
    row('all', sum(all)),
  ].join('\n');
}
