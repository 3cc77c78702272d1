import type { Instant } from '../shared/time.ts';
import type { Counted } from './counting.ts';
import type { AskStep, CountStep, RoundStep } from './see-round.ts';

type Step<Reach, Given, Result> = (deps: Reach, step: Given, now: Instant) => Promise<Result>;

type Listed = Readonly<Record<string, readonly string[]>>;

/** The steps of cohort-admission and seat-offer that a capability does: with the outcomes that its joints list. */
export interface RoundSteps<Reach, Steps extends Listed> {
  readonly counts?: { readonly [Name in keyof Steps]?: Step<Reach, CountStep, Counted<Steps[Name][number]>> };
  readonly tasks?: { readonly [Name in keyof Steps]?: Step<Reach, RoundStep, Steps[Name][number]> };
  readonly asks?: { readonly [Name in keyof Steps]?: Step<Reach, AskStep, void> };
}
