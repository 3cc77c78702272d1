import * as z from 'zod';
import { describeFault } from './pages/fault-record.ts';

export interface FaultLogger {
  /** Whether the messages of faults may be logged and thrown on: only if nobody's data is real. */
  readonly showsFaults?: boolean;
  error(message: string, extra: Record<string, unknown>): void;
  warn(message: string, extra: Record<string, unknown>): void;
}

/** A fault without its message, which may quote what a person typed: Lambda logs it, an execution keeps it as a cause. */
class RedactedFault extends Error {
  override readonly name: string;
  constructor(fault: unknown, message: string) {
    super(message);
    this.name = fault instanceof Error ? fault.name : 'UnknownFault';
  }
}

/** A reference, a run's name, a step. */
const id = z.string().regex(/^[\w-]{1,80}$/u);

/** What a step of a state machine says of itself; every other event says nothing here. */
const stepIds = z.object({ step: id, run: id.optional(), reference: id.optional() });

/** A handler whose faults are logged by name and place, and thrown on by name only. */
export const redactErrors =
  <Event, Result>(logger: FaultLogger, handle: (event: Event) => Promise<Result>) =>
  async (event: Event): Promise<Result> => {
    try {
      return await handle(event);
    } catch (fault) {
      const described = describeFault(fault, { message: logger.showsFaults ?? false });
      logger.error('failed', { ...stepIds.safeParse(event).data, ...described });
      throw new RedactedFault(fault, described.errorMessage ?? 'the log says where');
    }
  };

/** Notes the fault of one of many, which keeps none of the others waiting; `name` is what the log calls the one. */
export const faultNoter =
  (logger: FaultLogger, name: string) =>
  (fault: unknown, one: string): void =>
    logger.warn('one failed', { [name]: one, ...describeFault(fault, { message: logger.showsFaults ?? false }) });
