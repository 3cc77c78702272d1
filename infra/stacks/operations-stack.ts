import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import * as shapes from '../../functions/app/tables.ts';
import { Operations } from '../constructs/operations.ts';
import type { Stage } from '../stage.ts';
import { workflows } from '../workflows.ts';
import type { AppStack } from './app-stack.ts';

/**
 * Alarms and the dashboard, which are a fifth of all resources: apart from the app, so that there is room for programmes
 * to come (CloudFormation takes 500 resources a stack).
 */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { readonly stage: Stage; readonly app: AppStack }) {
    super(scope, id, props);
    const { stage, app } = props;
    new Operations(this, 'Operations', {
      stage,
      tables: Object.keys(shapes),
      entries: app.functions.all.map(({ entry }) => entry),
      onTheClock: app.functions.which(({ onTheClock }) => onTheClock === true).map(({ entry }) => entry),
      workflows: workflows.map(({ name }) => name),
      api: app.api,
    });
  }
}
