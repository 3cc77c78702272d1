import { contractsLeaving } from '../contracts/end-contracts.ts';
import { resumeWithNews } from '../requests/ask.ts';
import { eventBegins } from '../residencies/begin-event.ts';
import { type Contract, holderOf, lastOf, type Residency } from '../residencies/residency.ts';
import { changedResidencyEvent, type ResidencyEvent } from '../residencies/residency-event.ts';
import type { EndedBy } from '../residency-rules/early-end.ts';
import { startOf } from '../runs/run.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import { joinedParts, type Parts } from '../shared/database/commit.ts';
import { type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import { endContract, type NotDecided, releaseSpace } from '../spaces/decide-space.ts';
import { allHeldBy } from '../spaces/held-space.ts';
import type { Held } from '../spaces/space.ts';
import type { Dependencies } from './dependencies.ts';
import { renewalsDropped } from './drop-renewals.ts';
import { exitAbout } from './exit-events.ts';

export type EndReach = Pick<Dependencies, 'requests' | 'residencyEvents' | 'spaces'>;

export interface Ends {
  readonly side: EndedBy;
  readonly lastDay: LocalDate;
  readonly reason: string;
  /** Who has decided it, as the audit names them. */
  readonly by: string;
}

/** Why a contract cannot end on a day. */
export type NotEnded =
  /** A move to another space is planned for a later day: it is undone first. */
  | { readonly kind: 'moves-later'; readonly space: string; readonly on: LocalDate }
  | { readonly kind: 'space'; readonly why: NotDecided };

export type Ended =
  | { readonly kind: 'ends'; readonly contracts: Contract[]; readonly event: EventDraft; readonly parts: Parts }
  | NotEnded;

/** The contracts, the last of which ends on a day; one that would have begun later never does. */
function endedContracts(was: Residency, { side, lastDay, reason }: Ends, now: Instant): Contract[] {
  const last = lastOf(was);
  const kept = was.contracts.filter(({ from }) => from <= lastDay);
  const insteadOf = last.endedEarly?.insteadOf ?? last.to;
  const endedEarly = { by: side, noticedOn: seoulDateOf(now), insteadOf, at: now, reason };
  return kept.map((contract, index) =>
    index === kept.length - 1 ? { ...contract, to: lastDay, endedEarly } : contract,
  );
}

/**
 * What follows when a contract ends on a day before its last one: the space is held no longer than that, the exit begins
 * at once, and what would have gone on with it ends. The caller stores the contracts, and that no change is asked for.
 */
export async function contractEnds(deps: EndReach, was: Residency, ends: Ends, now: Instant): Promise<Ended> {
  const spaces = await spacesEnd(deps, await allHeldBy(deps.spaces, holderOf(was)), ends, now);
  if (spaces.kind !== 'parts') return spaces;
  const contracts = endedContracts(was, ends, now);
  const events = await deps.residencyEvents.of(was.id);
  const last = lastOf({ contracts });
  return {
    kind: 'ends',
    contracts,
    event: {
      subject: was.id,
      type: 'ContractEndedEarly',
      by: ends.by,
      at: now,
      data: { contract: last.number, side: ends.side, lastDay: last.to, insteadOf: lastOf(was).to },
    },
    parts: joinedParts([
      ...spaces.parts,
      exitBegins(deps, was, { about: exitAbout(events, last.number), events, by: ends.by }, now),
      await contractsLeaving(deps, { residency: was.id, by: ends.by }, now),
      await renewalsDropped(deps, events, ends.by, now),
    ]),
  };
}

type SpacesEnd = { readonly kind: 'parts'; readonly parts: readonly Parts[] } | NotEnded;

async function spacesEnd(
  { spaces }: Pick<EndReach, 'spaces'>,
  held: readonly Held[],
  { lastDay: to, by }: Ends,
  now: Instant,
): Promise<SpacesEnd> {
  const parts: Parts[] = [];
  for (const { space, holding } of held) {
    if (holding.to <= to) continue;
    if (holding.from > to && holding.movedFrom !== undefined) {
      return { kind: 'moves-later', space: space.id, on: holding.from };
    }
    const about = { space: space.id, number: holding.number, by };
    const decided = await (holding.from > to
      ? releaseSpace(spaces, about, now)
      : endContract(spaces, { ...about, to }, now));
    if (decided.kind === 'decided') parts.push(decided);
    else if (decided.kind !== 'unchanged') return { kind: 'space', why: decided };
  }
  return { kind: 'parts', parts };
}

/**
 * The exit begins, or looks at its last day once more. Its run may be waiting for the last day as it was: then another
 * takes its place.
 */
function exitBegins(
  { residencyEvents }: Pick<EndReach, 'residencyEvents'>,
  { id: residency }: Residency,
  { about, events, by }: { readonly about: string; readonly events: readonly ResidencyEvent[]; readonly by: string },
  now: Instant,
): Parts {
  const was = events.find((event) => event.kind === 'exit' && event.about === about);
  if (!was) return eventBegins({ residencyEvents }, { residency, kind: 'exit', about }, by, now);
  const { change, outbox } = resumeWithNews(was);
  const run = was.callback === undefined ? was.run + 1 : was.run;
  const next = changedResidencyEvent(was, now, { ...change, ...(run !== was.run && { run, stuck: undefined }) });
  return {
    changes: [residencyEvents.save(next, was)],
    events: [{ subject: was.id, type: 'ExitNews', by, at: now, data: { residency } }],
    outbox: run === was.run ? outbox : [startOf('residency-event', was.id, run)],
  };
}
