import * as z from 'zod';
import type { PeopleTable } from '../people/people-table.ts';
import { markStuck } from '../runs/mark-stuck.ts';
import type { Runs } from '../runs/run.ts';
import type { Commit } from '../shared/commit.ts';
import { Fault } from '../shared/errors.ts';
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

const subject = { step: z.string(), reference: z.string(), run: z.string() };

/** What a state gives its step: ids only. */
const inputSchema = z.union([
  z.object({ ...subject, step: z.literal('mark-stuck'), error: z.string() }),
  z.object({ ...subject, checks: z.number().int().nonnegative() }),
  z.object({ ...subject, token: z.string() }),
  z.object(subject),
]);

interface Outcome {
  readonly outcome: string;
}
type Doing<Reach> = (deps: Reach, now: Instant) => Promise<Outcome>;

/** Does the steps that a capability brings, by what a state gives; the outcome is what a Choice branches on. */
export interface StepDoer<Reach> {
  /** What does it, if the capability does. */
  readonly find: (input: unknown) => Doing<Reach> | undefined;
  /** @throws if the capability has no such step */
  readonly perform: (deps: Reach, input: unknown, now: Instant) => Promise<Outcome>;
}

/** Of the capability whose `runs` they are, it marks as stuck too. */
export function stepDoer<Reach extends { readonly people: PeopleTable; readonly commit: Commit }>(
  steps: RoundSteps<Reach, Listed>,
  runs?: (deps: Reach) => Runs,
): StepDoer<Reach> {
  const find = (given: unknown): Doing<Reach> | undefined => {
    const input = inputSchema.parse(given);
    if ('error' in input) {
      return (
        runs &&
        (async (deps, now) => {
          await markStuck(deps, runs(deps), input, now);
          return { outcome: 'STUCK' };
        })
      );
    }
    if ('checks' in input) {
      const count = steps.counts?.[input.step];
      return count && ((deps, now) => count(deps, input, now));
    }
    if ('token' in input) {
      const ask = steps.asks?.[input.step];
      return (
        ask &&
        (async (deps, now) => {
          await ask(deps, input, now);
          return { outcome: 'ASKED' };
        })
      );
    }
    const task = steps.tasks?.[input.step];
    return task && (async (deps, now) => ({ outcome: await task(deps, input, now) }));
  };
  return {
    find,
    perform: async (deps, input, now) => {
      const doing = find(input);
      if (!doing) throw new Fault('StepUnknown', { step: inputSchema.parse(input).step });
      return doing(deps, now);
    },
  };
}
