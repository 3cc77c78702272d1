import type { Dependencies } from '../functions/app/dependencies.ts';
import type { Application } from '../functions/applications/application.ts';
import type { Admission } from '../functions/selection/admission.ts';
import type { MachineName } from '../functions/shared/names.ts';
import type { Command } from './command.ts';
import type { Context, Reading, Row } from './context.ts';

/** What a capability brings to the command line: what it can do, and what it shows of its own things and of others'. */
export interface CapabilityOps {
  readonly commands?: Readonly<Record<string, Command>>;
  /** Something of its own by its id: rows for `find`, or nothing if it has none of that id. */
  readonly ofId?: (context: Reading, id: string) => Promise<readonly Row[] | undefined>;
  readonly ofApplication?: (context: Reading, application: Application) => Promise<readonly Row[]>;
  readonly ofRound?: (context: Reading, admission: Admission) => Promise<readonly Row[]>;
  /** Whom the round waits for, if it is at a step of this capability. */
  readonly waitingFor?: (deps: Dependencies, admission: Admission) => Promise<readonly string[] | undefined>;
  /** Whom the present run about something waits for, by the machine's name. */
  readonly holders?: Partial<
    Readonly<Record<MachineName, (deps: Dependencies, id: string) => Promise<readonly string[]>>>
  >;
  /** Erases somebody of its own, after it was confirmed; says whether there is somebody of that id. */
  readonly erase?: (context: Context, id: string) => Promise<boolean>;
  /** Whose item counts its revisions, and is marked when it is stuck: known by its sort key, by where all stand, or alone in its table. */
  readonly revised?: { readonly table: keyof Context['tables']; readonly machine: MachineName } & (
    | { readonly sk: string; readonly pk?: undefined }
    | { readonly pk: string; readonly sk?: undefined }
    | { readonly pk?: undefined; readonly sk?: undefined }
  );
}
