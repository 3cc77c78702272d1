import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { type Function as LambdaFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';

/** The fast path of the outbox: new entries go to the dispatcher as they are stored. The sweep is the guarantee. */
export class OutboxStream extends Construct {
  constructor(scope: Construct, id: string, props: { readonly table: Table; readonly dispatch: LambdaFunction }) {
    super(scope, id);
    props.dispatch.addEventSource(
      new DynamoEventSource(props.table, {
        startingPosition: StartingPosition.LATEST,
        batchSize: 25,
        maxBatchingWindow: Duration.seconds(0),
        parallelizationFactor: 4,
        retryAttempts: 2,
        filters: [{ pattern: JSON.stringify({ eventName: ['INSERT'] }) }],
      }),
    );
  }
}
