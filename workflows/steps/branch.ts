import { type Chain, Choice, Condition, type IChainable, type TaskStateBase } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Stuck } from './task.ts';

/** An expression that is true for the outcomes that are listed. */
export const isOneOf = (outcomes: readonly string[]): string =>
  `$states.input.outcome in [${outcomes.map((outcome) => `'${outcome}'`).join(',')}]`;

interface Ways<Outcome extends string> {
  readonly stuck: Stuck;
  /** Where each outcome leads: a forgotten or misspelt one does not compile. */
  readonly next: Readonly<Record<Outcome, IChainable>>;
}

/**
 * Leads on by an outcome. One that is not listed, which only other code than this can give, marks the subject as stuck:
 * it never ends green.
 */
export function choose<Outcome extends string>(scope: Construct, name: string, { stuck, next }: Ways<Outcome>): Choice {
  const choice = Choice.jsonata(scope, name);
  const targets = Object.entries<IChainable>(next);
  for (const target of new Set(targets.map(([, to]) => to))) {
    const outcomes = targets.flatMap(([outcome, to]) => (to === target ? [outcome] : []));
    choice.when(Condition.jsonata(`{% ${isOneOf(outcomes)} %}`), target);
  }
  choice.otherwise(stuck.state);
  return choice;
}

/** Goes on from a step by its outcome. */
export const branch = <const Outcomes extends readonly string[]>(
  scope: Construct,
  name: string,
  { of: step, ...ways }: Ways<Outcomes[number]> & { readonly of: TaskStateBase & { readonly outcomes: Outcomes } },
): Chain => step.next(choose(scope, name, ways));
