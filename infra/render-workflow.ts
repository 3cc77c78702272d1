import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { DefinitionBody, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import * as z from 'zod';
import type { Define } from '../workflows/steps/workflow.ts';
import { tasksEntry } from './workflows.ts';

const joined = z.object({
  Properties: z.object({
    DefinitionString: z.union([z.string(), z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) })]),
  }),
});
const stateSchema = z.looseObject({
  Type: z.string(),
  Resource: z.string().optional(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Choices: z.array(z.looseObject({ Condition: z.string(), Next: z.string() })).optional(),
  Catch: z.array(z.looseObject({ Next: z.string() })).optional(),
});
const processorSchema = z.looseObject({ StartAt: z.string(), States: z.record(z.string(), stateSchema) });
const definitionSchema = z.looseObject({
  StartAt: z.string(),
  States: z.record(z.string(), stateSchema.extend({ ItemProcessor: processorSchema.optional() })),
});

/** A state machine's definition in the Amazon States Language, as far as it is drawn and checked. */
export type Definition = z.infer<typeof definitionSchema>;
export type State = Definition['States'][string];
/** All states by their names, those inside of a Map after it. */
export const statesIn = ({ States }: Pick<Definition, 'States'>): Readonly<Record<string, State>> =>
  Object.fromEntries(
    Object.entries(States).flatMap(([name, state]): [string, State][] => [
      [name, state],
      ...Object.entries(state.ItemProcessor?.States ?? {}),
    ]),
  );
export const parseDefinition = (text: string): Definition => definitionSchema.parse(JSON.parse(text));

/** How a rendered definition names a function, whatever the stage and the account are. */
export const functionArn = (name: string): string =>
  `arn:aws:lambda:\${region}:\${account}:function:sfa-\${stage}-${name}`;

const rendered = 'arn:aws:lambda:ap-northeast-2:123456789012:function:sfa-stage-';

/** The entries whose functions a rendered definition invokes. */
export const invokedBy = (definition: Definition): string[] => [
  ...new Set(
    [...JSON.stringify(definition).matchAll(/"FunctionName":"[^"]*:function:sfa-\$\{stage\}-([\w-]+)"/gu)].map(
      ([, entry = '']) => entry,
    ),
  ),
];

/**
 * The definition as it is deployed, with placeholders for what a stage and an account decide. The templates that are
 * deployed are validated, so that the engine for it is not begun here.
 */
export function renderDefinition(define: Define): Definition {
  const app = new App({ builtinCloudFormationValidation: false });
  const stack = new Stack(app, 'Render', { env: { region: 'ap-northeast-2' } });
  const tasksOf = (capability: string) => {
    const entry = tasksEntry(capability);
    return LambdaFunction.fromFunctionArn(stack, entry, `${rendered}${entry}`);
  };
  new StateMachine(stack, 'Machine', {
    queryLanguage: QueryLanguage.JSONATA,
    definitionBody: DefinitionBody.fromChainable(define(stack, tasksOf)),
  });
  const [machine] = Object.values(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'));
  const { DefinitionString: text } = joined.parse(machine).Properties;
  const whole =
    typeof text === 'string'
      ? text
      : text['Fn::Join'][1].map((part) => (typeof part === 'string' ? part : 'aws')).join(text['Fn::Join'][0]);
  return parseDefinition(whole.replaceAll(rendered, functionArn('')));
}

const shapes: Readonly<Record<string, readonly [open: string, close: string]>> = {
  Choice: ['{{', '}}'],
  Succeed: ['([', '])'],
  Fail: ['([', '])'],
};

/** The outcomes that a condition names. */
export const outcomesIn = (condition: string): string[] =>
  [...condition.matchAll(/'([A-Z_]+)'/gu)].map(([, outcome = '']) => outcome);

/** The definition as a mermaid flowchart whose boxes are the names of the states; what is inside of a Map stands in its box. */
export function drawDefinition({ StartAt, States }: Definition): string {
  const all = statesIn({ States });
  const names = Object.keys(all);
  const id = (name: string): string => `s${names.indexOf(name) + 1}`;
  const box = (name: string, { Type, Resource = '' }: State): string => {
    const [open, close] = Resource.endsWith('.waitForTaskToken') ? ['[/', '/]'] : (shapes[Type] ?? ['[', ']']);
    return `${id(name)}${open}"${name}"${close}`;
  };
  const boxes = Object.entries(States).flatMap(([name, { ItemProcessor: inside, ...state }]) =>
    inside
      ? [
          `  subgraph ${id(name)}["${name}"]`,
          ...Object.entries(inside.States).map(([inner, one]) => `    ${box(inner, one)}`),
          '  end',
        ]
      : [`  ${box(name, state)}`],
  );
  const arrows = Object.entries(all).flatMap(([name, state]) => [
    ...(state.Choices ?? []).map(
      ({ Condition, Next }) => `  ${id(name)} -->|${outcomesIn(Condition).join(' or ')}| ${id(Next)}`,
    ),
    ...(state.Default ? [`  ${id(name)} -->|else| ${id(state.Default)}`] : []),
    ...(state.Next ? [`  ${id(name)} --> ${id(state.Next)}`] : []),
    ...(state.Catch ?? []).map(({ Next }) => `  ${id(name)} -.->|fault after all tries| ${id(Next)}`),
  ]);
  return ['flowchart TD', `  start((" ")) --> ${id(StartAt)}`, ...boxes, ...arrows].join('\n');
}
