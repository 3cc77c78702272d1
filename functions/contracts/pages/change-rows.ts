import { daysOfResidency, type Residency } from '../../residencies/residency.ts';
import type { Lang } from '../../shared/i18n.ts';
import type { SummaryRow } from '../../shared/pages/components.tsx';
import { formatDate } from '../../shared/time.ts';
import { spaceText } from '../../spaces/space.ts';
import { type Changes, changesFrom, type Party } from '../addendum.ts';
import type { Dependencies } from '../dependencies.ts';
import { heldNow } from '../extension-space.ts';
import { fieldWords, fromToText, tooFewDesksText, valueText, contractWords as words } from '../words.ts';

/** Whose contract it is, and for how long. */
export const residencyRows = (residency: Residency, lang: Lang): SummaryRow[] => {
  const { from, to } = daysOfResidency(residency);
  return [
    { term: words.startup[lang], value: residency.startup.name },
    { term: words.contract[lang], value: `${formatDate(from, lang)} – ${formatDate(to, lang)}` },
  ];
};

/** What changes from what to what, and why. */
export const changeRows = (
  party: Party,
  { changes, reason }: { readonly changes: Changes; readonly reason: string },
  lang: Lang,
): SummaryRow[] => [
  ...changesFrom(party, changes).map(({ field, was, becomes }) => ({
    term: fieldWords[field][lang],
    value: fromToText(valueText(field, was), valueText(field, becomes))[lang],
  })),
  { term: words.reason[lang], value: reason },
];

/** That the space has fewer desks than will be needed, for whoever looks after spaces. */
export async function tooFewDesks(
  deps: Pick<Dependencies, 'spaces'>,
  residency: Pick<Residency, 'id'>,
  { desks }: Changes,
  lang: Lang,
): Promise<string | undefined> {
  const space = desks === undefined ? undefined : (await heldNow(deps, residency.id))?.space;
  if (!space || desks === undefined || space.desks >= desks) return undefined;
  return tooFewDesksText({ space: spaceText(space), has: space.desks, wanted: desks })[lang];
}
