import * as z from 'zod';
import type { PeopleTable } from '../people/people-table.ts';
import type { Commit } from '../shared/database/commit.ts';
import { Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { markStuck } from './mark-stuck.ts';
import type { Runs } from './run.ts';

/** What a step is given: ids only. */
export interface RunStep {
  /** The id of what the run is about. */
  readonly reference: string;
  readonly run: string;
}
export type CountStep = RunStep & { readonly checks: number };
export type AskStep = RunStep & { readonly token: string };

type Step<Reach, Given, Result> = (deps: Reach, step: Given, now: Instant) => Promise<Result>;

interface Counting<Outcome extends string> {
  readonly outcome: Outcome;
}

type Listed = Readonly<Record<string, readonly string[]>>;

/**
 * The steps that a capability does, with the outcomes that its joints list: tasks end by themselves, counts say how far
 * something is, asks wait for somebody.
 */
export interface StepsOf<Reach, Steps extends Listed> {
  readonly counts?: { readonly [Name in keyof Steps]?: Step<Reach, CountStep, Counting<Steps[Name][number]>> };
  readonly tasks?: { readonly [Name in keyof Steps]?: Step<Reach, RunStep, Steps[Name][number]> };
  readonly asks?: { readonly [Name in keyof Steps]?: Step<Reach, AskStep, void> };
}

const subject = { step: z.string(), reference: z.string(), run: z.string() };

/** What a state gives its step: ids only. */
const inputSchema = z.union([
  z.object({
    ...subject,
    step: z.literal('mark-stuck'),
    error: z.string(),
    // Whatever they are, the mark is made.
    state: z.string().optional().catch(undefined),
    tries: z.number().optional().catch(undefined),
  }),
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
  steps: StepsOf<Reach, Listed>,
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
