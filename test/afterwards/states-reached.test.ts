import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { machineNames } from '../../functions/app/machines.ts';
import { root } from '../../local/paths.ts';
import { readRecords } from '../run/file-costs.ts';
import { addReached, type Reached } from '../run/reached.ts';
import { runFolder } from '../run/test-run.ts';
import { type DeployedStates, readRetried } from '../support/deployed-states.ts';

/*
 * Looks back over all executions that the tests of this run made on their clouds, and compares with the deployed
 * definition. It runs when they have ended (vitest.config.ts), and by itself it fails, for nothing has run then.
 */

const records = readRecords(runFolder());

/** States of definitions by which runs of earlier releases go on (test/workflows/upgrade), besides those of today. */
const earlierStates = (machine: string): string[] =>
  globSync(`test/infra/recorded/*/${machine}.asl.json`, { cwd: root }).flatMap((file) =>
    Object.keys(readRetried(readFileSync(join(root, file), 'utf8'))),
  );

describe.each(machineNames)('the deployed machine %s', (machine) => {
  let states: DeployedStates;
  let reached: Reached['states'];

  beforeAll(() => {
    states = readRetried(records[0]?.machines[machine]?.definition ?? '');
    const all = addReached(records.flatMap((record) => record.reached[machine] ?? []));
    reached = all.states;
    const row = (name: string) => {
      const { entered = 0, retried = 0, caught = 0 } = reached[name] ?? {};
      const { Retry, Catch } = states[name] ?? {};
      return `  ${name.padEnd(40)}${String(entered).padStart(7)}${Retry ? String(retried).padStart(9) : ''.padStart(9)}${Catch ? String(caught).padStart(9) : ''}`;
    };
    console.log(
      [
        `States of ${machine} over ${all.executions} executions on ${records.length} cloud(s):`,
        `  ${'state'.padEnd(40)}${'entered'.padStart(7)}${'retried'.padStart(9)}${'caught'.padStart(9)}`,
        ...Object.keys(states).map(row),
      ].join('\n'),
    );
  });

  const missing = (what: keyof Reached['states'][string], has: (state: DeployedStates[string]) => boolean): string[] =>
    Object.entries(states)
      .filter(([name, state]) => has(state) && (reached[name]?.[what] ?? 0) === 0)
      .map(([name]) => name);

  it('had every state entered by some execution of the tests, and none that it does not have', () => {
    expect(missing('entered', () => true)).toEqual([]);
    const today = Object.keys(states);
    expect(
      Object.keys(reached)
        .filter((name) => !earlierStates(machine).includes(name) || today.includes(name))
        .sort(),
    ).toEqual(today.sort());
  });

  it('had every Retry taken by some execution of the tests', () => {
    expect(missing('retried', ({ Retry }) => Retry !== undefined)).toEqual([]);
  });

  it('had every Catch taken by some execution of the tests', () => {
    expect(missing('caught', ({ Catch }) => Catch !== undefined)).toEqual([]);
  });
});
