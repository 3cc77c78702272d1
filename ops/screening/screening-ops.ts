import type { Dependencies } from '../../functions/app/dependencies.ts';
import { presentRunOf } from '../../functions/runs/run.ts';
import { lacksAnybody } from '../../functions/screening/compare-reviews.ts';
import type { Admission } from '../../functions/selection/admission.ts';
import type { CapabilityOps } from '../capability-ops.ts';
import type { Command } from '../command.ts';
import { runRows } from '../commands/runs.ts';
import type { Reading, Row } from '../context.ts';
import { reviewerLink } from './reviewer-link.ts';
import { roundConflicts } from './round-conflicts.ts';
import { screeningClose } from './screening-close.ts';

const commands: Readonly<Record<string, Command>> = {
  'reviewer link': {
    usage: 'reviewer link ROUND PERSON',
    about: 'emails a reviewer a new link; earlier links stop working',
    run: (at, [round, person]) => reviewerLink(at(), round, person),
  },
  'round conflicts': {
    usage: 'round conflicts ROUND',
    about: 'what was taken for a conflict of interest, and what only looks like one (audited)',
    run: (at, [id]) => roundConflicts(at(), id),
  },
  'screening close': {
    usage: 'screening close REFERENCE --reason TEXT',
    about: 'closes an application that nobody can review: it is not selected',
    run: (at, [id]) => screeningClose(at(), id),
  },
};

/** Who reviews an application, and the run that waits for them. */
async function ofApplication(context: Reading, { reference }: { readonly reference: string }): Promise<readonly Row[]> {
  const screening = await context.screenings.get(reference);
  if (!screening) return [];
  const reviews = screening.reviews.map(({ reviewer, state }) => `${reviewer} ${state}`).join(', ');
  return [
    ['screening', `${screening.state}${screening.stuck ? `, stuck: ${screening.stuck.error}` : ''}: ${reviews}`],
    ...(await runRows(context, 'screening', {
      id: reference,
      name: presentRunOf(reference, screening),
      label: 'its run',
      stuck: screening.stuck,
    })),
  ];
}

/** How many applications of a round are reviewed, and which lack a reviewer. */
async function ofRound({ screenings }: Reading, { roundId, state, progress }: Admission): Promise<readonly Row[]> {
  if (state !== 'REVIEWING' || !progress) return [];
  const open = await screenings.openIn(roundId);
  const waiting = (await screenings.many(open)).filter(lacksAnybody).map(({ reference }) => reference);
  return [
    ['reviewed', `${progress.of - open.length} of ${progress.of} applications`],
    ...(waiting.length > 0 ? ([['no reviewer', `${waiting.length}: ${waiting.join(', ')}`]] satisfies Row[]) : []),
  ];
}

/** Who still has reviews to send, and how many. */
async function waitingFor(
  { people, screenings }: Dependencies,
  { roundId, state }: Admission,
): Promise<readonly string[] | undefined> {
  if (state !== 'REVIEWING') return undefined;
  const reviewers = await people.withRole('reviewer');
  const found = await Promise.all(
    reviewers.map(async ({ id }) => {
      const reviews = await screenings.reviewsOf({ roundId, person: id });
      return { id, open: reviews.filter(({ state }) => state === 'OPEN').length };
    }),
  );
  const busy = found.filter(({ open }) => open > 0).map(({ id, open }) => `${id} (${open})`);
  const lacking = (await screenings.many(await screenings.openIn(roundId))).filter(lacksAnybody).length;
  return lacking > 0 ? [...busy, `somebody who may review (${lacking} without a reviewer)`] : busy;
}

/** Who has not sent their review of an application. */
async function holders({ screenings }: Dependencies, reference: string): Promise<readonly string[]> {
  const screening = await screenings.get(reference);
  const open = (screening?.reviews ?? []).filter(({ state }) => state === 'OPEN').map(({ reviewer }) => reviewer);
  return screening && lacksAnybody(screening) ? [...open, 'somebody who may review'] : open;
}

/** What the command line shows of screening, and what it can do about it. */
export const screeningOps: CapabilityOps = {
  commands,
  ofApplication,
  ofRound,
  waitingFor,
  holders: { screening: holders },
  revised: { table: 'SCREENINGS_TABLE', sk: 'screening', machine: 'screening' },
};
