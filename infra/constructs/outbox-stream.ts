import { Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { StoredErrand } from '../../functions/outbox/entry.ts';
import { acknowledge } from '../nag.ts';
import type { EntryFunction } from './entry-function.ts';

/** Who reads the stream, and which kinds of entries. */
const readers = { Mails: ['mail'], Runs: ['start', 'resume'] } as const satisfies Record<
  string,
  readonly StoredErrand['kind'][]
>;

/** The fast path of the outbox: new entries go to the dispatcher as they are stored. The sweep is the guarantee. */
export class OutboxStream extends Construct {
  constructor(scope: Construct, id: string, props: { readonly table: Table; readonly dispatch: EntryFunction }) {
    super(scope, id);
    acknowledge(
      props.dispatch,
      ['AwsSolutions-IAM5[Resource::*]'],
      'dynamodb:ListStreams knows no resources; reading is limited to the stream of the outbox.',
    );
    props.table.grantStreamRead(props.dispatch.function);
    // Two readers, which is as many as a stream takes: mails, of which a burst waits for its turns, hold up no start.
    for (const [name, kinds] of Object.entries(readers)) {
      new EventSourceMapping(this, name, {
        target: props.dispatch.function,
        eventSourceArn: props.table.tableStreamArn,
        startingPosition: StartingPosition.LATEST,
        batchSize: 25,
        maxBatchingWindow: Duration.seconds(0),
        parallelizationFactor: 10,
        // What the dispatcher could not even take is the sweep's; nothing holds up what comes after it.
        retryAttempts: 2,
        bisectBatchOnError: true,
        maxRecordAge: Duration.hours(1),
        filters: [
          FilterCriteria.filter({
            eventName: ['INSERT'],
            dynamodb: { NewImage: { errand: { M: { kind: { S: kinds } } } } },
          }),
        ],
      });
    }
  }
}
