import type { SessionDependencies } from '../applications/pages/context.ts';
import type { DeskDependencies } from '../desk/open-desk.ts';
import type { Telling } from '../desk/telling.ts';
import type { AskDependencies } from '../requests/ask.ts';
import type { SignLink } from '../shared/links.ts';
import type { ResidencyReach } from './residency-reach.ts';

/** What the pages of residencies reach, at the desk and those of startups. */
export type ResidencyPagesDependencies = ResidencyReach &
  DeskDependencies &
  SessionDependencies &
  AskDependencies & {
    /** How what happened is told. */
    readonly telling: Telling;
    /** A startup goes on from its page to what it is asked. */
    readonly sign: SignLink;
  };
