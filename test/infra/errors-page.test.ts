import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { sesStates } from '../../functions/outbox/ses-answers.ts';
import { faults } from '../../functions/shared/errors.ts';
import { tries } from '../../functions/shared/tries.ts';
import { generated } from '../../infra/generate.ts';
import { root } from '../../local/paths.ts';

const page = readFileSync(join(root, 'docs/errors.md'), 'utf8');

/** The first two cells of the rows of a table, by the heading above it. */
const rowsUnder = (heading: string): Record<string, string> => {
  const [, section = ''] = page.split(`\n## ${heading}\n`);
  const rows = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| `(\w+)` \| ([^|]+) \|/gmu)];
  return Object.fromEntries(rows.map(([, name = '', cell = '']) => [name, cell]));
};

const retries = z.object({
  States: z.record(z.string(), z.object({ Retry: z.array(z.object({ MaxAttempts: z.int() })).optional() })),
});

describe('the page about errors', () => {
  it('has every code of a fault with what it means, and no other', () => {
    expect(rowsUnder('Codes')).toEqual(faults);
  });

  it('has every state of SES with what it means, and no other', () => {
    expect(rowsUnder('What SES says')).toEqual(sesStates);
  });

  it('has every number of tries', () => {
    const numbers = Object.entries(rowsUnder('How often')).map(([name, cell]) => [name, Number(cell)]);
    expect(Object.fromEntries(numbers)).toEqual(tries);
    expect(page).toContain(`the sweep: ${tries.outboxEntry} tries`);
  });

  it('says how often the machines retry a step', async () => {
    const definitions = [...(await generated())].filter(([path]) => path.endsWith('definition.asl.json'));
    const states = definitions.flatMap(([, json]) => Object.values(retries.parse(JSON.parse(json)).States));
    const most = new Set(states.flatMap(({ Retry = [] }) => Retry.map(({ MaxAttempts }) => MaxAttempts)));
    expect(most.size).toBe(1);
    expect(page).toContain(`Step Functions: tried again ${[...most].join()} times`);
  });

  it('and the ADR on closing say the same number', () => {
    const adr = readFileSync(join(root, 'docs/adr/0011-closing-is-final.md'), 'utf8');
    const eight = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][
      tries.ofRound
    ];
    expect(adr).toContain(`each is decided again, at most ${eight} times`);
  });
});
