import * as z from 'zod';
import { jsonIn } from '../json-in.ts';

/** One event of a function's log group. */
export interface LogEvent {
  /** The function, without the stage's prefix. */
  readonly function: string;
  /** Unix milliseconds. */
  readonly at: number;
  readonly message: string;
}

/** A structured line, as Powertools writes it or the Lambda runtime. */
const lineSchema = z.looseObject({
  level: z.string(),
  message: z.unknown().optional(),
  error: z.string().optional(),
  errorMessage: z.string().optional(),
  stack: z.array(z.string()).optional(),
  errorType: z.string().optional(),
  stackTrace: z.array(z.string()).optional(),
});

/** What every line has and nobody looks for. */
const unasked = new Set([
  'level',
  'message',
  'timestamp',
  'service',
  'sampling_rate',
  'error',
  'errorMessage',
  'errorType',
  'stack',
  'stackTrace',
  'requestId',
  'xray_trace_id',
]);

const stepSchema = z.looseObject({ run: z.string(), reference: z.string() });

/** The run whose step failed, with what it is about, in the line of a fault; nothing in any other line. */
export function stepIn(event: Pick<LogEvent, 'message'>): readonly [run: string, reference: string] | undefined {
  const line = isFault(event) ? stepSchema.safeParse(jsonIn(event.message)).data : undefined;
  return line && [line.run, line.reference];
}

/** What the runtime says of a call that ended badly without a word of the function: too late, or out of memory. */
const badEnd = /Task timed out|Runtime\.\w+|"status":"(?:timeout|error|failure)"/u;

/** Whether somebody should look: an error, a warning, or a call that ended without a word. */
export function isFault({ message }: Pick<LogEvent, 'message'>): boolean {
  const line = lineSchema.safeParse(jsonIn(message)).data;
  return line ? /^(?:ERROR|WARN|CRITICAL|FATAL)$/u.test(line.level) : badEnd.test(message);
}

/** Lines of the platform about each call (START, END, REPORT, metrics), which say nothing of what the call did. */
export function isRoutine({ message }: Pick<LogEvent, 'message'>): boolean {
  if (/^(?:START|END|REPORT) RequestId: /u.test(message)) return true;
  const parsed = z
    .looseObject({ _aws: z.unknown().optional(), type: z.string().optional() })
    .safeParse(jsonIn(message)).data;
  return parsed !== undefined && (parsed._aws !== undefined || parsed.type?.startsWith('platform.') === true);
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Seoul', timeStyle: 'medium' });

/** Paths in the project are shown from the project's folder, as an editor opens them. */
const shortened = (frame: string, root: string): string =>
  frame.replaceAll(`file://${root}/`, '').replaceAll(`${root}/`, '');

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** An event for the terminal: when, which function, what; under a fault its name and message, and where it happened. */
export function formatEvent(event: LogEvent, root: string): string {
  const begin = `${clock.format(event.at)} ${event.function}`;
  const line = lineSchema.safeParse(jsonIn(event.message)).data;
  if (!line) return `${begin}  ${event.message.trimEnd()}`;
  const fields = Object.entries(line).filter(([name]) => !unasked.has(name));
  const told = [shown(line.message), ...fields.map(([name, value]) => `${name}=${shown(value)}`)].join(' ');
  const name = line.error ?? line.errorType;
  const frames = line.stack ?? line.stackTrace ?? [];
  return [
    `${begin} ${line.level === 'INFO' ? '' : `${line.level} `} ${told}`.replace(/ {2,}/u, '  '),
    ...(name ? [`    ${name}${line.errorMessage ? `: ${line.errorMessage.replaceAll('\n', '\n      ')}` : ''}`] : []),
    ...frames.map((frame) => `      ${shortened(frame.trim(), root)}`),
  ].join('\n');
}
