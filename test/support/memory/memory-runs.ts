import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';

/*
 * Runs of state machines in this process, by their rendered definitions: tasks, choices by their outcome, waits, and maps
 * over none or one.
 */

const plainSchemas = [
  z.object({
    Type: z.literal('Task'),
    Resource: z.string(),
    Next: z.string(),
    Arguments: z.object({ Payload: z.object({ step: z.string(), checks: z.unknown().optional() }) }),
  }),
  z.object({
    Type: z.literal('Choice'),
    Default: z.string(),
    Choices: z.array(z.object({ Condition: z.string(), Next: z.string() })),
  }),
  z.object({ Type: z.literal('Wait'), Next: z.string() }),
  z.object({ Type: z.literal('Succeed') }),
  z.object({ Type: z.literal('Fail') }),
] as const;
const insideSchema = z.object({
  StartAt: z.string(),
  States: z.record(z.string(), z.discriminatedUnion('Type', plainSchemas)),
});
const stateSchema = z.discriminatedUnion('Type', [
  ...plainSchemas,
  z.object({ Type: z.literal('Map'), End: z.literal(true), Items: z.string(), ItemProcessor: insideSchema }),
]);
const statesSchema = z.record(z.string(), stateSchema);
const definitionSchema = z.object({ StartAt: z.string(), States: statesSchema });
const resultSchema = z.object({ outcome: z.string(), checks: z.int().optional() });
type Result = z.infer<typeof resultSchema>;

export interface StepInput {
  readonly step: string;
  readonly reference: string;
  readonly run: string;
  /** How often a step that counts has looked before. */
  readonly checks?: number;
  readonly token?: string;
}

/** The outcomes that a condition names, or a Map ends after at once. */
const outcomesOf = (condition: string): string[] => {
  const [, list] =
    /^\{% \$states\.input\.outcome in (\[[^\]]*\])(?: \? \[\] : \[\$states\.input\])? %\}$/u.exec(condition) ?? [];
  if (!list) throw new Error(`a choice that is not read here: ${condition}`);
  return z.array(z.string()).parse(JSON.parse(list.replaceAll("'", '"')));
};

/** Milliseconds that every wait of a run lasts, and every pause before a step is tried again. */
const pause = 25;
const maxAttempts = 5;

/** A step that throws is tried again; one that throws each time ends its run with a rejection. */
export function memoryRuns(
  definition: unknown,
  perform: (input: StepInput) => Promise<unknown>,
  entered: () => void = () => undefined,
) {
  const { StartAt, States } = definitionSchema.parse(definition);
  const waiting = new Map<string, (result: Result) => void>();
  let tokens = 0;
  let stopped = false;

  const performed = async (input: StepInput): Promise<unknown> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await perform(input);
      } catch (error) {
        if (tries === maxAttempts) throw error;
        await sleep(pause);
      }
    }
  };

  const task = async (input: StepInput, waits: boolean): Promise<Result> => {
    if (!waits) return resultSchema.parse(await performed(input));
    tokens += 1;
    const token = `${input.run}-${tokens}`;
    const resumed = new Promise<Result>((resolve) => waiting.set(token, resolve));
    await performed({ ...input, token });
    return resumed;
  };

  const run = async (name: string, reference: string): Promise<void> => {
    let result: Result = { outcome: '' };
    let states = States;
    for (let at = states[StartAt]; at && !stopped; ) {
      entered();
      if (at.Type === 'Task') {
        const { step, checks } = at.Arguments.Payload;
        const counted = checks === undefined ? {} : { checks: result.checks ?? 0 };
        result = await task({ step, reference, run: name, ...counted }, at.Resource.endsWith('.waitForTaskToken'));
        at = states[at.Next];
      } else if (at.Type === 'Choice') {
        const choice = at.Choices.find(({ Condition }) => outcomesOf(Condition).includes(result.outcome));
        at = states[choice?.Next ?? at.Default];
      } else if (at.Type === 'Wait') {
        await sleep(pause);
        at = states[at.Next];
      } else if (at.Type === 'Map' && !outcomesOf(at.Items).includes(result.outcome)) {
        // It is the last state: what is inside of it ends the run.
        states = at.ItemProcessor.States;
        at = states[at.ItemProcessor.StartAt];
      } else return;
    }
  };

  return {
    start: (name: string, reference: string): Promise<void> => run(name, reference),
    resume: (token: string, outcome: string): void => {
      waiting.get(token)?.({ outcome });
      waiting.delete(token);
    },
    /** No run makes a further step. */
    stop: (): void => {
      stopped = true;
    },
  };
}
