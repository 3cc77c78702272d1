import * as z from 'zod';

/* Runs of a state machine in this process, by its rendered definition: tasks, and choices by their outcome. */

const stateSchema = z.discriminatedUnion('Type', [
  z.object({
    Type: z.literal('Task'),
    Resource: z.string(),
    Next: z.string(),
    Arguments: z.object({ Payload: z.object({ step: z.string(), token: z.string().optional() }) }),
  }),
  z.object({
    Type: z.literal('Choice'),
    Default: z.string(),
    Choices: z.array(z.object({ Condition: z.string(), Next: z.string() })),
  }),
  z.object({ Type: z.literal('Succeed') }),
  z.object({ Type: z.literal('Fail') }),
]);
const definitionSchema = z.object({ StartAt: z.string(), States: z.record(z.string(), stateSchema) });
const outcomeSchema = z.object({ outcome: z.string() });

export interface StepInput {
  readonly step: string;
  readonly reference: string;
  readonly run: string;
  readonly token?: string;
}

const outcomesOf = (condition: string): string[] => {
  const [, list] = /^\{% \$states\.input\.outcome in (\[.*\]) %\}$/u.exec(condition) ?? [];
  if (!list) throw new Error(`a choice that is not read here: ${condition}`);
  return z.array(z.string()).parse(JSON.parse(list.replaceAll("'", '"')));
};

/** A step that throws ends its run: who tries again is another matter. */
export function memoryRuns(definition: unknown, perform: (input: StepInput) => Promise<unknown>) {
  const { StartAt, States } = definitionSchema.parse(definition);
  const waiting = new Map<string, (outcome: string) => void>();
  let tokens = 0;

  const task = async (step: string, waits: boolean, reference: string, run: string): Promise<string> => {
    if (!waits) return outcomeSchema.parse(await perform({ step, reference, run })).outcome;
    tokens += 1;
    const token = `token-${tokens}`;
    const resumed = new Promise<string>((resolve) => waiting.set(token, resolve));
    await perform({ step, reference, run, token });
    return resumed;
  };

  const run = async (name: string, reference: string): Promise<void> => {
    let outcome = '';
    for (let at = States[StartAt]; at; ) {
      if (at.Type === 'Task') {
        outcome = await task(at.Arguments.Payload.step, at.Resource.endsWith('.waitForTaskToken'), reference, name);
        at = States[at.Next];
      } else if (at.Type === 'Choice') {
        const choice = at.Choices.find(({ Condition }) => outcomesOf(Condition).includes(outcome));
        at = States[choice?.Next ?? at.Default];
      } else return;
    }
  };

  return {
    start: (name: string, input: unknown): Promise<void> =>
      run(name, z.object({ reference: z.string() }).parse(input).reference),
    resume: (token: string, output: unknown): void => {
      waiting.get(token)?.(outcomeSchema.parse(output).outcome);
      waiting.delete(token);
    },
  };
}
