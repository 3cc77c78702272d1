import { rulesOf } from '../onboarding/case.ts';
import type { PersonRequest } from '../requests/request.ts';
import type { Residency } from '../residencies/residency.ts';
import type { ResidencyEvent } from '../residencies/residency-event.ts';
import type { Round } from '../rounds/round.ts';
import { foldedText } from '../shared/text/folded.ts';
import { type Instant, seoulDateOf } from '../shared/time.ts';
import type { Space } from '../spaces/space.ts';
import { isOpen, requestsOf } from './open-requests.ts';
import { type Place, placesOf, presentPlace } from './places.ts';
import type { ResidencyReach } from './residency-reach.ts';
import { type Choice, type Reporting, reportingOf, type Standing, standingOf } from './standing.ts';

/** A residency in a list. */
export interface Listed {
  readonly residency: Residency;
  readonly round: Round;
  readonly standing: Standing;
  readonly place: Place | undefined;
  readonly reporting: Reporting | undefined;
  /** What is asked about it, what is due first at the front. */
  readonly open: readonly PersonRequest[];
  /** Names of runs that a fault has stopped. */
  readonly stuck: readonly string[];
}

const isOver = ({ state }: Pick<Residency, 'state'>): boolean => state === 'ENDED' || state === 'NOT_BEGUN';

/** Some residencies as they stand, with the spaces there are. */
export async function listed(
  deps: ResidencyReach,
  residencies: readonly Residency[],
  spaces: readonly Space[],
  now: Instant,
): Promise<Listed[]> {
  return Promise.all(
    residencies.map(async (residency) => {
      const events = isOver(residency) ? [] : await deps.residencyEvents.of(residency.id);
      return oneListed(deps, { residency, events, spaces }, now);
    }),
  );
}

/** A residency as it stands, by what happens in it and the spaces there are. */
export async function oneListed(
  deps: Pick<ResidencyReach, 'requests' | 'rounds'>,
  given: {
    readonly residency: Residency;
    readonly events: readonly ResidencyEvent[];
    readonly spaces: readonly Space[];
  },
  now: Instant,
): Promise<Listed> {
  const { residency, events, spaces } = given;
  const today = seoulDateOf(now);
  const place = presentPlace(placesOf(spaces, residency.id, today), today);
  const { round, onboarding } = await rulesOf(deps, residency);
  const open = isOver(residency) ? [] : (await requestsOf(deps, residency, events)).filter(isOpen);
  return {
    residency,
    round,
    standing: standingOf(residency, { events, place }, today),
    place,
    reporting: residency.state === 'RESIDENT' ? reportingOf(residency, { events, ...onboarding }, now) : undefined,
    open,
    stuck: [residency, ...events].flatMap(({ id, stuck }) => (stuck ? [id] : [])),
  };
}

/** Those of a choice, whoever is past its end first, then by the last day. */
export const chosen = (all: readonly Listed[], { round, state }: Choice): Listed[] =>
  all
    .filter(
      ({ residency, standing }) =>
        (round === undefined || residency.roundId === round) &&
        (state === undefined ? !isOver(residency) : state === 'all' || standing.kind === state),
    )
    .toSorted((a, b) => orderOf(a).localeCompare(orderOf(b), 'en'));

const orderOf = ({ standing, residency }: Listed): string =>
  [standing.kind === 'past' ? '0' : '1', standing.on, residency.id].join(' ');

/** Those whose name, or reference, has what was typed. */
export function found(all: readonly Listed[], typed: string): Listed[] {
  const words = foldedText(typed.trim());
  const has = (text: string): boolean => foldedText(text).includes(words);
  return chosen(all, { state: 'all' }).filter(
    ({ residency: { id, startup } }) => has(startup.name) || has(id) || has(startup.representative),
  );
}
