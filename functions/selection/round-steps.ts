import type { Instant } from '../shared/time.ts';
import type { Counted } from './counting.ts';
import type { AskStep, CountStep, RoundStep } from './see-round.ts';

type Step<Reach, Given, Result> = (deps: Reach, step: Given, now: Instant) => Promise<Result>;

/** The steps of cohort-admission and seat-offer that a capability does, by their names. */
export interface RoundSteps<Reach> {
  readonly counts?: Readonly<Record<string, Step<Reach, CountStep, Counted>>>;
  readonly tasks?: Readonly<Record<string, Step<Reach, RoundStep, string>>>;
  readonly asks?: Readonly<Record<string, Step<Reach, AskStep, void>>>;
}
