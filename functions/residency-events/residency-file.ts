import type { Agreement } from '../agreements/agreement.ts';
import type { Checklist } from '../checklists/checklist.ts';
import { isPersonId, peopleIn } from '../desk/telling.ts';
import { exitOwner } from '../exits/exit-events.ts';
import { type AskedDocument, documentsOf, ownerOf } from '../onboarding/asked-documents.ts';
import { type Rules, rulesOf } from '../onboarding/case.ts';
import { peopleNames } from '../people/people-names.ts';
import { assigneeId, type PersonRequest } from '../requests/request.ts';
import { holderOf, type Residency, residencyKind } from '../residencies/residency.ts';
import type { ResidencyEvent } from '../residencies/residency-event.ts';
import type { AuditEvent } from '../shared/database/audit.ts';
import { type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import { spaceSubject } from '../spaces/space.ts';
import { agreementsOf } from './agreements-of.ts';
import { requestsOf } from './open-requests.ts';
import { type Place, placesOf, presentPlace } from './places.ts';
import type { ResidencyReach } from './residency-reach.ts';
import { type Reporting, reportingOf, type Standing, standingOf } from './standing.ts';

/** How a residency stands, for the startup as for the staff. */
export interface Stand extends Rules {
  readonly residency: Residency;
  readonly events: readonly ResidencyEvent[];
  readonly today: LocalDate;
  readonly standing: Standing;
  readonly places: readonly Place[];
  readonly place: Place | undefined;
  readonly reporting: Reporting;
  /** What was asked since the place was accepted, what is due first at the front. */
  readonly requests: readonly PersonRequest[];
  readonly documents: readonly AskedDocument[];
  readonly agreements: readonly Agreement[];
  readonly checklists: readonly Checklist[];
}

export async function standOf(deps: ResidencyReach, residency: Residency, now: Instant): Promise<Stand> {
  const today = seoulDateOf(now);
  const owner = ownerOf(residency.id);
  const [rules, events, row, checklists] = await Promise.all([
    rulesOf(deps, residency),
    deps.residencyEvents.of(residency.id),
    deps.spaces.holder(holderOf(residency)),
    deps.checklists.of(owner),
  ]);
  const exits = events.filter(({ kind }) => kind === 'exit');
  const [spaces, requests, documents, agreements, exitLists] = await Promise.all([
    deps.spaces.many(row?.spaces ?? []),
    requestsOf(deps, residency, events),
    documentsOf(deps, rules.onboarding, residency),
    agreementsOf(deps, residency.id, events),
    Promise.all(exits.map((event) => deps.checklists.of(exitOwner(event.id)))),
  ]);
  const places = placesOf(spaces, residency.id, today);
  const place = presentPlace(places, today);
  return {
    ...rules,
    residency,
    events,
    today,
    standing: standingOf(residency, { events, place }, today),
    places,
    place,
    reporting: reportingOf(residency, { events, ...rules.onboarding }, now),
    requests,
    documents: askedStill(residency, documents),
    agreements,
    checklists: [...checklists, ...exitLists.flat()],
  };
}

/** Once its documents are accepted nothing more is asked for: what was not sent is no more shown as missing. */
const askedStill = (
  { documentsAcceptedAt }: Residency,
  documents: readonly AskedDocument[],
): readonly AskedDocument[] =>
  documentsAcceptedAt === undefined ? documents : documents.filter(({ state }) => state !== 'missing');

/** All that there is of a residency, for the staff. */
export interface ResidencyFile extends Stand {
  /** In the order in which it happened; who has looked at it apart. */
  readonly happened: readonly AuditEvent[];
  readonly readings: readonly AuditEvent[];
  /** Names of the staff by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

export async function residencyFileOf(
  deps: ResidencyReach,
  residency: Residency,
  now: Instant,
): Promise<ResidencyFile> {
  const stand = await standOf(deps, residency, now);
  const all = await happenedIn(deps, stand);
  const isReading = ({ type }: AuditEvent): boolean => type === 'PersonalDataRead';
  const ids = [
    ...all.flatMap(peopleIn),
    ...stand.requests.map(({ assignee }) => assigneeId(assignee)),
    ...(residency.measures ?? []).map(({ by }) => by),
    stand.onboarding.manager,
    stand.onboarding.director,
  ];
  return {
    ...stand,
    happened: all.filter((event) => !isReading(event)),
    readings: all.filter(isReading),
    names: await peopleNames(deps, ids.filter(isPersonId)),
  };
}

/** What the audit tells of a residency since its place was accepted, of what happened in it, and of its spaces. */
async function happenedIn({ eventsOf }: ResidencyReach, { residency, events, places }: Stand): Promise<AuditEvent[]> {
  const { id, acceptedAt } = residency;
  const spaces = new Set(places.map(({ space }) => space.id));
  const [own, ofSpaces] = await Promise.all([
    Promise.all([id, ...events.map((event) => event.id)].map(eventsOf)),
    Promise.all([...spaces].map((space) => eventsOf(spaceSubject(space)))),
  ]);
  return [
    ...own.flat().filter(({ at }) => at >= acceptedAt),
    ...ofSpaces.flat().filter(({ data }) => data.kind === residencyKind && data.holder === id),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
