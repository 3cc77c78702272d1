import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { acknowledge } from '../nag.ts';
import type { EntryFunction } from './entry-function.ts';

/** The fast path of the outbox: new entries go to the dispatcher as they are stored. The sweep is the guarantee. */
export class OutboxStream extends Construct {
  constructor(scope: Construct, id: string, props: { readonly table: Table; readonly dispatch: EntryFunction }) {
    super(scope, id);
    acknowledge(
      props.dispatch,
      ['AwsSolutions-IAM5[Resource::*]'],
      'dynamodb:ListStreams knows no resources; reading is limited to the stream of the outbox.',
    );
    props.dispatch.function.addEventSource(
      new DynamoEventSource(props.table, {
        startingPosition: StartingPosition.LATEST,
        batchSize: 25,
        maxBatchingWindow: Duration.seconds(0),
        // As many as there may be, so that a start behind a burst of mails is seen soon; what has no slot waits elsewhere.
        parallelizationFactor: 10,
        // What the dispatcher could not even take is the sweep's; nothing holds up what comes after it.
        retryAttempts: 2,
        bisectBatchOnError: true,
        maxRecordAge: Duration.hours(1),
        filters: [{ pattern: JSON.stringify({ eventName: ['INSERT'] }) }],
      }),
    );
  }
}
