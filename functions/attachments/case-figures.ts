import type { Application } from '../applications/application.ts';
import type { Quarter } from '../residency-rules/reports.ts';
import type { Instant } from '../shared/time.ts';

/** What a startup of the Lab has reported of a quarter, or that it has not. */
export interface QuarterFigures {
  readonly quarter: Quarter;
  readonly dueAt: Instant;
  readonly sentAt?: Instant | undefined;
  /** As it was said last; nothing, if it was not sent, or is erased. */
  readonly said?:
    | {
        readonly staff: number;
        /** Whole won, as the investment. */
        readonly revenue: number;
        readonly investment: number;
        readonly jobs?: number | undefined;
        readonly milestones: { readonly reached: string; readonly next: string };
      }
    | undefined;
}

/**
 * A port: the figures that whoever judges an application of a round of renewal sees before its answers, the oldest first.
 * Nothing of an application that renews nothing.
 */
export type CaseFigures = (application: Pick<Application, 'renews'>) => Promise<readonly QuarterFigures[] | undefined>;
