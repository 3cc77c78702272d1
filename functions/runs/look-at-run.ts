import { DescribeExecutionCommand, ExecutionDoesNotExist, type SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';

export interface Look {
  readonly sfn: SFNClient;
  /** The execution's ARN of a machine and a run's name. */
  readonly executionArn: (machine: string, name: string) => string;
}

/** By the beginning of every state machine's ARN; the name of the machine follows. */
export const executionArns =
  (prefix: string): Look['executionArn'] =>
  (machine, name) =>
    `${prefix.replace(':stateMachine:', ':execution:')}${machine}:${name}`;

const inputSchema = z.strictObject({ reference: z.string() });

/** The input of every run: what it is about, and nothing else. */
export const inputOf = (reference: string): string =>
  JSON.stringify({ reference } satisfies z.infer<typeof inputSchema>);

/** What a run's input says that it is about; nothing, if it is not an input of ours. */
export function subjectIn(input: string | undefined): string | undefined {
  try {
    return inputSchema.safeParse(JSON.parse(input ?? '')).data?.reference;
  } catch {
    return undefined;
  }
}

export interface Seen {
  /** MISSING if there is no such run, or it ended so long ago that nothing is known of it. */
  readonly status: string;
  /** Whether it is about something else, whose run has the same name. */
  readonly ofAnother: boolean;
}

/** The run that has a name, whoever it is about. */
export async function lookAtRun(
  { sfn, executionArn }: Look,
  machine: string,
  name: string,
  reference: string,
): Promise<Seen> {
  try {
    const { status = 'MISSING', input } = await sfn.send(
      new DescribeExecutionCommand({ executionArn: executionArn(machine, name) }),
    );
    return { status, ofAnother: subjectIn(input) !== reference };
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return { status: 'MISSING', ofAnother: false };
    throw error;
  }
}
