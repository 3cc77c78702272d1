import type { Dependencies } from '../../functions/app/dependencies.ts';
import { assigneeId, type PersonRequest } from '../../functions/requests/request.ts';
import type { Residency } from '../../functions/residencies/residency.ts';
import { type ResidencyEvent, residencyOfEvent } from '../../functions/residencies/residency-event.ts';
import { type Listed, oneListed } from '../../functions/residency-events/list-residencies.ts';
import { standingText } from '../../functions/residency-events/pages/residency-words.ts';
import { presentRunOf } from '../../functions/runs/run.ts';
import { referenceSchema } from '../../functions/shared/references.ts';
import { type Space, spaceText } from '../../functions/spaces/space.ts';
import { failedRunRows, runRows } from '../commands/runs.ts';
import type { Reading, Row } from '../context.ts';

export type Listing = Pick<Reading, 'requests' | 'residencies' | 'residencyEvents' | 'rounds' | 'spaces' | 'now'>;

/** A residency as it stands, with all that happened in it. */
export interface Shown extends Listed {
  readonly events: readonly ResidencyEvent[];
}

/** @param spaces all there are */
export async function shownOf(context: Listing, residency: Residency, spaces: readonly Space[]): Promise<Shown> {
  const events = await context.residencyEvents.of(residency.id);
  return { ...(await oneListed(context, { residency, events, spaces }, context.now())), events };
}

/** Where it is; nothing, as long as it has no space. */
export const spaceShown = ({ place }: Pick<Shown, 'place'>): string | undefined =>
  place && `${place.space.id} (${spaceText(place.space)})`;

export const lateShown = ({ reporting }: Pick<Shown, 'reporting'>): readonly string[] =>
  reporting?.late.map(({ quarter }) => quarter) ?? [];

/** Whom it waits for: whoever has the request, its kind, until when. */
export const waitText = ({ kind, assignee, dueAt }: Pick<PersonRequest, 'kind' | 'assignee' | 'dueAt'>): string =>
  `${assigneeId(assignee)} (${kind}) until ${dueAt}`;

const eventText = ({ id, kind, about, state, stuck }: ResidencyEvent): string =>
  `${id}  ${kind} ${about}, ${state}${stuck ? `, stuck: ${stuck.error}` : ''}`;

/** Where a residency stands, whom it waits for and what happens in it; nobody's data. */
export function residencyRows(shown: Shown): readonly Row[] {
  const { residency, events, standing, open } = shown;
  const { state, stuck, contracts, documentsAcceptedAt, documentsDueOn } = residency;
  const late = lateShown(shown);
  return [
    ['residency', `${state}: ${standingText(standing).en}${stuck ? `, stuck: ${stuck.error}` : ''}`],
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
    ['space', spaceShown(shown) ?? '-'],
    ...(late.length > 0 ? [['late reports', late.join(', ')] as const] : []),
    ...open.map((request): Row => ['residency waits', waitText(request)]),
    ...events.map((event): Row => ['event', eventText(event)]),
  ];
}

/** A residency by its reference, with its runs; no rows for who has none. */
export async function rowsWithRuns(context: Reading, reference: string): Promise<readonly Row[]> {
  const residency = await context.residencies.get(reference);
  if (!residency) return [];
  const { id, stuck } = residency;
  const shown = await shownOf(context, residency, await context.spaces.all());
  const open = shown.events.filter((event) => event.state === 'OPEN');
  const name = presentRunOf(id, residency);
  return [
    ...residencyRows(shown),
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
    ...open.map((request): Row => ['waits for', waitText(request)]),
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
