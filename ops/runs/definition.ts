import * as z from 'zod';

const stateSchema = z.object({
  Type: z.string(),
  Resource: z.string().optional(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Choices: z.array(z.object({ Next: z.string().optional() })).default([]),
  Catch: z.array(z.object({ Next: z.string() })).default([]),
  Retry: z
    .array(
      z.object({
        IntervalSeconds: z.number().default(1),
        MaxAttempts: z.number().default(3),
        BackoffRate: z.number().default(2),
      }),
    )
    .default([]),
  Arguments: z
    .object({ FunctionName: z.string().optional(), Payload: z.object({ step: z.string().optional() }).optional() })
    .optional(),
});
const processorSchema = z.object({ StartAt: z.string(), States: z.record(z.string(), stateSchema) });
type Plain = z.infer<typeof stateSchema>;
/** A state; of a Map, also where begins what is inside of it. */
type State = Plain & { readonly Inside?: string };

const definitionSchema = z
  .object({
    StartAt: z.string(),
    States: z.record(z.string(), stateSchema.extend({ ItemProcessor: processorSchema.optional() })),
  })
  .transform(({ StartAt, States }) => ({
    StartAt,
    States: Object.fromEntries(
      Object.entries(States).flatMap(([name, { ItemProcessor: inside, ...state }]): [string, State][] => [
        [name, { ...state, Inside: inside?.StartAt }],
        ...Object.entries(inside?.States ?? {}),
      ]),
    ),
  }));

/** A state machine's definition, as far as it is needed to say what a run does; the states inside of a Map among the others. */
export type RunDefinition = z.infer<typeof definitionSchema>;

export const readDefinition = (text: string): RunDefinition => definitionSchema.parse(JSON.parse(text));

/** Where a state may lead, but for its faults. */
export const followers = (state: State | undefined): string[] => [
  ...new Set(
    [state?.Inside, state?.Next, ...(state?.Choices ?? []).map(({ Next }) => Next), state?.Default].filter(
      (next) => next !== undefined,
    ),
  ),
];

/** Whether a state does nothing but mark the subject as stuck: what failed is the state before it. */
export const marksAsStuck = (state: State | undefined): boolean => state?.Arguments?.Payload?.step === 'mark-stuck';

/** How often a state is tried in all, and the seconds between a failed try, from 1 on, and the next. */
export function retriesOf(state: State | undefined): {
  readonly tries: number;
  readonly secondsAfter: (failed: number) => number;
} {
  const [retry] = state?.Retry ?? [];
  return {
    tries: 1 + (retry?.MaxAttempts ?? 0),
    secondsAfter: (failed) => (retry?.IntervalSeconds ?? 0) * (retry?.BackoffRate ?? 1) ** (failed - 1),
  };
}

/** The function that does a state's step, by its whole name. */
export const functionOf = (state: State | undefined): string | undefined =>
  /:function:([^:]+)/u.exec(state?.Arguments?.FunctionName ?? '')?.[1];
