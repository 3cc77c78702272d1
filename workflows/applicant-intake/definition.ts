import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { ask } from '../steps/ask.ts';
import { outcome, stuckHandler, task } from '../steps/task.ts';

/** From a sent application to the answer: at once where nothing is in question, else by the intake officer. */
export function applicantIntake(scope: Construct, { tasks }: { readonly tasks: IFunction }): IChainable {
  const check = task(scope, 'Check the application', { step: 'check-application', tasks });
  const askOfficer = ask(scope, 'Ask the intake officer', { step: 'ask-officer', tasks });
  const askApplicant = ask(scope, 'Ask the applicant', { step: 'ask-applicant', tasks });
  const stuck = stuckHandler(scope, tasks);
  stuck(check, askOfficer, askApplicant);

  const accepted = Succeed.jsonata(scope, 'Accepted');
  const refused = Succeed.jsonata(scope, 'Refused');
  const ended = Succeed.jsonata(scope, 'Withdrawn or changed');

  askOfficer.next(
    Choice.jsonata(scope, 'What did the officer decide?')
      .when(outcome('ACCEPT'), accepted)
      .when(outcome('REFUSE'), refused)
      .when(outcome('RETURN'), askApplicant)
      .otherwise(ended),
  );
  askApplicant.next(
    Choice.jsonata(scope, 'Did the applicant answer?').when(outcome('ANSWER', 'LAPSE'), askOfficer).otherwise(ended),
  );
  return check.next(
    Choice.jsonata(scope, 'What is in question?')
      .when(outcome('ACCEPTED'), accepted)
      .when(outcome('OFFICER'), askOfficer)
      .when(outcome('APPLICANT'), askApplicant)
      .when(outcome('REFUSED'), refused)
      .otherwise(ended),
  );
}
