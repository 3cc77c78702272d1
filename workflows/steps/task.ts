import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Fail,
  type IChainable,
  JitterType,
  TaskInput,
  type TaskStateBase,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

/** The steps that a capability does, each with every outcome on which its run goes on; from its `joints.ts`. */
export type StepOutcomes = Readonly<Record<string, readonly string[]>>;

/** Which step a state does, and the function that does it. */
export interface Given<Steps extends StepOutcomes, Step extends keyof Steps & string> {
  readonly steps: Steps;
  readonly step: Step;
  readonly tasks: IFunction;
}

/** A state with its shared Retry, and the outcomes of its step: a Choice after it has to list them all. */
export const withOutcomes = <Steps extends StepOutcomes, Step extends keyof Steps & string, Task extends TaskStateBase>(
  { steps, step }: Given<Steps, Step>,
  state: Task,
): Task & { readonly outcomes: Steps[Step] } => Object.assign(retryFaults(state), { outcomes: steps[step] });

/** What every task is given: the step's name, the subject's reference and the run's name; ids only. */
export const stepInput = (step: string) => ({
  step,
  reference: '{% $states.input.reference %}',
  run: '{% $states.context.Execution.Name %}',
});

/**
 * Faults are retried for two minutes, in any case: after 2 s, doubling, 6 times. Full jitter may draw every delay down to
 * nothing, and spanned a minute on average; runs do not fail in step, since a rate limiter spreads their starts, and the SDK's own
 * retries within a try have jitter.
 */
function retryFaults<Task extends TaskStateBase>(task: Task): Task {
  task.addRetry({
    errors: ['States.ALL'],
    interval: Duration.seconds(2),
    backoffRate: 2,
    maxAttempts: 6,
    jitterStrategy: JitterType.NONE,
  });
  return task;
}

/** A step that a Lambda does by itself; its output is the reference and the `outcome` on which a Choice branches. */
export const task = <Steps extends StepOutcomes, Step extends keyof Steps & string>(
  scope: Construct,
  name: string,
  props: Given<Steps, Step>,
) =>
  withOutcomes(
    props,
    LambdaInvoke.jsonata(scope, name, {
      lambdaFunction: props.tasks,
      payload: TaskInput.fromObject(stepInput(props.step)),
      outputs: {
        reference: '{% $states.input.reference %}',
        outcome: '{% $states.result.Payload.outcome %}',
      },
      retryOnServiceExceptions: false,
    }),
  );

/**
 * A step that counts how much of something is done. `done` and `of` are for whoever looks at the run; `seconds` is how
 * long to wait before it is counted again, which grows with `checks`, the times it was counted already.
 */
export const count = <Steps extends StepOutcomes, Step extends keyof Steps & string>(
  scope: Construct,
  name: string,
  props: Given<Steps, Step>,
) =>
  withOutcomes(
    props,
    LambdaInvoke.jsonata(scope, name, {
      lambdaFunction: props.tasks,
      payload: TaskInput.fromObject({
        ...stepInput(props.step),
        checks: '{% $exists($states.input.checks) ? $states.input.checks : 0 %}',
      }),
      outputs: {
        reference: '{% $states.input.reference %}',
        outcome: '{% $states.result.Payload.outcome %}',
        done: '{% $states.result.Payload.done %}',
        of: '{% $states.result.Payload.of %}',
        checks: '{% $states.result.Payload.checks %}',
        seconds: '{% $states.result.Payload.seconds %}',
      },
      retryOnServiceExceptions: false,
    }),
  );

/** Waits as long as the count before it said. */
export const waitToCountAgain = (scope: Construct, name: string) =>
  Wait.jsonata(scope, name, { time: WaitTime.seconds('{% $states.input.seconds %}') });

/** Without an error it is entered from a Choice whose step gave an outcome that the definition does not know. */
const error = "{% $exists($states.input.error) ? $states.input.error : 'OutcomeNotListed' %}";

/** The state that failed and how often it was tried; nothing from a Choice, which does not fail. */
const state = "{% $exists($states.input.state) ? $states.input.state : '' %}";
const tries = '{% $exists($states.input.tries) ? $states.input.tries : 0 %}';

/** Where faults lead that no retry mends: the subject is marked as stuck, the operator told, the run fails readably. */
export interface Stuck {
  readonly state: IChainable;
  readonly catches: (...states: TaskStateBase[]) => void;
}

/** @param names of its two states: other ones for the states inside of another, of which none leads out */
export function stuckHandler(
  scope: Construct,
  tasks: IFunction,
  names = { mark: 'Mark as stuck and tell the operator', end: 'Stuck' },
): Stuck {
  const mark = retryFaults(
    LambdaInvoke.jsonata(scope, names.mark, {
      lambdaFunction: tasks,
      payload: TaskInput.fromObject({ ...stepInput('mark-stuck'), error, state, tries }),
      outputs: { reference: '{% $states.input.reference %}', error },
      retryOnServiceExceptions: false,
    }),
  );
  mark.next(
    Fail.jsonata(scope, names.end, {
      error: 'Stuck',
      cause: "{% $states.input.reference & ' is stuck: ' & $states.input.error & '. See docs/runbook.md#stuck' %}",
    }),
  );
  return {
    state: mark,
    catches: (...states) => {
      for (const state of states) {
        state.addCatch(mark, {
          errors: ['States.ALL'],
          outputs: {
            reference: '{% $states.input.reference %}',
            error: '{% $states.errorOutput.Error %}',
            state: '{% $states.context.State.Name %}',
            // A fault here would keep the mark from being made.
            tries: '{% $exists($states.context.State.RetryCount) ? $states.context.State.RetryCount + 1 : 0 %}',
          },
        });
      }
    },
  };
}
