import { type FoundEvent, findEvent } from '../residencies/find-event.ts';
import { lastOf } from '../residencies/residency.ts';
import type { RunStep } from '../runs/steps.ts';
import type { Parts } from '../shared/database/commit.ts';
import type { Instant } from '../shared/time.ts';
import type { StepDependencies } from './dependencies.ts';
import { exitDropped, withdrawExitList } from './drop-exit.ts';
import { contractOf } from './exit-events.ts';

type Reach = Pick<
  StepDependencies,
  'checklists' | 'commit' | 'documents' | 'requests' | 'residencies' | 'residencyEvents'
>;

const by = 'system:exits';

/**
 * What a step of an exit finds. An exit is gone once it was dropped, or a later contract is in force; a list that was
 * begun at the same moment is then taken back.
 */
export async function findExit(deps: Reach, step: RunStep, now: Instant): Promise<FoundEvent> {
  const found = await findEvent(deps, step);
  if (found.kind === 'over') {
    if (found.outcome === 'GONE') await store(deps, await withdrawExitList(deps, step.reference, { by, now }));
    return found;
  }
  const { event, residency } = found;
  if (event.state !== 'OPEN' || lastOf(residency).number <= contractOf(event)) return found;
  await store(deps, await exitDropped(deps, event, { by, now }));
  return { kind: 'over', outcome: 'GONE' };
}

async function store({ commit }: Pick<Reach, 'commit'>, { changes, events, outbox }: Parts): Promise<void> {
  const [first, ...more] = events;
  if (first) await commit({ changes, events: [first, ...more], outbox });
}
