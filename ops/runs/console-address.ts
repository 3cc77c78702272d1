import { readRunning } from '../../local/running.ts';

/** Where a run is seen: in AWS's console, or on the page of runs of the local cloud, which has none. */
export function consoleAddress(executionArn: string, local: boolean): string {
  if (local) return `${readRunning()?.runsUrl ?? 'http://localhost:8090'}/run?arn=${encodeURIComponent(executionArn)}`;
  const [, , , region = ''] = executionArn.split(':');

  return `https://${region}.console.aws.amazon.com/states/home?region=${region}#/v2/executions/details/${executionArn}`;
}
