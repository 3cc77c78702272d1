import type { Admission } from '../selection/admission.ts';
import type { SnapshotEntries, SnapshotHead } from '../selection/snapshot-items.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';

export type ReleaseDependencies = Pick<Dependencies, 'admissions' | 'applications' | 'seats' | 'rounds' | 'commit'>;

/** How far a release is: the phase, and how much of it is done. */
export interface Progress {
  readonly phase: 'places' | 'seats' | 'mails';
  readonly done: number;
}

/** A page: the next revision of the admission is committed with it. */
export interface Page {
  readonly deps: ReleaseDependencies;
  readonly was: Admission;
  readonly head: SnapshotHead;
  readonly entries: SnapshotEntries;
  readonly from: number;
  readonly now: Instant;
  readonly next: (progress: Progress, change?: Partial<Admission>) => Admission;
}
