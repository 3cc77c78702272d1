import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPeople } from '../../../functions/people/load-people.ts';
import { type Row, readPeople } from '../../../functions/people/read-people.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import { root } from '../../../local/paths.ts';
import { copies } from '../copies.ts';

/** The staff of the demo, who work on the rounds of most tests. */
export const demoPeople = copies(
  (): readonly Row[] => readPeople(readFileSync(join(root, 'local/demo/people.csv'), 'utf8')).people,
);

/** Stores them, some of them changed. */
export const loadDemoPeople = (
  deps: Parameters<typeof loadPeople>[0],
  now: Instant,
  change: Readonly<Record<string, Partial<Row>>> = {},
) =>
  loadPeople(
    deps,
    demoPeople().map((row) => ({ ...row, ...change[row.id] })),
    'operator:test',
    now,
  );
