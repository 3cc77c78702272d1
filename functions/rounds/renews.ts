import * as z from 'zod';
import { addDays, formatDate, type LocalDate, localDateSchema } from '../shared/time.ts';
import type { AdmissionRules } from './admission-rules.ts';
import { type Finding, inside } from './findings.ts';
import type { HarmfulChange } from './harm.ts';
import { idSchema } from './round-parts.ts';

/** The form of those who are in the Lab and want to stay. It is for rounds of renewal alone, and they have no other. */
export const renewalForm = 'lab-renewal-v1';

/** Whom a round of renewal asks: startups that are resident by another round, and whose contracts end about the same time. */
export const renewsSchema = z
  .strictObject({
    round: idSchema.describe('The round by which they came to the Lab.'),
    window: z
      .strictObject({ from: localDateSchema, to: localDateSchema })
      .describe('Their contracts end on one of these days, the first and the last one included.'),
  })
  .describe('A round of renewal: only startups of the Lab that are asked take part, and who is selected stays on.');
export type Renews = z.output<typeof renewsSchema>;

/** What of a round its renewal has to fit. */
interface Renewing {
  readonly id: string;
  readonly programme: string;
  readonly form: string;
  readonly renews?: Renews | undefined;
  readonly residency?: unknown;
  readonly admission?: Pick<AdmissionRules, 'offer' | 'review'> | undefined;
  readonly resultsOn: LocalDate;
  readonly firstDay: LocalDate;
}

/** What is wrong in a round of renewal, though each of its fields is right by itself. */
export function renewalContradictions(round: Renewing): Finding[] {
  const { renews, form } = round;
  if (!renews) {
    return form === renewalForm ? [{ path: ['form'], reason: `is ${form}, which is for a round that renews` }] : [];
  }
  return [
    ...(form === renewalForm
      ? []
      : [{ path: ['form'], reason: `is ${form}, and a round that renews has ${renewalForm}` }]),
    ...inside(['renews'], [...wrongRound(round, renews), ...wrongWindow(round, renews)]),
  ];
}

const found = (isWrong: boolean, path: Finding['path'], reason: string): Finding[] =>
  isWrong ? [{ path, reason }] : [];

const wrongRound = ({ id, programme, admission, residency }: Renewing, renews: Renews): Finding[] => [
  ...found(programme !== 'lab', [], `is of the Lab, and the programme is ${programme}`),
  ...found(!admission, [], 'needs an admission: startups are judged before they stay on'),
  ...found(
    admission?.review.blind === true,
    [],
    'shows the figures of reports, which tell who applies: no blind review',
  ),
  ...found(residency !== undefined, [], 'goes by the terms of each residency, so that the round has no residency'),
  ...found(renews.round === id, ['round'], `is ${id}, the round itself`),
];

function wrongWindow({ resultsOn, firstDay, admission }: Renewing, { window: { from, to } }: Renews): Finding[] {
  if (to < from) return [{ path: ['window', 'to'], reason: `comes before the first day of the window (${from})` }];
  const last = admission?.offer.waitlist.lastDay;
  return [
    ...found(from <= resultsOn, ['window', 'from'], `comes before the results are out (${resultsOn})`),
    ...found(
      last !== undefined && last >= from,
      ['window', 'from'],
      `comes before the last day on which an offer is answered (${last})`,
    ),
    ...found(
      firstDay <= from || firstDay > addDays(to, 1),
      ['window'],
      `is of contracts that end from ${from} to ${to}, and none that follows begins on the first day (${firstDay})`,
    ),
  ];
}

/** What would hurt startups that were asked by a round of renewal. */
export function harmfulRenewalChanges(current: Renews | undefined, next: Renews | undefined): HarmfulChange[] {
  if (!current && !next) return [];
  if (!current || !next || current.round !== next.round) {
    return [{ field: 'renews', reason: 'asks others than when the round opened' }];
  }
  const day = (date: LocalDate) => formatDate(date, 'en');
  return [
    ...(next.window.from > current.window.from
      ? [{ field: 'renews.window.from', reason: `is ${day(next.window.from)}, and some who were asked are no longer` }]
      : []),
    ...(next.window.to < current.window.to
      ? [{ field: 'renews.window.to', reason: `is ${day(next.window.to)}, and some who were asked are no longer` }]
      : []),
  ];
}
