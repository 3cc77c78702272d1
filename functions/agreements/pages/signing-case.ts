import type { AskDependencies } from '../../codes/ask-for-code.ts';
import type { DocumentsTable } from '../../documents/documents-table.ts';
import type { Held } from '../../requests/pages/kinds.ts';
import type { SessionsTable } from '../../sessions/sessions-table.ts';
import type { SignLink } from '../../shared/links.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Case } from '../requests.ts';
import type { Shown } from './agreement-parts.tsx';

/** What the pages on which somebody signs reach. */
export type SignDependencies = Dependencies &
  AskDependencies & {
    readonly documents: DocumentsTable;
    readonly sessions: SessionsTable;
    readonly signCode: SignLink;
    readonly secure: boolean;
  };

/** A request to sign with what it is about, and who has it. */
export interface Signing extends Case {
  readonly held: Held;
  readonly shown: Shown;
  /** Where the code goes. */
  readonly email: string;
  /** The name that has to be typed. */
  readonly expected: string;
  readonly by: string;
}
