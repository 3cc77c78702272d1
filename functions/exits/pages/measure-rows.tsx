import { peopleNames } from '../../people/people-names.ts';
import { isUnconfirmed, type Measure } from '../../residencies/measure.ts';
import { daysOfResidency, lastOf, type Residency } from '../../residencies/residency.ts';
import type { Lang } from '../../shared/i18n.ts';
import type { SummaryRow } from '../../shared/pages/components.tsx';
import { formatDate, formatInstant } from '../../shared/time.ts';
import { exitWords as words } from './exit-words.ts';

/** Names of the staff by their ids. */
export type Names = ReadonlyMap<string, string>;

/** Who the startup is, and until when it stays. */
export const startupRows = (residency: Residency, lang: Lang): SummaryRow[] => {
  const { from, to } = daysOfResidency(residency);
  const { endedEarly } = lastOf(residency);
  return [
    { term: words.startup[lang], value: residency.startup.name },
    { term: words.representative[lang], value: residency.startup.representative },
    { term: words.term[lang], value: `${formatDate(from, lang)} – ${formatDate(to, lang)}` },
    ...(endedEarly ? [{ term: words.insteadOf[lang], value: formatDate(endedEarly.insteadOf, lang) }] : []),
  ];
};

const stateOf = (measure: Measure) => {
  if (measure.withdrawn) return words.takenBack;
  if (measure.refused) return words.notConfirmed;
  if (isUnconfirmed(measure)) return words.waits;
  return measure.confirmed ? words.confirmed : words.inForce;
};

/** What was decided, by whom, and why. */
export const measureRows = (measure: Measure, names: Names, lang: Lang): SummaryRow[] => [
  { term: words.state[lang], value: stateOf(measure)[lang] },
  { term: words.by[lang], value: names.get(measure.by) ?? words.formerStaff[lang] },
  { term: words.at[lang], value: formatInstant(measure.at, lang) },
  ...(measure.lastDay ? [{ term: words.lastDay[lang], value: formatDate(measure.lastDay, lang) }] : []),
  ...(measure.reason ? [{ term: words.reason[lang], value: measure.reason }] : []),
  ...(measure.withdrawn?.reason ? [{ term: words.withdrawn[lang], value: measure.withdrawn.reason }] : []),
  ...(measure.refused?.reason ? [{ term: words.refused[lang], value: measure.refused.reason }] : []),
];

/** The names of whoever has decided something. */
export const namesIn = (
  deps: Parameters<typeof peopleNames>[0],
  { measures = [] }: Pick<Residency, 'measures'>,
): Promise<Names> =>
  peopleNames(
    deps,
    measures.map(({ by }) => by),
  );
