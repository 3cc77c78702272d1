import {
  type Chain,
  type IChainable,
  Map as MapState,
  ProvideItems,
  type TaskStateBase,
} from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { choose, isOneOf } from './branch.ts';
import type { Stuck } from './task.ts';

/**
 * The end of a run whose step mostly says all there is to say. After one of the outcomes `said` it ends at once, which a
 * Choice and an end would take two transitions for; for any other it does what is inside, once: a Map over none or one.
 * An outcome that is listed on neither side goes inside, and marks the subject as stuck there. Its output says how the
 * subject left the run, whichever way it took.
 */
export function settle<const Outcomes extends readonly string[], const Said extends Outcomes[number]>(
  scope: Construct,
  name: string,
  {
    of: step,
    said,
    question,
    stuck,
    next,
  }: {
    readonly of: TaskStateBase & { readonly outcomes: Outcomes };
    readonly said: readonly Said[];
    /** The first state inside: where each outcome that is not said leads. */
    readonly question: string;
    /** Of the states inside. */
    readonly stuck: Stuck;
    readonly next: Readonly<Record<Exclude<Outcomes[number], Said>, IChainable>>;
  },
): Chain {
  const inside = MapState.jsonata(scope, name, {
    items: ProvideItems.jsonata(`{% ${isOneOf(said)} ? [] : [$states.input] %}`),
    outputs: {
      reference: '{% $states.input.reference %}',
      outcome: '{% $count($states.result) = 0 ? $states.input.outcome : $states.result[0].outcome %}',
    },
  });
  inside.itemProcessor(choose(scope, question, { stuck, next }));
  return step.next(inside);
}
