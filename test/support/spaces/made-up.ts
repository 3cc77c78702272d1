import { localDateSchema } from '../../../functions/shared/time.ts';
import type { SpaceRow } from '../../../functions/spaces/read-spaces.ts';
import type { Holding, Space } from '../../../functions/spaces/space.ts';

export const day = (written: string) => localDateSchema.parse(written);

/** A row of a file, for four, from 2027 on. */
export const rowOf = (id: string, change: Partial<SpaceRow> = {}): SpaceRow => ({
  id,
  site: 'Annex',
  floor: '3F',
  name: id,
  desks: 4,
  accessible: false,
  from: day('2027-01-01'),
  until: undefined,
  ...change,
});

export const spaceOf = (id: string, holdings: readonly Holding[] = [], change: Partial<Space> = {}): Space => ({
  ...rowOf(id),
  holdings: [...holdings],
  numbered: Math.max(0, ...holdings.map(({ number }) => number)),
  revision: 1,
  ...change,
});

export const residency = (id: string) => ({ kind: 'residency', id });

/** By default from 10 May 2027 for a year. */
export const holdingOf = (number: number, change: Partial<Holding> = {}): Holding => ({
  number,
  holder: residency(`firm-${number}`),
  from: day('2027-05-10'),
  to: day('2028-05-09'),
  ...change,
});

/** A file as `ops spaces load` reads it. */
export const csvOfSpaces = (rows: readonly SpaceRow[]): string =>
  [
    'id,site,floor,name,desks,accessible,from,until',
    ...rows.map(({ id, site, floor, name, desks, accessible, from, until }) =>
      [id, site, floor, name, desks, accessible ? 'yes' : 'no', from, until ?? ''].join(','),
    ),
  ].join('\n');
