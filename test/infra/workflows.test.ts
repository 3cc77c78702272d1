import validate from 'asl-validator';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  type Definition,
  functionArn,
  invokedBy,
  parseDefinition,
  renderDefinition,
  statesIn,
} from '../../infra/render-workflow.ts';
import { workflows } from '../../infra/workflows.ts';
import { checkMachineRole } from '../../local/gate/machine-role.ts';
import { grantsOf } from '../support/grants.ts';
import { flat, type Templates, templatesOf } from '../support/templates.ts';

const rendered = workflows.map(({ name, define, earlier }) => ({
  name,
  earlier,
  definition: renderDefinition(define),
}));

/** The logical ids of functions in references to them, as the names that rendered definitions have. */
function namedFunctions(text: string, templates: Templates): string {
  return templates
    .ofType('AWS::Lambda::Function')
    .reduce(
      (all, [id, { Properties }]) =>
        all.replaceAll(`<${id}.Arn>`, functionArn(flat(Properties.FunctionName).replace('sfa-production-', ''))),
      text,
    );
}

const targets = ({ ItemProcessor, Next, Default, Choices = [], Catch = [] }: Definition['States'][string]): string[] =>
  [
    ItemProcessor?.StartAt,
    Next,
    Default,
    ...Choices.map((choice) => choice.Next),
    ...Catch.map((caught) => caught.Next),
  ].filter((target) => target !== undefined);

function reachable(definition: Definition): Set<string> {
  const { StartAt } = definition;
  const States = statesIn(definition);
  const reached = new Set<string>();
  const queue = [StartAt];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const state = States[name];
    if (!state) throw new Error(`there is no state ${name}`);
    if (reached.has(name)) continue;
    reached.add(name);
    queue.push(...targets(state));
  }
  return reached;
}

const tasksOf = (definition: Definition) =>
  Object.entries(statesIn(definition)).filter(([, { Type }]) => Type === 'Task');
const sharedRetry = [
  { ErrorEquals: ['States.ALL'], IntervalSeconds: 2, MaxAttempts: 6, BackoffRate: 2, JitterStrategy: 'NONE' },
];
/** With what Step Functions takes if nothing is said. */
const retrySchema = z.array(
  z.object({
    IntervalSeconds: z.number().default(1),
    MaxAttempts: z.number().default(3),
    BackoffRate: z.number().default(2),
    MaxDelaySeconds: z.number().default(Number.POSITIVE_INFINITY),
    JitterStrategy: z.enum(['FULL', 'NONE']).default('NONE'),
  }),
);
/** The delays of a retrier in seconds. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
const delays = (retry: z.infer<typeof retrySchema>[number], drawn: readonly number[]): number[] =>
  Array.from({ length: retry.MaxAttempts }, (_, attempt) => {
    const most = Math.min(retry.MaxDelaySeconds, retry.IntervalSeconds * retry.BackoffRate ** attempt);
    return retry.JitterStrategy === 'FULL' ? most * (drawn[attempt] ?? 0) : most;
  });
/** For each state, the one at its level that marks as stuck: nothing leads out of a Map. */
function markFor({ States }: Definition): ReadonlyMap<string, string> {
  const level = (states: Definition['States']): [string, string][] => {
    const marks = Object.keys(states).filter((name) => /^Mark .*as stuck and tell the operator$/u.test(name));
    expect(marks).toHaveLength(1);
    return Object.entries(states).flatMap(([name, { ItemProcessor }]) => [
      [name, marks.join()],
      ...(ItemProcessor ? level(ItemProcessor.States) : []),
    ]);
  };
  return new Map(level(States));
}

describe.each(rendered)('the workflow $name', ({ name, earlier, definition }) => {
  it('is a valid definition in JSONata', () => {
    expect(definition.QueryLanguage).toBe('JSONata');
    expect(validate(structuredClone(definition))).toMatchObject({ isValid: true });
    const broken = { ...structuredClone(definition), StartAt: 'Nowhere' };
    expect(validate(broken)).toMatchObject({ isValid: false });
  });

  it('is what the stack of a stage deploys', () => {
    const templates = templatesOf('production');
    const machines = templates.ofType('AWS::StepFunctions::StateMachine').map(([, { Properties }]) => Properties);
    const [machine] = machines.filter(({ StateMachineName }) => StateMachineName === `sfa-production-${name}`);
    const deployed = namedFunctions(flat(machine?.DefinitionString), templates).replaceAll('<AWS::Partition>', 'aws');
    expect(parseDefinition(deployed)).toEqual(definition);
  });

  it('is allowed every call it makes by its role, and the role allows no other', () => {
    const concrete = (text: string) =>
      text.replaceAll(functionArn(''), 'arn:aws:lambda:ap-northeast-2:123456789012:function:');
    const called: unknown = JSON.parse(concrete(JSON.stringify(definition)));
    const templates = templatesOf('production');
    const machine = templates
      .ofType('AWS::StepFunctions::StateMachine')
      .map(([, found]) => found)
      .find(({ Properties }) => Properties.StateMachineName === `sfa-production-${name}`);
    const role = flat(machine?.Properties.RoleArn).replace(/^<|\.Arn>$/gu, '');
    const granted = grantsOf(templates).filter((grant) => grant.role === role && !grant.action.startsWith('logs:'));
    const policies = granted.map(({ action, resource }) => ({
      Statement: [
        { Effect: 'Allow' as const, Action: [action], Resource: [concrete(namedFunctions(resource, templates))] },
      ],
    }));
    const { missing, used } = checkMachineRole(called, policies);
    expect(missing).toEqual([]);
    expect(used).toHaveLength(tasksOf(definition).length);
    expect(granted).toHaveLength(invokedBy(definition).length + earlier.length);
    expect(checkMachineRole(called, []).missing).toHaveLength(tasksOf(definition).length);
  });

  it('gives every task the shared Retry, and a Catch that leads to the operator', () => {
    const marks = markFor(definition);
    for (const [state, given] of tasksOf(definition)) {
      const stuck = marks.get(state);
      expect(given.Retry, state).toEqual(sharedRetry);
      const caught = given.Catch?.map(({ Next, ErrorEquals }) => ({ Next, ErrorEquals }));
      expect(caught, state).toEqual(state === stuck ? undefined : [{ Next: stuck, ErrorEquals: ['States.ALL'] }]);
    }
    expect(tasksOf(definition).length).toBeGreaterThan(1);
  });

  it('tries every task again for two minutes at least, whatever delays are drawn', () => {
    const draws = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 50, maxLength: 50 });
    for (const [state, { Retry }] of tasksOf(definition)) {
      const retries = retrySchema.parse(Retry);
      expect(retries.length, state).toBeGreaterThan(0);
      fc.assert(
        fc.property(draws, (drawn) => {
          for (const retry of retries) {
            const span = delays(retry, drawn).reduce((sum, delay) => sum + delay, 0);
            expect(span, state).toBeGreaterThanOrEqual(120);
            expect(span, state).toBeLessThan(300);
          }
        }),
      );
    }
  });

  it('lists the outcomes of every Choice, each once, and tells the operator of any other', () => {
    const marks = markFor(definition);
    const choices = Object.entries(statesIn(definition)).filter(([, { Type }]) => Type === 'Choice');
    expect(choices.length).toBeGreaterThan(0);
    for (const [state, { Default, Choices = [] }] of choices) {
      expect(Default, state).toBe(marks.get(state));
      const listed = Choices.flatMap(({ Condition }) => [...Condition.matchAll(/'([A-Z_]+)'/gu)].map(([, one]) => one));
      expect(listed.length, state).toBeGreaterThan(1);
      expect(new Set(listed).size, state).toBe(listed.length);
    }
  });

  it('hands on ids and outcomes, and nothing else', () => {
    const allowed = {
      step: /^[a-z-]+$/u,
      reference: /^\{% \$states\.input\.reference %\}$/u,
      run: /^\{% \$states\.context\.Execution\.Name %\}$/u,
      token: /^\{% \$states\.context\.Task\.Token %\}$/u,
      outcome: /^\{% \$states\.result\.(Payload\.)?outcome %\}$/u,
      error:
        /^\{% (\$states\.errorOutput\.Error|\$exists\(\$states\.input\.error\) \? \$states\.input\.error : 'OutcomeNotListed') %\}$/u,
      // Which state failed, and how often it was tried.
      state:
        /^\{% (\$states\.context\.State\.Name|\$exists\(\$states\.input\.state\) \? \$states\.input\.state : '') %\}$/u,
      tries:
        /^\{% (\$exists\(\$states\.context\.State\.RetryCount\) \? \$states\.context\.State\.RetryCount \+ 1 : 0|\$exists\(\$states\.input\.tries\) \? \$states\.input\.tries : 0) %\}$/u,
      // How much is done, for whoever looks at the run.
      checks:
        /^\{% (\$states\.result\.Payload\.checks|\$exists\(\$states\.input\.checks\) \? \$states\.input\.checks : 0) %\}$/u,
      done: /^\{% \$states\.result\.Payload\.done %\}$/u,
      of: /^\{% \$states\.result\.Payload\.of %\}$/u,
      seconds: /^\{% \$states\.result\.Payload\.seconds %\}$/u,
    };
    const shape = z.strictObject(
      Object.fromEntries(Object.entries(allowed).map(([field, form]) => [field, z.string().regex(form).optional()])),
    );
    for (const [state, { Arguments, Output, Catch = [] }] of tasksOf(definition)) {
      const { Payload, ...rest } = z.looseObject({ Payload: z.unknown() }).parse(Arguments);
      expect(Object.keys(rest), state).toEqual(['FunctionName']);
      for (const data of [Payload, Output, ...Catch.map((caught) => caught.Output)]) {
        expect(shape.safeParse(data).error, `${state}: ${JSON.stringify(data)}`).toBeUndefined();
      }
    }
  });

  it('reaches every state, and ends only where it says so', () => {
    expect([...reachable(definition)].sort()).toEqual(Object.keys(statesIn(definition)).sort());
    const ends = Object.entries(statesIn(definition)).filter(
      ([, state]) => state.End === true || targets(state).length === 0,
    );
    for (const [state, { Type }] of ends) expect(['Succeed', 'Fail', 'Map'], state).toContain(Type);
  });

  it('waits for people under a timeout that is a plain number', () => {
    const waits = tasksOf(definition).filter(([, { Resource = '' }]) => Resource.endsWith('.waitForTaskToken'));
    expect(waits.length).toBeGreaterThan(0);
    for (const [, { TimeoutSeconds }] of waits) expect(TimeoutSeconds).toBeTypeOf('number');
    expect(JSON.stringify(definition)).not.toMatch(/"(Timeout|Heartbeat)Seconds":"/u);
  });

  it('keeps out what the local cloud and AWS do differently', () => {
    for (const [state, { Type }] of Object.entries(statesIn(definition))) {
      expect(['Task', 'Choice', 'Succeed', 'Fail', 'Pass', 'Wait', 'Map'], state).toContain(Type);
    }
  });

  it('has a map only as the end, over none or one, of which every outcome that is not listed goes inside', () => {
    const maps = Object.entries(statesIn(definition)).filter(([, { Type }]) => Type === 'Map');
    for (const [state, { ItemProcessor, ...map }] of maps) {
      expect(map, state).toEqual({
        Type: 'Map',
        End: true,
        Items: expect.stringMatching(
          /^\{% \$states\.input\.outcome in \[('[A-Z_]+',?)+\] \? \[\] : \[\$states\.input\] %\}$/u,
        ),
        Output: {
          reference: '{% $states.input.reference %}',
          outcome: '{% $count($states.result) = 0 ? $states.input.outcome : $states.result[0].outcome %}',
        },
      });
      expect(ItemProcessor?.ProcessorConfig, state).toEqual({ Mode: 'INLINE' });
      expect(definition.States[state], 'a map in a map').toBeDefined();
    }
    expect(maps.map(([state]) => state)).toEqual(name === 'applicant-intake' ? ['Settle what is in question'] : []);
  });

  it('is far from the limits of its size', () => {
    const bytes = Buffer.byteLength(JSON.stringify(definition));
    console.log(`${name}: ${Object.keys(statesIn(definition)).length} states, ${bytes} bytes`);
    expect(bytes).toBeLessThan(256 * 1024);
    for (const state of Object.keys(statesIn(definition))) expect(state.length, state).toBeLessThanOrEqual(80);
  });
});

describe('applicant-intake', () => {
  it('takes two states for an application without questions', () => {
    const intake = rendered.find(({ name }) => name === 'applicant-intake')?.definition;
    const check = intake?.States[intake.StartAt];
    const last = intake?.States[check?.Next ?? ''];
    expect([intake?.StartAt, check?.Next]).toEqual(['Check the application', 'Settle what is in question']);
    expect(last).toMatchObject({ Type: 'Map', End: true, Items: expect.stringContaining("in ['ACCEPTED',") });
  });
});
