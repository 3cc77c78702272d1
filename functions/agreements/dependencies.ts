import type { PeopleTable } from '../people/people-table.ts';
import type { InterestsIn } from '../requests/interests.ts';
import type { Kinds } from '../requests/kind.ts';
import type { RequestsTable } from '../requests/requests-table.ts';
import type { Commit } from '../shared/database/commit.ts';
import type { PdfFonts } from '../shared/pdf/document.ts';
import type { RandomBytes } from '../shared/random.ts';
import type { AgreementsTable } from './agreements-table.ts';
import type { AgreementOwners } from './owners.ts';

/** What the use cases about agreements reach; each asks for the few that it uses. */
export interface Dependencies {
  readonly agreements: AgreementsTable;
  readonly agreementOwners: AgreementOwners;
  readonly requests: RequestsTable;
  readonly people: PeopleTable;
  readonly kinds: Kinds;
  readonly interestsIn: InterestsIn;
  readonly commit: Commit;
  readonly random: RandomBytes;
  readonly fonts: () => Promise<PdfFonts>;
  /** Where anybody can check a copy, as people type it. */
  readonly baseUrl: string;
}
