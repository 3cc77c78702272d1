import { csvOf } from '../../shared/files/csv.ts';
import type { Lang } from '../../shared/i18n.ts';
import type { NameOf } from '../holder-names.ts';
import type { OccupancyRow } from '../occupancy.ts';
import type { Holding } from '../space.ts';
import { stateWords, spacesWords as words } from './spaces-words.ts';

/** The occupancy of a day as a file: each space with its contract and with who is there. */
export const spacesCsv = (
  rows: readonly OccupancyRow[],
  { date, nameOf }: { readonly date: string; readonly nameOf: NameOf },
  lang: Lang,
): string =>
  csvOf([
    [
      words.date,
      words.space,
      words.place,
      words.desks,
      words.accessible,
      words.state,
      words.contract,
      words.holderName,
      words.contractFrom,
      words.contractTo,
      words.occupant,
      words.holderName,
      words.contractTo,
    ].map((text) => text[lang]),
    ...rows.map(({ space, state, contract, occupant }) => [
      date,
      space.id,
      [space.site, space.floor, space.name].join(' '),
      String(space.desks),
      words[space.accessible ? 'yes' : 'no'][lang],
      stateWords[state][lang],
      ...holderIn(contract, nameOf),
      contract?.from ?? '',
      contract?.to ?? '',
      ...holderIn(occupant, nameOf),
      occupant?.to ?? '',
    ]),
  ]);

const holderIn = (holding: Holding | undefined, nameOf: NameOf): [id: string, name: string] =>
  holding ? [holding.holder.id, nameOf(holding.holder) ?? ''] : ['', ''];
