import { describeFault } from './pages/fault-record.ts';

interface FaultLogger {
  error(message: string, extra: Record<string, unknown>): void;
}

/** A fault without its message, which may quote what a person typed: Lambda logs it, an execution keeps it as a cause. */
class WordlessFault extends Error {
  override readonly name: string;
  constructor(fault: unknown) {
    super('the log says where');
    this.name = fault instanceof Error ? fault.name : 'UnknownFault';
  }
}

/** A handler whose faults are logged by name and place, and thrown on by name only. */
export const wordless =
  <Event, Result>(logger: FaultLogger, handle: (event: Event) => Promise<Result>) =>
  async (event: Event): Promise<Result> => {
    try {
      return await handle(event);
    } catch (fault) {
      logger.error('failed', describeFault(fault));
      throw new WordlessFault(fault);
    }
  };
