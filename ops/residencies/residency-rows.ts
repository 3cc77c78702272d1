import type { Dependencies } from '../../functions/app/dependencies.ts';
import { rulesOf } from '../../functions/onboarding/case.ts';
import { assigneeId } from '../../functions/requests/request.ts';
import type { Residency } from '../../functions/residencies/residency.ts';
import { type ResidencyEvent, residencyOfEvent } from '../../functions/residencies/residency-event.ts';
import { isOpen, requestsOf } from '../../functions/residency-events/open-requests.ts';
import { standingText } from '../../functions/residency-events/pages/residency-words.ts';
import { placesOf, presentPlace } from '../../functions/residency-events/places.ts';
import { reportingOf, standingOf } from '../../functions/residency-events/standing.ts';
import { presentRunOf } from '../../functions/runs/run.ts';
import { referenceSchema } from '../../functions/shared/references.ts';
import { type Instant, seoulDateOf } from '../../functions/shared/time.ts';
import { spaceText } from '../../functions/spaces/space.ts';
import { failedRunRows, runRows } from '../commands/runs.ts';
import type { Reading, Row } from '../context.ts';

export type Listing = Pick<Reading, 'requests' | 'residencies' | 'residencyEvents' | 'rounds' | 'spaces' | 'now'>;

/** Where a residency stands, without anybody's data. */
export interface Shown {
  readonly residency: Residency;
  readonly events: readonly ResidencyEvent[];
  readonly standing: string;
  readonly space: string | undefined;
  readonly lateReports: readonly string[];
  /** Whom it waits for: the kind of the request, whoever has it, until when. */
  readonly waits: readonly { readonly kind: string; readonly who: string; readonly dueAt: Instant }[];
}

export async function shownOf(context: Listing, residency: Residency): Promise<Shown> {
  const now = context.now();
  const today = seoulDateOf(now);
  const [events, spaces, { onboarding }] = await Promise.all([
    context.residencyEvents.of(residency.id),
    context.spaces.all(),
    rulesOf(context, residency),
  ]);
  const place = presentPlace(placesOf(spaces, residency.id, today), today);
  const isOver = residency.state !== 'ONBOARDING' && residency.state !== 'RESIDENT';
  const open = isOver ? [] : (await requestsOf(context, residency, events)).filter(isOpen);
  const isResident = residency.state === 'RESIDENT';
  return {
    residency,
    events,
    standing: standingText(standingOf(residency, { events, place }, today)).en,
    space: place && `${place.space.id} (${spaceText(place.space)})`,
    lateReports: isResident
      ? reportingOf(residency, { events, ...onboarding }, now).late.map(({ quarter }) => quarter)
      : [],
    waits: open.map(({ kind, assignee, dueAt }) => ({ kind, who: assigneeId(assignee), dueAt })),
  };
}

const waitText = ({ kind, who, dueAt }: Shown['waits'][number]): string => `${who} (${kind}) until ${dueAt}`;

const eventText = ({ id, kind, about, state, stuck }: ResidencyEvent): string =>
  `${id}  ${kind} ${about}, ${state}${stuck ? `, stuck: ${stuck.error}` : ''}`;

/** Where a residency stands, whom it waits for and what happens in it; nobody's data. */
export async function residencyRows(context: Listing, residency: Residency): Promise<readonly Row[]> {
  const { events, standing, space, lateReports, waits } = await shownOf(context, residency);
  const { state, stuck, contracts, documentsAcceptedAt, documentsDueOn } = residency;
  return [
    ['residency', `${state}: ${standing}${stuck ? `, stuck: ${stuck.error}` : ''}`],
    ...contracts.map(
      ({ number, from, to, agreement, endedEarly }): Row => [
        `contract ${number}`,
        [
          `${from} to ${to}`,
          ...(agreement === undefined ? [] : [`agreement ${agreement}`]),
          ...(endedEarly ? [`ended early by the ${endedEarly.by}`] : []),
        ].join(', '),
      ],
    ),
    ['documents', documentsAcceptedAt ? `accepted ${documentsAcceptedAt}` : `until ${documentsDueOn}`],
    ['space', space ?? '-'],
    ...(lateReports.length > 0 ? [['late reports', lateReports.join(', ')] as const] : []),
    ...waits.map((wait): Row => ['residency waits', waitText(wait)]),
    ...events.map((event): Row => ['event', eventText(event)]),
  ];
}

/** A residency by its reference, with its runs; no rows for who has none. */
export async function rowsWithRuns(context: Reading, reference: string): Promise<readonly Row[]> {
  const residency = await context.residencies.get(reference);
  if (!residency) return [];
  const { id, stuck } = residency;
  const open = (await context.residencyEvents.of(id)).filter((event) => event.state === 'OPEN');
  const name = presentRunOf(id, residency);
  return [
    ...(await residencyRows(context, residency)),
    ...(await runRows(context, 'startup-lab-onboarding', { id, name, label: 'onboarding run', stuck })),
    ...(await Promise.all(open.map((event) => eventRunRows(context, event)))).flat(),
  ];
}

const eventRunRows = (context: Reading, event: ResidencyEvent): Promise<readonly Row[]> =>
  runRows(context, 'residency-event', {
    id: event.id,
    name: presentRunOf(event.id, event),
    label: `run of ${event.id}`,
    stuck: event.stuck,
  });

/** Something that happens in a residency, by its id; nothing for what is none. */
export async function eventRows(context: Reading, id: string): Promise<readonly Row[] | undefined> {
  const event = await eventOf(context, id);
  if (!event) return undefined;
  const open = await context.requests.stillOpen(await context.requests.ofSubject(event.id));
  return [
    ['event', `${event.kind} ${event.about} of ${event.residency}`],
    ['state', `${event.state} since ${event.since}${event.stuck ? `, stuck: ${event.stuck.error}` : ''}`],
    ...(await eventRunRows(context, event)),
    ...(await failedRunRows(context, event.id)),
    ...open.map(
      (request): Row => [
        'waits for',
        waitText({ kind: request.kind, who: assigneeId(request.assignee), dueAt: request.dueAt }),
      ],
    ),
  ];
}

const eventOf = async (
  { residencyEvents }: Pick<Dependencies, 'residencyEvents'>,
  id: string,
): Promise<ResidencyEvent | undefined> =>
  referenceSchema.safeParse(residencyOfEvent(id)).success ? residencyEvents.get(id) : undefined;

type Holding = Pick<Dependencies, 'requests' | 'residencies' | 'residencyEvents'>;

/** Whom a startup's way into the Lab waits for. */
export async function onboardingHolders(deps: Holding, id: string): Promise<readonly string[]> {
  const open = await deps.requests.stillOpen(await deps.requests.ofSubject(id));
  return open.map(({ assignee, dueAt }) => `${assigneeId(assignee)} until ${dueAt}`);
}

/** Whom an event waits for: whoever is asked about it, or about its residency. */
export async function eventHolders(deps: Holding, id: string): Promise<readonly string[]> {
  const [own, ofResidency] = await Promise.all([
    onboardingHolders(deps, id),
    onboardingHolders(deps, residencyOfEvent(id)),
  ]);
  return own.length > 0 ? own : ofResidency;
}
