import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Condition,
  Fail,
  JitterType,
  TaskInput,
  type TaskStateBase,
  Wait,
  WaitTime,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

/** What every task is given: the step's name, the subject's reference and the run's name; ids only. */
export const stepInput = (step: string) => ({
  step,
  reference: '{% $states.input.reference %}',
  run: '{% $states.context.Execution.Name %}',
});

/** Faults are retried for about two minutes: 2 s, doubling, with jitter, 6 tries. */
export function retryFaults<Task extends TaskStateBase>(task: Task): Task {
  task.addRetry({
    errors: ['States.ALL'],
    interval: Duration.seconds(2),
    backoffRate: 2,
    maxAttempts: 6,
    jitterStrategy: JitterType.FULL,
  });
  return task;
}

/** A step that a Lambda does by itself; its output is the reference and the `outcome` on which a Choice branches. */
export const task = (scope: Construct, name: string, props: { readonly step: string; readonly tasks: IFunction }) =>
  retryFaults(
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

/** On which a Choice branches: the outcome of the state before is one of these. */
export const outcome = (...wanted: string[]) =>
  Condition.jsonata(`{% $states.input.outcome in ${JSON.stringify(wanted).replaceAll('"', "'")} %}`);

/**
 * A step that counts how much of something is done. `done` and `of` are for whoever looks at the run; `seconds` is how
 * long to wait before it is counted again, which grows with `checks`, the times it was counted already.
 */
export const count = (scope: Construct, name: string, props: { readonly step: string; readonly tasks: IFunction }) =>
  retryFaults(
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

/** Catches what retrying did not mend: the subject is marked as stuck, the operator told, the run fails readably. */
export function stuckHandler(scope: Construct, tasks: IFunction): (...caught: TaskStateBase[]) => void {
  const mark = retryFaults(
    LambdaInvoke.jsonata(scope, 'Mark as stuck and tell the operator', {
      lambdaFunction: tasks,
      payload: TaskInput.fromObject({ ...stepInput('mark-stuck'), error: '{% $states.input.error %}' }),
      outputs: { reference: '{% $states.input.reference %}', error: '{% $states.input.error %}' },
      retryOnServiceExceptions: false,
    }),
  );
  mark.next(
    Fail.jsonata(scope, 'Stuck', {
      error: 'Stuck',
      cause: "{% $states.input.reference & ' is stuck: ' & $states.input.error & '. See docs/runbook.md#stuck' %}",
    }),
  );
  return (...caught) => {
    for (const state of caught) {
      state.addCatch(mark, {
        errors: ['States.ALL'],
        outputs: { reference: '{% $states.input.reference %}', error: '{% $states.errorOutput.Error %}' },
      });
    }
  };
}
