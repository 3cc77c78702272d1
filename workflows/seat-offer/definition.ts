import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { ask } from '../steps/ask.ts';
import { outcome, stuckHandler } from '../steps/task.ts';

/** One seat: offered to the first who waits, and on to the next, until somebody has it or nobody is left. */
export function seatOffer(scope: Construct, { tasks }: { readonly tasks: IFunction }): IChainable {
  const offer = ask(scope, 'Offer the seat', { step: 'offer-seat', tasks });
  const stuck = stuckHandler(scope, tasks);
  stuck(offer);
  return offer.next(
    Choice.jsonata(scope, 'What did the applicant answer?')
      .when(outcome('ACCEPT'), Succeed.jsonata(scope, 'Seat taken'))
      .when(outcome('DECLINE', 'LAPSE', 'WITHDRAWN'), offer)
      .when(outcome('NOBODY'), Succeed.jsonata(scope, 'Nobody waits for it'))
      .otherwise(Succeed.jsonata(scope, 'Waitlist ended or cancelled')),
  );
}
