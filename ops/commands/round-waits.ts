import type { Dependencies } from '../../functions/app/dependencies.ts';
import { applicationInRun } from '../../functions/applications/application.ts';
import { presentRequest } from '../../functions/applications/open-requests.ts';
import type { PersonRequest } from '../../functions/requests/request.ts';
import {
  type Admission,
  type AdmissionState,
  admissionInRun,
  roundSubject,
} from '../../functions/selection/admission.ts';
import { formatEnd } from '../../functions/shared/time.ts';
import { capabilities } from '../capabilities.ts';
import { holderOf } from './holder-of.ts';

/** States in which people are asked; in the others the round's own run is at work. */
const withPeople: readonly AdmissionState[] = ['OPEN', 'SETTLING', 'REVIEWING', 'WITH_COMMITTEE', 'SEATING'];

/** Whom a round waits for, whatever state it is in: somebody, its own run, or nobody at all. */
export async function roundWaits(deps: Dependencies, admission: Admission): Promise<readonly string[]> {
  const { state, stuck } = admission;
  const people = withPeople.includes(state) ? counted(await asked(deps, admission)) : [];
  const operator = stuck ? ['an operator: it is stuck, redrive it'] : [];
  const found = [...operator, ...people];
  if (found.length > 0) return found;
  return [admissionInRun(admission) ? 'nobody: its run is at work' : 'nobody: it has ended'];
}

async function asked(deps: Dependencies, admission: Admission): Promise<readonly string[]> {
  const { roundId, state } = admission;
  if (state === 'OPEN') {
    const round = await deps.rounds.current(roundId);
    const until = round ? ` until ${formatEnd(round.closesAt, 'en')}` : '';
    return [`applicants${until}`, ...(await intakeAtWork(deps, roundId))];
  }
  if (state === 'SETTLING') return intakeAtWork(deps, roundId);
  for (const { waitingFor: others } of capabilities) {
    const found = await others?.(deps, admission);
    if (found) return found;
  }
  const ids = await deps.requests.ofSubject(roundSubject(roundId));
  return (await Promise.all(ids.map((id) => deps.requests.get(id)))).flatMap(holderOf);
}

/** Who is asked the same several times is told once, with how often. */
export const counted = (holders: readonly string[]): string[] =>
  [...Map.groupBy(holders, (holder) => holder)].map(([holder, { length }]) =>
    length > 1 ? `${holder} (${length})` : holder,
  );

async function intakeAtWork(deps: Dependencies, roundId: string): Promise<string[]> {
  const requests: (PersonRequest | undefined)[] = [];
  let after: string | undefined;
  do {
    const page = await deps.applications.sentIn(roundId, after, 100);
    const open = (await deps.applications.many(page.references)).filter(applicationInRun);
    requests.push(...(await Promise.all(open.map((application) => presentRequest(deps, application)))));
    after = page.after;
  } while (after !== undefined);
  return requests.flatMap(holderOf);
}
