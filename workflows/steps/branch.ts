import { type Chain, Choice, Condition, type IChainable, type TaskStateBase } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Stuck } from './task.ts';

interface Branches<Outcomes extends readonly string[]> {
  readonly of: TaskStateBase & { readonly outcomes: Outcomes };
  readonly stuck: Stuck;
  /** Where each outcome leads: a forgotten or misspelt one does not compile. */
  readonly next: Readonly<Record<Outcomes[number], IChainable>>;
}

/**
 * Goes on from a step by its outcome. One that is not listed, which only other code than this can give, marks the
 * subject as stuck: it never ends green.
 */
export function branch<const Outcomes extends readonly string[]>(
  scope: Construct,
  name: string,
  { of: step, stuck, next }: Branches<Outcomes>,
): Chain {
  const choice = Choice.jsonata(scope, name);
  const targets = Object.entries<IChainable>(next);
  for (const target of new Set(targets.map(([, to]) => to))) {
    const outcomes = targets.flatMap(([outcome, to]) => (to === target ? [`'${outcome}'`] : []));
    choice.when(Condition.jsonata(`{% $states.input.outcome in [${outcomes.join(',')}] %}`), target);
  }
  return step.next(choice.otherwise(stuck.state));
}
