import { Duration } from 'aws-cdk-lib';
import { IntegrationPattern, TaskInput, Timeout } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { type Given, type StepOutcomes, stepInput, withOutcomes } from './task.ts';

/** The last safety net of a state that waits for a person; requests keep their own, much shorter, clock. */
const askTimeout = Duration.days(180);

/**
 * Asks a person and waits for the outcome of the request. The Lambda opens the request, or finds it open, and leaves
 * the callback with it; the outcome comes by SendTaskSuccess.
 */
export const ask = <Steps extends StepOutcomes, Step extends keyof Steps & string>(
  scope: Construct,
  name: string,
  props: Given<Steps, Step>,
) =>
  withOutcomes(
    props,
    LambdaInvoke.jsonata(scope, name, {
      lambdaFunction: props.tasks,
      integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
      payload: TaskInput.fromObject({ ...stepInput(props.step), token: '{% $states.context.Task.Token %}' }),
      outputs: {
        reference: '{% $states.input.reference %}',
        outcome: '{% $states.result.outcome %}',
      },
      taskTimeout: Timeout.duration(askTimeout),
      retryOnServiceExceptions: false,
    }),
  );
