import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { root } from '../../../local/paths.ts';
import { type RunDefinition, readDefinition } from '../../../ops/runs/definition.ts';

/** The definition of a machine as it is rendered. */
export const renderedDefinition = (machine: string): RunDefinition =>
  readDefinition(readFileSync(join(root, 'workflows', machine, 'definition.asl.json'), 'utf8'));

/** When every told history begins. */
export const began = Date.parse('2027-03-02T00:00:00Z');

/** What happens in a run, a second after what came before. */
export type Happening =
  | { readonly enters: string; readonly with?: object }
  | { readonly leaves: string; readonly with?: object }
  | { readonly failsBy: string }
  | 'tries';

/** A history as GetExecutionHistory gives it. */
export const historyOf = (...happenings: readonly Happening[]): HistoryEvent[] =>
  happenings.map((happening, index): HistoryEvent => {
    const event = { id: index + 1, timestamp: new Date(began + index * 1000) };
    if (happening === 'tries') return { ...event, type: 'TaskScheduled' };
    if ('failsBy' in happening) {
      const cause = '{"errorMessage":"the log says where"}';
      return {
        ...event,
        type: 'TaskFailed',
        taskFailedEventDetails: { error: happening.failsBy, cause, resourceType: 'lambda', resource: 'invoke' },
      };
    }
    const text = JSON.stringify(happening.with ?? {});
    return 'enters' in happening
      ? { ...event, type: 'TaskStateEntered', stateEnteredEventDetails: { name: happening.enters, input: text } }
      : { ...event, type: 'TaskStateExited', stateExitedEventDetails: { name: happening.leaves, output: text } };
  });
