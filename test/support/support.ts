import type { Dependencies } from '../../functions/app/dependencies.ts';
import type { ResultOf } from '../../functions/applications/pages/applicant-result.ts';
import type { DeskPagesDependencies } from '../../functions/desk/pages/desk-routes.tsx';
import type { Telling } from '../../functions/desk/telling.ts';
import type { DocumentOwners } from '../../functions/documents/owners.ts';
import type { SignedForms } from '../../functions/documents/signed-forms.ts';
import type { AttachmentsOf } from '../../functions/forms/attachments.ts';
import type { StepDoer } from '../../functions/runs/steps.ts';
import type { Lang } from '../../functions/shared/i18n.ts';
import type { SignLink, VerifyLink } from '../../functions/shared/links.ts';
import type { MachineName } from '../../functions/shared/names.ts';
import type { PageRoute } from '../../functions/shared/pages/handler.ts';
import type { HolderNames } from '../../functions/spaces/holder-names.ts';
import type { Academy } from './academy.ts';
import type { ItemKey } from './gate-log.ts';
import type { Sample } from './mail-previews/sample.ts';
import type { Typing, Visit } from './pages/visits.ts';
import type { TableKey } from './table-keys.ts';

export type Item = Readonly<Record<string, unknown>>;

/** How stored items of each kind (`table.kind`) are read and put back, and how those are read that are never put back whole. */
export interface RecordedItems {
  readonly savingAgain: Readonly<Record<string, (tables: Dependencies, item: Item) => Promise<unknown[]>>>;
  readonly reading: Readonly<Record<string, (tables: Dependencies, item: Item) => Promise<unknown>>>;
}

/** Items that are found by an attribute because something is still to be done about them, or pages list them. */
export interface Indexed {
  readonly table: TableKey;
  readonly attributes: readonly string[];
  readonly has: (key: ItemKey) => boolean;
}

/** What the pages of all capabilities reach together. */
export interface PagesReach
  extends Dependencies,
    Pick<DeskPagesDependencies, 'roles' | 'sign' | 'deskLinks' | 'deskRequests' | 'contextOf'> {
  readonly resultOf: ResultOf;
  readonly telling: Telling;
  readonly attachments: AttachmentsOf;
  readonly holderNames: HolderNames;
  readonly owners: DocumentOwners;
  readonly forms: SignedForms;
  readonly baseUrl: string;
  readonly verifyLink: VerifyLink;
  readonly signCode: SignLink;
  readonly codesAnHour: number;
  readonly secure: boolean;
}

/** What the tests of a capability bring for those of the whole; in a test nobody minds what is loaded with it. */
export interface Support {
  /** Builds every page that its people come to, and says where they are. */
  readonly visits?: (at: Academy, typed: Typing, sign: SignLink) => Promise<readonly Visit[]>;
  /** Realistic data for each of its mails, by the template's name. */
  readonly samples?: (lang: Lang) => Readonly<Record<string, readonly Sample[]>>;
  readonly recorded?: RecordedItems;
  /** Its pages, and the steps of the machines of which it does all, for the academy in memory. */
  readonly routes?: (reach: PagesReach) => readonly PageRoute[];
  readonly steps?: { readonly [Machine in MachineName]?: StepDoer<Dependencies> };
  readonly indexed?: readonly Indexed[];
}
