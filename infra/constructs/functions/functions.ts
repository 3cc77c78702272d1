import { Construct } from 'constructs';
import { EntryFunction } from '../entry-function.ts';
import { admissionFunctions } from './admission.ts';
import { applicationsFunctions } from './applications.ts';
import { auditFunctions } from './audit.ts';
import { type FunctionsProps, functionsContext } from './context.ts';
import { outboxFunctions } from './outbox.ts';
import { requestsFunctions } from './requests.ts';
import { runsFunctions } from './runs.ts';
import { screeningFunctions } from './screening.ts';

export type Functions = ReturnType<typeof functionsOf>;

/** All Lambdas of the app, each with the environment that its entry reads and the least that it needs to do its work. */
export function functionsOf(stack: Construct, props: FunctionsProps) {
  const scope = new Construct(stack, 'Functions');
  const context = functionsContext(scope, props);
  return {
    assets: new EntryFunction(scope, 'Assets', {
      stage: props.stage,
      entry: 'assets-assets',
      description: 'The stylesheet and the fonts of the pages',
      environment: {},
    }),
    ...applicationsFunctions(scope, context),
    ...runsFunctions(scope, context),
    ...screeningFunctions(scope, context),
    ...admissionFunctions(scope, context),
    ...requestsFunctions(scope, context),
    ...outboxFunctions(scope, context),
    ...auditFunctions(scope, context),
  };
}
