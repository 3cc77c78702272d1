import type { DecisionProof } from '../second-factor/proofs.ts';
import type { Dependencies as Below } from '../timetable/dependencies.ts';
import type { LecturersTable } from './lecturers-table.ts';

/** What the use cases about lecturers reach; each asks for the few that it uses. */
export interface Dependencies extends Below {
  readonly lecturers: LecturersTable;
  /** Of decisions on money, from here on up. */
  readonly decisionProof: DecisionProof;
}
