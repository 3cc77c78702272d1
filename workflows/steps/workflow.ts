import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IChainable } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';

/** The function that does the steps of a capability: its `CAPABILITY-tasks`. */
export type TasksOf = (capability: string) => IFunction;

/** The states of a workflow; each step is called on the function of the capability that does it. */
export type Define = (scope: Construct, tasksOf: TasksOf) => IChainable;
