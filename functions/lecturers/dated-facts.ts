import { Fault } from '../shared/errors.ts';
import { addDays, type LocalDate, seoulDateOf } from '../shared/time.ts';
import type { Claim } from '../wages/claim.ts';
import { type Facts, type Lecturer, payeeOf } from './lecturer.ts';
import type { LecturersTable } from './lecturers-table.ts';

/** A version of a lecturer's facts, as far as it decides the pay. */
export type PayFacts = Pick<Facts, 'grade' | 'cap' | 'payee' | 'since' | 'loadedAt'>;

/** All versions of what decides a lecturer's pay, the oldest first, the present one last. */
export const allFactsOf = async (
  lecturers: Pick<LecturersTable, 'factsOf'>,
  lecturer: Lecturer,
): Promise<readonly PayFacts[]> =>
  lecturer.facts > 1 ? [...(await lecturers.factsOf(lecturer.id)), lecturer] : [lecturer];

/** A version with the days on which it holds. */
interface Held {
  readonly facts: PayFacts;
  /** None: for ever. */
  readonly until: LocalDate | undefined;
}

/**
 * The versions in the order of their days, the oldest first. The first one holds for all days before, too; of two for the
 * same day the newer one does.
 */
function heldOf(versions: readonly PayFacts[]): Held[] {
  const held: Held[] = [];
  let from: LocalDate | undefined;
  for (const [index, facts] of [...versions.entries()].reverse()) {
    const since = index === 0 ? undefined : (facts.since ?? seoulDateOf(facts.loadedAt));
    if (from !== undefined && since !== undefined && since >= from) continue;
    held.unshift({ facts, until: from && addDays(from, -1) });
    from = since;
    if (from === undefined) break;
  }
  return held;
}

/** What a claim is calculated with: grade and cap of each day taught, and who is paid on a day. */
export function claimantOn(versions: readonly PayFacts[], paidOn: LocalDate): Claim['lecturer'] {
  const held = heldOf(versions);
  const [present, payer] = [held.at(-1), held.find(({ until }) => until === undefined || paidOn <= until)];
  if (!present || !payer) throw new Fault('LecturerMissing', { facts: 'none' });
  const former = held.flatMap(({ facts: { grade, cap }, until }) => (until ? [{ until, grade, cap: cap.class }] : []));
  return {
    grade: present.facts.grade,
    cap: present.facts.cap.class,
    payee: payeeOf(payer.facts.payee),
    ...(former.length > 0 && { former }),
  };
}
