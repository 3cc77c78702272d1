import { expect, it } from 'vitest';
import { touchedUnits, unitFiles } from './touched-units.ts';

it('a change in a room is tried by the units of the room, and by those elsewhere that import what changed', () => {
  const found = touchedUnits(['functions/people/load-people.ts', 'functions/people/pages/not-there.tsx']);
  expect(found).toContain('test/functions/people/load-people.test.ts');
  expect(found).toContain('test/functions/people-changes/plan-people.test.ts');
  expect(found).not.toContain('test/functions/seats/seats-model.test.ts');
});

it('a command is tried by the units that import it', () => {
  expect(touchedUnits(['ops/audit/verify-audit.ts'])).toContain('test/functions/audit/verify-audit.test.ts');
});

it('what the tests share is tried by those that use it, and a test by itself', () => {
  expect(touchedUnits(['test/support/memory/memory-outbox.ts'])).toContain('test/functions/outbox/sweep.test.ts');
  expect(touchedUnits(['test/local/door.test.ts'])).toEqual(['test/local/door.test.ts']);
});

it('another version of a package is tried by all, and words by none', () => {
  expect(touchedUnits(['package-lock.json'])).toEqual(unitFiles());
  expect(touchedUnits(['README.md', 'docs/runbook.md'])).toEqual([]);
});

const rooms = [...new Set(unitFiles().flatMap((file) => /^test\/functions\/([^/]+)\//u.exec(file)?.[1] ?? []))];

it.each(rooms.filter((room) => !['in-process', 'recorded'].includes(room)))(
  'a change in %s is tried by all its units',
  (room) => {
    const own = unitFiles().filter((file) => file.startsWith(`test/functions/${room}/`));
    expect(touchedUnits([`functions/${room}/any.ts`])).toEqual(own);
  },
);
